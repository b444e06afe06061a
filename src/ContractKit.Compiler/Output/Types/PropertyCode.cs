using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Output.Types;

/// <summary>What a property is to the type that it stands in.</summary>
internal enum PropertyRole
{
    /// <summary>A member of an object.</summary>
    Member,

    /// <summary>A member of an object, called as a type that is nested in the union of which the object is a branch.</summary>
    HidingMember,

    /// <summary>An item of an array.</summary>
    Item,
}

/// <summary>Renders all that one property of a record gives rise to.</summary>
internal sealed class PropertyCode(PropertyContract property, int index, CSharpName local, PropertyRole role, ShapeCode shapes, TypeRendering use, ItemCount? count = null)
{
    private TypeShape Inner => property.Shape.NotNull;

    private Code Type => shapes.TypeName(property.TypeShape);

    // A converter that takes more than a name to spell is kept in a field, called as its local is.
    private Code Field => ShapeCode.NeedsField(Inner) ? Code.Of($"{CSharpName.Of("s_" + local.Identifier)}") : Code.Empty;

    private Code DefaultField => Code.Of($"{CSharpName.Of("s_" + local.Identifier + "_default")}");

    private Consumer Consumer => use.Consumer;

    /// <summary>The property.</summary>
    public PropertyContract Contract => property;

    /// <summary>Its place among the record's names.</summary>
    public int Index => index;

    /// <summary>Whether the schema allows a null that C# can hold.</summary>
    public bool MayBeNull => property.Shape is NullableShape or ElementShape;

    /// <summary>Whether it counts in the record's hash.</summary>
    public bool Hashes => Inner is ScalarShape { Kind: not ScalarKind.Bytes } or NamedShape { Kind: NamedKind.Enum or NamedKind.OpenEnum };

    /// <summary>Whether the text of its value may be another than the writer's.</summary>
    public bool MayBeRespelled => ShapeCode.MayBeRespelled(property.Shape);

    /// <summary>Whether a record may have to remember something about it.</summary>
    public bool IsRemembered => MayBeRespelled || MayBeNull || property is { Default: not null, Constant: false };

    /// <summary>The field that holds the value's converter, where one is needed.</summary>
    public Code ConverterField()
    {
        var field = Code.When(
            ShapeCode.NeedsField(Inner),
            $"private static readonly {shapes.ConverterType(Inner)} {Field} = {shapes.Converter(Inner, count)};");
        return property.Default is { } value && Inner is ListShape or MapShape or ElementShape
            ? Code.Of(
                $"""
                {field}
                private static readonly {shapes.TypeName(Inner)} {DefaultField} = {(ShapeCode.NeedsField(Inner) ? Field : shapes.Converter(Inner))}.Parse({Literal.String(value.Json)});
                """)
            : field;
    }

    /// <summary>
    /// Whether a constructor with this parameter alone would be taken for that record's copy constructor (C# specification, records):
    /// it would run for every <c>with</c>.
    /// </summary>
    public bool WouldCopy(CSharpName record) => Consumer.Records && Inner is NamedShape named && named.Name == record;

    /// <summary>The property itself.</summary>
    /// <param name="isUnset">Whether no constructor sets it, though it must be set.</param>
    public Code Declaration(bool isUnset = false)
    {
        var required = Code.When(property.Demanded && role != PropertyRole.Item && Consumer.RequiredMembers, $"required ");
        var setter = Consumer.Records ? Code.Of($"init") : Code.Of($"set");
        var initial = property.Default is { } value ? Code.Of($" = {DefaultValue(value)};")
            : Code.When(isUnset && property.Shape is not NullableShape, $" = null!;");
        return Code.Of(
            $$"""
            {{Docs.Of(property.Documentation, role == PropertyRole.Item ? "The item at index " + property.JsonName + "." : "The member \"" + property.JsonName + "\".", property.Default is { } known && !property.Constant ? "Default: " + (known.Json.Length <= 200 ? known.Json : known.Json.Substring(0, 200) + " (and so on)") + "." : "")}}
            {{use.Obsolete(property.Deprecated)}}
            {{Code.When(role != PropertyRole.Item, $"[{use.Attribute("ContractProperty")}({Literal.String(property.JsonName)})]")}}
            public {{Code.When(role == PropertyRole.HidingMember, $"new ")}}{{required}}{{Type}} {{property.Name}} { get; {{setter}}; }{{initial}}
            """);
    }

    /// <summary>Its parameter, where the language has no required properties.</summary>
    public Code Parameter() => Code.Of($"{Type} {local}");

    /// <summary>The assignment of that parameter.</summary>
    public Code Assignment() => Code.Of($"this.{property.Name} = {local};");

    /// <summary>The assignment to that parameter, where it is an <c>out</c> one.</summary>
    public Code Taking() => Code.Of($"{local} = this.{property.Name};");

    /// <summary>The local that a reader gathers its value in.</summary>
    public Code Local()
    {
        if (property.Default is { } value)
        {
            var type = ShapeCode.IsValueType(property.TypeShape) ? Type : shapes.TypeName(new NullableShape(Inner));
            return Code.Of($"{type} {local} = {DefaultValue(value)};");
        }

        if (ShapeCode.IsValueType(property.TypeShape) || !Consumer.NullableAnnotations)
        {
            return Code.Of($"{Type} {local} = default;");
        }

        return Code.Of($"{shapes.TypeName(new NullableShape(Inner))} {local} = null;");
    }

    /// <summary>What the local holds in the end, as a value of the property.</summary>
    public Code Value() =>
        (property.Demanded || property.Default is not null) && property.Shape is not NullableShape && !ShapeCode.IsValueType(property.Shape) ? Code.Of($"{local}{use.Bang}") : Code.Of($"{local}");

    /// <summary>The arm that reads it.</summary>
    /// <param name="keep">What asks the property's rule first, where reading does not ask all that the rule does.</param>
    public Code ReadArm(Code keep)
    {
        var read = Code.Of($"{local} = {shapes.Read(Inner, Field)};");
        if (MayBeRespelled)
        {
            read = Code.Of(
                $$"""
                {{read}}
                residue.Keep(ref cursor, start, {{index}});
                """);
        }

        if (property.Shape is NullableShape)
        {
            // A null that is not written anyway is remembered.
            var note = property.Required || property.Default is not null ? Code.Of($"{local} = null;") : Code.Of($"residue.Mark({index});");
            read = Code.Of(
                $$"""
                if (cursor.TryReadNull())
                {
                    {{note}}
                }
                else
                {
                    {{read}}
                }

                """);
        }

        return Code.Of(
            $$"""
            case {{index}}:
                {{keep}}
                {{read}}
                break;
            """);
    }

    /// <summary>Where it has a default: remembers that it was absent.</summary>
    public Code NoteAbsence() => property is { Default: not null, Constant: false }
        ? Code.Of(
            $$"""
            if (!members.Has({{index}}))
            {
                residue.Mark({{index}});
            }

            """)
        : Code.Empty;

    /// <summary>What writes it.</summary>
    public Code WriteArm()
    {
        var value = Code.Of($"value.{property.Name}");
        if (property.Default is { } known && !property.Constant)
        {
            return Code.Of(
                $$"""
                if (!value._residue.IsMarked({{index}}) || !({{shapes.AreEqual(property.Shape, value, DefaultValue(known), Field)}}))
                {
                    {{WriteMember(value)}}
                }

                """);
        }

        if (property.Required)
        {
            return WriteMember(value);
        }

        var otherwise = Code.When(property.Shape is NullableShape,
            $$"""
            else
            {
                value._residue.WriteNull(ref output, s_names, {{index}});
            }
            """);
        return Code.Of(
            $$"""
            if (value.{{property.Name}} is {{Pattern}})
            {
                {{WriteNamed(Code.Of($"{local}"))}}
            }
            {{otherwise}}

            """);
    }

    /// <summary>An expression that tells whether an item that may be left out is there.</summary>
    public Code IsThere() => Code.Of($"value.{property.Name} != null{Code.When(property.Shape is NullableShape, $" || value._residue.IsMarked({index})")}");

    /// <summary>What writes it as an item; <c>count</c> items are written.</summary>
    public Code WriteItem()
    {
        var value = Code.Of($"value.{property.Name}");
        if (property.Required && property.Shape is not NullableShape)
        {
            return WriteSpelled(value);
        }

        var write = Code.Of(
            $$"""
            if ({{value}} is {{Pattern}})
            {
                {{WriteSpelled(Code.Of($"{local}"))}}
            }
            else
            {
                {{(property.Shape is NullableShape ? Code.Of($"output.WriteNull();") : Code.Of($"output.Refuse({Literal.String("The item at index " + property.JsonName + " has no value, and others follow it.")});"))}}
            }
            """);
        return property.Required
            ? write
            : Code.Of(
                $$"""
                if (count > {{index}})
                {
                    {{write}}
                }

                """);
    }

    /// <summary>A statement that returns a copy in which it is null.</summary>
    public Code SetNull(bool isRecord)
    {
        var none = property.Shape is ElementShape ? Code.Of($"{use.Spell(KnownType.JsonNull)}.Element") : Code.Of($"null");
        return isRecord
            ? Code.Of($"return this with {{ {property.Name} = {none}, _residue = _residue.With({index}) }};")
            : Code.Of(
                $$"""
                copy.{{property.Name}} = {{none}};
                copy._residue = _residue.With({{index}});
                return copy;
                """);
    }

    /// <summary>Whether it is equal in both records.</summary>
    public Code AreEqual() => shapes.AreEqual(property.Shape, Code.Of($"{property.Name}"), Code.Of($"other.{property.Name}"), Field);

    private Code Pattern => Consumer.LanguageVersion >= 800
        ? Code.Of($"{{ }} {local}")
        : Code.Of($"{shapes.TypeName(Inner)} {local}");

    private Code WriteMember(Code value) => property.Shape is NullableShape
        ? Code.Of(
            $$"""
            output.WriteName(s_names, {{index}});
            if ({{value}} is {{Pattern}})
            {
                {{WriteSpelled(Code.Of($"{local}"))}}
            }
            else
            {
                output.WriteNull();
            }

            """)
        : WriteNamed(value);

    // Name and text in one go, since most members are strings.
    private Code WriteNamed(Code value) => Inner is ScalarShape { Kind: ScalarKind.String } && !MayBeRespelled
        ? Code.Of($"output.WriteString(s_names, {index}, {value});")
        : Code.Of(
            $$"""
            output.WriteName(s_names, {{index}});
            {{WriteSpelled(value)}}
            """);

    private Code WriteSpelled(Code value) => MayBeRespelled
        ? Code.Of(
            $$"""
            var at_{{index}} = output.Length;
            {{shapes.Write(Inner, value, Field)}}
            value._residue.Restore(ref output, at_{{index}}, {{index}});
            """)
        : shapes.Write(Inner, value, Field);

    private Code DefaultValue(DefaultContract value) => (value, Inner) switch
    {
        (_, ListShape or MapShape or ElementShape) => DefaultField,
        ({ Enum: { } type, Member: { } member }, _) => Code.Of($"{shapes.Enum(type)}.{member}"),
        (_, ScalarShape { Kind: ScalarKind.String }) => Literal.String(value.Json),
        (_, ScalarShape { Kind: ScalarKind.Boolean }) => Literal.Boolean(value.Json == "true"),
        (_, ScalarShape { Kind: ScalarKind.Int32 }) => Literal.Int32(int.Parse(value.Json, System.Globalization.CultureInfo.InvariantCulture)),
        (_, ScalarShape { Kind: ScalarKind.Int64 }) => Literal.Int64(long.Parse(value.Json, System.Globalization.CultureInfo.InvariantCulture)),
        (_, ScalarShape { Kind: ScalarKind.Decimal }) => Literal.Decimal(value.Json),
        _ => Literal.Double(value.Json),
    };
}
