using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ContractKit.Analyzers.Contracts;
using ContractKit.Analyzers.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Evidence;

/// <summary>What is known of one compilation: its contracts, and the code blocks that were looked at, each read once.</summary>
internal sealed class Investigation(Compilation compilation, ContractIndex contracts, Action<int>? visited = null)
{
    private static readonly string[] GeneratedNames = [".g.cs", ".Designer.cs", ".generated.cs", ".g.i.cs"];

    private const int MaxBlocks = 48;
    private const int MaxSpellings = 240;

    private readonly ConcurrentDictionary<SyntaxNode, CodeBlock?> _blocks = new();
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<CodeBlock>> _implementations = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, bool> _generated = new();
    private bool? _importsGlobally;
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<CodeBlock>> _mentions = new(SymbolEqualityComparer.Default);

    public Compilation Compilation { get; } = compilation;

    public ContractIndex Contracts { get; } = contracts;

    /// <summary>Whether the contracts' types are in scope everywhere.</summary>
    public bool ImportsGlobally => _importsGlobally ??= Visibility.ImportsGlobally(Compilation, this);

    /// <summary>Never canceled: what is read here is kept for requests that come after a canceled one.</summary>
    public CancellationToken Cancellation => CancellationToken.None;

    /// <summary>The block that a piece of syntax is, or null where it holds no operations.</summary>
    public CodeBlock? BlockAt(SyntaxNode member) => _blocks.GetOrAdd(member, Read);

    /// <summary>The body of a method, accessor or local function of this project.</summary>
    public CodeBlock? BodyOf(IMethodSymbol method)
    {
        var declared = (method.ReducedFrom ?? method).OriginalDefinition;
        declared = declared.PartialImplementationPart ?? declared;
        foreach (var reference in declared.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax(Cancellation);
            if (node is ParameterSyntax or LocalFunctionStatementSyntax or ClassDeclarationSyntax or RecordDeclarationSyntax || !Compilation.ContainsSyntaxTree(node.SyntaxTree))
            {
                continue;
            }

            if (BlockAt(node) is { } block)
            {
                return block;
            }
        }

        return null;
    }

    /// <summary>The bodies that implement or override a method in this project.</summary>
    public IReadOnlyList<CodeBlock> ImplementationsOf(IMethodSymbol method) => _implementations.GetOrAdd(method, declared =>
        [.. Compilation.GetSymbolsWithName(declared.Name, SymbolFilter.Member, Cancellation).OfType<IMethodSymbol>()
            .Where(candidate => SymbolEqualityComparer.Default.Equals(candidate.OverriddenMethod?.OriginalDefinition, declared)
                || declared.ContainingType.TypeKind == TypeKind.Interface && candidate.ContainingType.AllInterfaces.Any(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, declared.ContainingType))
                    && SymbolEqualityComparer.Default.Equals(candidate.ContainingType.FindImplementationForInterfaceMember(declared), candidate))
            .Select(BodyOf).OfType<CodeBlock>().Take(MaxBlocks)]);

    /// <summary>The operation of a local function's body.</summary>
    public IOperation? LocalFunction(IMethodSymbol function) =>
        function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(Cancellation) is { } node && Compilation.ContainsSyntaxTree(node.SyntaxTree)
            ? ModelOf(node.SyntaxTree).GetOperation(node, Cancellation)
            : null;

    /// <summary>What a field or property of this project is initialized with; of a property with only a getter what that returns.</summary>
    public IOperation? InitializerOf(ISymbol symbol)
    {
        foreach (var reference in symbol.OriginalDefinition.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax(Cancellation);
            var value = node switch
            {
                VariableDeclaratorSyntax { Initializer.Value: var initial } => initial,
                PropertyDeclarationSyntax { Initializer.Value: var initial } => initial,
                PropertyDeclarationSyntax { ExpressionBody.Expression: var returned } => returned,
                _ => null,
            };
            if (value is not null && Compilation.ContainsSyntaxTree(node.SyntaxTree))
            {
                return ModelOf(node.SyntaxTree).GetOperation(value, Cancellation);
            }
        }

        return null;
    }

    /// <summary>The blocks of this project that spell a symbol's name where the symbol can be seen; no more than a few dozen.</summary>
    public IReadOnlyList<CodeBlock> Mentioning(ISymbol symbol) => _mentions.GetOrAdd(symbol.OriginalDefinition, FindMentions);

    public SemanticModel ModelOf(SyntaxTree tree) =>
#pragma warning disable RS1030 // Values are followed into other files; few files are, and the model of each is made once.
        _models.GetOrAdd(tree, key => Compilation.GetSemanticModel(key));
#pragma warning restore RS1030

    private CodeBlock? Read(SyntaxNode member)
    {
        var root = ModelOf(member.SyntaxTree).GetOperation(member, Cancellation);
        if (root is null)
        {
            return null;
        }

        var block = new CodeBlock(root, this);
        visited?.Invoke(block.All.Count);
        return block;
    }

    // Form designers and generators move no statuses about, but their files are long.
    private bool IsGenerated(SyntaxTree tree) => _generated.GetOrAdd(tree, static known =>
        GeneratedNames.Any(name => known.FilePath.EndsWith(name, StringComparison.OrdinalIgnoreCase))
        || known.GetText().ToString() is var text && text.IndexOf("<auto-generated", 0, Math.Min(text.Length, 400), StringComparison.OrdinalIgnoreCase) >= 0);

    private IReadOnlyList<CodeBlock> FindMentions(ISymbol symbol)
    {
        var name = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.Name,
            _ => symbol.Name,
        };
        var local = symbol.DeclaredAccessibility == Accessibility.Private || symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction };
        var home = symbol.ContainingType.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).Distinct().ToList();
        var trees = local ? home : home.Concat(Compilation.SyntaxTrees.Except(home));
        var blocks = new List<CodeBlock>();
        var spellings = 0;
        foreach (var tree in trees)
        {
            if (IsGenerated(tree))
            {
                continue;
            }

            var text = tree.GetText(Cancellation).ToString();
            SyntaxNode? root = null;
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0 && blocks.Count < MaxBlocks && spellings < MaxSpellings; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                if ((at > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[at - 1])) || (at + name.Length < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[at + name.Length])))
                {
                    continue;
                }

                root ??= tree.GetRoot(Cancellation);
                if (root.FindToken(at) is { Parent: { } parent } token && token.ValueText == name && Members.Of(parent) is { } member)
                {
                    spellings++;
                    if (BlockAt(member) is { } block && block.Mentions(symbol) && !blocks.Contains(block))
                    {
                        blocks.Add(block);
                    }
                }
            }
        }

        return blocks;
    }
}
