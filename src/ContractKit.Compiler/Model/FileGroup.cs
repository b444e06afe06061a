using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Model;

/// <summary>The contracts that share a file: those of one document, or, where there are many documents, of a bucket of them. Every file costs the compiler about 20 µs on every keystroke, even when nothing changed.</summary>
/// <param name="HintName">The file's name.</param>
/// <param name="Contracts">The contracts, by path.</param>
/// <param name="Converters">The types whose converters the manifest's resolver knows, where the file is that of the resolver; else none.</param>
public sealed record FileGroup(string HintName, EquatableArray<DocumentContract> Contracts, EquatableArray<ConverterOwner> Converters = default)
{
    /// <summary>Up to so many documents of a manifest have a file each.</summary>
    private const int MostSingle = 32;

    /// <summary>About so many documents share a file where there are more.</summary>
    private const int Shared = 48;

    internal static EquatableArray<FileGroup> Of(IReadOnlyList<DocumentContract> contracts)
    {
        var groups = new List<FileGroup>();
        foreach (var manifest in contracts.Where(static contract => !contract.IsEmpty).GroupBy(static contract => contract.Facts).OrderBy(static group => group.Key.Path, StringComparer.Ordinal))
        {
            var documents = manifest.OrderBy(static contract => contract.Path, StringComparer.Ordinal).ToList();
            groups.AddRange(documents.Count <= MostSingle ? Singles(documents) : Buckets(documents));
            var own = documents.Find(static document => document.IsManifest);
            var converters = documents.SelectMany(static document => document.Types.Types).SelectMany(ConverterOwner.Of).ToEquatableArray();
            if (own is not null && !converters.IsEmpty)
            {
                groups.Add(new FileGroup(Prefix(own) + "ContractJson.g.cs", new[] { own with { Services = default, Types = own.Types with { Types = default } } }.ToEquatableArray(), converters));
            }
        }

        // Roslyn wants hint names that differ by more than case.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var contract in contracts.Where(static contract => !contract.Services.IsEmpty))
        {
            taken.UnionWith(contract.Services.SelectMany(static service => service.Files).Append("Endpoints").Select(file => Prefix(contract) + file + ".g.cs"));
        }

        return groups.Select(group => taken.Add(group.HintName) ? group : group with { HintName = Apart(group, taken) }).ToEquatableArray();
    }

    private static IEnumerable<FileGroup> Singles(List<DocumentContract> documents)
    {
        foreach (var document in documents)
        {
            yield return new FileGroup(Prefix(document) + FileName(document) + ".g.cs", new[] { document }.ToEquatableArray());
        }
    }

    // By a hash of the path and never by position: an added schema moves no other.
    private static IEnumerable<FileGroup> Buckets(List<DocumentContract> documents)
    {
        var count = 1;
        while (count * Shared < documents.Count)
        {
            count *= 2;
        }

        var buckets = documents.ToLookup(document => (int)(StableHash.Of(document.Facts.Relative(document.Path)) % (uint)count));
        for (var i = 0; i < count; i++)
        {
            yield return new FileGroup(
                Prefix(documents[0]) + "Schemas" + i.ToString("D3", System.Globalization.CultureInfo.InvariantCulture) + ".g.cs",
                buckets[i].ToEquatableArray());
        }
    }

    private static string Prefix(DocumentContract document) =>
        string.Join(".", document.Facts.Namespace.Select(static name => name.Identifier)) + ".";

    private static string FileName(DocumentContract document)
    {
        var name = document.Path.Substring(document.Path.LastIndexOf('/') + 1);
        var safe = new string([.. name.Where(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.')]);
        safe = safe.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? safe.Substring(0, safe.Length - 5) : safe;
        safe = safe.EndsWith(".schema", StringComparison.OrdinalIgnoreCase) ? safe.Substring(0, safe.Length - 7) : safe;
        return safe.Trim('.') is { Length: > 0 and <= 80 } kept && !kept.Contains("..") ? kept : "Document" + StableHash.Text(name);
    }

    private static string Apart(FileGroup group, HashSet<string> taken)
    {
        var first = group.Contracts.Count > 0 ? group.Contracts[0] : null;
        var name = group.HintName.Substring(0, group.HintName.Length - 5) + "." + StableHash.Text(first is null ? "" : first.Facts.Relative(first.Facts.Path) + "|" + first.Facts.Relative(first.Path)) + ".g.cs";
        taken.Add(name);
        return name;
    }
}
