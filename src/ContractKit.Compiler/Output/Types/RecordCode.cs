using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Output.Types;

/// <summary>Renders an object with known members: a sealed record or, for a language without records, a sealed class of the same shape.</summary>
internal sealed partial class RecordCode
{
    private static readonly HashSet<string> s_locals = new(StringComparer.OrdinalIgnoreCase)
    {
        "cursor", "output", "value", "members", "member", "residue", "names", "others", "start", "record", "copy", "other", "whole", "branches",
    };

    private readonly RecordContract _record;
    private readonly TypeRendering _use;
    private readonly CSharpName? _outer;
    private readonly IReadOnlyList<SchemaLocation> _locations;
    private readonly PropertyCode[] _properties;
    private readonly PropertyCode[] _demanded;
    private readonly InnerNames _members;
    private readonly IReadOnlyCollection<CSharpName> _inherited;
    private readonly ShapeCode _shapes;

    private RecordCode(RecordContract record, CSharpName? outer, IReadOnlyList<SchemaLocation> locations, IReadOnlyCollection<CSharpName> inherited, TypeRendering use)
    {
        _record = record;
        _use = use;
        _outer = outer;
        _locations = locations;
        _inherited = inherited;
        _members = new InnerNames(record.Properties.Select(static property => property.Name));
        _shapes = new ShapeCode(use, _members);
        // A field is called as its local; those of the union are inherited.
        var locals = new NameScope(s_locals, inherited.Select(static (_, index) => "branch" + index.ToString(CultureInfo.InvariantCulture)));
        _properties = [.. record.Properties.Select((property, index) => new PropertyCode(property, index, locals.Take(NameWords.Camel(property.Name.Identifier), "Value"), inherited.Contains(property.Name) ? PropertyRole.HidingMember : PropertyRole.Member, _shapes, use, record.Enforcement?.CountOf(index)))];
        _demanded = [.. _properties.Where(static property => property.Contract.Demanded)];
    }

    /// <summary>A record of its own.</summary>
    public static Code Render(RecordContract record, TypeRendering use) => new RecordCode(record, null, record.Evaluated, [], use).Render();

    /// <summary>A branch of a union, nested in it.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="union">The union's name.</param>
    /// <param name="siblings">The names of all types that are nested in the union, which the branch inherits.</param>
    /// <param name="use">What it is rendered with.</param>
    public static Code RenderBranch(BranchContract branch, CSharpName union, IReadOnlyCollection<CSharpName> siblings, TypeRendering use) =>
        new RecordCode(branch.Record, union, branch.Evaluated, siblings, use).Render();

    private bool IsRecord => _use.Consumer.Records;

    // A closed object of plain members has nothing to remember.
    private bool HasResidue => _record.Additional is not null || _properties.Any(static property => property.IsRemembered);

    private bool HasConstructor => _demanded.Length > 0 && !_use.Consumer.RequiredMembers && !IsUnset;

    private bool IsUnset => !_use.Consumer.RequiredMembers && _demanded is [var only] && only.WouldCopy(_record.Name);

    private Code Render()
    {
        var name = _record.Name;
        var full = _outer is { } outer ? Code.Of($"{outer}.{name}") : Code.Of($"{name}");
        var kind = IsRecord ? Code.Of($"record") : Code.Of($"class");
        var visibility = _outer is null ? _use.Visibility : Code.Of($"public");
        var bases = _outer is { } union
            ? Code.Of($" : {union}{Code.When(!IsRecord, $", {_use.Spell(KnownType.IEquatable)}<{name}>")}")
            : Code.When(!IsRecord, $" : {_use.Spell(KnownType.IEquatable)}<{name}>");
        return Code.Of(
            $$"""
            {{Docs.Of(_record.Documentation, "An object of the contract.")}}
            {{_use.Obsolete(_record.Deprecated)}}
            {{_use.Attributes(_record.Location)}}
            [{{_use.Attribute("JsonConverter")}}(typeof({{full}}.Converter))]
            {{visibility}} sealed partial {{kind}} {{name}}{{bases}}
            {
                {{Code.Paragraphs(Members())}}
            }
            """);
    }

    private IEnumerable<Code> Members()
    {
        var name = _record.Name;
        yield return Code.Lines(Fields());
        yield return Constructor();
        foreach (var property in _properties)
        {
            yield return property.Declaration(IsUnset && property.Contract.Demanded);
        }

        yield return Additional();
        yield return Other();
        yield return _outer is null ? FaceCode.Render(name, isStruct: false, _use) : Code.Empty;
        yield return WithNull();
        yield return EqualityCode.Render(name, Tests(), _properties.Where(static property => property.Hashes).Select(static property => property.Contract.Name), _use);
        yield return ConverterCode.Render(Code.Of($"{name}"), isStruct: false, hides: _outer is not null, _locations, _record.RefusesNull, Parts(), Read(), Write(), _use);
    }

    private IEnumerable<Code> Fields()
    {
        var names = Code.List(_properties, static property => Literal.String(property.Contract.JsonName));
        yield return Code.Of($"private static readonly {_use.Spell(KnownType.JsonNames)} s_names = new {_use.Spell(KnownType.JsonNames)}({names});");
        foreach (var property in _properties)
        {
            yield return property.ConverterField();
        }

        if (_record.Additional is { } additional)
        {
            yield return Code.Of($"private static readonly {MapType(additional)} s_others = new {MapType(additional)}({_shapes.Converter(additional.Shape)});");
        }

        yield return Code.When(HasResidue, $"private {_use.Spell(KnownType.Residue)} _residue;");
    }

    private Code Constructor()
    {
        if (!HasConstructor)
        {
            return Code.Empty;
        }

        return Code.Of(
            $$"""
            /// <summary>An object with the members that must be there.</summary>
            public {{_record.Name}}({{Code.List(_demanded, static property => property.Parameter())}})
            {
                {{Code.Lines(_demanded, static property => property.Assignment())}}
            }
            """);
    }

    private Code Additional()
    {
        if (_record.Additional is not { } additional)
        {
            return Code.Empty;
        }

        var setter = IsRecord ? Code.Of($"init") : Code.Of($"set");
        return Code.Of(
            $$"""
            /// <summary>The members that the contract does not name; they are kept and written back.</summary>
            public {{Hides(additional.Name)}}{{_shapes.TypeName(new MapShape(additional.Shape))}} {{additional.Name}} { get; {{setter}}; } = {{_use.Spell(KnownType.MapConverter)}}<{{_shapes.TypeName(additional.Shape)}}>.Empty;
            """);
    }

    private Code Other()
    {
        if (_record.Other is not { } other)
        {
            return Code.Empty;
        }

        var setter = IsRecord ? Code.Of($"init") : Code.Of($"set");
        return Code.Of(
            $$"""
            /// <summary>The value, where it is no object, which the contract allows since it states no type; it is written in the object's place.</summary>
            public {{Hides(other)}}{{_use.Spell(KnownType.JsonElement)}}? {{other}} { get; {{setter}}; }
            """);
    }

    private Code[] Tests()
    {
        var tests = new Code[_properties.Length + (_record.Other is null ? 0 : 1)];
        for (var i = 0; i < _properties.Length; i++)
        {
            tests[i] = _properties[i].AreEqual();
        }

        if (_record.Other is { } value)
        {
            tests[_properties.Length] = Code.Of($"{_use.Spell(KnownType.ValueEquality, _members)}.AreEqual({value}, other.{value})");
        }

        return tests;
    }

    private Code Hides(CSharpName name) => Code.When(_inherited.Contains(name), $"new ");

    private Code WithNull()
    {
        var nullable = _properties.Where(static property => property.MayBeNull).ToList();
        if (nullable.Count == 0)
        {
            return Code.Empty;
        }

        var table = nullable.Count > 50;
        var cases = Code.Lines(nullable, property => Code.Of(
            $$"""
            case {{(table ? Code.Of($"{property.Index}") : Literal.String(property.Contract.JsonName))}}:
                {{property.SetNull(IsRecord)}}
            """));
        var subject = table ? Code.Of($"{_use.Spell(KnownType.Residue, _members)}.IndexOf(s_names, name)") : Code.Of($"name");
        return Code.Of(
            $$"""
            /// <summary>A copy in which that member is there and is <c>null</c>.</summary>
            /// <param name="name">The member's name in JSON.</param>
            /// <exception cref="{{_use.Spell(KnownType.ArgumentException)}}">The contract has no such member, or allows no null there.</exception>
            public {{_record.Name}} WithNull(string name)
            {
                {{Code.When(!IsRecord, $"var copy = ({_record.Name})MemberwiseClone();")}}
                switch ({{subject}})
                {
                    {{cases}}
                    default:
                        throw new {{_use.Spell(KnownType.ArgumentException)}}("No member of that name may be null.", nameof(name));
                }
            }
            """);
    }

    private Code MapType(AdditionalContract additional) => Code.Of($"{_use.Spell(KnownType.MapConverter)}<{_shapes.TypeName(additional.Shape)}>");
}
