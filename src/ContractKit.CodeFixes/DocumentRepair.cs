using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.CodeFixes;

/// <summary>Writes repairs into a document, and says whether what comes out compiles.</summary>
internal static class DocumentRepair
{
    /// <summary>The document with the edits and imports; edits that overlap an earlier one are left out.</summary>
    public static async Task<Document> ApplyAsync(Document document, IEnumerable<Repair> repairs, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var changes = new List<TextChange>();
        var namespaces = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var repair in repairs)
        {
            if (repair.Changes.Any(change => changes.Any(other => Overlap(other.Span, change.Span))))
            {
                continue;
            }

            changes.AddRange(repair.Changes);
            namespaces.UnionWith(repair.Namespaces);
        }

        foreach (var space in namespaces)
        {
            changes.Add(Import((CompilationUnitSyntax)root!, space));
        }

        return document.WithText(text.WithChanges(changes.OrderBy(static change => change.Span.Start)));
    }

    /// <summary>Whether the changed document has no error that the original did not have.</summary>
    public static async Task<bool> CompilesAsync(Document original, Document changed, CancellationToken cancellation)
    {
        var before = await ErrorsAsync(original, cancellation).ConfigureAwait(false);
        var after = await ErrorsAsync(changed, cancellation).ConfigureAwait(false);
        return after.Count <= before.Count && !after.Except(before).Any();
    }

    private static async Task<List<string>> ErrorsAsync(Document document, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return [.. model!.GetDiagnostics(cancellationToken: cancellation).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.Id + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }

    // An insertion at the same spot as another is an overlap as well: which comes first would be chance.
    private static bool Overlap(TextSpan left, TextSpan right) =>
        left.OverlapsWith(right) || (left.Start == right.Start && (left.IsEmpty || right.IsEmpty)) || (left.IsEmpty && right.Start < left.Start && left.Start < right.End) || (right.IsEmpty && left.Start < right.Start && right.Start < left.End);

    // A using directive among those that are there, System first and then by name.
    private static TextChange Import(CompilationUnitSyntax unit, string space)
    {
        var inner = unit.Usings.Count == 0 ? unit.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault(static member => member.Usings.Count > 0) : null;
        var usings = inner?.Usings ?? unit.Usings;
        var newLine = unit.DescendantTrivia().FirstOrDefault(static trivia => trivia.RawKind == (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.EndOfLineTrivia).ToString() is { Length: > 0 } end ? end : "\n";
        var plain = usings.Where(static directive => directive.Alias is null && directive.StaticKeyword.RawKind == 0 && directive.GlobalKeyword.RawKind == 0).ToList();
        var next = plain.FirstOrDefault(directive => Compare(directive.Name!.ToString(), space) > 0);
        if (next is not null)
        {
            return new TextChange(new TextSpan(next.SpanStart, 0), $"using {space};{newLine}{Indent(next)}");
        }

        if (usings.Count > 0)
        {
            var last = plain.Count > 0 ? plain[plain.Count - 1] : usings[usings.Count - 1];
            return new TextChange(new TextSpan(last.Span.End, 0), $"{newLine}{Indent(last)}using {space};");
        }

        // Below the file's header, above the first declaration with its comments.
        var first = unit.Members.FirstOrDefault();
        var start = first is BaseNamespaceDeclarationSyntax or null ? first?.SpanStart ?? 0 : first.FullSpan.Start;
        return new TextChange(new TextSpan(start, 0), $"using {space};{newLine}{newLine}");
    }

    private static string Indent(SyntaxNode node) => string.Concat(node.GetLeadingTrivia().Where(static trivia => trivia.RawKind == (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.WhitespaceTrivia).Select(static trivia => trivia.ToString()));

    private static int Compare(string left, string right)
    {
        var (first, second) = (IsSystem(left) ? 0 : 1, IsSystem(right) ? 0 : 1);
        return first != second ? first.CompareTo(second) : string.CompareOrdinal(left, right);
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
