using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContractKit.Hostile.Tests.Oracles;

/// <summary>What the compiler sees of a text before it knows what any name means: kinds of syntax, one after the other, and the elements of documentation comments.</summary>
internal static class Structure
{
    /// <summary>Where the sequences differ first, or null.</summary>
    public static string? Difference(HostileProject hostile, HostileProject neutral)
    {
        var (left, right) = (Kinds(hostile), Kinds(neutral));
        using var first = left.GetEnumerator();
        using var second = right.GetEnumerator();
        while (true)
        {
            var (more, others) = (first.MoveNext(), second.MoveNext());
            if (!more && !others)
            {
                return null;
            }

            if (more != others || first.Current.Kind != second.Current.Kind)
            {
                return "structure: " + (more ? first.Current.Kind + " at " + Shown(first.Current.Place) : "the end") + " where the harmless text gives " + (others ? second.Current.Kind + " at " + Shown(second.Current.Place) : "the end");
            }
        }
    }

    private static string Shown(SyntaxNodeOrToken? place)
    {
        var text = place?.Parent?.ToString() ?? place?.ToString() ?? "a comment";
        return "'" + text.ReplaceLineEndings(" ")[..Math.Min(120, text.ReplaceLineEndings(" ").Length)] + "'";
    }

    private static IEnumerable<(string Kind, SyntaxNodeOrToken? Place)> Kinds(HostileProject project)
    {
        foreach (var tree in project.Trees)
        {
            foreach (var piece in tree.GetRoot().DescendantNodesAndTokens())
            {
                if (piece.IsToken)
                {
                    foreach (var element in piece.GetLeadingTrivia().Where(static trivia => trivia.HasStructure).SelectMany(static trivia => trivia.GetStructure()!.DescendantNodes()))
                    {
                        // A text of several lines is one of several tokens; what may not change is the markup around it.
                        if (element is XmlElementStartTagSyntax or XmlEmptyElementSyntax or XmlCDataSectionSyntax or XmlProcessingInstructionSyntax or XmlCommentSyntax or DirectiveTriviaSyntax)
                        {
                            yield return (element.Kind() + (element is XmlElementStartTagSyntax start ? " " + start.Name : ""), null);
                        }
                    }
                }

                // A list that is broken into lines ends in a comma, and one that is not does not.
                if (!piece.IsKind(SyntaxKind.CommaToken) || !piece.AsToken().GetNextToken().IsKind(SyntaxKind.CloseBraceToken))
                {
                    yield return (piece.Kind().ToString(), piece);
                }
            }
        }
    }
}
