using System;
using System.Collections.Generic;
using System.Linq;

namespace ContractKit.Compiler.Output.Server;

/// <summary>A C# file of this repository that is emitted as it is: what needs ASP.NET Core, which the library does not reference.</summary>
internal sealed class EmittedSource
{
    private const string UsingStart = "    using global::";

    private EmittedSource(string text)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n');

        // The file's own text, in which nothing of a contract stands.
        Usings = [.. lines.Where(static line => line.StartsWith(UsingStart, StringComparison.Ordinal))
            .Select(static line => Code.Encoded(line.Substring(UsingStart.Length).TrimEnd(';')))];
        var body = lines.SkipWhile(static line => !line.StartsWith("    /// <", StringComparison.Ordinal)).ToList();
        var end = body.LastIndexOf("}");
        Types = Code.Encoded(string.Join("\n", body.Take(end).Select(static line => line.StartsWith("    ", StringComparison.Ordinal) ? line.Substring(4) : line)));
    }

    /// <summary>What maps endpoints, answers requests and serves the OpenAPI document.</summary>
    public static IReadOnlyList<EmittedSource> Endpoints { get; } =
    [
        new(EmittedText.ContractEndpoints),
        new(EmittedText.ContractCall),
        new(EmittedText.ContractCallBody),
        new(EmittedText.ContractCallParameters),
        new(EmittedText.ContractCallAnswer),
        new(EmittedText.ContractDocument),
    ];

    /// <summary>What describes endpoints to Microsoft.AspNetCore.OpenApi.</summary>
    public static EmittedSource Description { get; } = new(EmittedText.DescribedContract);

    /// <summary>The namespaces that it needs.</summary>
    public IReadOnlyList<Code> Usings { get; }

    /// <summary>The types, without namespace and usings.</summary>
    public Code Types { get; }
}
