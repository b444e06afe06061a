using System.Collections.Generic;
using System.Linq;
using System.Text;
using ContractKit.Testing;

namespace ContractKit.Benchmarks.Projects;

/// <summary>Types of nine properties, five of them required, as many as are asked for: as schemas, and as the records and classes of the rivals.</summary>
internal static class NineProperties
{
    public static SchemaFile Manifest { get; } = new("/app/contracts.json", """{ "namespace": "Acme", "types": ["schema/**/*.json"] }""");

    /// <summary>A manifest, and a document for each type.</summary>
    public static IEnumerable<SchemaFile> Documents(int types) => Enumerable.Range(0, types).Select(static i => Document(i)).Append(Manifest);

    /// <summary>The document of one type.</summary>
    /// <param name="number">Which type.</param>
    /// <param name="more">Further properties, with a comma behind them.</param>
    public static SchemaFile Document(int number, string more = "") => new($"/app/schema/thing{number}.schema.json", NinePropertySchema.Of(number, more));

    /// <summary>The same beside a project file.</summary>
    public static IEnumerable<SchemaFile> InProject(int types) => Documents(types).Select(static file => file with { Path = file.Path.Replace("/app/", "", System.StringComparison.Ordinal) });

    /// <summary>One document that has all types among its definitions, and a manifest that names them.</summary>
    public static IEnumerable<SchemaFile> OneDocument(int types, string more = "")
    {
        var text = new StringBuilder("{\n\"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n\"$defs\": {\n");
        text.AppendJoin(",\n", Enumerable.Range(0, types).Select(i => $"\"Thing{i}\": {NinePropertySchema.Of(i, i == 0 ? more : "", "")}"));
        text.Append("}\n}\n");
        var named = string.Join(",\n", Enumerable.Range(0, types).Select(static i => $"\"Thing{i}\": \"schema/all.schema.json#/$defs/Thing{i}\""));
        return [new SchemaFile("/app/schema/all.schema.json", text.ToString()), Manifest with { Text = $$"""{ "namespace": "Acme", "types": { {{named}} } }""" }];
    }

    /// <summary>An OpenAPI document with all types among its components.</summary>
    public static string OpenApi(int types)
    {
        var text = new StringBuilder("{ \"openapi\": \"3.0.0\", \"info\": { \"title\": \"Things\", \"version\": \"1\" }, \"paths\": {}, \"components\": { \"schemas\": {\n");
        text.AppendJoin(",\n", Enumerable.Range(0, types).Select(static i => $"\"Thing{i}\": {NinePropertySchema.Of(i, "", "")}"));
        return text.Append("} } }\n").ToString();
    }

    /// <summary>The bare record: what somebody would write who only wants the type.</summary>
    public static string Record(int number) => $$"""
        namespace Acme;

        public sealed record Thing{{number}}
        {
            public required string Id { get; init; }
            public required string Name{{number}} { get; init; }
            public required string Status { get; init; }
            public required long Count { get; init; }
            public required double Score { get; init; }
            public string? Description { get; init; }
            public string? Owner { get; init; }
            public bool? Active { get; init; }
            public global::System.DateTimeOffset? Created { get; init; }
        }

        """;

    /// <summary>All records and, if wanted, the context for System.Text.Json's generator, as files.</summary>
    public static IEnumerable<SchemaFile> Records(int types, bool context) => Enumerable.Range(0, types).Select(static i => new SchemaFile($"Thing{i}.cs", Record(i)))
        .Concat(context ? [new SchemaFile("Context.cs", Context(types))] : []);

    /// <summary>The context that asks System.Text.Json's generator for all of the records.</summary>
    public static string Context(int types) =>
        "namespace Acme;\n\n"
        + string.Concat(Enumerable.Range(0, types).Select(static i => $"[global::System.Text.Json.Serialization.JsonSerializable(typeof(Thing{i}))]\n"))
        + "internal sealed partial class Context : global::System.Text.Json.Serialization.JsonSerializerContext;\n";
}
