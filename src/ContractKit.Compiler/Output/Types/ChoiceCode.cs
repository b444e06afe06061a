using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Output.Types;

/// <summary>Renders a value of one of several kinds: a struct with a property a kind, of which one is set.</summary>
internal static class ChoiceCode
{
    /// <summary>The struct.</summary>
    public static Code Render(ChoiceContract choice, TypeRendering use)
    {
        var members = new InnerNames(choice.Kinds.Select(static kind => kind.Name));
        var shapes = new ShapeCode(use, members);
        var kinds = choice.Kinds.Select(kind => new Kind(kind, CSharpName.Of(NameWords.Camel(kind.Name.Identifier)))).ToList();
        var name = choice.Name;
        // Without a record around it nobody else would remember how its text was spelt.
        var residue = Code.When(kinds.Any(static kind => ShapeCode.MayBeRespelled(kind.Shape)), use.Spell(KnownType.Residue));
        return Code.Of(
            $$"""
            {{Docs.Of(choice.Documentation, "A value of one of several kinds.")}}
            {{use.Obsolete(choice.Deprecated)}}
            {{use.Attributes(choice.Location)}}
            [{{use.Attribute("JsonConverter")}}(typeof({{name}}.Converter))]
            {{use.Visibility}} readonly partial struct {{name}} : {{use.Spell(KnownType.IEquatable)}}<{{name}}>
            {
                {{Code.Lines(kinds.Where(static kind => ShapeCode.NeedsField(kind.Shape)).Select(kind => Code.Of(
                    $"private static readonly {shapes.ConverterType(kind.Shape)} {kind.Field} = {shapes.Converter(kind.Shape)};")))}}
                {{Code.When(!residue.IsEmpty, $"private readonly {residue} _residue;")}}

                private {{name}}({{Code.List(kinds.Select(kind => Code.Of($"{Nullable(kind, shapes)} {kind.Local} = null")).Append(Code.When(!residue.IsEmpty, $"{residue} residue = default")))}})
                {
                    {{Code.Lines(kinds, static kind => Code.Of($"{kind.Name} = {kind.Local};"))}}
                    {{Code.When(!residue.IsEmpty, $"_residue = residue;")}}
                }

                {{Code.Paragraphs(kinds, kind => Property(name, kind, shapes))}}

                {{FaceCode.Render(name, isStruct: true, use)}}

                /// <summary>Whether both are of the same kind and equal.</summary>
                public bool Equals({{name}} other) =>
                    {{Code.Join("\n&& ", kinds, kind => shapes.AreEqual(kind.Shape, Code.Of($"{kind.Name}"), Code.Of($"other.{kind.Name}"), Code.Of($"{kind.Field}")))}};

                /// <inheritdoc />
                public override bool Equals(object{{use.Q}} obj) => obj is {{name}} other && Equals(other);

                /// <inheritdoc />
                public override int GetHashCode() => new {{use.Spell(KnownType.ValueHash)}}(){{Code.Join("", kinds.Where(static kind => kind.Shape is ScalarShape { Kind: not ScalarKind.Bytes }).Select(static kind => Code.Of($".And({kind.Name})")))}}.Value;

                /// <summary>Whether both are of the same kind and equal.</summary>
                public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);

                /// <summary>Whether they differ.</summary>
                public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);

                {{ConverterCode.Render(Code.Of($"{name}"), isStruct: true, hides: false, choice.Evaluated, choice.RefusesNull, null, Read(name, kinds, residue, shapes, use, members), Write(kinds, residue, shapes, use), use)}}
            }
            """);
    }

    private sealed record Kind(ChoiceKindContract Contract, CSharpName Local)
    {
        public CSharpName Name => Contract.Name;

        public TypeShape Shape => Contract.Shape.NotNull;

        public CSharpName Field => CSharpName.Of("s_" + Local.Identifier);
    }

    private static Code Nullable(Kind kind, ShapeCode shapes) => shapes.TypeName(new NullableShape(kind.Shape));

    private static Code Property(CSharpName choice, Kind kind, ShapeCode shapes)
    {
        var type = shapes.TypeName(kind.Shape);
        // C# has no conversions from interfaces; lists and maps come in by a method.
        var maker = kind.Shape is ListShape or MapShape
            ? Code.Of(
                $"""
                /// <summary>The value of that kind.</summary>
                public static {choice} {CSharpName.Of("From" + kind.Name.Identifier)}({type} value) => new {choice}({kind.Local}: value);
                """)
            : Code.Of(
                $"""
                /// <summary>The value of that kind.</summary>
                public static implicit operator {choice}({type} value) => new {choice}({kind.Local}: value);
                """);
        return Code.Of(
            $$"""
            {{DocComment.Summary("The value, where it is " + Article(kind.Contract.Kind) + "; else null.")}}
            public {{Nullable(kind, shapes)}} {{kind.Name}} { get; }

            {{maker}}
            """);
    }

    private static Code Read(CSharpName choice, List<Kind> kinds, Code residue, ShapeCode shapes, TypeRendering use, InnerNames members)
    {
        var jsonKind = use.Spell(KnownType.JsonKind, members);
        var remembers = !residue.IsEmpty;
        return Code.Of(
            $$"""
            {{Code.When(remembers,
                $$"""
                var start = cursor.Position;
                var respelled = cursor.Respelled;
                cursor.Respelled = false;
                {{choice}} value;
                """)}}
            switch (cursor.Kind)
            {
                {{Code.Lines(kinds, kind =>
                {
                    var value = Code.Of($"new {choice}({kind.Local}: {shapes.Read(kind.Shape, Code.Of($"{kind.Field}"))});");
                    return Code.Of(
                        $"""
                        {Labels(kind.Contract.Kind, jsonKind)}
                            {(remembers ? Code.Of($"value = {value}\nbreak;") : Code.Of($"return {value}"))}
                        """);
                })}}
                default:
                    cursor.Fail({{use.Spell(KnownType.JsonFaultKind, members)}}.UnexpectedKind);
                    return default;
            }

            {{Code.When(remembers,
                $$"""
                if (cursor.Respelled)
                {
                    var residue = default({{residue}});
                    residue.Keep(ref cursor, start, 0);
                    value = new {{choice}}({{Code.List(kinds, static kind => Code.Of($"value.{kind.Name}"))}}, residue);
                    residue.Learn(this, value);
                }

                cursor.Respelled = respelled;
                return value;
                """)}}
            """);
    }

    private static Code Write(List<Kind> kinds, Code residue, ShapeCode shapes, TypeRendering use)
    {
        var modern = use.Consumer.LanguageVersion >= 800;
        return Code.Of(
            $$"""
            {{Code.When(!residue.IsEmpty, $"var start = output.Length;")}}
            {{Code.Join("\nelse ", kinds, kind => Code.Of(
                $$"""
                if (value.{{kind.Name}} is {{(modern ? Code.Of($"{{ }} {kind.Local}") : Code.Of($"{shapes.TypeName(kind.Shape)} {kind.Local}"))}})
                {
                    {{shapes.Write(kind.Shape, Code.Of($"{kind.Local}"), Code.Of($"{kind.Field}"))}}
                }
                """))}}
            else
            {
                output.Refuse("No value has been set.");
            }

            {{Code.When(!residue.IsEmpty, $"value._residue.Restore(ref output, start, 0);")}}
            """);
    }

    private static Code Labels(JsonKinds kind, Code jsonKind) => kind switch
    {
        JsonKinds.String => Code.Of($"case {jsonKind}.String:"),
        JsonKinds.Boolean => Code.Of($"case {jsonKind}.True:\ncase {jsonKind}.False:"),
        JsonKinds.Array => Code.Of($"case {jsonKind}.Array:"),
        JsonKinds.Object => Code.Of($"case {jsonKind}.Object:"),
        _ => Code.Of($"case {jsonKind}.Number:"),
    };

    private static string Article(JsonKinds kind) => kind switch
    {
        JsonKinds.String => "a text",
        JsonKinds.Boolean => "true or false",
        JsonKinds.Array => "a list",
        JsonKinds.Object => "an object",
        JsonKinds.Integer => "an integer",
        _ => "a number",
    };
}
