using System;
using System.Collections.Generic;
using ContractKit.Compiler.Output.Types;

namespace ContractKit.Compiler.Output;

/// <summary>
/// How the types of .NET and of the libraries are spelt in one generated file: by their short names, and in full where a generated
/// type of the same namespace has that name. Remembers which namespaces the short names need.
/// </summary>
internal sealed class LibraryNames(TypeRendering rendering)
{
    private static readonly Dictionary<string, string> s_namespaces = new(StringComparer.Ordinal)
    {
        ["Action"] = "System",
        ["ArgumentNullException"] = "System",
        ["Func"] = "System",
        ["IEquatable"] = "System",
        ["IProgress"] = "System",
        ["InvalidOperationException"] = "System",
        ["Obsolete"] = "System",
        ["ReadOnlySpan"] = "System",
        ["String"] = "System",
        ["GeneratedCode"] = "System.CodeDom.Compiler",
        ["EqualityComparer"] = "System.Collections.Generic",
        ["HttpClient"] = "System.Net.Http",
        ["Encoding"] = "System.Text",
        ["CancellationToken"] = "System.Threading",
        ["Task"] = "System.Threading.Tasks",
        ["ValueTask"] = "System.Threading.Tasks",
        ["ContractClientOptions"] = "ContractKit",
        ["ContractConverter"] = "ContractKit.Json",
        ["ContractException"] = "ContractKit",
        ["ContractOperation"] = "ContractKit.Http",
        ["ContractRequest"] = "ContractKit.Http",
        ["ContractRequests"] = "ContractKit",
        ["ContractSecurity"] = "ContractKit.Http",
        ["ContractSender"] = "ContractKit.Http",
        ["ContractText"] = "ContractKit.Http",
        ["ContractTextKind"] = "ContractKit.Http",
        ["ContractHttpHandler"] = "ContractKit.Http",
        ["PollingOptions"] = "ContractKit",
        ["PollingTimeoutException"] = "ContractKit",
        ["ReceivedResponse"] = "ContractKit.Http",
        ["TaskAnswer"] = "ContractKit.Http",
        ["TaskCanceledByServiceException"] = "ContractKit",
        ["TaskCompletion"] = "ContractKit.Http",
        ["TaskFailedException"] = "ContractKit",
        ["UnexpectedResponseException"] = "ContractKit",
        ["IEndpointConventionBuilder"] = "Microsoft.AspNetCore.Builder",
        ["HttpContext"] = "Microsoft.AspNetCore.Http",
        ["IEndpointRouteBuilder"] = "Microsoft.AspNetCore.Routing",
        ["HttpStandardResilienceOptions"] = "Microsoft.Extensions.Http.Resilience",
        ["IHttpClientBuilder"] = "Microsoft.Extensions.DependencyInjection",
        ["IServiceCollection"] = "Microsoft.Extensions.DependencyInjection",
        ["ILoggerFactory"] = "Microsoft.Extensions.Logging",
        ["IOptions"] = "Microsoft.Extensions.Options",
    };

    /// <summary>All names.</summary>
    public static IEnumerable<string> All => s_namespaces.Keys;

    private readonly SortedSet<string> _usings = new(Comparer<string>.Create(CompareNamespaces));

    /// <summary>The namespaces that the names given so far need, System first.</summary>
    public IEnumerable<string> Usings => _usings;

    /// <summary>A type, by its name without type arguments.</summary>
    public Code this[string name]
    {
        get
        {
            var @namespace = s_namespaces[name];
            _usings.Add(@namespace);
            return rendering.Spell(new KnownType(Code.Encoded(@namespace), name));
        }
    }

    /// <summary>Notes a namespace that extension methods come from.</summary>
    public void Use(string @namespace) => _usings.Add(@namespace);

    private static int CompareNamespaces(string left, string right)
    {
        var order = IsSystem(right).CompareTo(IsSystem(left));
        return order != 0 ? order : string.CompareOrdinal(left, right);
    }

    private static bool IsSystem(string @namespace) => @namespace == "System" || @namespace.StartsWith("System.", StringComparison.Ordinal);
}
