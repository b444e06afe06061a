using System;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ContractKit.Benchmarks.Tables;
using ContractKit.Testing;

namespace ContractKit.Benchmarks.Results;

/// <summary>What is kept of the runs: <c>results/*.json</c>, the charts beside them, and the README that shows both.</summary>
internal static class Record
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static string Folder => Path.Combine(Repository.Root, "tests", "ContractKit.Benchmarks");

    public static void Save(TableResult result) => Write(Path.Combine("results", result.Table + ".json"), JsonSerializer.Serialize(result, s_options) + "\n");

    public static TableResult? Load(string table)
    {
        var path = Path.Combine(Folder, "results", table + ".json");
        return File.Exists(path) ? JsonSerializer.Deserialize<TableResult>(File.ReadAllText(path), s_options) : null;
    }

    /// <summary>Draws a table's chart, and writes its part of the README between its markers; what stands outside them is people's.</summary>
    public static void Show(Table table, TableResult result)
    {
        Write(Path.Combine("results", table.Name + ".svg"), BarChart.Of(result, table.Title));
        var path = Path.Combine(Folder, "README.md");
        var readme = File.Exists(path) ? File.ReadAllText(path) : "";
        var start = $"<!-- measured: {table.Name} -->\n";
        var end = $"<!-- end: {table.Name} -->\n";
        var section = start + Markdown.Of(result, table.Title, table.Description, table.Note) + end;
        var from = readme.IndexOf(start, StringComparison.Ordinal);
        var to = readme.IndexOf(end, StringComparison.Ordinal);
        Write("README.md", from < 0 || to < from ? readme + "\n" + section : string.Concat(readme.AsSpan(0, from), section, readme.AsSpan(to + end.Length)));
    }

    private static void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }
}
