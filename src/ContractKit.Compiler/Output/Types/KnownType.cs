using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Output.Types;

/// <summary>A type that generated code names.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
internal sealed record KnownType(Code Namespace, string Name)
{
    /// <summary>The name as code.</summary>
    public Code Short { get; } = Code.Of($"{CSharpName.Of(Name)}");

    public static readonly KnownType DateTimeOffset = System("DateTimeOffset");
    public static readonly KnownType DateOnly = System("DateOnly");
    public static readonly KnownType DateTime = System("DateTime");
    public static readonly KnownType Guid = System("Guid");
    public static readonly KnownType ReadOnlySpan = System("ReadOnlySpan");
    public static readonly KnownType Span = System("Span");
    public static readonly KnownType IEquatable = System("IEquatable");
    public static readonly KnownType IParsable = System("IParsable");
    public static readonly KnownType ISpanFormattable = System("ISpanFormattable");
    public static readonly KnownType IFormatProvider = System("IFormatProvider");
    public static readonly KnownType StringComparer = System("StringComparer");
    public static readonly KnownType ArgumentException = System("ArgumentException");
    public static readonly KnownType ArgumentNullException = System("ArgumentNullException");
    public static readonly KnownType FormatException = System("FormatException");
    public static readonly KnownType List = Collections("IReadOnlyList");
    public static readonly KnownType MutableList = Collections("List");
    public static readonly KnownType Map = Collections("IReadOnlyDictionary");
    public static readonly KnownType Dictionary = Collections("Dictionary");
    public static readonly KnownType JsonElement = new(Code.Of($"System.Text.Json"), "JsonElement");
    public static readonly KnownType Utf8JsonWriter = new(Code.Of($"System.Text.Json"), "Utf8JsonWriter");
    public static readonly KnownType JsonTypeInfo = new(Code.Of($"System.Text.Json.Serialization.Metadata"), "JsonTypeInfo");
    public static readonly KnownType IJsonTypeInfoResolver = new(Code.Of($"System.Text.Json.Serialization.Metadata"), "IJsonTypeInfoResolver");
    public static readonly KnownType Violation = new(Code.Of($"ContractKit"), "ContractViolation");
    public static readonly KnownType ViolationException = new(Code.Of($"ContractKit"), "ContractViolationException");
    public static readonly KnownType ContractConverter = Json("ContractConverter");
    public static readonly KnownType ContractTypeInfoResolver = Json("ContractTypeInfoResolver");
    public static readonly KnownType JsonCursor = Json("JsonCursor");
    public static readonly KnownType JsonOutput = Json("JsonOutput");
    public static readonly KnownType JsonNames = Json("JsonNames");
    public static readonly KnownType JsonMembers = Json("JsonMembers");
    public static readonly KnownType JsonKind = Json("JsonKind");
    public static readonly KnownType JsonFaultKind = Json("JsonFaultKind");
    public static readonly KnownType IContractConverter = Json("IContractConverter");
    public static readonly KnownType NullableConverter = Json("NullableConverter");
    public static readonly KnownType Evaluation = new(Code.Of($"ContractKit.Validation"), "Evaluation");
    public static readonly KnownType SchemaEvaluator = new(Code.Of($"ContractKit.Validation"), "SchemaEvaluator");
    public static readonly KnownType Residue = Values("Residue");
    public static readonly KnownType ListConverter = Values("ListConverter");
    public static readonly KnownType MapConverter = Values("MapConverter");
    public static readonly KnownType NullConverter = Values("NullConverter");
    public static readonly KnownType ValueEquality = Values("ValueEquality");
    public static readonly KnownType ValueHash = Values("ValueHash");
    public static readonly KnownType WireWords = Values("WireWords");
    public static readonly KnownType WireIntegers = Values("WireIntegers");
    public static readonly KnownType Discriminator = Values("Discriminator");
    public static readonly KnownType UnionProbe = Values("UnionProbe");
    public static readonly KnownType JsonNull = Values("JsonNull");

    /// <summary>A type of the namespace <c>ContractKit.Json</c>.</summary>
    public static KnownType Json(string name) => new(Code.Of($"ContractKit.Json"), name);

    private static KnownType System(string name) => new(Code.Of($"System"), name);

    private static KnownType Collections(string name) => new(Code.Of($"System.Collections.Generic"), name);

    private static KnownType Values(string name) => new(Code.Of($"ContractKit.Values"), name);
}
