using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Documents.Manifest;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Model.Services;

/// <summary>Looks whether the types that services and their operations are made into have names of their own.</summary>
internal static class ServiceNames
{
    /// <summary>The services, without those that would have a type of a name that is taken: each is reported, and its code would not compile.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="types">The names of the types that are made of schemas.</param>
    /// <param name="problems">What is wrong.</param>
    public static EquatableArray<ServiceContract> Check(ManifestContract manifest, IEnumerable<CSharpName> types, List<Problem> problems)
    {
        var taken = new HashSet<CSharpName>(types);
        var services = new List<ServiceContract>();

        // Files that come with every manifest; Roslyn tells names of files apart ignoring case.
        var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "ContractJson", "Endpoints" };
        foreach (var service in manifest.Services)
        {
            var clash = service.Types.FirstOrDefault(name => taken.Contains(name) || ImportedTypes.OfEveryProject.Contains(name.Identifier));
            if (clash == default && service.Files.Any(files.Contains))
            {
                clash = service.Name;
            }

            if (clash == default)
            {
                files.UnionWith(service.Files);
                services.Add(service);
                taken.UnionWith(service.Types);
                continue;
            }

            var place = (manifest.Json.Root as JsonObject)?["services"]?.Value as JsonObject;
            var operation = service.Operations.FirstOrDefault(operation => operation.Result == clash || operation.Exception == clash);
            var member = place?[service.Name.Identifier];
            var named = operation is null ? member : ((member?.Value as JsonObject)?["operations"]?.Value as JsonObject)?[operation.Name.Identifier] ?? member;
            problems.Add(ManifestRules.NameClash.At(
                manifest.Json.Text,
                named?.NameSpan ?? new TextSpan(manifest.Json.Root?.Span.Start ?? 0, 1),
                Message(clash, ImportedTypes.OfEveryProject.Contains(clash.Identifier), operation is null ? "service" : "operation")));
        }

        return services.ToEquatableArray();
    }
    private static string Message(CSharpName clash, bool isImported, string what) => isImported
        ? $"A type {clash.Identifier} would be made for this, and most files import another one of that name from .NET: give the {what} another name."
        : $"{clash.Identifier} would be made for this, and there is another one of that name: give the {what} another name.";
}
