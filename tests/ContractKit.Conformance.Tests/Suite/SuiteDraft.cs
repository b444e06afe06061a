using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ContractKit.Testing;

namespace ContractKit.Conformance.Tests.Suite;

/// <summary>A draft of the official JSON Schema test suite, as it lies beside a checkout.</summary>
/// <param name="Folder">Its folder under <c>tests</c>.</param>
/// <param name="MetaSchema">The <c>$schema</c> of schemas that do not tell theirs.</param>
public sealed record SuiteDraft(string Folder, string MetaSchema)
{
    public static SuiteDraft Draft202012 { get; } = new("draft2020-12", "https://json-schema.org/draft/2020-12/schema");

    public static SuiteDraft Draft07 { get; } = new("draft7", "http://json-schema.org/draft-07/schema#");

    /// <summary>The suite's folder, or null where the data is absent.</summary>
    public static string? Root => Repository.SharedData is { } data && Directory.Exists(Path.Combine(data, "json-schema-test-suite"))
        ? Path.Combine(data, "json-schema-test-suite")
        : null;

    /// <summary>All groups of the draft's required tests, file by file.</summary>
    public IReadOnlyList<SuiteGroup> Groups() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root!, "tests", Folder), "*.json").Order(System.StringComparer.Ordinal).SelectMany(static file =>
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return document.RootElement.EnumerateArray().Select(group => new SuiteGroup(
                Path.GetFileName(file),
                group.GetProperty("description").GetString()!,
                group.GetProperty("schema").GetRawText(),
                [.. group.GetProperty("tests").EnumerateArray().Select(static test => new SuiteTest(
                    test.GetProperty("description").GetString()!, test.GetProperty("data").GetRawText(), test.GetProperty("valid").GetBoolean()))])).ToList();
        }),
    ];

    /// <summary>The documents that the suite expects at http://localhost:1234/, by their path there.</summary>
    public static IReadOnlyList<(string Path, string Text)> Remotes()
    {
        var folder = Path.Combine(Root!, "remotes");
        return [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(System.StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))];
    }
}

/// <summary>A schema of the suite with its tests.</summary>
public sealed record SuiteGroup(string File, string Description, string Schema, IReadOnlyList<SuiteTest> Tests);

/// <summary>A document and whether it keeps the schema.</summary>
public sealed record SuiteTest(string Description, string Data, bool Valid);
