using System.Collections.Generic;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model.Services;

/// <summary>What a contracts.json asks for: schemas to make types of, and services that use them.</summary>
/// <param name="Json">The manifest's file.</param>
/// <param name="Namespace">The namespace of everything generated.</param>
/// <param name="Options">How values are read and checked.</param>
/// <param name="Roots">The schemas that the manifest names, each once, in the order in which they are named.</param>
/// <param name="Services">The services.</param>
public sealed record ManifestContract(
    JsonDocument Json,
    EquatableArray<CSharpName> Namespace,
    ManifestOptions Options,
    IReadOnlyList<SchemaRoot> Roots,
    EquatableArray<ServiceContract> Services);

/// <summary>The manifest's switches.</summary>
/// <param name="Formats">Whether <c>format</c> is asserted.</param>
/// <param name="RejectUnknownEnumValues">Whether a word that an enum lacks is a violation everywhere.</param>
/// <param name="EnforceResponses">Whether the client checks responses against the whole schema.</param>
public sealed record ManifestOptions(FormatPolicy Formats, bool RejectUnknownEnumValues, bool EnforceResponses)
{
    /// <summary>The switches of a manifest that sets none.</summary>
    public static ManifestOptions Default { get; } = new(FormatPolicy.Typed, false, false);
}

/// <summary>What <c>format</c> means (JSON Schema 2020-12 Validation, section 7.2).</summary>
public enum FormatPolicy
{
    /// <summary><c>…Schema</c> annotates; records check the formats that have a C# type. The default.</summary>
    Typed,

    /// <summary>An annotation everywhere.</summary>
    Annotate,

    /// <summary>An assertion everywhere.</summary>
    Assert,
}
