using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContractKit.Hostile.Tests.Oracles;

/// <summary>Where a hostile text has got to in the code.</summary>
internal static class Whereabouts
{
    /// <summary>Where the canary of this run stands that it must not.</summary>
    public static IEnumerable<string> Escapes(HostileProject project, TextPlace place)
    {
        foreach (var token in project.Trees.SelectMany(static tree => tree.GetRoot().DescendantTokens()))
        {
            if (Holds(token.Text) && !IsLiteral(token) && (place == TextPlace.Prose || !IsPlainName(token)))
            {
                yield return "the canary is a " + token.Kind() + ": " + token.Parent;
            }

            foreach (var trivia in token.LeadingTrivia.Concat(token.TrailingTrivia))
            {
                if (Holds(trivia.ToFullString()) && !trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) && !trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
                {
                    yield return "the canary is a " + trivia.Kind();
                }
            }
        }

        foreach (var tree in project.Trees)
        {
            if (tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>().Any(static attribute => attribute.Name.ToString().Contains("ModuleInitializer", StringComparison.Ordinal)))
            {
                yield return "the code has a module initializer";
            }
        }
    }

    /// <summary>Whether a literal has exactly this value.</summary>
    public static bool IsALiteral(HostileProject project, string text) =>
        project.Trees.SelectMany(static tree => tree.GetRoot().DescendantTokens()).Any(token => IsLiteral(token) && token.ValueText == text);

    /// <summary>The names of all types and members, in order.</summary>
    public static IReadOnlyList<string> Declared(HostileProject project) =>
    [
        .. project.Trees.SelectMany(static tree => tree.GetRoot().DescendantNodes()).Select(static node => node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            MethodDeclarationSyntax method => method.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            EnumMemberDeclarationSyntax member => member.Identifier.Text,
            VariableDeclaratorSyntax variable => variable.Identifier.Text,
            ParameterSyntax parameter => parameter.Identifier.Text,
            _ => null,
        }).OfType<string>(),
    ];

    /// <summary>Names that are not of the one grammar that all names keep.</summary>
    public static IEnumerable<string> OddNames(HostileProject project) =>
        Declared(project).Where(static name => name.TrimStart('@') is var bare && (bare.Length is 0 or > 128 || !bare.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_')));

    private static bool Holds(string text) => text.Contains(HostileInput.CanaryOfThisRun, StringComparison.OrdinalIgnoreCase);

    private static bool IsLiteral(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
        or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken or SyntaxKind.CharacterLiteralToken;

    private static bool IsPlainName(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && token.Text.TrimStart('@').All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
