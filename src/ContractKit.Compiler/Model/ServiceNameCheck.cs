using System;
using System.Collections.Generic;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Services;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model;

/// <summary>
/// Finds types that are called as something that comes with a service or an operation. Neither gives way: else an operation added
/// today would rename a type that is in use.
/// </summary>
internal static class ServiceNameCheck
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<Problem> Check(ManifestContract manifest, TypeBinder types, SchemaLibrary library, Consumer consumer)
    {
        if (manifest.Services.IsEmpty || (consumer.Parts & (GeneratedParts.Client | GeneratedParts.Server)) == 0)
        {
            yield break;
        }

        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, owner, service, _) in NamesOf(manifest))
        {
            if (taken.TryGetValue(name.Identifier, out var other))
            {
                yield return NameRules.ServiceNameTaken.At(manifest.Json.Text, PlaceOf(manifest, service), $"{owner} and {other} are both called {name.Identifier}; rename one of them.");
            }
            else
            {
                taken[name.Identifier] = owner;
            }
        }

        foreach (var type in types.Names)
        {
            if (taken.TryGetValue(type.Name.Identifier, out var owner) && library.Document(type.Location.Path) is { } document)
            {
                yield return NameRules.ServiceNameTaken.At(
                    document.Text,
                    type.Span,
                    $"The type of this schema and {owner} are both called {type.Name.Identifier}; write \"types\": {{ \"AnotherName\": \"{ReferenceTo(type, ManifestResources.FolderOf(manifest.Json))}\" }} in the manifest.");
            }
        }
    }

    /// <summary>A type's schema as a manifest refers to it.</summary>
    public static string ReferenceTo(ChosenName type, string folder) => DocumentPath.Relative(folder, type.Location.Path) + (type.Location.Pointer.Length == 0 ? "" : "#" + type.Location.Pointer);

    /// <summary>The names that come with the services, and what extends the types.</summary>
    public static IEnumerable<GeneratedName> Declared(ManifestContract manifest, string @namespace)
    {
        foreach (var (name, _, service, partial) in NamesOf(manifest))
        {
            yield return new GeneratedName(@namespace, name, partial, manifest.Json.Text, PlaceOf(manifest, service), "");
        }
    }

    private static TextSpan PlaceOf(ManifestContract manifest, string service) =>
        ((manifest.Json.Root as JsonObject)?["services"]?.Value as JsonObject)?[service]?.NameSpan ?? new TextSpan(0, 1);

    private static IEnumerable<(CSharpName Name, string Owner, string Service, PartialKind Partial)> NamesOf(ManifestContract manifest)
    {
        foreach (var service in manifest.Services)
        {
            var name = service.Name.Identifier;
            yield return (service.Client, "the client of the service " + name, name, PartialKind.Class);
            yield return (service.ClientInterface, "the client's interface of the service " + name, name, PartialKind.Interface);
            yield return (service.ClientOptions, "the client's options of the service " + name, name, PartialKind.None);
            yield return (service.ClientRegistration, "the client's registration of the service " + name, name, PartialKind.None);
            yield return (service.Handler, "the handler of the service " + name, name, PartialKind.Interface);
            yield return (service.Endpoints, "the endpoints of the service " + name, name, PartialKind.None);
            foreach (var operation in service.Operations)
            {
                yield return (operation.Result, "the answers of the operation " + operation.Name.Identifier, name, PartialKind.None);
                yield return (operation.Exception, "the exception of the operation " + operation.Name.Identifier, name, PartialKind.None);
            }
        }
    }
}
