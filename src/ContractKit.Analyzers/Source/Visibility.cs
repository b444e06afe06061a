using System;
using System.Linq;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContractKit.Analyzers.Source;

/// <summary>
/// Whether a file can mean a contract's type by its short name. A contract enum called <c>Status</c> shares its name with
/// a thousand properties; without this, each of them would have its method read.
/// </summary>
internal static class Visibility
{
    public static bool Of(SyntaxNode root, Investigation investigation)
    {
        if (investigation.ImportsGlobally)
        {
            return true;
        }

        var namespaces = investigation.Contracts.Namespaces;
        if (root is not CompilationUnitSyntax unit || namespaces.Contains(""))
        {
            return true;
        }

        if (Imports(unit.Usings, investigation))
        {
            return true;
        }

        foreach (var space in unit.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseNamespaceDeclarationSyntax>())
        {
            var name = space.Name.ToString();
            if (Imports(space.Usings, investigation) || namespaces.Any(contract => name == contract || name.StartsWith(contract + ".", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        // Spelt out: Qolaba.Tasks.TaskState.
        var text = root.SyntaxTree.GetText().ToString();
        return namespaces.Any(contract => text.IndexOf(contract + ".", StringComparison.Ordinal) >= 0);
    }

    /// <summary>Whether any file of the compilation imports a contract's namespace for all.</summary>
    public static bool ImportsGlobally(Compilation compilation, Investigation investigation) =>
        compilation.Options is CSharpCompilationOptions { Usings: var implied } && implied.Any(investigation.Contracts.Namespaces.Contains)
        || compilation.SyntaxTrees.Any(tree => tree.GetRoot() is CompilationUnitSyntax unit
            && unit.Usings.Any(directive => !directive.GlobalKeyword.IsKind(SyntaxKind.None) && Names(directive, investigation)));

    private static bool Imports(SyntaxList<UsingDirectiveSyntax> usings, Investigation investigation) => usings.Any(directive => Names(directive, investigation));

    private static bool Names(UsingDirectiveSyntax directive, Investigation investigation)
    {
        var name = directive.NamespaceOrType.ToString();
        name = name.StartsWith("global::", StringComparison.Ordinal) ? name.Substring(8) : name;
        return investigation.Contracts.Namespaces.Any(contract => name == contract || name.StartsWith(contract + ".", StringComparison.Ordinal) || contract.EndsWith("." + name, StringComparison.Ordinal));
    }
}
