using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Basic.Reference.Assemblies;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Hostile.Tests;

/// <summary>
/// What banned symbols cannot tell, since no symbol is named: numbers in holes and sums of texts, which are written as the culture
/// does, and texts that are ordered without saying how.
/// </summary>
public sealed class CultureGuardTests
{
    [Theory]
    [InlineData("ContractKit.Compiler")]
    [InlineData("ContractKit.Generator")]
    [InlineData("ContractKit")]
    public void Nothing_is_written_or_ordered_as_the_culture_does(string project)
    {
        var folder = Repository.PathOf("src", project);
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin"))
            .ToList();
        Assert.True(files.Count > 3, folder);
        var offences = Offences(files.Select(static file => (file, File.ReadAllText(file)))).ToList();
        Assert.True(offences.Count == 0, string.Join("\n", offences));
    }

    [Theory]
    [InlineData("""string F(int n) => "a" + n;""")]
    [InlineData("""string F(int n) => $"{n}";""")]
    [InlineData("""string F(double n) => $"{n:0.0} and more";""")]
    [InlineData("""object F(System.Collections.Generic.List<string> n) => n.OrderBy(x => x);""")]
    [InlineData("""object F(System.Collections.Generic.List<(string, int)> n) => n.OrderBy(x => x);""")]
    [InlineData("""void F(System.Collections.Generic.List<string> n) => n.Sort();""")]
    [InlineData("""object F() => new System.Collections.Generic.SortedSet<string>();""")]
    [InlineData("""object F(string[] n) => n.Max();""")]
    public void The_guard_can_fail(string method) =>
        Assert.Single(Offences([("Planted.cs", "using System.Linq; class C { " + method + " }")]));

    private static IEnumerable<string> Offences(IEnumerable<(string Path, string Text)> sources)
    {
        var compilation = CSharpCompilation.Create(
            "Guarded",
            sources.Select(static source => CSharpSyntaxTree.ParseText(source.Text, new CSharpParseOptions(LanguageVersion.CSharp14, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET10_0_OR_GREATER"]), source.Path)),
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Compilation).Assembly.Location), MetadataReference.CreateFromFile(typeof(CSharpCompilation).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (model.GetOperation(node) is { } operation && operation.Syntax == node && IsOffence(operation))
                {
                    yield return tree.FilePath + "(" + (node.GetLocation().GetLineSpan().StartLinePosition.Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) + "): " + node.ToString().ReplaceLineEndings(" ");
                }
            }
        }
    }

    private static bool IsOffence(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => IsSpeltByCulture(sum.LeftOperand) || IsSpeltByCulture(sum.RightOperand),
        IInterpolationOperation hole => hole.Parent is IInterpolatedStringOperation { Parent: not IInterpolatedStringHandlerCreationOperation { Type.Name: not "DefaultInterpolatedStringHandler" } } && IsSpeltByCulture(hole.Expression),
        IInvocationOperation { TargetMethod: { Name: "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Order" or "OrderDescending" or "Max" or "Min" or "MaxBy" or "MinBy" or "Sort" } method } =>
            IsFramework(method) && !method.Parameters.Any(static parameter => parameter.Type.Name is "IComparer" or "Comparison") && Ordered(method) is { } ordered && HoldsText(ordered),
        IObjectCreationOperation { Type: INamedTypeSymbol { Name: "SortedSet" or "SortedDictionary" or "SortedList" or "PriorityQueue" } type, Arguments: var arguments } =>
            HoldsText(type.Name == "PriorityQueue" ? type.TypeArguments[1] : type.TypeArguments[0]) && !arguments.Any(static argument => argument.Parameter?.Type.Name == "IComparer"),
        _ => false,
    };

    private static bool IsFramework(IMethodSymbol method) => method.ContainingType.ToDisplayString() is "System.Linq.Enumerable" or "System.Array" or "System.MemoryExtensions" || method.ContainingType.Name == "List";

    private static ITypeSymbol? Ordered(IMethodSymbol method) =>
        method.TypeArguments.Length > 0 ? method.TypeArguments[^1] : method.ContainingType.TypeArguments.FirstOrDefault();

    private static bool HoldsText(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(static element => HoldsText(element.Type)));

    private static bool IsSpeltByCulture(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return !operation.ConstantValue.HasValue && operation.Type is { } type && type.SpecialType switch
        {
            >= SpecialType.System_SByte and <= SpecialType.System_Double => true,
            SpecialType.System_DateTime => true,
            _ => type.Name is "DateTimeOffset" or "DateOnly" or "TimeOnly" or "BigInteger" or "Half" or "Int128" or "UInt128",
        };
    }
}
