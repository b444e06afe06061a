using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Services;
using ContractKit.Compiler.Model.Types;
using ContractKit.Compiler.Model.Validation;

namespace ContractKit.Compiler.Model;

/// <summary>What is made of a document for one manifest. Equal contracts give the same text; no place in the document's text is part of them, so that a moved line re-emits nothing.</summary>
/// <param name="Facts">What the manifest says of all its documents.</param>
/// <param name="Consumer">The project that gets the code.</param>
/// <param name="Path">The document.</param>
/// <param name="Types">The types that are at home in it.</param>
/// <param name="Rules">The validators of its schemas.</param>
/// <param name="Classes">The public classes that judge documents by its schemas.</param>
/// <param name="Services">The services, where the document is the manifest.</param>
/// <param name="ManifestTypes">The names of all types, where the document is the manifest.</param>
public sealed record DocumentContract(
    ManifestFacts Facts,
    Consumer Consumer,
    string Path,
    DocumentTypes Types,
    DocumentValidators Rules,
    EquatableArray<SchemaClass> Classes,
    EquatableArray<ServiceContract> Services,
    EquatableArray<CSharpName> ManifestTypes)
{
    /// <summary>Whether the document is the manifest.</summary>
    public bool IsManifest => Path == Facts.Path;

    /// <summary>Whether there is nothing to render.</summary>
    public bool IsEmpty => Types.Types.IsEmpty && Rules.Rules.IsEmpty && Classes.IsEmpty && Services.IsEmpty && !IsManifest;
}

/// <summary>A bound document: two outputs, so that a moved squiggle never re-emits code.</summary>
/// <param name="Contract">What is to be rendered.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record BoundDocument(DocumentContract Contract, EquatableArray<Problem> Problems);
