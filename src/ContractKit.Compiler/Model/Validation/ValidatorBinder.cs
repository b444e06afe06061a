using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>What validators need to know beside the schemas.</summary>
public sealed class ValidatorOptions
{
    /// <summary>Whether <c>format</c> is an assertion, whatever the meta-schema says: the manifest's <c>formats</c>.</summary>
    public bool AssertsFormats { get; init; }

    /// <summary>Whether a record takes words that the enum at that place does not have.</summary>
    public Func<SchemaLocation, bool> IsOpenEnum { get; init; } = static _ => false;

    /// <summary>What a record's C# type asks of the values of that schema.</summary>
    public Func<Schema, ScalarLimit?> LimitOf { get; init; } = static _ => null;

    /// <summary>The kinds that a record's C# type holds of the values of that schema, where it leaves others open.</summary>
    public Func<Schema, JsonKinds> KindsOf { get; init; } = static _ => JsonKinds.Any;

    /// <summary>Whether a record may lack a member of that name, which the schema at that place requires.</summary>
    public Func<SchemaLocation, string, bool> MayLack { get; init; } = static (_, _) => false;
}

/// <summary>Turns schemas into instructions, document by document.</summary>
public sealed class ValidatorBinder(ValidatorNames names, ValidatorOptions options)
{
    /// <summary>The validators of one document.</summary>
    /// <param name="path">The document.</param>
    /// <param name="entries">The schemas whose rules need a name: all those of the document that <see cref="ValidatorLinker"/> found.</param>
    public DocumentValidators Bind(string path, IReadOnlyCollection<Schema> entries)
    {
        var named = new HashSet<Schema>(entries);
        var binder = new SchemaBinder(named.Contains, options);
        var rules = new Dictionary<SchemaLocation, NamedRule>(entries.Count);
        var resources = new List<SchemaResource>();
        foreach (var schema in entries)
        {
            if (!rules.ContainsKey(schema.Location))
            {
                rules.Add(schema.Location, new NamedRule(schema.Location, ValidatorNames.RuleOf(schema.Location), binder.BindRule(schema)));
                if (schema.Resource.DynamicAnchors.Count > 0)
                {
                    resources.Add(schema.Resource);
                }
            }
        }

        resources.AddRange(binder.Resources);
        var scopes = resources.Count == 0 ? default : resources.Distinct().Select(Scope).ToEquatableArray();
        return new DocumentValidators(path, names.SourceOf(path), names.ClassOf(path), RuleOrder.Of(rules).ToEquatableArray(), scopes);
    }

    private static NamedScope Scope(SchemaResource resource) => new(
        resource.Root.Location,
        ValidatorNames.ScopeOf(resource.Root.Location),
        resource.DynamicAnchors.OrderBy(static anchor => anchor.Key, StringComparer.Ordinal)
            .Select(static anchor => new DynamicAnchor(anchor.Key, anchor.Value.Location)).ToEquatableArray());
}
