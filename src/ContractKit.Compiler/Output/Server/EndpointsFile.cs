using System;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Output.Server;

/// <summary>The run-time half of endpoints, which is emitted as source since the library does not reference ASP.NET Core.</summary>
internal static class EndpointsFile
{
    /// <summary>A namespace of their own, in which the short names of .NET's types mean those whatever the manifest's types are called.</summary>
    public static CSharpName SubNamespace { get; } = CSharpName.Of("ContractServer");

    /// <summary>The types, without namespace and usings.</summary>
    public static Code Render()
    {
        // A file of this repository, embedded when the compiler was built: no text of a contract is in it.
        var text = EmittedSource.ContractEndpoints.Replace("\r\n", "\n");
        var start = text.IndexOf("    /// <summary>The endpoints of one service", StringComparison.Ordinal);
        var end = text.LastIndexOf('}');
        var lines = text.Substring(start, end - start).TrimEnd().Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = lines[i].StartsWith("    ", StringComparison.Ordinal) ? lines[i].Substring(4) : lines[i];
        }

        return Code.Encoded(string.Join("\n", lines));
    }

    /// <summary>The namespaces that it needs.</summary>
    public static Code[] Usings { get; } =
    [
        Code.Of($"System"), Code.Of($"System.Buffers"), Code.Of($"System.Collections.Generic"), Code.Of($"System.IO.Pipelines"),
        Code.Of($"System.Threading"), Code.Of($"System.Threading.Tasks"), Code.Of($"ContractKit"), Code.Of($"ContractKit.Http"),
        Code.Of($"ContractKit.Json"), Code.Of($"Microsoft.AspNetCore.Authorization"), Code.Of($"Microsoft.AspNetCore.Builder"),
        Code.Of($"Microsoft.AspNetCore.Http"), Code.Of($"Microsoft.AspNetCore.Http.Features"), Code.Of($"Microsoft.AspNetCore.Routing"),
        Code.Of($"Microsoft.Extensions.DependencyInjection"), Code.Of($"Microsoft.Extensions.Hosting"),
        Code.Of($"Microsoft.Extensions.Logging"), Code.Of($"Microsoft.Extensions.Options"),
    ];
}
