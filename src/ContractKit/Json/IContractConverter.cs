using System;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ContractKit.Json;

/// <summary>What a resolver needs to know of a <see cref="ContractConverter{T}"/> of any type.</summary>
public interface IContractConverter
{
    /// <summary>The type that it reads and writes.</summary>
    Type ContractType { get; }

    /// <summary>Metadata of that type for those options, made without reflection.</summary>
    JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options);

    /// <summary>Where the type's schema is kept while a value is read: the converters of parts that must do so too; null where it takes a pass of its own.</summary>
    IContractConverter[]? ReadParts { get; }

    /// <summary>Where the type's schema allows whatever the C# type can hold: the converters of parts for which that must be so too; null where it does not.</summary>
    IContractConverter[]? HeldParts { get; }
}
