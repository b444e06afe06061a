using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Validation;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Runs instructions on values that stand in documents, as the generated validators run them on bytes.</summary>
/// <param name="ruleOf">The instruction of a named schema.</param>
/// <param name="anchorsOf">The dynamic anchors of a resource.</param>
internal sealed partial class Interpreter(Func<SchemaLocation, Instruction> ruleOf, Func<SchemaLocation, IEnumerable<DynamicAnchor>> anchorsOf)
{
    private const int MostSteps = 200_000;
    private const int DeepestCall = 400;

    private readonly List<SchemaLocation> _scopes = [];
    private int _steps;
    private int _depth;

    /// <summary>Why the value breaks the instruction: the keyword that it breaks, or <c>false</c>; null where it keeps it, or where telling would take too long.</summary>
    public string? Judge(Instruction instruction, JsonValue value)
    {
        _steps = 0;
        _depth = 0;
        _scopes.Clear();
        var broken = Run(instruction, value, null);
        return _steps > MostSteps ? null : broken;
    }

    private string? Run(Instruction instruction, JsonValue value, HashSet<JsonValue>? marks)
    {
        if (++_steps > MostSteps || _depth > DeepestCall)
        {
            _steps = MostSteps + 1;
            return null;
        }

        _depth++;
        var broken = instruction switch
        {
            ConstantInstruction constant => constant.Allows ? null : "false",
            RuleInstruction rule => Run(ruleOf(rule.Target), value, marks),
            ScopeInstruction scope => RunInScope(scope, value, marks),
            SchemaInstruction schema => RunSchema(schema, value, marks),
            _ => null,
        };
        _depth--;
        return broken;
    }

    private string? RunInScope(ScopeInstruction scope, JsonValue value, HashSet<JsonValue>? marks)
    {
        _scopes.Add(scope.Resource);
        var broken = Run(scope.Schema, value, marks);
        _scopes.RemoveAt(_scopes.Count - 1);
        return broken;
    }

    private string? RunSchema(SchemaInstruction schema, JsonValue value, HashSet<JsonValue>? marks)
    {
        var own = (schema.UnevaluatedItems ?? schema.UnevaluatedProperties) is null ? marks : [];
        var broken = RunApplicators(schema, value, own) ?? RunOwn(schema, value, own) ?? RunUnevaluated(schema, value, own);
        if (broken is null && own is not null && !ReferenceEquals(own, marks))
        {
            marks?.UnionWith(own);
        }

        return broken;
    }

    private string? RunOwn(SchemaInstruction schema, JsonValue value, HashSet<JsonValue>? marks)
    {
        if ((schema.Types & KindOf(value)) == 0
            || (value is JsonNumber number && (schema.Types & (ValueKinds.Whole | ValueKinds.WrittenWhole)) != 0 && !IsWhole(number, schema.Types)))
        {
            return "type";
        }

        if (schema.Constant is { } constant && !Has(constant, value))
        {
            return "const";
        }

        if (schema.Values is { } values && !Has(values, value))
        {
            return "enum";
        }

        return value switch
        {
            JsonNumber json when schema.Number is { } keywords => RunNumber(keywords, json),
            JsonString json when schema.Text is { } keywords => RunText(keywords, json),
            JsonArray json when schema.Array is { } keywords => RunArray(keywords, json, marks),
            JsonObject json when schema.Object is { } keywords => RunObject(keywords, json, marks),
            _ => null,
        };
    }

    private string? RunApplicators(SchemaInstruction schema, JsonValue value, HashSet<JsonValue>? marks)
    {
        foreach (var applicator in schema.Applicators)
        {
            var broken = applicator switch
            {
                ReferenceInstruction reference => Run(ruleOf(reference.Target), value, marks),
                DynamicReferenceInstruction dynamic => Run(ruleOf(Resolve(dynamic)), value, marks),
                BranchesInstruction { Kind: BranchKind.All } all => all.Schemas.Select(branch => Run(branch, value, marks)).FirstOrDefault(static broken => broken is not null),
                BranchesInstruction { Kind: BranchKind.Any } any => any.Schemas.ToList().Count(branch => Holds(branch, value, marks)) > 0 ? null : "anyOf",
                BranchesInstruction one => one.Schemas.ToList().Count(branch => Holds(branch, value, marks)) == 1 ? null : "oneOf",
                NotInstruction not => Holds(not.Schema, value, null) ? "not" : null,
                ConditionInstruction condition => Holds(condition.Condition, value, marks)
                    ? condition.Then is null ? null : Run(condition.Then, value, marks)
                    : condition.Else is null ? null : Run(condition.Else, value, marks),
                _ => null,
            };
            if (broken is not null)
            {
                return broken;
            }
        }

        return null;
    }

    private bool Holds(Instruction instruction, JsonValue value, HashSet<JsonValue>? marks)
    {
        HashSet<JsonValue>? own = marks is null ? null : [];
        if (Run(instruction, value, own) is not null)
        {
            return false;
        }

        marks?.UnionWith(own!);
        return true;
    }

    private SchemaLocation Resolve(DynamicReferenceInstruction dynamic) =>
        _scopes.SelectMany(anchorsOf).FirstOrDefault(anchor => anchor.Name == dynamic.Anchor)?.Target ?? dynamic.Initial;

    private string? RunUnevaluated(SchemaInstruction schema, JsonValue value, HashSet<JsonValue>? marks)
    {
        var (rule, parts, keyword) = value switch
        {
            JsonArray array => (schema.UnevaluatedItems, array.Items, "unevaluatedItems"),
            JsonObject json => (schema.UnevaluatedProperties, json.Members.Select(static member => member.Value), "unevaluatedProperties"),
            _ => (null, [], ""),
        };
        if (rule is null)
        {
            return null;
        }

        foreach (var part in parts)
        {
            if (marks!.Add(part) && Run(rule, part, null) is not null)
            {
                return keyword;
            }
        }

        return null;
    }

    private static string? RunNumber(NumberInstruction keywords, JsonNumber json)
    {
        var number = Ascii(json.Text);
        return Compare(keywords.Minimum) > 0 ? "minimum"
            : keywords.Maximum is not null && Compare(keywords.Maximum) < 0 ? "maximum"
            : keywords.ExclusiveMinimum is not null && Compare(keywords.ExclusiveMinimum) >= 0 ? "exclusiveMinimum"
            : keywords.ExclusiveMaximum is not null && Compare(keywords.ExclusiveMaximum) <= 0 ? "exclusiveMaximum"
            : keywords.MultipleOf is not null && !new DecimalDivisor(Ascii(keywords.MultipleOf)).Divides(DecimalText.Of(number)) ? "multipleOf"
            : null;

        int Compare(string? bound) => bound is null ? 0 : DecimalText.Compare(DecimalText.Of(Ascii(bound)), DecimalText.Of(number));
    }

    private static string? RunText(TextInstruction keywords, JsonString json)
    {
        var text = Encoding.UTF8.GetBytes(json.Value);
        var length = CodePoints.Count(text);
        return length < keywords.MinLength ? "minLength"
            : length > keywords.MaxLength ? "maxLength"
            : keywords.Pattern is not null && !PatternMatcher.IsMatch(keywords.Pattern, json.Value) ? "pattern"
            : keywords.Format is not null && !FormatCheck.IsOf(FormatCheck.Of(keywords.Format), text) ? "format"
            : null;
    }

    private static bool Has(ValuesInstruction values, JsonValue value) => value switch
    {
        JsonString text => values.Words.Contains(text.Value),
        _ => values.Others.Any(other => JsonValueEquality.AreEqual(JsonReader.Read(new DocumentText("", other)).Root, value)),
    };

    private static bool IsWhole(JsonNumber number, ValueKinds types) =>
        (types & ValueKinds.WrittenWhole) != 0
            ? number.Text.IndexOfAny(['.', 'e', 'E']) < 0
            : DecimalText.Of(Ascii(number.Text)).IsInteger;

    private static ValueKinds KindOf(JsonValue value) => value switch
    {
        JsonObject => ValueKinds.Object,
        JsonArray => ValueKinds.Array,
        JsonString => ValueKinds.String,
        JsonNumber => ValueKinds.Number,
        JsonBoolean => ValueKinds.Boolean,
        _ => ValueKinds.Null,
    };

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
