using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ContractKit.Testing;

namespace ContractKit.Analyzers.Tests;

/// <summary>A labelled piece of a consumer's C#.</summary>
/// <param name="File">The corpus file it stands in.</param>
/// <param name="Name">What it shows.</param>
/// <param name="Expected">The ids of the diagnostics that are right for it, in order; none for a negative.</param>
/// <param name="Code">A whole file of C#.</param>
internal sealed record Snippet(string File, string Name, IReadOnlyList<string> Expected, string Code)
{
    private const string Usings = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.IO;
        using System.Linq;
        using System.Linq.Expressions;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.RegularExpressions;
        using System.Threading;
        using System.Threading.Tasks;
        using Newtonsoft.Json;
        using Newtonsoft.Json.Linq;
        using Qolaba.Tasks;
        using Replicas;
        using JsonSerializer = System.Text.Json.JsonSerializer;

        """;

    private const string Parameters = "TaskStatusResponse response, ITaskStatusClient client, TaskStatusRequest request, TaskState state, HttpClient http, string json, byte[] bytes, Prediction prediction, JobRequest job, CancellationToken ct";

    /// <summary>All snippets of a corpus folder.</summary>
    public static IReadOnlyList<Snippet> In(string folder) =>
        [.. Directory.GetFiles(Repository.PathOf("tests", "ContractKit.Analyzers.Tests", folder), "*.txt").OrderBy(static path => path, StringComparer.Ordinal)
            .SelectMany(static path => Parse(Path.GetFileName(path), System.IO.File.ReadAllText(path)))];

    /// <summary>
    /// Reads a corpus file. A snippet starts with <c>## ids | name</c> (<c>-</c> for no ids) and is a run of statements;
    /// with <c>##m</c> the members of a class, with <c>##f</c> a file without its usings.
    /// </summary>
    public static IEnumerable<Snippet> Parse(string file, string text)
    {
        foreach (var part in ("\n" + text.ReplaceLineEndings("\n")).Split("\n##").Skip(1))
        {
            var header = part[..part.IndexOf('\n', StringComparison.Ordinal)];
            var code = part[(header.Length + 1)..].Trim('\n');
            var split = header.IndexOf('|', StringComparison.Ordinal);
            var ids = header[1..split].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static id => id.StartsWith("CK", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            yield return new Snippet(file, header[(split + 1)..].Trim(), ids, header[0] switch
            {
                'f' => Usings + "namespace Consumer;\n" + code,
                'm' => Usings + "namespace Consumer;\npublic class Sample\n{\n" + code + "\n}\n",
                _ => Usings + $"namespace Consumer;\npublic class Sample\n{{\npublic async Task<object?> Run({Parameters})\n{{\nawait Task.Yield();\n{code}\nreturn null;\n}}\n}}\n",
            });
        }
    }
}
