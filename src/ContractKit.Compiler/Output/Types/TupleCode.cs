using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Output.Types;

/// <summary>Renders an array whose items have a schema each: a sealed record or class with a property an item.</summary>
internal sealed class TupleCode
{
    private readonly TupleContract _tuple;
    private readonly TypeRendering _use;
    private readonly PropertyCode[] _items;
    private readonly PropertyCode[] _demanded;
    private readonly InnerNames _members;
    private readonly ShapeCode _shapes;

    private TupleCode(TupleContract tuple, TypeRendering use)
    {
        _tuple = tuple;
        _use = use;
        _members = new InnerNames(tuple.Items.Select(static item => item.Name));
        _shapes = new ShapeCode(use, _members);
        var locals = new NameScope(["cursor", "output", "value", "count", "residue", "others", "start", "record", "other"]);
        _items = [.. tuple.Items.Select((item, index) => new PropertyCode(item, index, locals.Take(NameWords.Camel(item.Name.Identifier), "Value"), PropertyRole.Item, _shapes, use))];
        _demanded = [.. _items.Where(static item => item.Contract.Demanded)];
    }

    /// <summary>The type.</summary>
    public static Code Render(TupleContract tuple, TypeRendering use) => new TupleCode(tuple, use).Render();

    private bool IsRecord => _use.Consumer.Records;

    private bool HasResidue => _tuple.More is not null || _items.Any(static item => item.MayBeRespelled || item.Contract is { Shape: NullableShape, Required: false });

    private Code Render()
    {
        var name = _tuple.Name;
        return Code.Of(
            $$"""
            {{Docs.Of(_tuple.Documentation, "An array of the contract.", "An array in JSON; the properties are its items, in their order.")}}
            {{_use.Obsolete(_tuple.Deprecated)}}
            {{_use.Attributes(_tuple.Location)}}
            [{{_use.Attribute("JsonConverter")}}(typeof({{name}}.Converter))]
            {{_use.Visibility}} sealed partial {{(IsRecord ? Code.Of($"record") : Code.Of($"class"))}} {{name}}{{Code.When(!IsRecord, $" : {_use.Spell(KnownType.IEquatable)}<{name}>")}}
            {
                {{Code.Paragraphs(
                [
                    Fields(),
                    Constructor(),
                    .. _items.Select(item => item.Declaration(IsUnset && item.Contract.Demanded)),
                    More(),
                    Deconstruct(),
                    FaceCode.Render(name, isStruct: false, _use),
                    EqualityCode.Render(name, Tests(), _items.Where(static item => item.Hashes).Select(static item => item.Contract.Name), _use),
                    ConverterCode.Render(Code.Of($"{name}"), isStruct: false, hides: false, _tuple.Evaluated, _tuple.RefusesNull, null, Read(), Write(), _use),
                ])}}
            }
            """);
    }

    private Code Fields() => Code.Lines(
    [
        .. _items.Select(static item => item.ConverterField()),
        _tuple.More is { } more
            ? Code.Of($"private static readonly {ListType(more)} s_others = new {ListType(more)}({_shapes.Converter(more.Shape)});")
            : Code.Empty,
        Code.When(HasResidue, $"private {_use.Spell(KnownType.Residue)} _residue;"),
    ]);

    private bool HasConstructor => _demanded.Length > 0 && !IsUnset;

    private bool IsUnset => _demanded is [var only] && only.WouldCopy(_tuple.Name);

    private Code Constructor() => !HasConstructor
        ? Code.Empty
        : Code.Of(
            $$"""
            /// <summary>An array with the items that must be there.</summary>
            public {{_tuple.Name}}({{Code.List(_demanded, static item => item.Parameter())}})
            {
                {{Code.Lines(_demanded, static item => item.Assignment())}}
            }
            """);

    private Code More() => _tuple.More is { } more
        ? Code.Of(
            $$"""
            /// <summary>The items behind those that the contract tells apart.</summary>
            public {{_shapes.TypeName(new ListShape(more.Shape))}} {{more.Name}} { get; {{(IsRecord ? Code.Of($"init") : Code.Of($"set"))}}; } = {{ListType(more)}}.Empty;
            """)
        : Code.Empty;

    private Code Deconstruct() => _items.Length < 2
        ? Code.Empty
        : Code.Of(
            $$"""
            /// <summary>Takes the items apart.</summary>
            public void Deconstruct({{Code.List(_items, static item => Code.Of($"out {item.Parameter()}"))}})
            {
                {{Code.Lines(_items, static item => item.Taking())}}
            }
            """);

    private Code[] Tests() =>
    [
        .. _items.Select(static item => item.AreEqual()),
        .. _tuple.More is { } more ? new[] { Code.Of($"s_others.Equals({more.Name}, other.{more.Name})") } : [],
    ];

    private Code Read()
    {
        var least = _items.Count(static item => item.Contract.Required);
        var respelled = _items.Any(static item => item.MayBeRespelled) || (_tuple.More is { } open && ShapeCode.MayBeRespelled(open.Shape));
        return Code.Of(
            $$"""
            {{Code.Lines(_items, static item => item.Local())}}
            {{(_tuple.More is { } more ? Code.Of($"{_use.Spell(KnownType.MutableList)}<{_shapes.TypeName(more.Shape)}>{_use.Q} others = null;") : Code.Empty)}}
            {{Code.When(HasResidue, $"var residue = default({_use.Spell(KnownType.Residue)});")}}
            var count = 0;
            if (!cursor.StartArray())
            {
                return null;
            }

            while (cursor.NextItem())
            {
                {{Code.When(_items.Any(static item => item.MayBeRespelled), $"var start = cursor.Position;")}}
                switch (count++)
                {
                    {{Code.Lines(_items, static item => item.ReadArm(Code.Empty))}}
                    default:
                        {{(_tuple.More is null ? Code.Of($"cursor.Skip();") : Code.Of($"s_others.ReadItem(ref cursor, ref others, ref residue, count - 1);"))}}
                        break;
                }
            }

            {{Code.When(least > 0,
                $$"""
                if (count < {{least}})
                {
                    cursor.Fail({{_use.Spell(KnownType.JsonFaultKind, _members)}}.Constraint, {{Literal.String("The array must have at least " + (least == 1 ? "1 item." : least.ToString(System.Globalization.CultureInfo.InvariantCulture) + " items."))}});
                }

                """)}}
            if (cursor.Failed)
            {
                return null;
            }

            {{Construct()}}
            {{Code.When(respelled,
                $$"""
                if (residue.HasTexts)
                {
                    residue.Learn(this, record);
                }

                """)}}
            return record;
            """);
    }

    private Code Construct() => Code.Of(
        $$"""
        var record = new {{_tuple.Name}}{{(!HasConstructor ? Code.Empty : Code.Of($"({Code.List(_demanded, static item => item.Value())})"))}}
        {
            {{Code.Lines(_items.Where(item => !HasConstructor || !item.Contract.Demanded).Select(static item => Code.Of($"{item.Contract.Name} = {item.Value()},")))}}
            {{(_tuple.More is { } more ? Code.Of($"{more.Name} = others ?? {ListType(more)}.Empty,") : Code.Empty)}}
            {{Code.When(HasResidue, $"_residue = residue,")}}
        };
        """);

    private Code Write()
    {
        // Items may be left out from the end only: the last one that is there decides how many are written.
        var counts = new List<Code>();
        if (_tuple.More is { } more)
        {
            counts.Add(Code.Of($"value.{more.Name}.Count > 0 ? {_items.Length}"));
        }

        counts.AddRange(Enumerable.Reverse(_items).TakeWhile(static item => !item.Contract.Required).Select(static item => Code.Of($"{item.IsThere()} ? {item.Index + 1}")));
        var least = _items.Count(static item => item.Contract.Required);
        return Code.Of(
            $$"""
            {{Code.When(least < _items.Length, $"var count = {Code.Join("\n    : ", [.. counts, Code.Of($"{least}")])};")}}
            output.WriteStartArray();
            {{Code.Lines(_items, static item => item.WriteItem())}}
            {{(_tuple.More is { } others ? Code.Of($"s_others.WriteItems(ref output, value.{others.Name}, value._residue, {_items.Length});") : Code.Empty)}}
            output.WriteEndArray();
            """);
    }

    private Code ListType(AdditionalContract more) => Code.Of($"{_use.Spell(KnownType.ListConverter)}<{_shapes.TypeName(more.Shape)}>");
}
