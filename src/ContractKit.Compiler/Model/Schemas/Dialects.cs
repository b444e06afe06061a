using System;
using System.Collections.Generic;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>What a <c>$schema</c> makes of a schema.</summary>
/// <param name="Rules">The rules; null where the dialect is not known.</param>
/// <param name="MetaSchemaPath">The custom meta-schema's document; null for the dialects' own.</param>
/// <param name="UnknownVocabulary">A vocabulary that the meta-schema requires and that nobody here knows.</param>
internal sealed record DialectChoice(DialectRules? Rules, string? MetaSchemaPath, string? UnknownVocabulary);

/// <summary>Tells the dialect by <c>$schema</c>, looking up custom meta-schemas among the documents (2020-12 core, section 8.1).</summary>
internal sealed class Dialects(DocumentIndex documents)
{
    private readonly Dictionary<string, DialectChoice> _choices = new(StringComparer.Ordinal);

    /// <summary>The dialect whose own meta-schema has that URI: with http or https, with or without an empty fragment.</summary>
    public static Dialect? Standard(string? metaSchema)
    {
        if (metaSchema is null)
        {
            return null;
        }

        var scheme = metaSchema.IndexOf("://", StringComparison.Ordinal);
        if (scheme is not (4 or 5) || !metaSchema.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return metaSchema.AsSpan(scheme + 3).TrimEnd('#') switch
        {
            "json-schema.org/draft-04/schema" => Dialect.Draft04,
            "json-schema.org/draft-06/schema" => Dialect.Draft06,
            "json-schema.org/draft-07/schema" => Dialect.Draft07,
            "json-schema.org/draft/2019-09/schema" => Dialect.Draft201909,
            "json-schema.org/draft/2020-12/schema" => Dialect.Draft202012,
            _ => null,
        };
    }

    /// <summary>What the <c>$schema</c> of a schema in a document of that path says.</summary>
    public DialectChoice Of(string metaSchema, string path)
    {
        if (Standard(metaSchema) is { } dialect)
        {
            return new DialectChoice(DialectRules.For(dialect), null, null);
        }

        var uri = UriReference.Resolve(UriReference.OfPath(path), UriReference.Split(metaSchema).Uri);
        if (!_choices.TryGetValue(uri, out var choice))
        {
            // A meta-schema that describes itself finds this while its own dialect is being told.
            _choices.Add(uri, new DialectChoice(null, null, null));
            choice = Custom(uri, metaSchema);
            _choices[uri] = choice;
        }

        return choice;
    }

    private DialectChoice Custom(string uri, string metaSchema)
    {
        if (documents.ByUri(uri, draft04: false, metaSchema) is not { Root: JsonObject root } document)
        {
            return new DialectChoice(null, null, null);
        }

        var told = root["$schema"]?.Value as JsonString;
        var of = told is not null ? Of(told.Value, document.Path).Rules : null;
        if (root["$vocabulary"]?.Value is not JsonObject listed)
        {
            // One that only names itself, or an unknown one, says nothing.
            return new DialectChoice(told is null ? DialectRules.For(Dialect.Draft202012) : of, document.Path, null);
        }

        var vocabularies = new Dictionary<string, bool>(StringComparer.Ordinal);
        string? unknown = null;
        Dialect? published = null;
        foreach (var entry in listed.Members)
        {
            var required = entry.Value is JsonBoolean { Value: true };
            vocabularies[entry.Name] = required;
            published ??= Vocabularies.DialectOf(entry.Name);
            if (required && !Vocabularies.IsKnown(entry.Name))
            {
                unknown ??= entry.Name;
            }
        }

        var dialect = of?.Dialect ?? published ?? Dialect.Draft202012;
        var rules = dialect >= Dialect.Draft201909 ? DialectRules.With(dialect, vocabularies) : DialectRules.For(dialect);
        return new DialectChoice(rules, document.Path, unknown);
    }
}
