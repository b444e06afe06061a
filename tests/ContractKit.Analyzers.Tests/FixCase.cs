using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ContractKit.Testing;

namespace ContractKit.Analyzers.Tests;

/// <summary>A piece of C# before and after its repair; after is null where no repair may be offered.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Id">The rule.</param>
/// <param name="Runs">Whether both are run, to show that they answer the same.</param>
/// <param name="Before">A whole file.</param>
/// <param name="After">The file repaired.</param>
/// <param name="Meant">Where the repair changes the answer, since the code was wrong: a file with what was meant, which answers as the repaired one does.</param>
public sealed record FixCase(string Name, string Id, bool Runs, string Before, string? After, string? Meant = null)
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Threading.Tasks;
        using Qolaba.Tasks;
        using Replicas;

        namespace Consumer;

        public static class Sample
        {
            public static object? Run(TaskStatusResponse response, TaskStatusResponse? maybe, string text, JsonElement json, TaskState state, Prediction prediction)
            {

        """;

    private const string Tail = """

                return 0;
            }

            private static string s_answer = "";
            private static int s_asked;

            public static void Answers(string word) => (s_answer, s_asked) = (word, 0);

            // Two answers that the task is pending, then the answer; whoever goes on asking is told of a success, so that every loop ends.
            private static Task<TaskStatusResponse> Ask() =>
                Task.FromResult(new TaskStatusResponse { Status = OpenTaskState.FromText(++s_asked < 3 ? "PENDING" : s_asked < 7 ? s_answer : "SUCCESS") });
        }

        """;

    /// <summary>
    /// All cases. One starts with <c>## id | name</c> (<c>## id run | name</c>: it is run as well) and has the code before and
    /// after, with <c>----</c> between; a single <c>none</c> after it says that nothing may be offered. A third part is what was meant.
    /// </summary>
    public static IReadOnlyList<FixCase> All { get; } =
        [.. Directory.GetFiles(Repository.PathOf("tests", "ContractKit.Analyzers.Tests", "Fixes"), "*.txt").Order(StringComparer.Ordinal).SelectMany(static path => Parse(File.ReadAllText(path)))];

    public override string ToString() => $"{Id} {Name}";

    internal static IEnumerable<FixCase> Parse(string text)
    {
        foreach (var part in ("\n" + text.ReplaceLineEndings("\n")).Split("\n## ").Skip(1))
        {
            var header = part[..part.IndexOf('\n', StringComparison.Ordinal)];
            var sides = part[(header.Length + 1)..].Split("\n----\n");
            var labels = header[..header.IndexOf('|', StringComparison.Ordinal)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var after = sides[1].Trim('\n');
            yield return new FixCase(header[(header.IndexOf('|', StringComparison.Ordinal) + 1)..].Trim(), labels[0], labels.Contains("run"), Whole(sides[0].Trim('\n')), after == "none" ? null : Whole(after), sides.Length > 2 ? Whole(sides[2].Trim('\n')) : null);
        }
    }

    private static string Whole(string code) => code.StartsWith("using", StringComparison.Ordinal) || code.StartsWith("//", StringComparison.Ordinal) || code.StartsWith("namespace", StringComparison.Ordinal)
        ? code + "\n"
        : Head + string.Join('\n', code.Split('\n').Select(static line => line.Length == 0 ? line : "        " + line)) + Tail;
}
