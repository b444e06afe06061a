using System;

namespace ContractKit.Compiler.Documents;

/// <summary>How grave a problem is, as Roslyn ranks diagnostics.</summary>
public enum ProblemSeverity
{
    /// <summary>Worth knowing; the code is as good as without it.</summary>
    Info,

    /// <summary>Almost surely a slip.</summary>
    Warning,

    /// <summary>No correct code can be made.</summary>
    Error,
}

/// <summary>One kind of problem: a <c>CK0xxx</c> rule with a page of its own beside its declaration.</summary>
/// <param name="Id">The diagnostic id.</param>
/// <param name="Title">What the rule is about, in a few words.</param>
/// <param name="Severity">How grave it is.</param>
public sealed record ProblemRule(string Id, string Title, ProblemSeverity Severity)
{
    /// <summary>The rule's page, which stands beside the rule.</summary>
    public string HelpLink => "https://github.com/contractkit/contractkit/blob/main/src/ContractKit.Compiler/" + Room + "/" + Id + ".md";

    // The third digit tells the room: CK00xx JSON, CK01xx the manifest, and so on.
    private string Room => Id.Substring(0, 4) switch
    {
        "CK00" => "Documents",
        "CK01" => "Documents/Manifest",
        "CK02" => "Model/Names",
        "CK03" => "Model/Schemas",
        "CK04" => "Model/Validation/Keywords",
        "CK05" => "Model/Types",
        _ => "Model",
    };

    /// <summary>The problem of this kind at a place of a document. <paramref name="message"/> is a sentence that names the remedy.</summary>
    public Problem At(DocumentText document, TextSpan span, string message, string? remedy = null) =>
        new(this, document.Path, span, document.PositionOf(span.Start), document.PositionOf(span.End), JsonText.Legible(message), remedy) { GivenPath = document.GivenPath };
}

/// <summary>What is wrong, and where: the value from which a diagnostic is reported.</summary>
/// <param name="Rule">The kind of problem.</param>
/// <param name="Path">The file it is in.</param>
/// <param name="Span">Where in the file's text.</param>
/// <param name="Start">Line and character of the start, from 0.</param>
/// <param name="End">Line and character of the end, from 0.</param>
/// <param name="Message">A sentence for whoever edits that file.</param>
/// <param name="Remedy">The text to put in place of <see cref="RemedySpan"/> where one answer is obvious; what a code fix applies.</param>
public sealed record Problem(
    ProblemRule Rule, string Path, TextSpan Span, LinePosition Start, LinePosition End, string Message, string? Remedy = null)
    : IComparable<Problem>
{
    /// <summary>The file's path as it was given.</summary>
    public string GivenPath { get; init; } = Path;

    /// <summary>Where the remedy goes: the place of the problem, unless the problem is that something lacks elsewhere.</summary>
    public TextSpan RemedySpan { get; init; } = Span;

    /// <summary>By path, then place, then rule.</summary>
    public int CompareTo(Problem? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = string.CompareOrdinal(Path, other.Path);
        if (order == 0)
        {
            order = Span.Start.CompareTo(other.Span.Start);
        }

        return order != 0 ? order : string.CompareOrdinal(Rule.Id, other.Rule.Id);
    }
}
