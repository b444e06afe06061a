using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ContractKit.Analyzers;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.CodeFixes;

/// <summary>Where a repair is written: what names mean there, which are free, and what the rules found in the block.</summary>
internal sealed class RepairScope(SemanticModel model, SyntaxNode root, BlockReport block, IReadOnlyCollection<string> taken)
{
    private readonly ImmutableHashSet<string>.Builder _namespaces = ImmutableHashSet.CreateBuilder<string>();
    private readonly HashSet<string> _locals = [];

    public SemanticModel Model { get; } = model;

    public SyntaxNode Root { get; } = root;

    public BlockReport Block { get; } = block;

    public bool HasPatternCombinators => ((CSharpParseOptions)Root.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp9;

    /// <summary>A type's name as it is written at that place: short where that is what it means, or will mean once its namespace is imported.</summary>
    public string NameOf(INamedTypeSymbol type, int position)
    {
        var found = Model.LookupNamespacesAndTypes(position, name: type.Name);
        if (type.ContainingType is not null || found.Any(other => !SymbolEqualityComparer.Default.Equals(other, type)))
        {
            return type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        }

        if (found.IsEmpty)
        {
            _namespaces.Add(type.ContainingNamespace.ToDisplayString());
        }

        return type.Name;
    }

    /// <summary>A member of a contract enum as it is written at that place.</summary>
    public string NameOf(ContractEnum contract, ContractMember member, int position) => NameOf(contract.Type, position) + "." + Escaped(member.Name);

    /// <summary>Makes sure that the extension methods of a type are found at that place.</summary>
    public void Import(INamedTypeSymbol type, int position)
    {
        if (Model.LookupNamespacesAndTypes(position, name: type.Name).IsEmpty)
        {
            _namespaces.Add(type.ContainingNamespace.ToDisplayString());
        }
    }

    /// <summary>The name of a type of the platform: short where its namespace is imported.</summary>
    public string Platform(string space, string name, int position) =>
        Model.LookupNamespacesAndTypes(position, name: name) is [INamedTypeSymbol { ContainingNamespace: var holder }] && holder.ToDisplayString() == space ? name : $"{space}.{name}";

    /// <summary>A name for a new local that nothing in the member uses.</summary>
    public string Local(string wanted, SyntaxNode near)
    {
        var member = near.AncestorsAndSelf().LastOrDefault(static node => node is MemberDeclarationSyntax and not (BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or GlobalStatementSyntax)) ?? Root;
        var names = new HashSet<string>(member.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText));
        names.UnionWith(Model.LookupSymbols(near.SpanStart).Select(static symbol => symbol.Name));
        var name = wanted;
        for (var number = 2; names.Contains(name) || taken.Contains(name) || _locals.Contains(name); number++)
        {
            name = wanted + number;
        }

        _locals.Add(name);
        return name;
    }

    /// <summary>The repair that those edits are.</summary>
    public Repair Repair(string title, string key, params TextChange[] changes) => new(title, key, changes.ToImmutableArray(), _namespaces.ToImmutable(), _locals.ToImmutableHashSet());

    /// <summary>The same place for another way to repair it: what one way imports and declares is no concern of the next.</summary>
    public RepairScope Anew() => new(Model, Root, Block, taken);

    /// <summary>What stands at the end of a line in this file.</summary>
    public string NewLine => Root.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToString() is { Length: > 0 } end ? end : "\n";

    /// <summary>The white space with which the line of a position starts.</summary>
    public string IndentAt(int position)
    {
        var line = Root.SyntaxTree.GetText().Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
