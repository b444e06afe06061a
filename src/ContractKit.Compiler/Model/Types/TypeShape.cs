using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Model.Types;

/// <summary>The C# type of a JSON value. Equal shapes are the same C# type.</summary>
public abstract record TypeShape
{
    /// <summary>The shape that holds anything: <c>JsonElement</c>.</summary>
    public static TypeShape Element { get; } = new ElementShape();

    /// <summary>Text.</summary>
    public static TypeShape String { get; } = ScalarShape.Of(ScalarKind.String);

    /// <summary>The same shape with room for a JSON null.</summary>
    public TypeShape OrNull => this is NullableShape or ElementShape ? this : new NullableShape(this);

    /// <summary>The shape without room for a JSON null.</summary>
    public TypeShape NotNull => this is NullableShape nullable ? nullable.Inner : this;
}

/// <summary>A value of a type that .NET or C# has.</summary>
public sealed record ScalarShape(ScalarKind Kind) : TypeShape
{
    private static readonly ScalarShape?[] s_shapes = new ScalarShape?[System.Enum.GetValues(typeof(ScalarKind)).Length];

    /// <summary>The shape of a kind: one object, since contracts are kept.</summary>
    public static ScalarShape Of(ScalarKind kind) => s_shapes[(int)kind] ??= new ScalarShape(kind);
}

/// <summary>Any JSON value: <c>JsonElement</c>.</summary>
public sealed record ElementShape : TypeShape;

/// <summary>A generated type.</summary>
/// <param name="Name">The type as it is written: <c>OpenTaskState</c> where the enum is open.</param>
/// <param name="Kind">What kind of type it is.</param>
public sealed record NamedShape(CSharpName Name, NamedKind Kind) : TypeShape;

/// <summary>An array whose items are alike: <c>IReadOnlyList&lt;T&gt;</c>.</summary>
public sealed record ListShape(TypeShape Item) : TypeShape;

/// <summary>An object whose members are alike and have names of their own choice: <c>IReadOnlyDictionary&lt;string, T&gt;</c>.</summary>
public sealed record MapShape(TypeShape Value) : TypeShape;

/// <summary>A value or a JSON null.</summary>
public sealed record NullableShape(TypeShape Inner) : TypeShape;

/// <summary>The types of C# and .NET that a JSON value can have.</summary>
public enum ScalarKind
{
    /// <summary><c>string</c>.</summary>
    String,

    /// <summary><c>bool</c>.</summary>
    Boolean,

    /// <summary><c>int</c>.</summary>
    Int32,

    /// <summary><c>long</c>.</summary>
    Int64,

    /// <summary><c>double</c>.</summary>
    Double,

    /// <summary><c>decimal</c>.</summary>
    Decimal,

    /// <summary><c>DateTimeOffset</c>, an RFC 3339 date-time.</summary>
    DateTimeOffset,

    /// <summary><c>DateOnly</c>, an RFC 3339 full-date; <c>DateTime</c> where .NET lacks it.</summary>
    DateOnly,

    /// <summary><c>Guid</c>, an RFC 4122 uuid.</summary>
    Guid,

    /// <summary><c>byte[]</c>, RFC 4648 base64.</summary>
    Bytes,
}

/// <summary>The kinds of generated types.</summary>
public enum NamedKind
{
    /// <summary>An object with known members: a sealed record.</summary>
    Record,

    /// <summary>One of several kinds of objects: an abstract record with a sealed record a branch.</summary>
    Union,

    /// <summary>An array whose items have a schema each: a sealed record with a property an item.</summary>
    Tuple,

    /// <summary>One of several kinds of simple values: a struct with a property a kind.</summary>
    Choice,

    /// <summary>A closed list of words or integers: an enum.</summary>
    Enum,

    /// <summary>A list of words or integers that may grow: a struct around the enum.</summary>
    OpenEnum,
}
