using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ContractKit.Compiler.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace ContractKit.CodeFixes.Remedies;

/// <summary>An edit of a JSON file that a diagnostic carries.</summary>
/// <param name="Change">What is put in place of what.</param>
internal sealed record Remedy(TextChange Change)
{
    private const int LongestTitle = 60;

    /// <summary>What an editor offers.</summary>
    public string Title
    {
        get
        {
            var text = string.Join(" ", (Change.NewText ?? "").Split(' ', '\t', '\r', '\n').Where(static word => word.Length > 0));
            return text.Length == 0 ? "Take it out" : "Write " + (text.Length > LongestTitle ? text.Substring(0, LongestTitle) + "…" : text);
        }
    }

    /// <summary>The remedy of a diagnostic; null where it has none.</summary>
    public static Remedy? Of(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(RemedyProperties.Text, out var text) && text is not null
        && Number(diagnostic, RemedyProperties.Start) is { } start
        && Number(diagnostic, RemedyProperties.Length) is { } length
            ? new Remedy(new TextChange(new TextSpan(start, length), text))
            : null;

    /// <summary>The solution with the remedies in the document; one that touches an earlier one is left for the next time.</summary>
    public static async Task<Solution> ApplyAsync(TextDocument document, IEnumerable<Remedy> remedies, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var changes = new List<TextChange>();
        foreach (var change in remedies.Select(static remedy => remedy.Change).Distinct().OrderBy(static change => change.Span.Start))
        {
            // The file may have become shorter since it was looked at.
            if (change.Span.End <= text.Length && (changes.Count == 0 || change.Span.Start > changes[changes.Count - 1].Span.End))
            {
                changes.Add(change);
            }
        }

        return document.Project.Solution.WithAdditionalDocumentText(document.Id, text.WithChanges(changes));
    }

    private static int? Number(Diagnostic diagnostic, string name) =>
        diagnostic.Properties.TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
