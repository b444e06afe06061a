using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Validation;

namespace ContractKit.Testing;

/// <summary>A real schema and real documents that keep it, as they lie beside a checkout.</summary>
/// <param name="Name">The folder.</param>
/// <param name="Schema">The schema's text.</param>
/// <param name="Instances">The documents, in UTF-8.</param>
public sealed record Corpus(string Name, string Schema, IReadOnlyList<byte[]> Instances)
{
    /// <summary>All corpora; none where the data is absent.</summary>
    public static IReadOnlyList<Corpus> All()
    {
        var root = Repository.SharedData is { } data ? Path.Combine(data, "schema-corpora") : null;
        return root is null || !Directory.Exists(root)
            ? []
            : [.. Directory.EnumerateDirectories(root).Order(System.StringComparer.Ordinal).Select(static folder => new Corpus(
                Path.GetFileName(folder),
                File.ReadAllText(Path.Combine(folder, "schema.json")),
                [.. File.ReadLines(Path.Combine(folder, "instances.jsonl")).Where(static line => line.Length > 0).Select(Encoding.UTF8.GetBytes)]))];
    }

    /// <summary>The name as part of a C# name.</summary>
    public string Identifier => "Corpus_" + Name.Replace('-', '_');

    /// <summary>Takes the schemas of corpora the whole way to validators that run.</summary>
    /// <param name="corpora">The corpora.</param>
    /// <param name="options">What validators need to know.</param>
    public static IReadOnlyDictionary<string, CompiledSchema> Compile(IReadOnlyList<Corpus> corpora, ValidatorOptions? options = null)
    {
        var schemas = new CompiledSchemas();
        foreach (var corpus in corpora)
        {
            var document = JsonReader.Read(new DocumentText(corpus.Name + ".json", corpus.Schema));
            var problems = schemas.Add(corpus.Identifier, [document], SchemaResources.None, options);
            if (problems.Count > 0)
            {
                throw new System.InvalidOperationException(corpus.Name + ": " + problems[0].Message);
            }
        }

        var load = schemas.Load();
        return corpora.ToDictionary(static corpus => corpus.Name, corpus => load(corpus.Identifier));
    }
}
