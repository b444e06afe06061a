using System;
using System.Linq;
using ContractKit.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractKit.Tests.Json;

/// <summary>What generated code calls can be called from C# 7.3.</summary>
public class OlderLanguageTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using ContractKit.Json;
        using ContractKit.Validation;

        namespace Consumer
        {
            public enum State { Pending, Done }

            public sealed class Answer
            {
                public Answer(string id) { Id = id; }
                public string Id { get; set; }
                public State State { get; set; }
                public long? Count { get; set; }
                public JsonElement? Free { get; set; }
                public DateTimeOffset At { get; set; }
                public IReadOnlyDictionary<string, JsonElement> Others { get; set; }

                public static Answer Parse(ReadOnlySpan<byte> utf8Json) { return Converter.Instance.Parse(utf8Json); }
                public static bool TryParseJson(ReadOnlySpan<byte> utf8Json, out Answer value, out IReadOnlyList<ContractKit.ContractViolation> violations)
                {
                    return Converter.Instance.TryParse(utf8Json, out value, out violations);
                }

                internal sealed class Converter : ContractConverter<Answer>
                {
                    public static readonly Converter Instance = new Converter();
                    private static readonly JsonNames Names = new JsonNames("id", "state", "count", "free", "at");
                    private static readonly JsonWords Words = new JsonWords("PENDING", "DONE");

                    public override Answer ReadValue(ref JsonCursor cursor)
                    {
                        string id = null;
                        State state = default(State);
                        long? count = null;
                        JsonElement? free = null;
                        DateTimeOffset at = default(DateTimeOffset);
                        Dictionary<string, JsonElement> others = null;
                        JsonMembers members = default(JsonMembers);
                        JsonNameSet unknown = default(JsonNameSet);
                        if (!cursor.StartObject()) { return null; }
                        int member;
                        while ((member = cursor.NextMember(Names, ref members)) != JsonNames.End)
                        {
                            switch (member)
                            {
                                case 0:
                                    id = cursor.ReadString();
                                    break;
                                case 1:
                                    int index = cursor.ReadWord(Words, out string word);
                                    if (word != null) { cursor.Fail(JsonFaultKind.UnknownWord, word); }
                                    state = (State)index;
                                    break;
                                case 2:
                                    int position = cursor.Position;
                                    count = cursor.TryReadNull() ? (long?)null : cursor.ReadInt64();
                                    if (cursor.Enforces && count < 0) { cursor.FailAt(position, JsonFaultKind.Constraint, "Negative."); }
                                    break;
                                case 3:
                                    free = cursor.ReadElement();
                                    break;
                                case 4:
                                    cursor.Respelled = false;
                                    int start = cursor.Position;
                                    at = cursor.ReadDateTimeOffset();
                                    if (cursor.Respelled) { ReadOnlySpan<byte> text = cursor.Between(start, cursor.Consumed); }
                                    break;
                                default:
                                    string name = cursor.MemberText;
                                    unknown.Add(ref cursor);
                                    others = others ?? new Dictionary<string, JsonElement>();
                                    others[name] = cursor.ReadElement();
                                    break;
                            }
                        }

                        unknown.Dispose();
                        cursor.Require(Names, members, 1UL);
                        return cursor.Failed ? null : new Answer(id) { State = state, Count = count, Free = free, At = at, Others = others };
                    }

                    public override bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation)
                    {
                        JsonCursor checkpoint = cursor;
                        ReadOnlySpan<byte> name;
                        cursor.StartObject();
                        while (cursor.NextMember(out name))
                        {
                            int known = Names.IndexOf(name, 0);
                            ReadOnlySpan<byte> text;
                            if (known == 0) { cursor.ReadStringUtf8(out text); } else { cursor.Skip(); }
                        }

                        return !checkpoint.Failed && !cursor.Failed;
                    }

                    public override void WriteValue(ref JsonOutput output, Answer value)
                    {
                        output.WriteStartObject();
                        output.WriteName(Names, 0);
                        output.WriteString(value.Id);
                        output.WriteName(Names, 1);
                        output.WriteWord(Words, (int)value.State);
                        if (value.Free != null)
                        {
                            output.WriteName(Names, 3);
                            output.WriteElement(value.Free.Value);
                        }

                        output.WriteEndObject();
                    }
                }
            }

            public static class Json
            {
                public static System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver Resolver { get { return new ContractTypeInfoResolver(Answer.Converter.Instance); } }

                public static string There()
                {
                    byte[] json = Answer.Converter.Instance.ToUtf8Json(new Answer("a") { State = State.Done });
                    ReadOnlySpan<byte> span = json;
                    Answer value;
                    IReadOnlyList<ContractKit.ContractViolation> violations;
                    return Answer.TryParseJson(span, out value, out violations) ? value.Id + value.State : "?";
                }
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp14)]
    public void A_converter_compiles_and_works(LanguageVersion version)
    {
        var consumer = ConsumerCompilation.Of([("Answer.cs", Source)], version, strict: false, nullable: false);
        Assert.Empty(consumer.Complaints());
        var answer = consumer.Load().GetType("Consumer.Json")!.GetMethod("There")!.Invoke(null, null);
        Assert.Equal("aDone", answer);
    }
}
