using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContractKit.Analyzers.Contracts;

/// <summary>
/// The declarations in a file that may bear a contract attribute, or hold members that do. Kept per syntax tree, since an
/// editor keeps all trees but the one being typed in from one compilation to the next.
/// </summary>
internal static class ContractMarks
{
    private static readonly ConditionalWeakTable<SyntaxTree, List<MemberDeclarationSyntax>> Known = new();

    public static IReadOnlyList<MemberDeclarationSyntax> In(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!Known.TryGetValue(tree, out var found))
        {
            found = Find(tree, cancellation);
            found = Known.GetValue(tree, _ => found);
        }

        return found;
    }

    private static List<MemberDeclarationSyntax> Find(SyntaxTree tree, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation).ToString();
        if (!Spells(text))
        {
            return [];
        }

        return tree.GetRoot(cancellation)
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>()
            .Where(static type => Marked(type.AttributeLists) || (type is TypeDeclarationSyntax { Members: var members } && members.Any(static member => Marked(member.AttributeLists))))
            .ToList<MemberDeclarationSyntax>();
    }

    private static bool Marked(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (Spells(attribute.Name.ToString()))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Spells(string text)
    {
        for (var at = text.IndexOf("Contract", StringComparison.Ordinal); at >= 0; at = text.IndexOf("Contract", at + 8, StringComparison.Ordinal))
        {
            foreach (var mark in (ReadOnlySpan<string>)["Enum", "Type", "Property", "Operation"])
            {
                if (string.CompareOrdinal(text, at + 8, mark, 0, mark.Length) == 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
