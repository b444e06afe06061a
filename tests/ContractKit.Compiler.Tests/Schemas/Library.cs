using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Tests.Schemas;

/// <summary>Libraries made of a few texts, with contracts.json in the top folder.</summary>
internal sealed class Library
{
    private readonly JsonDocument _manifest = Read("contracts.json", "{}");

    public Library(params (string Path, string Text)[] documents)
        : this(SchemaResources.None, documents)
    {
    }

    public Library(SchemaResources resources, params (string Path, string Text)[] documents) =>
        Schemas = SchemaLibrary.Create(documents.Select(document => Read(document.Path, document.Text)), resources);

    public SchemaLibrary Schemas { get; }

    public List<Problem> ManifestProblems { get; } = [];

    public static JsonDocument Read(string path, string text) => JsonReader.Read(new DocumentText(path, text));

    public Schema? Find(string reference) =>
        Schemas.Open(_manifest, new JsonString(new TextSpan(0, 2), reference), ManifestProblems);

    public Schema Open(string reference) => Find(reference) ?? throw new Xunit.Sdk.XunitException(ManifestProblems[0].Message);

    /// <summary>Problems as "id@the text they stand at".</summary>
    public IReadOnlyList<string> Check(string path)
    {
        var text = Schemas.Document(path)!.Text.Text;
        return [.. Schemas.Check(path).Select(problem => problem.Rule.Id + "@" + text.Substring(problem.Span.Start, problem.Span.Length))];
    }
}
