using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;
using ContractKit.Validation;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Turns one schema into an instruction, with those that stand in it; it never follows a reference.</summary>
internal sealed class SchemaBinder(Func<Schema, bool> isNamed, ValidatorOptions options)
{
    private static readonly string[] s_dependencies = ["dependentRequired", "dependentSchemas"];
    private readonly HashSet<SchemaResource> _resources = [];

    /// <summary>Resources whose dynamic scope instructions enter.</summary>
    public IEnumerable<SchemaResource> Resources => _resources;

    /// <summary>The instruction of a schema that has a name.</summary>
    public Instruction BindRule(Schema schema) => InScope(schema, BindBody(schema));

    /// <summary>The instruction of a schema that stands in another.</summary>
    private Instruction BindInner(Schema parent, Schema schema)
    {
        if (isNamed(schema))
        {
            return new RuleInstruction(schema.Location);
        }

        var body = BindBody(schema);
        return ReferenceEquals(parent.Resource, schema.Resource) ? body : InScope(schema, body);
    }

    /// <summary>A resource without dynamic anchors changes nothing in the dynamic scope; one that is entered twice changes nothing either.</summary>
    private Instruction InScope(Schema schema, Instruction body)
    {
        if (body is ConstantInstruction || schema.Resource.DynamicAnchors.Count == 0)
        {
            return body;
        }

        _resources.Add(schema.Resource);
        return new ScopeInstruction(schema.Resource.Root.Location, body);
    }

    private Instruction BindBody(Schema schema)
    {
        if (schema.Boolean is { } allows)
        {
            return allows ? ConstantInstruction.Anything : ConstantInstruction.Nothing;
        }

        var (limit, kinds) = (options.LimitOf(schema), Kinds(options.KindsOf(schema)));
        if (schema.Groups == KeywordGroups.None && limit is null && kinds == ValueKinds.Any)
        {
            var types = KeywordValues.Types(schema);
            return types == ValueKinds.Any ? ConstantInstruction.Anything : SchemaInstruction.OfTypes(types);
        }

        var looksBack = schema.HasAny(KeywordGroups.Unevaluated) && schema.Dialect >= Dialect.Draft201909;
        var instruction = new SchemaInstruction(
            KeywordValues.Types(schema),
            schema.HasAny(KeywordGroups.Values) ? BindConstant(schema) : null,
            schema.HasAny(KeywordGroups.Values) ? BindValues(schema) : null,
            schema.HasAny(KeywordGroups.Number) ? BindNumber(schema) : null,
            schema.HasAny(KeywordGroups.Text) ? BindText(schema) : null,
            schema.HasAny(KeywordGroups.Array) ? BindArray(schema) : null,
            schema.HasAny(KeywordGroups.Object) ? BindObject(schema) : null,
            limit,
            kinds,
            schema.HasAny(KeywordGroups.InPlace) ? BindApplicators(schema).ToEquatableArray() : default,
            looksBack ? Inner(schema, "unevaluatedItems") : null,
            looksBack ? Inner(schema, "unevaluatedProperties") : null);
        return instruction.Types == ValueKinds.Any && instruction == SchemaInstruction.OfTypes(ValueKinds.Any) ? ConstantInstruction.Anything : instruction;
    }

    private static ValueKinds Kinds(JsonKinds kinds) =>
        (Has(kinds, JsonKinds.Object) ? ValueKinds.Object : 0)
        | (Has(kinds, JsonKinds.Array) ? ValueKinds.Array : 0)
        | (Has(kinds, JsonKinds.String) ? ValueKinds.String : 0)
        | (Has(kinds, JsonKinds.Number) ? ValueKinds.Number : 0)
        | (Has(kinds, JsonKinds.Boolean) ? ValueKinds.Boolean : 0)
        | (Has(kinds, JsonKinds.Null) ? ValueKinds.Null : 0);

    private static bool Has(JsonKinds kinds, JsonKinds kind) => (kinds & kind) != 0;

    private static ValuesInstruction? BindConstant(Schema schema) =>
        schema.Dialect >= Dialect.Draft06 && schema["const"] is { } constant ? Values([constant.Value], isConstant: true, isOpen: false) : null;

    private ValuesInstruction? BindValues(Schema schema) =>
        schema["enum"]?.Value is JsonArray list ? Values(list.Items, isConstant: false, options.IsOpenEnum(schema.Location)) : null;

    private static ValuesInstruction Values(IReadOnlyList<JsonValue> values, bool isConstant, bool isOpen) => new(
        isConstant,
        values.OfType<JsonString>().Select(static word => word.Value).Where(IsText).Distinct(StringComparer.Ordinal).ToEquatableArray(),
        values.Where(static value => value is not JsonString).Select(CanonicalJson.Of).Distinct(StringComparer.Ordinal).ToEquatableArray(),
        isOpen);

    // No document that is read has half of a surrogate pair, so that such a word matches none.
    private static bool IsText(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsHighSurrogate(word[i]) && i + 1 < word.Length && char.IsLowSurrogate(word[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(word[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static NumberInstruction? BindNumber(Schema schema)
    {
        var minimum = KeywordValues.Number(schema, "minimum");
        var maximum = KeywordValues.Number(schema, "maximum");
        var above = KeywordValues.Number(schema, "exclusiveMinimum");
        var below = KeywordValues.Number(schema, "exclusiveMaximum");
        if (schema.Dialect == Dialect.Draft04)
        {
            // There the exclusive keywords are flags of the others (draft-04 validation, sections 5.1.2 and 5.1.3).
            above = KeywordValues.IsTrue(schema, "exclusiveMinimum") ? minimum : null;
            minimum = above is null ? minimum : null;
            below = KeywordValues.IsTrue(schema, "exclusiveMaximum") ? maximum : null;
            maximum = below is null ? maximum : null;
        }

        var divisor = KeywordValues.Number(schema, "multipleOf");
        divisor = divisor is not null && KeywordValues.IsPositive(divisor) ? divisor : null;
        return (minimum ?? maximum ?? above ?? below ?? divisor) is null ? null : new NumberInstruction(minimum, maximum, above, below, divisor);
    }

    private TextInstruction? BindText(Schema schema)
    {
        var minLength = KeywordValues.Count(schema, "minLength") ?? 0;
        var maxLength = KeywordValues.Count(schema, "maxLength") ?? long.MaxValue;
        var pattern = (schema["pattern"]?.Value as JsonString)?.Value;
        pattern = pattern is not null && EcmaPattern.TryRead(pattern, out _, out _) ? pattern : null;
        var format = (options.AssertsFormats || schema.AssertsFormat) && schema["format"]?.Value is JsonString name && FormatCheck.Of(name.Value) != SchemaFormat.None ? name.Value : null;
        return minLength == 0 && maxLength == long.MaxValue && pattern is null && format is null
            ? null
            : new TextInstruction(minLength, maxLength, pattern, format);
    }

    private ArrayInstruction? BindArray(Schema schema)
    {
        var dialect = schema.Dialect;
        var isList = dialect < Dialect.Draft202012 && schema["items"]?.Value is JsonArray;
        var prefix = isList ? InnerList(schema, "items") : dialect >= Dialect.Draft202012 ? InnerList(schema, "prefixItems") : [];
        var items = isList ? Inner(schema, "additionalItems") : Inner(schema, "items");
        var contains = dialect >= Dialect.Draft06 ? Inner(schema, "contains") : null;
        var counts = contains is not null && dialect >= Dialect.Draft201909;
        var instruction = new ArrayInstruction(
            items,
            prefix.ToEquatableArray(),
            isList,
            contains,
            (counts ? KeywordValues.Count(schema, "minContains") : null) ?? 1,
            (counts ? KeywordValues.Count(schema, "maxContains") : null) ?? long.MaxValue,
            contains is not null && dialect >= Dialect.Draft202012,
            KeywordValues.Count(schema, "minItems") ?? 0,
            KeywordValues.Count(schema, "maxItems") ?? long.MaxValue,
            KeywordValues.IsTrue(schema, "uniqueItems"));
        return instruction == ArrayInstruction.Of(null) with { IsListForm = isList } ? null : instruction;
    }

    private ObjectInstruction? BindObject(Schema schema)
    {
        var properties = new PropertyTable();
        if (schema["properties"]?.Value is JsonObject map)
        {
            foreach (var member in map.Members)
            {
                if (SchemaChildren.IsSchema(member.Value))
                {
                    properties[member.Name].Schema ??= BindInner(schema, schema.Subschema("properties", member.Name));
                }
            }
        }

        foreach (var name in KeywordValues.Names(schema["required"]?.Value))
        {
            properties[name.Value].IsRequired = true;
            properties[name.Value].RecordsMayLack = options.MayLack(schema.Location, name.Value);
        }

        var dependencies = BindDependencies(schema, properties);
        var instruction = new ObjectInstruction(
            properties.ToInstructions(),
            BindPatterns(schema).ToEquatableArray(),
            Inner(schema, "additionalProperties"),
            schema.Dialect >= Dialect.Draft06 ? Inner(schema, "propertyNames") : null,
            KeywordValues.Count(schema, "minProperties") ?? 0,
            KeywordValues.Count(schema, "maxProperties") ?? long.MaxValue,
            dependencies);
        return instruction.Properties.IsEmpty && instruction == new ObjectInstruction(default, default, null, null, 0, long.MaxValue, dependencies) ? null : instruction;
    }

    private IEnumerable<PatternInstruction> BindPatterns(Schema schema) =>
        schema["patternProperties"]?.Value is JsonObject map
            ? map.Members.Where(static member => SchemaChildren.IsSchema(member.Value)).Select(static member => member.Name).Distinct(StringComparer.Ordinal)
                .Where(static pattern => EcmaPattern.TryRead(pattern, out _, out _))
                .Select(pattern => new PatternInstruction(pattern, BindInner(schema, schema.Subschema("patternProperties", pattern))))
            : [];

    private bool BindDependencies(Schema schema, PropertyTable properties)
    {
        var found = false;
        if (schema["dependencies"]?.Value is JsonObject dependencies)
        {
            foreach (var member in dependencies.Members)
            {
                found = true;
                AddDependency(schema, "dependencies", member, properties);
            }
        }

        if (schema.Dialect < Dialect.Draft201909)
        {
            return found;
        }

        foreach (var keyword in s_dependencies)
        {
            foreach (var member in (schema[keyword]?.Value as JsonObject)?.Members ?? [])
            {
                AddDependency(schema, keyword, member, properties);
            }
        }

        return found;
    }

    private void AddDependency(Schema schema, string keyword, JsonMember member, PropertyTable properties)
    {
        if (member.Value is JsonArray names)
        {
            foreach (var name in KeywordValues.Names(names))
            {
                properties[member.Name].Need(name.Value);
                _ = properties[name.Value];
            }
        }
        else if (SchemaChildren.IsSchema(member.Value))
        {
            var inner = BindInner(schema, schema.Subschema(keyword, member.Name));
            var property = properties[member.Name];
            property.Applies = property.Applies is { } other
                ? SchemaInstruction.OfTypes(ValueKinds.Any) with { Applicators = new[] { new BranchesInstruction(BranchKind.All, new[] { other, inner }.ToEquatableArray()) }.ToEquatableArray<ApplicatorInstruction>() }
                : inner;
        }
    }

    private IEnumerable<ApplicatorInstruction> BindApplicators(Schema schema)
    {
        if (schema.Ref is { } target)
        {
            yield return new ReferenceInstruction(target.Location);
        }

        if (schema.DynamicRef is { } dynamic)
        {
            yield return dynamic.Anchor is null
                ? new ReferenceInstruction(dynamic.Initial.Location)
                : new DynamicReferenceInstruction(dynamic.Anchor, dynamic.Initial.Location);
        }

        foreach (var (keyword, kind) in new[] { ("allOf", BranchKind.All), ("anyOf", BranchKind.Any), ("oneOf", BranchKind.One) })
        {
            var branches = InnerList(schema, keyword).ToEquatableArray();
            if (branches.Count > 0)
            {
                yield return new BranchesInstruction(kind, branches);
            }
        }

        if (Inner(schema, "not") is { } not)
        {
            yield return new NotInstruction(not);
        }

        if (schema.Dialect >= Dialect.Draft07 && Inner(schema, "if") is { } condition)
        {
            yield return new ConditionInstruction(condition, Inner(schema, "then"), Inner(schema, "else"));
        }
    }

    private Instruction? Inner(Schema schema, string keyword) =>
        schema[keyword] is { } member && SchemaChildren.IsSchema(member.Value) ? BindInner(schema, schema.Subschema(keyword)) : null;

    private IEnumerable<Instruction> InnerList(Schema schema, string keyword) =>
        schema[keyword]?.Value is JsonArray array
            ? array.Items.Select((item, i) => SchemaChildren.IsSchema(item)
                ? BindInner(schema, schema.Subschema(keyword, i.ToString(CultureInfo.InvariantCulture)))
                : ConstantInstruction.Anything)
            : [];
}
