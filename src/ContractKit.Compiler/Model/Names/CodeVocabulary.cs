using System.Collections.Generic;

namespace ContractKit.Compiler.Model.Names;

/// <summary>The short names by which generated types call those of .NET and of the library. A generated type of such a name makes all others spell them in full.</summary>
internal static class CodeVocabulary
{
    /// <summary>Those of the library's validators.</summary>
    public static HashSet<string> RuleNames { get; } =
    [
        "Applicator", "ArrayRule", "JsonTypes", "NumberRule", "ObjectRule", "PatternRule", "PropertyRule", "ScalarLimit", "SchemaFormat", "SchemaRule", "SchemaScope",
        "TextRule", "UnevaluatedRule", "ValuesRule",
    ];

    /// <summary>The names. A test holds them against what the output names.</summary>
    public static HashSet<string> Names { get; } =
    [
        "ArgumentException", "ArgumentNullException", "ContractConverter", "ContractKit", "ContractTypeInfoResolver",
        "ContractViolation", "ContractViolationException", "DateOnly", "DateTime", "DateTimeOffset", "Dictionary", "Discriminator",
        "Evaluation", "FormatException", "Guid", "IEquatable", "IFormatProvider", "IJsonTypeInfoResolver", "IParsable",
        "IReadOnlyDictionary", "IReadOnlyList", "ISpanFormattable", "JsonCursor", "JsonElement", "JsonFaultKind", "JsonKind",
        "JsonMembers", "JsonNames", "List", "JsonNull", "JsonOutput", "JsonTypeInfo", "ListConverter", "MapConverter", "NullConverter",
        "NullableConverter", "ReadOnlySpan", "Residue", "SchemaEvaluator", "Span", "StringComparer", "System", "UnionProbe",
        "Utf8JsonWriter", "ValueEquality", "ValueHash", "WireIntegers", "WireWords",
        "ContractType", "ContractTypeAttribute", "ContractEnum", "ContractEnumAttribute", "ContractWord", "ContractWordAttribute",
        "ContractProperty", "ContractPropertyAttribute", "GeneratedCode", "GeneratedCodeAttribute", "JsonConverter", "JsonConverterAttribute",
        "Obsolete", "ObsoleteAttribute", "NotNullWhen", "NotNullWhenAttribute", "SetsRequiredMembers", "SetsRequiredMembersAttribute",
        "BooleanConverter", "BytesConverter", "DateOnlyConverter", "DateTimeConverter", "DateTimeOffsetConverter", "DecimalConverter", "DoubleConverter",
        "ElementConverter", "GuidConverter", "Int32Converter", "Int64Converter", "StringConverter", "SchemaEvaluation",
        .. RuleNames,
    ];
}
