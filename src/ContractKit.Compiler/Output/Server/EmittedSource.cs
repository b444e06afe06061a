using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ContractKit.Compiler.Output.Server;

/// <summary>A C# file of this repository that is emitted as it is: what needs ASP.NET Core, which the library does not reference.</summary>
/// <remarks>It is written in C# 7.3 with annotations of nullable references, which are left out for languages that lack them. For these to be told apart, a value that may be null is a <c>Nullable&lt;T&gt;</c>.</remarks>
internal sealed class EmittedSource
{
    // "string? text", "Action<Exception?>", "value!.Length", "default!;": a question has a space before its mark.
    private static readonly Regex s_annotation = new(@"(?<=[\w>\])])(\?(?=[ ,)>;])|!(?=[ ;,).]))", RegexOptions.CultureInvariant);

    private const string UsingStart = "    using global::";

    private EmittedSource(string text)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n');

        // The file's own text, in which nothing of a contract stands.
        Usings = [.. lines.Where(static line => line.StartsWith(UsingStart, StringComparison.Ordinal))
            .Select(static line => line.Substring(UsingStart.Length).TrimEnd(';'))];
        var body = lines.SkipWhile(static line => !line.StartsWith("    /// <", StringComparison.Ordinal)).ToList();
        var end = body.LastIndexOf("}");
        var types = string.Join("\n", body.Take(end).Select(static line => line.StartsWith("    ", StringComparison.Ordinal) ? line.Substring(4) : line));
        Annotated = Code.Encoded(types);
        Bare = Code.Encoded(s_annotation.Replace(types, ""));
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
    public IReadOnlyList<string> Usings { get; }

    /// <summary>The types, without namespace and usings.</summary>
    public Code Types(bool annotated) => annotated ? Annotated : Bare;

    private Code Annotated { get; }

    private Code Bare { get; }
}
