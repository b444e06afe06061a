using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContractKit.Analyzers.Source;

/// <summary>The pieces of a file that hold code, each the root of one operation tree.</summary>
internal static class Members
{
    /// <summary>Bodies and initializers in the order of the text.</summary>
    public static IEnumerable<SyntaxNode> In(SyntaxNode root)
    {
        if (root is CompilationUnitSyntax unit)
        {
            foreach (var member in unit.Members)
            {
                if (member is GlobalStatementSyntax)
                {
                    yield return unit;
                    break;
                }
            }
        }

        foreach (var node in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax
            or BaseListSyntax or BaseFieldDeclarationSyntax or VariableDeclarationSyntax or VariableDeclaratorSyntax or BasePropertyDeclarationSyntax or AccessorListSyntax))
        {
            if (IsRoot(node))
            {
                yield return node;
            }
        }
    }

    /// <summary>The piece that a node stands in, or null where it stands in no code.</summary>
    public static SyntaxNode? Around(SyntaxNode node)
    {
        SyntaxNode? global = null;
        for (var at = node; at is not null; at = at.Parent)
        {
            if (IsRoot(at))
            {
                return at;
            }

            if (at is GlobalStatementSyntax)
            {
                global = at;
            }
        }

        return global?.Parent;
    }

    /// <summary>The piece that a name stands in; of a field or property that is declared there, what it is initialized with.</summary>
    public static SyntaxNode? Of(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Initializer: { } initializer, Parent.Parent: BaseFieldDeclarationSyntax } => initializer,
        PropertyDeclarationSyntax { Initializer: { } initializer } => initializer,
        PropertyDeclarationSyntax { ExpressionBody: { } body } => body,
        _ => Around(node),
    };

    private static bool IsRoot(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null || method is ConstructorDeclarationSyntax,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        ArrowExpressionClauseSyntax arrow => arrow.Parent is BasePropertyDeclarationSyntax,
        EqualsValueClauseSyntax value => value.Parent is PropertyDeclarationSyntax || value.Parent is VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax },
        PrimaryConstructorBaseTypeSyntax => true,
        _ => false,
    };
}
