using System;
using System.ComponentModel;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>What one schema asks of a value: the tables that generated code makes of its keywords, and their evaluation. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class SchemaRule
{
    private readonly JsonTypes _types;
    private readonly JsonTypes _plain;
    private readonly ValuesRule? _constant;
    private readonly ValuesRule? _values;
    private readonly NumberRule? _number;
    private readonly TextRule? _text;
    private readonly ArrayRule? _array;
    private readonly ObjectRule? _object;
    private readonly ScalarLimit _limit;
    private readonly JsonTypes _recordTypes;
    private readonly Applicator[] _applicators;
    private readonly UnevaluatedRule? _unevaluated;
    private readonly bool _nothing;
    private readonly ReferenceApplicator? _alias;
    private JsonTypes _free;

    /// <summary>A schema with those keywords; what is left out allows everything.</summary>
    /// <param name="types"><c>type</c>.</param>
    /// <param name="constant"><c>const</c>.</param>
    /// <param name="values"><c>enum</c>.</param>
    /// <param name="number">Keywords for numbers.</param>
    /// <param name="text">Keywords for strings.</param>
    /// <param name="array">Keywords for arrays.</param>
    /// <param name="members">Keywords for objects.</param>
    /// <param name="limit">What the C# type of a record's property asks beside.</param>
    /// <param name="applicators">Keywords that apply other schemas to the same value.</param>
    /// <param name="unevaluated"><c>unevaluatedItems</c> and <c>unevaluatedProperties</c>.</param>
    /// <param name="recordTypes">The kinds that the C# type of a record's property holds, where the schema leaves others open.</param>
    public SchemaRule(
        JsonTypes types = JsonTypes.Any,
        ValuesRule? constant = null,
        ValuesRule? values = null,
        NumberRule? number = null,
        TextRule? text = null,
        ArrayRule? array = null,
        ObjectRule? members = null,
        ScalarLimit limit = ScalarLimit.None,
        Applicator[]? applicators = null,
        UnevaluatedRule? unevaluated = null,
        JsonTypes recordTypes = JsonTypes.Any)
    {
        _types = types;
        _constant = constant;
        _values = values;
        _number = number;
        _text = text;
        _array = array;
        _object = members;
        _limit = limit;
        _recordTypes = recordTypes;
        _applicators = applicators ?? [];
        _unevaluated = unevaluated;
        _plain = constant is not null || values is not null ? JsonTypes.None : PlainKinds();
        _alias = _applicators is [ReferenceApplicator reference] && _plain == JsonTypes.Any && unevaluated is null && recordTypes == JsonTypes.Any ? reference : null;
        _free = _applicators.Length == 0 && unevaluated is null ? _plain : JsonTypes.None;
    }

    private SchemaRule(bool nothing)
        : this()
    {
        _nothing = nothing;
        _plain = nothing ? JsonTypes.None : JsonTypes.Any;
        _free = _plain;
    }

    /// <summary>The schema <c>true</c>.</summary>
    public static SchemaRule Anything { get; } = new(nothing: false);

    /// <summary>The schema <c>false</c>.</summary>
    public static SchemaRule Nothing { get; } = new(nothing: true);

    /// <summary><c>{"type": "string"}</c>, the commonest schema of all.</summary>
    public static SchemaRule String { get; } = new(JsonTypes.String);

    /// <summary><c>{"type": "boolean"}</c>.</summary>
    public static SchemaRule Boolean { get; } = new(JsonTypes.Boolean);

    /// <summary>A schema whose rule may not have been made yet.</summary>
    public static SchemaRule Later(Func<SchemaRule> rule) => new(applicators: [new ReferenceApplicator("", rule)]);

    /// <summary><c>{"$ref": …}</c> and nothing else.</summary>
    public static SchemaRule Reference(SchemaRule rule) => new(applicators: [new ReferenceApplicator("/$ref", rule)]);

    /// <summary><c>{"$ref": …}</c> and nothing else, to a schema whose rule may not have been made yet.</summary>
    public static SchemaRule Reference(Func<SchemaRule> rule) => new(applicators: [new ReferenceApplicator("/$ref", rule)]);

    /// <summary>A schema in the dynamic scope of a resource.</summary>
    public static SchemaRule InScope(Func<SchemaScope> scope, SchemaRule rule) => new(applicators: [Applicator.Scope(scope, rule)]);

    /// <summary>A schema that asks for nothing but those types.</summary>
    public static SchemaRule OfTypes(JsonTypes types) => new(types);

    /// <summary>A string with those keywords.</summary>
    public static SchemaRule OfText(int minLength = 0, int maxLength = int.MaxValue, string? pattern = null, string? format = null) =>
        new(JsonTypes.String, text: new TextRule(minLength, maxLength, pattern, format));

    /// <summary>A value of an array's items.</summary>
    public static SchemaRule ArrayOf(SchemaRule items) => new(JsonTypes.Array, array: new ArrayRule(items));

    /// <summary>Whether the schema refuses every value.</summary>
    internal bool IsNothing => _nothing;

    /// <summary>The kinds but objects and arrays of whose values the schema asks nothing but that they are JSON.</summary>
    internal int FreeScalars => (int)(_free & ~(JsonTypes.Object | JsonTypes.Array));

    /// <summary>Whether the value that stands next keeps what a property of the object asks, as strictly as in a record.</summary>
    internal bool Allows(int property, JsonCursor value)
    {
        var rule = _object!.RuleOf(property);
        if (((int)rule._plain >> (int)value.Kind & 1) != 0 && rule._applicators.Length == 0)
        {
            return true; // that it is JSON, and without duplicates, is asked when it is read
        }

        var evaluation = new Evaluation(0, Strictness.Record, collects: false);
        return rule.Evaluate(ref value, ref evaluation) && !evaluation.Refused;
    }

    /// <summary>Whether a value of that kind can keep the schema, as far as its own <c>type</c> tells.</summary>
    internal bool MayBe(JsonKind kind)
    {
        var rule = this;
        for (var hops = 0; rule._alias is not null && hops < 8; hops++)
        {
            rule = rule._alias.Target;
        }

        return ((int)rule._types >> (int)kind & 1) != 0 && !rule._nothing;
    }

    /// <summary>The kinds of which the schema asks nothing more than that they are of its types.</summary>
    private JsonTypes PlainKinds()
    {
        var plain = _nothing ? JsonTypes.None : _types & JsonTypes.Any;
        if (_number is not null || (_types & (JsonTypes.Whole | JsonTypes.WrittenWhole)) != 0 || _limit != ScalarLimit.None)
        {
            plain &= ~JsonTypes.Number;
        }

        if (_text is not null || _limit != ScalarLimit.None)
        {
            plain &= ~JsonTypes.String;
        }

        if (_array is not null)
        {
            plain &= ~JsonTypes.Array;
        }

        if (_object is not null)
        {
            plain &= ~JsonTypes.Object;
        }

        return plain & _recordTypes;
    }
}
