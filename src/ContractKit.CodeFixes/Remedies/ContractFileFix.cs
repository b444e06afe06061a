using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ContractKit.CodeFixes.Remedies;

/// <summary>Repairs contracts.json and schemas where one answer is obvious. Whoever found the mistake decided on the remedy; here it is written into the file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) }, DocumentExtensions = new[] { ".json" }), Shared]
public sealed class ContractFileFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = RuleBook.All.Select(static rule => rule.Id).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => RemedyFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Remedy.Of(diagnostic) is { } remedy)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(remedy.Title, cancellation => Remedy.ApplyAsync(context.TextDocument, [remedy], cancellation), diagnostic.Id + ":" + remedy.Title),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }
}
