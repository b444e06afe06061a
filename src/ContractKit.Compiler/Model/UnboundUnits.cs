using System;
using System.Collections.Generic;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model;

/// <summary>
/// Counts for each document the closures with it that have units still to be bound, and lets go of what was worked out about a document
/// when there is none left: of thousands of documents all that would live until the last is bound, and be walked over by each
/// garbage collection until then.
/// </summary>
internal sealed class UnboundUnits(SchemaLibrary library, TypeBinder types)
{
    private readonly Dictionary<string, int> _openClosures = new(StringComparer.Ordinal);

    /// <summary>The units that reach those documents.</summary>
    /// <param name="paths">The documents; of the same ones there is one closure.</param>
    /// <param name="documents">The same, as they are reached.</param>
    public UnboundClosure Closure(IReadOnlyCollection<string> paths, EquatableArray<ReachedDocument> documents)
    {
        foreach (var path in paths)
        {
            _openClosures[path] = _openClosures.TryGetValue(path, out var count) ? count + 1 : 1;
        }

        return new UnboundClosure(this, paths, documents);
    }

    internal void LetGo(IReadOnlyCollection<string> paths)
    {
        foreach (var path in paths)
        {
            if (--_openClosures[path] == 0)
            {
                library.LetGo(path, types.LetGo);
                types.LetGo(path);
            }
        }
    }
}

/// <summary>The units of documents that reach the same documents, as far as they are not bound.</summary>
internal sealed class UnboundClosure(UnboundUnits all, IReadOnlyCollection<string> paths, EquatableArray<ReachedDocument> documents)
{
    private int _units;

    /// <summary>The documents that they reach.</summary>
    public EquatableArray<ReachedDocument> Documents => documents;

    /// <summary>One more is to be bound.</summary>
    public void Add() => _units++;

    /// <summary>One of them has been bound.</summary>
    public void Bound()
    {
        if (--_units == 0)
        {
            all.LetGo(paths);
        }
    }
}
