using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ContractKit.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContractKit.Analyzers.Source;

/// <summary>The names of fields and properties whose initializers spell a contract word: code that uses them need not spell it.</summary>
internal static class WordHolders
{
    public static HashSet<string> In(Compilation compilation, ContractIndex contracts, CancellationToken cancellation)
    {
        var words = new Needles(contracts, []);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            SyntaxNode? root = null;
            foreach (var hit in FileHits.In(tree, words, cancellation))
            {
                if ((hit.Kind & Hits.Word) == 0)
                {
                    continue;
                }

                root ??= tree.GetRoot(cancellation);
                var holder = root.FindToken(hit.Position).Parent?.FirstAncestorOrSelf<SyntaxNode>(static node => node is VariableDeclaratorSyntax or PropertyDeclarationSyntax or StatementSyntax or AttributeSyntax);
                if (holder is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field)
                {
                    names.Add(field.Identifier.ValueText);
                }
                else if (holder is PropertyDeclarationSyntax property)
                {
                    names.Add(property.Identifier.ValueText);
                }
            }
        }

        return names;
    }
}
