using System;
using System.Collections.Generic;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Validation;

namespace ContractKit.Compiler.Output.Validation;

/// <summary>Writes instructions as expressions of the run-time library's rules.</summary>
internal sealed class RuleCode(string path, ValidatorNames names, Code notNull, Code library)
{
    private static readonly ValueKinds[] s_kinds =
        [ValueKinds.Object, ValueKinds.Array, ValueKinds.String, ValueKinds.Number, ValueKinds.Boolean, ValueKinds.Null, ValueKinds.Whole, ValueKinds.WrittenWhole];

    private readonly HashSet<SchemaLocation> _written = [];

    /// <summary>Notes that a rule stands above from now on, so that what follows may name it.</summary>
    public void Written(SchemaLocation location) => _written.Add(location);

    /// <summary>The expression of a rule.</summary>
    public Code Rule(Instruction instruction) => instruction switch
    {
        ConstantInstruction constant => constant.Allows ? Code.Of($"{library}SchemaRule.Anything") : Code.Of($"{library}SchemaRule.Nothing"),
        RuleInstruction rule => _written.Contains(rule.Target) ? NameOf(rule.Target) : Code.Of($"{library}SchemaRule.Later({Late(rule.Target)})"),
        ScopeInstruction scope => Code.Of($"{library}SchemaRule.InScope(() => {ValidatorNames.ScopeOf(scope.Resource)}{notNull}, {Rule(scope.Schema)})"),
        SchemaInstruction schema => Schema(schema),
        _ => Code.Empty,
    };

    private Code Schema(SchemaInstruction schema)
    {
        if (schema.IsTypeOnly)
        {
            return schema.Types switch
            {
                ValueKinds.String => Code.Of($"{library}SchemaRule.String"),
                ValueKinds.Boolean => Code.Of($"{library}SchemaRule.Boolean"),
                _ => Code.Of($"{library}SchemaRule.OfTypes({Types(schema.Types)})"),
            };
        }

        if (schema.Applicators.Count == 1 && schema.Applicators[0] is ReferenceInstruction reference
            && schema == SchemaInstruction.OfTypes(ValueKinds.Any) with { Applicators = schema.Applicators })
        {
            return Code.Of($"{library}SchemaRule.Reference({Target(reference.Target)})");
        }

        if (schema.Text is { } text && schema == SchemaInstruction.OfTypes(ValueKinds.String) with { Text = text })
        {
            return Call(Code.Of($"{library}SchemaRule.OfText"), Text(text));
        }

        if (schema.Array is { Items: { } items } && schema == SchemaInstruction.OfTypes(ValueKinds.Array) with { Array = ArrayInstruction.Of(items) })
        {
            return Code.Of($"{library}SchemaRule.ArrayOf({Rule(items)})");
        }

        return Call(
            Code.Of($"new {library}SchemaRule"),
            [
                Code.When(schema.Types != ValueKinds.Any, $"types: {Types(schema.Types)}"),
                schema.Constant is { } constant ? Code.Of($"constant: {Values(constant)}") : Code.Empty,
                schema.Values is { } values ? Code.Of($"values: {Values(values)}") : Code.Empty,
                schema.Number is { } number ? Code.Of($"number: {Call(Code.Of($"new {library}NumberRule"), Number(number))}") : Code.Empty,
                schema.Text is { } keywords ? Code.Of($"text: {Call(Code.Of($"new {library}TextRule"), Text(keywords))}") : Code.Empty,
                schema.Array is { } array ? Code.Of($"array: {Call(Code.Of($"new {library}ArrayRule"), Array(array))}") : Code.Empty,
                schema.Object is { } members ? Code.Of($"members: {Call(Code.Of($"new {library}ObjectRule"), Object(members))}") : Code.Empty,
                schema.Limit is { } limit ? Code.Of($"limit: {library}ScalarLimit.{CSharpName.Of(limit.ToString())}") : Code.Empty,
                schema.Applicators.Count > 0 ? Code.Of($"applicators: {ListOf("Applicator", schema.Applicators, Applicator)}") : Code.Empty,
                Unevaluated(schema),
                Code.When(schema.RecordKinds != ValueKinds.Any, $"recordTypes: {Types(schema.RecordKinds)}"),
            ]);
    }

    private Code Unevaluated(SchemaInstruction schema) => schema.UnevaluatedItems is null && schema.UnevaluatedProperties is null
        ? Code.Empty
        : Code.Of($"unevaluated: {Call(
            Code.Of($"new {library}UnevaluatedRule"),
            [Named("items", schema.UnevaluatedItems), Named("properties", schema.UnevaluatedProperties)])}");

    private Code Applicator(ApplicatorInstruction applicator) => applicator switch
    {
        ReferenceInstruction reference => Code.Of($"{library}Applicator.Reference({Target(reference.Target)})"),
        DynamicReferenceInstruction { Anchor: "" } recursive => Code.Of($"{library}Applicator.RecursiveReference({Late(recursive.Initial)})"),
        DynamicReferenceInstruction dynamic => Code.Of($"{library}Applicator.DynamicReference({Literal.String(dynamic.Anchor)}, {Late(dynamic.Initial)})"),
        BranchesInstruction branches => Call(Code.Of($"{library}Applicator.{CSharpName.Of(branches.Kind + "Of")}"), Each(branches.Schemas, Rule)),
        NotInstruction not => Code.Of($"{library}Applicator.Not({Rule(not.Schema)})"),
        ConditionInstruction condition => Call(
            Code.Of($"{library}Applicator.If"),
            [Rule(condition.Condition), Named("then", condition.Then), Named("else", condition.Else)]),
        _ => Code.Empty,
    };

    private Code Values(ValuesInstruction values)
    {
        var others = Each(values.Others, Literal.String);
        if (values.IsConstant && values.Words.Count + values.Others.Count == 1)
        {
            return values.Words.Count == 1 ? Code.Of($"{library}ValuesRule.Constant({Code.List(values.Words, Literal.String)})") : Code.Of($"{library}ValuesRule.ConstantJson({Code.Join(", ", others)})");
        }

        var method = values.IsOpen ? Code.Of($"{library}ValuesRule.OpenEnum") : Code.Of($"{library}ValuesRule.Enum");
        return values.Words.Count == 0
            ? Call(method, [Code.Of($"new string[0]"), .. others])
            : Call(method, [ListOf("", values.Words, Literal.String), .. others]);
    }

    private Code[] Number(NumberInstruction number) =>
    [
        Named("minimum", number.Minimum),
        Named("maximum", number.Maximum),
        Named("exclusiveMinimum", number.ExclusiveMinimum),
        Named("exclusiveMaximum", number.ExclusiveMaximum),
        Named("multipleOf", number.MultipleOf),
    ];

    private Code[] Text(TextInstruction text) =>
    [
        Code.When(text.MinLength > 0, $"minLength: {Int(text.MinLength)}"),
        Code.When(text.MaxLength < int.MaxValue, $"maxLength: {Int(text.MaxLength)}"),
        Named("pattern", text.Pattern),
        Named("format", text.Format),
    ];

    private Code[] Array(ArrayInstruction array) =>
    [
        Named("items", array.Items),
        array.Prefix.Count == 0 ? Code.Empty : Code.Of($"prefix: {ListOf("", array.Prefix, Rule)}"),
        Code.When(array.IsListForm, $"listItems: true"),
        Named("contains", array.Contains),
        Code.When(array.MinContains != 1, $"minContains: {Literal.Int64(array.MinContains)}"),
        Code.When(array.MaxContains != long.MaxValue, $"maxContains: {Literal.Int64(array.MaxContains)}"),
        Code.When(array.Contains is not null && !array.ContainsMarks, $"containsMarks: false"),
        Code.When(array.MinItems > 0, $"minItems: {Literal.Int64(array.MinItems)}"),
        Code.When(array.MaxItems != long.MaxValue, $"maxItems: {Literal.Int64(array.MaxItems)}"),
        Code.When(array.UniqueItems, $"uniqueItems: true"),
    ];

    private Code[] Object(ObjectInstruction members) =>
    [
        members.Properties.Count == 0 ? Code.Empty : Code.Of($"properties: {ListOf("", members.Properties, Property)}"),
        members.Patterns.Count == 0 ? Code.Empty : Code.Of($"patterns: {ListOf("", members.Patterns, pattern => Code.Of($"new {library}PatternRule({Literal.String(pattern.Pattern)}, {Rule(pattern.Schema)})"))}"),
        Named("additional", members.Additional),
        Named("names", members.Names),
        Code.When(members.MinProperties > 0, $"minProperties: {Literal.Int64(members.MinProperties)}"),
        Code.When(members.MaxProperties != long.MaxValue, $"maxProperties: {Literal.Int64(members.MaxProperties)}"),
        Code.When(members.HasDependencies, $"dependencies: true"),
    ];

    private Code Property(PropertyInstruction property) => Call(
        Code.Of($"new {library}PropertyRule"),
        [
            Literal.String(property.Name),
            property.Schema is { } schema ? Rule(schema) : Code.Empty,
            Code.When(property.IsRequired, $"required: true"),
            Code.When(property.RecordsMayLack, $"recordsMayLack: true"),
            property.Needs.Count == 0 ? Code.Empty : Code.Of($"needs: {ListOf("", property.Needs, Literal.String)}"),
            Named("applies", property.Applies),
        ]);

    private Code Types(ValueKinds types) => types == 0 ? Code.Of($"{library}JsonTypes.None") : Code.Join(" | ", TypesOf(types));

    private IEnumerable<Code> TypesOf(ValueKinds types)
    {
        foreach (var kind in s_kinds)
        {
            if ((types & kind) != 0)
            {
                yield return Code.Of($"{library}JsonTypes.{CSharpName.Of(kind.ToString())}");
            }
        }
    }

    private Code Target(SchemaLocation target) => _written.Contains(target) ? NameOf(target) : Late(target);

    // A field that is read in its own initialiser may be null, says the compiler; the lambda runs later.
    private Code Late(SchemaLocation target) => Code.Of($"() => {NameOf(target)}{notNull}");

    private Code NameOf(SchemaLocation target) => target.Path == path
        ? Code.Of($"{ValidatorNames.RuleOf(target)}")
        : Code.Of($"{names.ClassOf(target.Path)}.{ValidatorNames.RuleOf(target)}");

    private Code Named(string parameter, Instruction? instruction) => instruction is null ? Code.Empty : Code.Of($"{CSharpName.Of(parameter)}: {Rule(instruction)}");

    private Code Named(string parameter, string? value) => value is null ? Code.Empty : Code.Of($"{CSharpName.Of(parameter)}: {Literal.String(value)}");

    private Code Int(long count) => Literal.Int32(count > int.MaxValue ? int.MaxValue : (int)count);

    private Code ListOf<T>(string type, EquatableArray<T> items, Func<T, Code> piece)
    {
        var pieces = Each(items, piece);
        var head = type.Length == 0 ? Code.Of($"new[]") : Code.Of($"new {library}Applicator[]");
        return IsShort(pieces)
            ? Code.Of($$"""{{head}} { {{Code.Join(", ", pieces)}} }""")
            : Code.Of($$"""
                {{head}}
                {
                    {{Code.Join(",\n", pieces)}},
                }
                """);
    }

    private Code Call(Code callee, Code[] arguments) => IsShort(arguments)
        ? Code.Of($"{callee}({Code.Join(", ", arguments)})")
        : Code.Of($"""
            {callee}(
                {Code.Join(",\n", arguments)})
            """);

    private static Code[] Each<T>(EquatableArray<T> items, Func<T, Code> piece)
    {
        var pieces = new Code[items.Count];
        for (var i = 0; i < pieces.Length; i++)
        {
            pieces[i] = piece(items[i]);
        }

        return pieces;
    }

    private static bool IsShort(Code[] pieces)
    {
        var length = 0;
        var count = 0;
        var isShort = true;
        foreach (var piece in pieces)
        {
            if (piece.IsEmpty)
            {
                continue;
            }

            count++;
            length += piece.Length + 2;
            isShort = isShort && length <= 100 && !piece.HasLines;
        }

        return isShort || (count == 1 && length <= 100);
    }
}
