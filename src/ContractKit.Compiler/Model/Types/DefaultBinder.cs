using System;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Binds <c>default</c> and <c>const</c> to what a property is when nothing else is said.</summary>
internal static class DefaultBinder
{
    /// <summary>Whether the schemas of a member have a constant or a default at all.</summary>
    public static bool HasAny(MemberPlan member, EquatableArray<Schema> conjuncts) =>
        WordFacts.Constant(conjuncts) is not null || SchemaText.First(member.Schemas, "default") is not null;

    /// <summary>The value that an absent member reads as, and whether it is the only one allowed. A value that the member's type does not hold is none.</summary>
    public static (DefaultContract? Value, bool Constant) Of(
        MemberPlan member, EquatableArray<Schema> conjuncts, TypeShape shape, Func<string, (CSharpName Enum, CSharpName Member)?> memberOf)
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
        (not JsonNull, ListShape or MapShape or ElementShape) when Fits(value, shape) => new DefaultContract(Text(value)),
        _ => null,
    };

    // Whether a reader of that shape takes the value: what does not fit is reported with the examples, and is no default.
    private static bool Fits(JsonValue value, TypeShape shape) => (value, shape) switch
    {
        (_, ElementShape) => IsWhole(value),
        (JsonNull, NullableShape) => true,
        (_, NullableShape nullable) => Fits(value, nullable.Inner),
        (JsonArray list, ListShape { Item: var item }) => list.Items.All(child => Fits(child, item)),
        (JsonObject map, MapShape { Value: var item }) => map.Members.All(member => IsText(member.Name) && Fits(member.Value, item)),
        (_, ScalarShape { Kind: ScalarKind.String or ScalarKind.Boolean or ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double }) =>
            Literal(value, shape, static _ => null) is not null,
        _ => false,
    };

    // Whether the value can be written again: no half surrogate pairs in it, and no name twice.
    private static bool IsWhole(JsonValue value) => value switch
    {
        JsonString text => IsText(text.Value),
        JsonArray list => list.Items.All(IsWhole),
        JsonObject map => map.Members.Select(static member => member.Name).Distinct().Count() == map.Members.Count
            && map.Members.All(static member => IsText(member.Name) && IsWhole(member.Value)),
        _ => true,
    };

    private static string Text(JsonValue value) => value switch
    {
        JsonString text => JsonText.Quote(text.Value),
        JsonNumber number => number.Text,
        JsonBoolean truth => truth.Value ? "true" : "false",
        JsonArray list => "[" + string.Join(",", list.Items.Select(Text)) + "]",
        JsonObject map => "{" + string.Join(",", map.Members.Select(static member => JsonText.Quote(member.Name) + ":" + Text(member.Value))) + "}",
        _ => "null",
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
