using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;
using ContractKit.Json;
using ContractKit.Validation;

namespace ContractKit.Tests.Json;

/// <summary>A record of the shape that is generated, written by hand.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record SampleAnswer
{
    public required string Id { get; init; }

    public string? Text { get; init; }

    public long? Count { get; init; }

    public IReadOnlyList<SampleAnswer>? Parts { get; init; }

    internal sealed class Converter : ContractConverter<SampleAnswer>
    {
        public static readonly Converter Instance = new();

        private static readonly JsonNames Names = new("id", "text", "count", "parts");

        protected override IContractConverter[] ReadParts => NoParts;

        public override SampleAnswer? ReadValue(ref JsonCursor cursor)
        {
            string? id = null, text = null;
            long? count = null;
            List<SampleAnswer>? parts = null;
            var members = default(JsonMembers);
            cursor.StartObject();
            int member;
            while ((member = cursor.NextMember(Names, ref members)) != JsonNames.End)
            {
                switch (member)
                {
                    case 0:
                        id = cursor.ReadString();
                        break;
                    case 1:
                        text = cursor.ReadString();
                        break;
                    case 2:
                        var position = cursor.Position;
                        count = cursor.ReadInt64();
                        if (cursor.Enforces && count < 0)
                        {
                            cursor.FailAt(position, JsonFaultKind.Constraint, "The count is negative.");
                        }

                        break;
                    case 3:
                        parts = [];
                        cursor.StartArray();
                        while (cursor.NextItem())
                        {
                            parts.Add(ReadValue(ref cursor)!);
                        }

                        break;
                    default:
                        cursor.Skip();
                        break;
                }
            }

            cursor.Require(Names, members, 0b1);
            return cursor.Failed ? null : new SampleAnswer { Id = id!, Text = text, Count = count, Parts = parts };
        }

        public override bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation)
        {
            cursor.Enforces = true;
            ReadValue(ref cursor);
            return !cursor.Failed;
        }

        public override void WriteValue(ref JsonOutput output, SampleAnswer value)
        {
            output.WriteStartObject();
            output.WriteName(Names, 0);
            output.WriteString(value.Id);
            if (value.Text is { } text)
            {
                output.WriteName(Names, 1);
                output.WriteString(text);
            }

            if (value.Count is { } count)
            {
                output.WriteName(Names, 2);
                output.WriteInt64(count);
            }

            if (value.Parts is { } parts)
            {
                output.WriteName(Names, 3);
                output.WriteStartArray();
                foreach (var part in parts)
                {
                    WriteValue(ref output, part);
                }

                output.WriteEndArray();
            }

            output.WriteEndObject();
        }
    }
}
