using System;
using System.Collections.Generic;
using System.Globalization;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Binds <c>default</c> and <c>const</c> to what a property is when nothing else is said.</summary>
internal static class DefaultBinder
{
    /// <summary>The value that an absent member reads as, and whether it is the only one allowed. A value that the member's type does not hold is none.</summary>
    public static (DefaultContract? Value, bool Constant) Of(
        MemberPlan member, IReadOnlyList<Schema> conjuncts, TypeShape shape, Func<string, (CSharpName Enum, CSharpName Member)?> memberOf)
    {
        if (shape is ScalarShape && WordFacts.Constant(conjuncts) is { } constant && Literal(constant, shape, memberOf) is { } only)
        {
            // An optional constant tells by being there; only a required one goes without saying.
            return member.Required ? (only, true) : (null, false);
        }

        if (member.Required || SchemaText.First(member.Schemas, "default") is not { } value)
        {
            return (null, false);
        }

        return (Literal(value, shape.NotNull, memberOf), false);
    }

    private static DefaultContract? Literal(JsonValue value, TypeShape shape, Func<string, (CSharpName Enum, CSharpName Member)?> memberOf) => (value, shape) switch
    {
        (JsonString text, NamedShape { Kind: NamedKind.Enum or NamedKind.OpenEnum }) =>
            memberOf(text.Value) is var (@enum, member) ? new DefaultContract(text.Value, @enum, member) : null,
        (JsonNumber number, NamedShape { Kind: NamedKind.Enum or NamedKind.OpenEnum }) =>
            JsonKindOf.TryInt64(number.Text, out var integer) && memberOf(integer.ToString(CultureInfo.InvariantCulture)) is var (@enum, member)
                ? new DefaultContract(number.Text, @enum, member)
                : null,
        (JsonString text, ScalarShape { Kind: ScalarKind.String }) => IsText(text.Value) ? new DefaultContract(text.Value) : null,
        (JsonBoolean truth, ScalarShape { Kind: ScalarKind.Boolean }) => new DefaultContract(truth.Value ? "true" : "false"),
        (JsonNumber number, ScalarShape { Kind: ScalarKind.Int64 }) =>
            JsonKindOf.TryInt64(number.Text, out var integer) ? new DefaultContract(integer.ToString(CultureInfo.InvariantCulture)) : null,
        (JsonNumber number, ScalarShape { Kind: ScalarKind.Int32 }) =>
            JsonKindOf.TryInt64(number.Text, out var integer) && integer is >= int.MinValue and <= int.MaxValue
                ? new DefaultContract(integer.ToString(CultureInfo.InvariantCulture))
                : null,
        (JsonNumber number, ScalarShape { Kind: ScalarKind.Double }) =>
            double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && !double.IsInfinity(real)
                ? new DefaultContract(number.Text)
                : null,
        (JsonNumber number, ScalarShape { Kind: ScalarKind.Decimal }) =>
            decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? new DefaultContract(number.Text) : null,
        _ => null,
    };

    // Half a surrogate pair cannot be written as JSON again.
    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
