using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace ContractKit.Testing;

/// <summary>Compiles C# as a user's project would, and loads the result.</summary>
public sealed class ConsumerCompilation
{
    private readonly CSharpCompilation _compilation;
    private readonly MemoryStream _image = new();
    private EmitResult? _emitted;

    private ConsumerCompilation(CSharpCompilation compilation) => _compilation = compilation;

    /// <summary>The references of a .NET 10 project with the ContractKit package.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ContractViolation).Assembly.Location)];

    /// <summary>A compilation of those texts. <paramref name="strict"/>: documentation comments checked, nullable on (in generated code too), every warning counts.</summary>
    public static ConsumerCompilation Of(
        IEnumerable<(string Path, string Text)> sources,
        LanguageVersion languageVersion = LanguageVersion.CSharp14,
        bool strict = true,
        bool nullable = true,
        IEnumerable<MetadataReference>? references = null)
    {
        var parse = new CSharpParseOptions(languageVersion, strict ? DocumentationMode.Diagnose : DocumentationMode.Parse, preprocessorSymbols: ["NET7_0_OR_GREATER"]);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: nullable && languageVersion >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable,
            warningLevel: strict ? 9999 : 4);
        return new ConsumerCompilation(CSharpCompilation.Create(
            "Consumer" + Guid.NewGuid().ToString("N"),
            sources.Select(source => CSharpSyntaxTree.ParseText(strict ? Checked(source.Text) : source.Text, parse, source.Path)),
            references ?? References,
            options));
    }

    /// <summary>The compilation as Roslyn has it.</summary>
    public CSharpCompilation Compilation => _compilation;

    /// <summary>What the compiler has to say: errors and warnings, as text with the place.</summary>
    public IReadOnlyList<string> Complaints() =>
        [.. Emitted.Diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString())];

    /// <summary>Compiles and loads.</summary>
    /// <exception cref="InvalidOperationException">The compiler found errors.</exception>
    public Assembly Load()
    {
        if (!Emitted.Success)
        {
            throw new InvalidOperationException(string.Join(
                "\n",
                Emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(20)));
        }

        _image.Position = 0;
        return new AssemblyLoadContext(_compilation.AssemblyName, isCollectible: true).LoadFromStream(_image);
    }

    // Users' builds do not look for nulls in generated code; it is looked at here.
    private static string Checked(string text)
    {
        const string notChecked = "#nullable enable annotations\n#nullable disable warnings\n";
        if (!text.Contains("#nullable enable annotations", StringComparison.Ordinal))
        {
            return text;
        }

        return text.Contains(notChecked, StringComparison.Ordinal)
            ? text.Replace(notChecked, "#nullable enable annotations\n#nullable enable warnings\n", StringComparison.Ordinal)
            : throw new InvalidOperationException("Generated code begins otherwise than it did, and would not be looked through for nulls.");
    }

    // Emitting finds all that GetDiagnostics does; large sources are compiled once and not twice.
    private EmitResult Emitted => _emitted ??= _compilation.Emit(_image);
}
