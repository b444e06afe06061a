using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ContractKit.Analyzers;
using ContractKit.Analyzers.Survey;
using ContractKit.Generator;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

if (args.Length == 0 || args[0] is "--help" or "-h")
{
    Console.WriteLine("""
        Runs the analyzers over folders of C#, together with a contract of common words, and shows what they report.
        Each folder is one compilation. Code that does not compile is welcome: nothing may throw on it.

            dotnet run -c Release --project tests/ContractKit.Analyzers.Survey -- FOLDER...
        """);
    return args.Length == 0 ? 2 : 0;
}

var parse = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: ["NET10_0", "NET", "TRACE"]);
var (lines, found, thrown, time, slow) = (0L, 0, 0, TimeSpan.Zero, new List<(double Rate, string Folder)>());
foreach (var folder in args.Where(Directory.Exists))
{
    var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
    if (files.Count == 0)
    {
        continue;
    }

    var trees = files.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file), Encoding.UTF8), parse, file)).ToList();
    var here = trees.Sum(static tree => (long)tree.GetText().Lines.Count);
    var plain = CSharpCompilation.Create("Survey", trees, ConsumerCompilation.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], CommonWords.Files.Select(static file => new MemoryText(file.Key, file.Value)), parse)
        .RunGeneratorsAndUpdateCompilation(plain, out var compilation, out var problems);
    if (problems.Any(static problem => problem.Severity == DiagnosticSeverity.Error))
    {
        Console.Error.WriteLine(string.Join("\n", problems));
        return 1;
    }

    // Bound first, as a build does, so that the rules alone are measured.
    _ = compilation.GetDiagnostics();
    // Three rounds: the first makes the code, and the rules' own part is the least of the others.
    var (spent, first) = (TimeSpan.MaxValue, TimeSpan.Zero);
    AnalysisResult? result = null;
    for (var round = 0; round < 3; round++)
    {
        var analyzer = new MeasuredAnalyzer(new ContractAnalyzer());
        result = await compilation.WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false)).GetAnalysisResultAsync(CancellationToken.None);
        first = round == 0 ? analyzer.Time : first;
        spent = round > 0 && analyzer.Time < spent ? analyzer.Time : spent;
    }

    var reported = result!.GetAllDiagnostics();
    lines += here;
    time += spent;
    found += reported.Length;
    thrown += reported.Count(static one => one.Id == "AD0001");
    slow.Add((spent.TotalMilliseconds * 1000 / here, folder));
    foreach (var one in reported.OrderBy(static one => one.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static one => one.Location.SourceSpan.Start))
    {
        var place = one.Location.GetLineSpan();
        var line = one.Location.SourceTree?.GetText().Lines[place.StartLinePosition.Line].ToString().Trim();
        Console.WriteLine($"{place.Path}({place.StartLinePosition.Line + 1}): {one.Id}: {one.GetMessage(null)}\n    {line}");
    }

    Console.WriteLine($"{folder}: {files.Count} files, {here} lines, {reported.Length} reports, {spent.TotalMilliseconds * 1000 / here:0.000} ms per 1,000 lines ({first.TotalMilliseconds * 1000 / here:0.000} the first time)");
}

Console.WriteLine($"{lines} lines, {found} reports, {thrown} of them AD0001, {time.TotalMilliseconds * 1000 / Math.Max(1, lines):0.000} ms per 1,000 lines; slowest: {string.Join(", ", slow.OrderByDescending(static one => one.Rate).Take(3).Select(static one => $"{one.Folder} {one.Rate:0.00}"))}");
return thrown == 0 ? 0 : 1;
