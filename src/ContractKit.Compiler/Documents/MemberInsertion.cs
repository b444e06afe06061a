using System;

namespace ContractKit.Compiler.Documents;

/// <summary>Writes a member into an object as its author would: on a line of its own where the others are.</summary>
internal static class MemberInsertion
{
    /// <summary>The edit that puts a member behind another one.</summary>
    public static (TextSpan Span, string Text) Behind(DocumentText text, JsonMember last, string member)
    {
        var start = last.NameSpan.Start;
        var line = start;
        while (line > 0 && text.Text[line - 1] is ' ' or '\t')
        {
            line--;
        }

        // The first on its line: the new one gets a line with the same indentation, and the file's kind of line break.
        var isOwnLine = line > 0 && text.Text[line - 1] is '\n' or '\r';
        var newLine = text.Text.IndexOf("\r\n", StringComparison.Ordinal) >= 0 ? "\r\n" : "\n";
        return (new TextSpan(last.Value.Span.End, 0), isOwnLine ? "," + newLine + text.Text.Substring(line, start - line) + member : ", " + member);
    }
}
