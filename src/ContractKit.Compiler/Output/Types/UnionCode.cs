using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Output.Types;

/// <summary>Renders one of several kinds of objects: an abstract record with a sealed record a branch nested in it, and one for what is none of them.</summary>
internal static class UnionCode
{
    /// <summary>The abstract record and its branches.</summary>
    public static Code Render(UnionContract union, TypeRendering outside)
    {
        var nested = union.Branches.Select(static branch => branch.Record.Name).Append(union.Unknown).ToList();
        var use = outside.Within(nested);
        var isRecord = use.Consumer.Records;
        var kind = isRecord ? Code.Of($"record") : Code.Of($"class");
        var name = union.Name;
        return Code.Of(
            $$"""
            {{Docs.Of(union.Documentation, "One of several kinds of objects.")}}
            {{use.Obsolete(union.Deprecated)}}
            {{use.Attributes(union.Location)}}
            [{{use.Attribute("JsonConverter")}}(typeof({{name}}.Converter))]
            {{use.Visibility}} abstract partial {{kind}} {{name}}
            {
                {{Lookups(union, use)}}

                // Only the branches below derive from it.
                private {{name}}()
                {
                }

                {{FaceCode.Render(name, isStruct: false, use)}}

                {{Code.Paragraphs(union.Branches, branch => RecordCode.RenderBranch(branch, name, nested, use))}}

                {{Unknown(union, use)}}

                {{ConverterCode.Render(Code.Of($"{name}"), isStruct: false, hides: false, union.Evaluated, union.RefusesNull, null, Read(union, use), Write(union), use)}}
            }
            """);
    }

    // The words of all branches in one table; or, where no property tells them apart, a validator a branch.
    private static Code Lookups(UnionContract union, TypeRendering use)
    {
        if (union.Discriminator is { } property)
        {
            var type = use.Spell(KnownType.Discriminator);
            var words = union.Branches.SelectMany(static branch => branch.Words).Select(Literal.String);
            return Code.Of($"private static readonly {type} s_branches = new {type}({Code.List([Literal.String(property), .. words])});");
        }

        var evaluator = use.Spell(KnownType.SchemaEvaluator);
        return Code.Lines(union.Branches.Select((branch, index) =>
        {
            var rules = branch.Evaluated.Select(use.RuleOf).Where(static rule => !rule.IsEmpty).ToList();
            return rules.Count == 0
                ? Code.Empty
                : Code.Of($"private static readonly {evaluator} s_branch{index} = {branch.Record.Name}.Converter.Instance.Evaluate;");
        }));
    }

    private static Code Unknown(UnionContract union, TypeRendering use)
    {
        var isRecord = use.Consumer.Records;
        var element = use.Spell(KnownType.JsonElement);
        var equality = use.Spell(KnownType.ValueEquality);
        var notNull = use.Consumer.LanguageVersion >= 900 ? Code.Of($"other is not null") : Code.Of($"!(other is null)");
        return Code.Of(
            $$"""
            /// <summary>What is none of the kinds that this contract has; it is kept and written back.</summary>
            {{use.GeneratedCode}}
            [{{use.Attribute("JsonConverter")}}(typeof({{union.Name}}.{{union.Unknown}}.Converter))]
            public sealed partial {{(isRecord ? Code.Of($"record") : Code.Of($"class"))}} {{union.Unknown}} : {{union.Name}}{{Code.When(!isRecord, $", {use.Spell(KnownType.IEquatable)}<{union.Unknown}>")}}
            {
                /// <summary>A value of no known kind.</summary>
                public {{union.Unknown}}({{element}} value) => Value = value;

                /// <summary>The value as it came.</summary>
                public {{Code.When(union.Branches.Any(static branch => branch.Record.Name.Identifier == "Value"), $"new ")}}{{element}} Value { get; }

                /// <summary>Whether both are the same JSON value.</summary>
                public bool Equals({{union.Unknown}}{{use.Q}} other) => {{notNull}} && {{equality}}.AreEqual(Value, other.Value);

                {{Code.When(!isRecord,
                    $$"""
                    /// <inheritdoc />
                    public override bool Equals(object{{use.Q}} obj) => Equals(obj as {{union.Unknown}});

                    """)}}
                /// <inheritdoc />
                public override int GetHashCode() => (int)Value.ValueKind;

                {{ConverterCode.Render(
                    Code.Of($"{union.Unknown}"),
                    isStruct: false,
                    hides: true,
                    [],
                    refusesNull: false,
                    parts: null,
                    Code.Of(
                        $$"""
                        var value = cursor.ReadElement();
                        return cursor.Failed ? null : new {{union.Unknown}}(value);
                        """),
                    Code.Of($"output.WriteElement(value.Value);"),
                    use)}}
            }
            """);
    }

    private static Code Read(UnionContract union, TypeRendering use)
    {
        if (union.Discriminator is null)
        {
            return Code.Of(
                $$"""
                {{Code.Lines(union.Branches.Select((branch, index) => Code.Of(
                    $$"""
                    if ({{use.Spell(KnownType.UnionProbe)}}.Keeps(cursor, s_branch{{index}}))
                    {
                        return {{branch.Record.Name}}.Converter.Instance.ReadValue(ref cursor);
                    }

                    """)))}}
                return {{union.Unknown}}.Converter.Instance.ReadValue(ref cursor);
                """);
        }

        var cases = new List<Code>();
        var word = 0;
        foreach (var branch in union.Branches)
        {
            foreach (var _ in branch.Words)
            {
                cases.Add(Code.Of($"case {word++}:"));
            }

            cases.Add(Code.Of($"    return {branch.Record.Name}.Converter.Instance.ReadValue(ref cursor);"));
        }

        return Code.Of(
            $$"""
            switch (s_branches.Find(cursor))
            {
                {{Code.Lines(cases)}}
                default:
                    return {{union.Unknown}}.Converter.Instance.ReadValue(ref cursor);
            }
            """);
    }

    private static Code Write(UnionContract union)
    {
        var names = union.Branches.Select(static branch => branch.Record.Name).Concat([union.Unknown]);
        return Code.Of(
            $$"""
            switch (value)
            {
                {{Code.Lines(names.Select((name, index) => Code.Of(
                    $"""
                    case {name} branch{index}:
                        {name}.Converter.Instance.WriteValue(ref output, branch{index});
                        break;
                    """)))}}
            }
            """);
    }
}
