using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Comparisons;

/// <summary>Which types hold text.</summary>
internal static class Text
{
    /// <summary>Text itself: strings, spans and arrays of characters or UTF-8 bytes.</summary>
    public static bool IsTextual(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String } => true,
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char or SpecialType.System_Byte } => true,
        INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory", TypeArguments: [{ SpecialType: SpecialType.System_Char or SpecialType.System_Byte }] } => true,
        INamedTypeSymbol { Name: "StringValues" or "StringSegment" or "RedisValue" } => true,
        _ => false,
    };

    /// <summary>Text, or something that may hold text: <c>object</c>, <c>dynamic</c>, JSON values.</summary>
    public static bool MayBe(ITypeSymbol? type) =>
        IsTextual(type) || type is { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic or TypeKind.TypeParameter } || Json.IsValue(type);
}
