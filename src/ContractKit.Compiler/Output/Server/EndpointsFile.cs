using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Output.Server;

/// <summary>The run-time half of endpoints, which all services of a manifest share.</summary>
internal static class EndpointsFile
{
    /// <summary>A namespace of their own, in which the short names of .NET's types mean those whatever the manifest's types are called.</summary>
    public static CSharpName SubNamespace { get; } = CSharpName.Of("ContractServer");

    /// <summary>The file.</summary>
    public static ServiceFile Render(Consumer consumer)
    {
        IReadOnlyList<EmittedSource> sources = consumer.Has(ConsumerFeatures.OpenApi)
            ? [.. EmittedSource.Endpoints, EmittedSource.Description]
            : EmittedSource.Endpoints;
        return new ServiceFile(
            "Endpoints",
            SubNamespace,
            Code.Paragraphs(sources, source => source.Types(consumer.NullableAnnotations)),
            [.. sources.SelectMany(static source => source.Usings)
                .Distinct()
                .OrderBy(static import => !import.StartsWith("System", StringComparison.Ordinal))
                .ThenBy(static import => import, StringComparer.Ordinal)]);
    }
}
