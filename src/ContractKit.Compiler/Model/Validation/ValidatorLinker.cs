using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Finds the schemas whose rules need a name: those that are asked for, and those that others refer to.</summary>
public static class ValidatorLinker
{
    /// <summary>The named schemas of each document that the entries reach, by path; in the order of their text.</summary>
    /// <param name="entries">The schemas that a manifest, a type or a service asks for.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<Schema>> Link(IEnumerable<Schema> entries)
    {
        var named = new HashSet<Schema>();
        var seen = new HashSet<Schema>();
        var open = new Stack<Schema>();
        foreach (var entry in entries)
        {
            Name(entry);
        }

        while (open.Count > 0)
        {
            var schema = open.Pop();
            foreach (var child in SchemaChildren.Of(schema))
            {
                Visit(child);
            }

            if (schema.Ref is { } target)
            {
                Name(target);
            }

            if (schema.DynamicRef is { } dynamic)
            {
                Name(dynamic.Initial);
            }
        }

        return ByDocument(named);

        void Name(Schema schema)
        {
            named.Add(schema);
            Visit(schema);
        }

        void Visit(Schema schema)
        {
            if (!seen.Add(schema) || !schema.DocumentHasReferences)
            {
                return;
            }

            open.Push(schema);
            foreach (var anchor in schema.Resource.DynamicAnchors)
            {
                Name(anchor.Value);
            }
        }
    }

    private static Dictionary<string, IReadOnlyList<Schema>> ByDocument(HashSet<Schema> named)
    {
        var byDocument = new Dictionary<string, IReadOnlyList<Schema>>(StringComparer.Ordinal);
        foreach (var schema in named)
        {
            if (!byDocument.TryGetValue(schema.Document.Path, out var schemas))
            {
                byDocument.Add(schema.Document.Path, schemas = new List<Schema>(1));
            }

            ((List<Schema>)schemas).Add(schema);
        }

        // No two stand at the same place.
        foreach (var schemas in byDocument.Values)
        {
            ((List<Schema>)schemas).Sort(static (left, right) => left.Json.Span.Start.CompareTo(right.Json.Span.Start));
        }

        return byDocument;
    }
}
