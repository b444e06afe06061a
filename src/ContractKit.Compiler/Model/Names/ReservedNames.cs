using System;
using System.Collections.Generic;

namespace ContractKit.Compiler.Model.Names;

/// <summary>Names that schemas cannot have, since the generated code or C# itself has them.</summary>
internal static class ReservedNames
{
    /// <summary>What every record has: members of <see cref="object"/>, those that the C# compiler adds to a record, and the contract's own.</summary>
    public static IReadOnlyList<string> RecordMembers { get; } =
    [
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals", "PrintMembers",
        "EqualityContract", "Clone", "Parse", "TryParseJson", "IsValid", "Validate", "ToUtf8Json", "ToJson", "WriteTo", "TypeInfo",
        "WithNull", "Converter",
    ];

    /// <summary>The same for scopes of names, which do not tell case.</summary>
    public static HashSet<string> InRecords { get; } = new(RecordMembers, StringComparer.OrdinalIgnoreCase);

    /// <summary>What every class has.</summary>
    public static HashSet<string> ObjectMembers { get; } =
        ["Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    /// <summary>What no field of the class with the operations of a service must be called.</summary>
    public static HashSet<string> OperationFields { get; } = [.. ObjectMembers, "ContractSecurity"];

    /// <summary>What stands in the namespace of every manifest: its resolver, and the namespace of its endpoints.</summary>
    public static HashSet<string> OwnNames { get; } = ["ContractJson", "ContractServer"];

    /// <summary>What every enum member must not be called.</summary>
    public static IReadOnlyList<string> EnumMembers { get; } =
        ["value__", "Equals", "GetHashCode", "ToString", "GetType", "CompareTo", "HasFlag", "GetTypeCode", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    /// <summary>Where .NET's own names start: a type called so hides them, in its namespace, from all code that spells one in full.</summary>
    public static HashSet<string> NamespaceRoots { get; } = ["System", "Microsoft"];

    /// <summary>
    /// Names that a title or a definition's key gives way to: types that files import by default, those that the generated code itself
    /// names, and the roots of .NET's namespaces. A file's name or the manifest's is kept, and its owner told.
    /// </summary>
    public static HashSet<string> TypeNames { get; } =
    [
        .. ImportedTypes.OfEveryProject, .. ImportedTypes.OfWebProjects,
        .. NamespaceRoots, "ContractKit", "ContractJson", "JsonElement", "JsonConverter", "IReadOnlyList", "IReadOnlyDictionary", "Utf8JsonWriter", "JsonTypeInfo",
        "ContractViolation", "ContractViolationException", "IEquatable", "Dictionary", "List", "ReadOnlySpan", "Span", "Func", "Void",
    ];
}
