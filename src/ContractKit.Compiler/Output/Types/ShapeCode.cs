using System.Linq;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Output.Types;

/// <summary>Renders what a shape is in C#: its type, and the converter of its values.</summary>
public sealed class ShapeCode(TypeRendering rendering)
{
    private static readonly CSharpName[] s_kinds = [.. System.Enum.GetNames(typeof(ScalarKind)).Select(CSharpName.Of)];

    private readonly InnerNames? _members;

    /// <summary>Renders for the inside of a type with members of those names, which C# would take short names of types for.</summary>
    public ShapeCode(TypeRendering rendering, InnerNames members)
        : this(rendering) => _members = members;

    /// <summary>The C# type, where no name is taken.</summary>
    public static Code Type(TypeShape shape, Consumer consumer) => new ShapeCode(TypeRendering.Plain(consumer)).TypeName(shape);

    /// <summary>An expression for a <c>ContractConverter&lt;T&gt;</c> of the shape's C# type, where no name is taken.</summary>
    public static Code Converter(TypeShape shape, Consumer consumer) => new ShapeCode(TypeRendering.Plain(consumer)).Converter(shape);

    /// <summary>The C# type.</summary>
    public Code TypeName(TypeShape shape) => shape switch
    {
        ScalarShape { Kind: ScalarKind.String } => Code.Of($"string"),
        ScalarShape { Kind: ScalarKind.Boolean } => Code.Of($"bool"),
        ScalarShape { Kind: ScalarKind.Int32 } => Code.Of($"int"),
        ScalarShape { Kind: ScalarKind.Int64 } => Code.Of($"long"),
        ScalarShape { Kind: ScalarKind.Double } => Code.Of($"double"),
        ScalarShape { Kind: ScalarKind.Decimal } => Code.Of($"decimal"),
        ScalarShape { Kind: ScalarKind.Bytes } => Code.Of($"byte[]"),
        ScalarShape { Kind: ScalarKind.DateTimeOffset } => rendering.Spell(KnownType.DateTimeOffset),
        ScalarShape { Kind: ScalarKind.DateOnly } => rendering.Spell(HasDateOnly ? KnownType.DateOnly : KnownType.DateTime),
        ScalarShape { Kind: ScalarKind.Guid } => rendering.Spell(KnownType.Guid),
        ElementShape => rendering.Spell(KnownType.JsonElement),
        NamedShape named => rendering.Name(named.Name),
        ListShape list => Code.Of($"{rendering.Spell(KnownType.List)}<{TypeName(list.Item)}>"),
        MapShape map => Code.Of($"{rendering.Spell(KnownType.Map)}<string, {TypeName(map.Value)}>"),
        NullableShape { Inner: var inner } when IsValueType(inner) => Code.Of($"{TypeName(inner)}?"),
        NullableShape { Inner: var inner } => Code.Of($"{TypeName(inner)}{rendering.Q}"),
        _ => rendering.Spell(KnownType.JsonElement),
    };

    /// <summary>Whether the C# type is a value type.</summary>
    public static bool IsValueType(TypeShape shape) => shape switch
    {
        ScalarShape { Kind: ScalarKind.String or ScalarKind.Bytes } => false,
        ScalarShape or ElementShape or NullableShape => true,
        NamedShape { Kind: var kind } => kind is NamedKind.Choice or NamedKind.Enum or NamedKind.OpenEnum,
        _ => false,
    };

    /// <summary>Whether a value's text may be another than the writer's.</summary>
    public static bool MayBeRespelled(TypeShape shape) => shape switch
    {
        ScalarShape { Kind: ScalarKind.String or ScalarKind.Boolean } => false,
        ScalarShape => true,
        ListShape list => MayBeRespelled(list.Item),
        MapShape map => MayBeRespelled(map.Value),
        NullableShape nullable => MayBeRespelled(nullable.Inner),
        _ => false,
    };

    /// <summary>An expression for a <c>ContractConverter&lt;T&gt;</c> of the shape's C# type.</summary>
    public Code Converter(TypeShape shape) => shape switch
    {
        ScalarShape { Kind: ScalarKind.DateOnly } when !HasDateOnly => Of("DateConverter"),
        ScalarShape scalar => Of(s_kinds[(int)scalar.Kind].Identifier + "Converter"),
        ElementShape => Of("ElementConverter"),
        NamedShape named => Code.Of($"{Owner(named)}.Converter.Instance"),
        ListShape list => Code.Of($"new {rendering.Spell(KnownType.ListConverter)}<{TypeName(list.Item)}>({Converter(list.Item)})"),
        MapShape map => Code.Of($"new {rendering.Spell(KnownType.MapConverter)}<{TypeName(map.Value)}>({Converter(map.Value)})"),
        NullableShape { Inner: var inner } when IsValueType(inner) =>
            Code.Of($"new {rendering.Spell(KnownType.NullableConverter)}<{TypeName(inner)}>({Converter(inner)})"),
        NullableShape { Inner: var inner } => Code.Of($"new {rendering.Spell(KnownType.NullConverter)}<{TypeName(inner)}>({Converter(inner)})"),
        _ => Of("ElementConverter"),
    };

    /// <summary>An expression for a converter of the shape, which counts the items of a list where they are limited.</summary>
    internal Code Converter(TypeShape shape, ItemCount? count) => shape is ListShape list && count is not null
        ? Code.Of($"new {rendering.Spell(KnownType.ListConverter)}<{TypeName(list.Item)}>({Converter(list.Item)}, {Literal.Int64(count.Least)}, {Literal.Int64(count.Most)})")
        : Converter(shape);

    /// <summary>The type of the shape's converter, for a field that holds it.</summary>
    internal Code ConverterType(TypeShape shape) => shape switch
    {
        ListShape list => Code.Of($"{rendering.Spell(KnownType.ListConverter)}<{TypeName(list.Item)}>"),
        MapShape map => Code.Of($"{rendering.Spell(KnownType.MapConverter)}<{TypeName(map.Value)}>"),
        _ => Code.Of($"{rendering.Spell(KnownType.ContractConverter)}<{TypeName(shape)}>"),
    };

    /// <summary>An expression that reads a value at <c>cursor</c>.</summary>
    /// <param name="shape">The value's shape.</param>
    /// <param name="field">The field that holds the converter, where the shape needs one.</param>
    internal Code Read(TypeShape shape, Code field) => shape switch
    {
        ScalarShape { Kind: ScalarKind.DateOnly } when !HasDateOnly => Code.Of($"cursor.ReadDateTime()"),
        ScalarShape scalar => Code.Of($"cursor.Read{s_kinds[(int)scalar.Kind]}()"),
        ElementShape => Code.Of($"cursor.ReadElement()"),
        NamedShape => Code.Of($"{Converter(shape)}.ReadValue(ref cursor)"),
        _ => Code.Of($"{field}.ReadValue(ref cursor)"),
    };

    /// <summary>A statement that writes a value to <c>output</c>.</summary>
    internal Code Write(TypeShape shape, Code value, Code field) => shape switch
    {
        ScalarShape { Kind: ScalarKind.DateOnly } when !HasDateOnly => Code.Of($"output.WriteDateTime({value});"),
        ScalarShape scalar => Code.Of($"output.Write{s_kinds[(int)scalar.Kind]}({value});"),
        ElementShape => Code.Of($"output.WriteElement({value});"),
        NamedShape => Code.Of($"{Converter(shape)}.WriteValue(ref output, {value});"),
        _ => Code.Of($"{field}.WriteValue(ref output, {value});"),
    };

    /// <summary>An expression that tells whether two values are equal.</summary>
    internal Code AreEqual(TypeShape shape, Code left, Code right, Code field) => shape.NotNull switch
    {
        ElementShape or ScalarShape { Kind: ScalarKind.Bytes } =>
            Code.Of($"{rendering.Spell(KnownType.ValueEquality, _members)}.AreEqual({left}, {right})"),
        ListShape or MapShape => Code.Of($"{field}.Equals({left}, {right})"),
        NamedShape { Kind: NamedKind.Record or NamedKind.Union or NamedKind.Tuple } when !rendering.Consumer.Records => Code.Of($"Equals({left}, {right})"),
        _ => Code.Of($"{left} == {right}"),
    };

    /// <summary>A generated enum, where its name may also be a member's.</summary>
    internal Code Enum(CSharpName name) => _members?.Contains(name.Identifier) == true ? rendering.Own(name) : rendering.Name(name);

    /// <summary>Whether a field must hold the shape's converter.</summary>
    internal static bool NeedsField(TypeShape shape) => shape is ListShape or MapShape;

    private bool HasDateOnly => rendering.Consumer.Has(ConsumerFeatures.DateOnly);

    private Code Of(string converter) => Code.Of($"{rendering.Spell(KnownType.Json(converter), _members)}.Instance");

    // An enum's converter is nested in its static class, since an enum can hold none.
    private Code Owner(NamedShape named)
    {
        var owner = named.Kind == NamedKind.Enum ? CSharpName.Of(named.Name.Identifier + "Text") : named.Name;
        return _members?.Contains(owner.Identifier) == true ? rendering.Own(owner) : rendering.Name(owner);
    }
}
