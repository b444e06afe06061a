using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Output.Types;

/// <summary>Renders the converter that is nested in every contract type: what reads, writes and checks its values.</summary>
internal static class ConverterCode
{
    /// <summary>Members that a converter inherits, by whose names no type can be called inside it.</summary>
    public static IReadOnlyList<string> InheritedMembers { get; } =
    [
        "Checked", "CanConvert", "CreateTypeInfo", "Equals", "Evaluate", "GetHashCode", "GetType", "HandleNull", "HeldParts", "Instance", "IsValid", "IsValidAsWritten", "MemberwiseClone",
        "NoParts", "Parse", "Read", "ReadAsPropertyName", "ReadParts", "ReadValue", "ReferenceEquals", "ToJson", "ToString", "ToUtf8Json",
        "TryParse", "TryRead", "Type", "TypeInfo", "Validate", "Write", "WriteAsPropertyName", "WriteTo", "WriteValue", "Converter",
    ];

    /// <summary>A converter with those bodies.</summary>
    /// <param name="type">The C# type that it converts.</param>
    /// <param name="isStruct">Whether that is a value type.</param>
    /// <param name="hides">Whether a type further out has a converter of its own, which this one hides.</param>
    /// <param name="locations">The schemas that a value keeps.</param>
    /// <param name="refusesNull">Whether those allow a null, which the type does not.</param>
    /// <param name="parts">Where reading keeps the schemas: the parts that must do so too; else null.</param>
    /// <param name="read">The body of the reader: reads at <c>cursor</c>, returns the value.</param>
    /// <param name="write">The body of the writer: writes <c>value</c> to <c>output</c>.</param>
    /// <param name="use">What it is rendered with.</param>
    public static Code Render(
        Code type, bool isStruct, bool hides, IReadOnlyList<SchemaLocation> locations, bool refusesNull, ConverterParts? parts, Code read, Code write, TypeRendering use)
    {
        var hiding = Code.When(hides, $"new ");
        var q = isStruct ? Code.Empty : use.Q;
        return Code.Of(
            $$"""
            /// <summary>Takes values to and from JSON, for System.Text.Json too.</summary>
            public {{hiding}}sealed class Converter : {{use.Spell(KnownType.ContractConverter)}}<{{type}}>
            {
                /// <summary>The converter; it has no state.</summary>
                public static readonly Converter Instance = new Converter();

                /// <inheritdoc />
                public override {{type}}{{q}} ReadValue(ref {{use.Spell(KnownType.JsonCursor)}} cursor)
                {
                    {{read}}
                }

                /// <inheritdoc />
                public override void WriteValue(ref {{use.Spell(KnownType.JsonOutput)}} output, {{type}} value)
                {
                    {{write}}
                }

                {{Evaluate(locations, refusesNull, use)}}

                {{(parts is { } list ? Parts(list, use) : Code.Empty)}}
            }
            """);
    }

    private static Code Parts(ConverterParts parts, TypeRendering use)
    {
        var type = use.Spell(KnownType.IContractConverter);
        return Code.Of(
            $"""
            /// <inheritdoc />
            protected override {type}[] {(parts.AreHeldByType ? Code.Of($"HeldParts") : Code.Of($"ReadParts"))} => {(parts.Converters.IsEmpty ? Code.Of($"NoParts") : Code.Of($$"""new {{type}}[] { {{parts.Converters}} }"""))};
            """);
    }

    private static Code Evaluate(IReadOnlyList<SchemaLocation> locations, bool refusesNull, TypeRendering use)
    {
        if (locations.Count == 0 || !use.HasRules)
        {
            return Code.Empty;
        }

        var last = use.RuleOf(locations[locations.Count - 1]);

        var signature = Code.Of($"public override bool Evaluate(ref {use.Spell(KnownType.JsonCursor)} cursor, ref {use.Spell(KnownType.Evaluation)} evaluation)");
        if (locations.Count == 1 && !refusesNull)
        {
            return Code.Of(
                $$"""
                /// <inheritdoc />
                {{signature}} =>
                    {{last}}.Evaluate(ref cursor, ref evaluation);
                """);
        }

        // Each schema is asked about the same value; only the last one moves the cursor.
        var checks = Code.Lines(locations.Take(locations.Count - 1), location => Code.Of(
            $$"""
            ahead = cursor;
            if (!{{use.RuleOf(location)}}.Evaluate(ref ahead, ref evaluation))
            {
                cursor = ahead;
                return false;
            }

            """));
        return Code.Of(
            $$"""
            /// <inheritdoc />
            {{signature}}
            {
                {{Code.When(refusesNull,
                    $$"""
                    if (cursor.TryReadNull())
                    {
                        cursor.Fail({{use.Spell(KnownType.JsonFaultKind, InnerNames.OfConverters)}}.UnexpectedKind);
                        return false;
                    }

                    """)}}
                {{Code.When(locations.Count > 1, $"{use.Spell(KnownType.JsonCursor)} ahead;")}}
                {{checks}}
                return {{last}}.Evaluate(ref cursor, ref evaluation);
            }
            """);
    }
}

/// <summary>The parts of a value that must keep their own schemas for it to keep its schema.</summary>
/// <param name="Converters">Their converters.</param>
/// <param name="AreHeldByType">Whether the schema allows whatever the C# type can hold, if that goes for those parts too; else it is kept by reading alone.</param>
internal sealed record ConverterParts(Code Converters, bool AreHeldByType);
