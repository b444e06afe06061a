using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ContractKit.Json;

/// <summary>Gives System.Text.Json the metadata of contract types without reflection, for anybody's options; other types are left to other resolvers.</summary>
public sealed class ContractTypeInfoResolver : IJsonTypeInfoResolver
{
    private readonly Dictionary<Type, IContractConverter> _converters;

    /// <summary>A resolver for the types of those converters.</summary>
    public ContractTypeInfoResolver(params IContractConverter[] converters)
    {
        _converters = new Dictionary<Type, IContractConverter>(converters.Length);
        foreach (var converter in converters)
        {
            _converters[converter.ContractType] = converter;
        }
    }

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        _converters.TryGetValue(type, out var converter) ? converter.CreateTypeInfo(options) : null;

    /// <summary>Options that know that one type.</summary>
    internal static JsonSerializerOptions OptionsFor(IContractConverter converter)
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new ContractTypeInfoResolver(converter) };
        options.MakeReadOnly();
        return options;
    }
}
