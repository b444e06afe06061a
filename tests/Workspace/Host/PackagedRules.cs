using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ContractKit.Workspace;

/// <summary>The analyzers and code fixes that came with the package, found as an editor finds them: by attribute, in the files that the project names as analyzers.</summary>
internal sealed class PackagedRules(ImmutableArray<DiagnosticAnalyzer> analyzers, IReadOnlyList<CodeFixProvider> fixes)
{
    public IReadOnlyList<CodeFixProvider> Fixes { get; } = fixes;

    public static PackagedRules Of(Solution solution)
    {
        var references = solution.Projects.SelectMany(static project => project.AnalyzerReferences).OfType<AnalyzerFileReference>()
            .Where(static reference => Path.GetFileName(reference.FullPath).StartsWith("ContractKit", StringComparison.Ordinal)).GroupBy(static reference => reference.FullPath).Select(static group => group.First()).ToList();
        var assemblies = references.Select(static reference => reference.GetAssembly()).ToList();
        return new PackagedRules(
            [.. references.SelectMany(static reference => reference.GetAnalyzers(LanguageNames.CSharp))],
            [.. assemblies.SelectMany(static assembly => assembly.GetTypes()).Where(static type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null && !type.IsAbstract).Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)]);
    }

    public CodeFixProvider FixOf(string id) => Fixes.Single(fix => fix.FixableDiagnosticIds.Contains(id));

    /// <summary>What the package's rules say about the C# of a project, crashes included.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync().ConfigureAwait(false);
        var found = await compilation!.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(project.AnalyzerOptions, (_, _, _) => { }, concurrentAnalysis: true, logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync(CancellationToken.None).ConfigureAwait(false);
        return [.. found.Where(static one => one.Id.StartsWith("CK1", StringComparison.Ordinal) || one.Id == "AD0001")];
    }
}
