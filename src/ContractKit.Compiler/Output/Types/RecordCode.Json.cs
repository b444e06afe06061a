using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Output.Types;

/// <content>How a record's members go to and from JSON.</content>
internal sealed partial class RecordCode
{
    private Code Read()
    {
        var others = _record.Additional is { } additional
            ? (Local: Code.Of($"{_use.Spell(KnownType.Dictionary)}<string, {_shapes.TypeName(additional.Shape)}>{_use.Q} others = null;"),
                Arm: Code.Of($"s_others.ReadMember(ref cursor, ref others, ref residue);"))
            : (Local: Code.Empty, Arm: Code.Of($"cursor.SkipUnknownMember();"));
        var respelled = _properties.Any(static property => property.MayBeRespelled) || (_record.Additional is { } open && ShapeCode.MayBeRespelled(open.Shape));
        return Code.Of(
            $$"""
            {{(_record.Other is { } other ? Code.Of(
                $$"""
                if (cursor.Kind != {{_use.Spell(KnownType.JsonKind, _members)}}.Object)
                {
                    return new {{_record.Name}} { {{other}} = cursor.ReadElement() };
                }

                """) : Code.Empty)}}
            {{Code.Lines(_properties, static property => property.Local())}}
            {{others.Local}}
            var members = default({{_use.Spell(KnownType.JsonMembers)}});
            {{Code.When(HasResidue, $"var residue = default({_use.Spell(KnownType.Residue)});")}}
            if (!cursor.StartObject())
            {
                return null;
            }

            int member;
            while ((member = cursor.NextMember(s_names, ref members)) != {{_use.Spell(KnownType.JsonNames, _members)}}.End)
            {
                {{Code.When(_properties.Any(static property => property.MayBeRespelled), $"var start = cursor.Position;")}}
                switch (member)
                {
                    {{Code.Lines(_properties, property => property.ReadArm(Keep(property.Index)))}}
                    default:
                        {{others.Arm}}
                        break;
                }
            }

            {{Code.Lines(Required())}}
            if (cursor.Failed)
            {
                return null;
            }

            {{Code.Lines(_properties, static property => property.NoteAbsence())}}
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

    // Asks only when the whole contract is to be kept; where that takes a pass of its own, nothing need be asked here.
    private Code Keep(int index) => _record.Enforcement is { } enforcement && enforcement.Rules[index] >= 0
        ? Code.Of($"cursor.Keep({_use.RuleOf(_record.Location)}, {enforcement.Rules[index]});")
        : Code.Empty;

    private ConverterParts? Parts() =>
        _record.Enforcement is { } enforcement ? new ConverterParts(Code.List(enforcement.Parts, _shapes.Converter), enforcement.IsHeldByType) : null;

    private IEnumerable<Code> Required()
    {
        var mask = 0UL;
        foreach (var property in _properties)
        {
            mask |= property.Contract.Required && property.Index < 64 ? 1UL << property.Index : 0;
        }

        if (mask != 0)
        {
            yield return Code.Of($"cursor.Require(s_names, members, {Literal.Hexadecimal(mask)});");
        }

        foreach (var property in _properties)
        {
            if (property.Contract.Required && property.Index >= 64)
            {
                yield return Code.Of($"cursor.RequireAt(s_names, members, {property.Index});");
            }
        }
    }

    private Code Construct()
    {
        var arguments = HasConstructor
            ? Code.Of($"({Code.List(_demanded, static property => property.Value())})")
            : Code.Empty;
        var set = Code.Lines(_properties, property => Code.When(!HasConstructor || !property.Contract.Demanded, $"{property.Contract.Name} = {property.Value()},"));
        var others = _record.Additional is { } additional
            ? Code.Of($"{additional.Name} = others ?? {_use.Spell(KnownType.MapConverter)}<{_shapes.TypeName(additional.Shape)}>.Empty,")
            : Code.Empty;
        return Code.Of(
            $$"""
            var record = new {{_record.Name}}{{arguments}}
            {
                {{set}}
                {{others}}
                {{Code.When(HasResidue, $"_residue = residue,")}}
            };
            """);
    }

    private Code Write() => Code.Of(
        $$"""
        {{(_record.Other is { } other ? Code.Of(
            $$"""
            if (value.{{other}} is {{_use.Spell(KnownType.JsonElement)}} whole)
            {
                output.WriteElement(whole);
                return;
            }

            """) : Code.Empty)}}
        output.WriteStartObject();
        {{Code.Lines(_properties, static property => property.WriteArm())}}
        {{(_record.Additional is { } additional ? Code.Of($"s_others.WriteMembers(ref output, value.{additional.Name}, s_names, value._residue);") : Code.Empty)}}
        output.WriteEndObject();
        """);
}
