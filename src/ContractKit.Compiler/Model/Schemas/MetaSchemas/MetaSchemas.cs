using System;
using System.Collections.Generic;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>The meta-schemas of the dialects, which are built in. As documents they go by their URI.</summary>
internal static class MetaSchemas
{
    private const string Draft201909 = "https://json-schema.org/draft/2019-09/";
    private const string Draft202012 = "https://json-schema.org/draft/2020-12/";

    private static readonly Dictionary<string, Lazy<JsonDocument>> s_documents = Documents(
        ("http://json-schema.org/draft-04/schema", MetaSchemasToDraft07.Draft04),
        ("http://json-schema.org/draft-06/schema", MetaSchemasToDraft07.Draft06),
        ("http://json-schema.org/draft-07/schema", MetaSchemasToDraft07.Draft07),
        (Draft201909 + "schema", MetaSchema201909.Schema),
        (Draft201909 + "meta/core", MetaSchema201909.Core),
        (Draft201909 + "meta/applicator", MetaSchema201909.Applicator),
        (Draft201909 + "meta/validation", MetaSchema201909.Validation),
        (Draft201909 + "meta/meta-data", MetaSchema201909.MetaData),
        (Draft201909 + "meta/format", MetaSchema201909.Format),
        (Draft201909 + "meta/content", MetaSchema201909.Content),
        (Draft202012 + "schema", MetaSchema202012.Schema),
        (Draft202012 + "meta/core", MetaSchema202012.Core),
        (Draft202012 + "meta/applicator", MetaSchema202012.Applicator),
        (Draft202012 + "meta/unevaluated", MetaSchema202012.Unevaluated),
        (Draft202012 + "meta/validation", MetaSchema202012.Validation),
        (Draft202012 + "meta/meta-data", MetaSchema202012.MetaData),
        (Draft202012 + "meta/format-annotation", MetaSchema202012.FormatAnnotation),
        (Draft202012 + "meta/format-assertion", MetaSchema202012.FormatAssertion),
        (Draft202012 + "meta/content", MetaSchema202012.Content));

    /// <summary>The URIs of all of them.</summary>
    public static IEnumerable<string> Uris => s_documents.Keys;

    /// <summary>The meta-schema of that URI, without a fragment, or null.</summary>
    public static JsonDocument? Find(string uri) => s_documents.TryGetValue(uri, out var document) ? document.Value : null;

    private static Dictionary<string, Lazy<JsonDocument>> Documents(params (string Uri, string Text)[] texts)
    {
        var documents = new Dictionary<string, Lazy<JsonDocument>>(StringComparer.Ordinal);
        foreach (var (uri, text) in texts)
        {
            documents.Add(uri, new Lazy<JsonDocument>(() => JsonReader.Read(new DocumentText(uri, text))));
        }

        return documents;
    }
}
