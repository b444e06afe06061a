using System;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model;

/// <summary>
/// A document of a manifest together with everything that decides what is made of it: what is bound in one piece, and bound again
/// only when it differs. Equal units have the same manifest facts and consumer, the same text in the document and in all that it
/// reaches, the same dialects there, and are asked for the same types and rules. The library and the links, through which the
/// answers are found, are left out: over equal parts they give equal answers, and they are let go once the unit is bound.
/// </summary>
public sealed class DocumentUnit : IEquatable<DocumentUnit>
{
    private readonly object _gate = new();
    private BoundDocument? _bound;
    private LinkedManifest? _links;
    private UnboundClosure? _unbound;

    internal DocumentUnit(
        ManifestFacts facts,
        Consumer consumer,
        JsonDocument document,
        EquatableArray<ReachedDocument> reached,
        EquatableArray<SchemaClass> classes,
        EquatableArray<CSharpName> manifestTypes,
        EquatableArray<Problem> referenceProblems,
        LinkedManifest links,
        UnboundClosure unbound)
    {
        Facts = facts;
        Consumer = consumer;
        Document = document;
        Reached = reached;
        Classes = classes;
        ManifestTypes = manifestTypes;
        ReferenceProblems = referenceProblems;
        _links = links;
        _unbound = unbound;
    }

    /// <summary>What the manifest says of all its documents.</summary>
    public ManifestFacts Facts { get; }

    /// <summary>The project that gets the code.</summary>
    public Consumer Consumer { get; }

    /// <summary>The document.</summary>
    public JsonDocument Document { get; }

    /// <summary>The documents that it reaches, itself included, by path.</summary>
    public EquatableArray<ReachedDocument> Reached { get; }

    /// <summary>The public classes that judge documents by a schema of this document.</summary>
    public EquatableArray<SchemaClass> Classes { get; }

    /// <summary>The names of all types of the manifest, where this is the manifest's own unit; else none.</summary>
    public EquatableArray<CSharpName> ManifestTypes { get; }

    /// <summary>What is wrong with the document's references, identifiers and dialects. Part of the unit, since the names of files that nothing reaches are in it: "did you mean …?".</summary>
    public EquatableArray<Problem> ReferenceProblems { get; }

    /// <summary>Whether this is the manifest's own unit, which has its services.</summary>
    public bool IsManifest => Document.Path == Facts.Path;

    /// <summary>Binds once, and lets go of what only binding needs.</summary>
    internal BoundDocument Bind(Func<LinkedManifest, BoundDocument> bind)
    {
        lock (_gate)
        {
            if (_bound is null)
            {
                _bound = bind(_links ?? throw new InvalidOperationException("A unit is bound once."));
                _links = null;
                _unbound?.Bound();
                _unbound = null;
            }

            return _bound;
        }
    }

    /// <inheritdoc />
    public bool Equals(DocumentUnit? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Document.Equals(other.Document) && Facts == other.Facts && Consumer == other.Consumer && Reached == other.Reached
            && Classes == other.Classes && ManifestTypes == other.ManifestTypes && ReferenceProblems == other.ReferenceProblems);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as DocumentUnit);

    /// <inheritdoc />
    public override int GetHashCode() => Document.GetHashCode();
}

/// <summary>A document as another one reaches it.</summary>
/// <param name="Document">Its text.</param>
/// <param name="Dialect">Its dialect, which another document may have decided.</param>
/// <param name="Entries">The types that are asked of it.</param>
/// <param name="Rules">The places in it whose rules have a name, since something asks for them.</param>
public sealed record ReachedDocument(
    JsonDocument Document, Dialect? Dialect, DocumentEntries Entries, EquatableArray<SchemaLocation> Rules);

/// <summary>A public class that judges documents by a schema which the manifest names: <c>TaskStatusRequestSchema</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">The schema.</param>
public sealed record SchemaClass(CSharpName Name, SchemaLocation Schema);
