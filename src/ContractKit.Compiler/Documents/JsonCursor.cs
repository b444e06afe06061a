using System.Collections.Generic;

namespace ContractKit.Compiler.Documents;

/// <summary>A place in the text of a document, and what has been found wrong before it.</summary>
internal sealed class JsonCursor(DocumentText document)
{
    // Whoever has more mistakes than this in one file has another kind of file.
    private const int MostProblems = 100;

    private readonly List<Problem> _problems = [];
    private int _at;

    // Guessing what was meant looks ahead, up to the whole rest; all of it together may be this many times the text.
    private long _lookAhead = (8L * document.Text.Length) + 10_000;

    /// <summary>The text.</summary>
    public string Text { get; } = document.Text;

    /// <summary>The place, from 0. It stays at the end once the reader has given up, however far that was from where it wanted to go on.</summary>
    public int At
    {
        get => _at;
        set => _at = HasGivenUp ? Text.Length : value;
    }

    /// <summary>Whether nothing is left, or the reader has given up.</summary>
    public bool AtEnd => At >= Text.Length;

    /// <summary>The character at the place; U+0000 at the end.</summary>
    public char Current => At < Text.Length ? Text[At] : '\0';

    /// <summary>Whether a bracket was missing or wrong, so that members may have got into the wrong object.</summary>
    public bool IsStructureDoubtful { get; set; }

    /// <summary>Whether the reader has given up: what follows is not looked at.</summary>
    public bool HasGivenUp { get; private set; }

    /// <summary>Whether anything has been found wrong.</summary>
    public bool HasProblems => _problems.Count > 0;

    /// <summary>What has been found wrong, in the order of the places.</summary>
    public EquatableArray<Problem> Problems()
    {
        if (_problems.Count == 0)
        {
            return default;
        }

        _problems.Sort();
        return _problems.FindAll(problem => !IsStructureDoubtful || problem.Rule != JsonRules.DuplicateName).ToEquatableArray();
    }

    /// <summary>Notes a mistake of syntax.</summary>
    public void Report(int start, int end, string message, string? remedy = null) => Report(JsonRules.Syntax, start, end, message, remedy);

    /// <summary>Notes a problem; after the hundredth, or too much looking ahead, the reader gives up.</summary>
    public void Report(ProblemRule rule, int start, int end, string message, string? remedy = null, TextSpan? remedySpan = null)
    {
        if (HasGivenUp)
        {
            return;
        }

        var span = TextSpan.FromBounds(start, end);
        _problems.Add(rule.At(document, span, message, remedy) with { RemedySpan = remedySpan ?? span });
        if (_problems.Count == MostProblems || _lookAhead < 0)
        {
            GiveUp();
        }
    }

    /// <summary>Stops reading.</summary>
    public void GiveUp()
    {
        HasGivenUp = true;
        At = Text.Length;
    }

    /// <summary>Notes that so many characters were looked at to find out what was meant.</summary>
    public void LookedAt(int characters) => _lookAhead -= characters;

    /// <summary>The line of a place, counted from 1 as editors do.</summary>
    public int LineOf(int place) => document.PositionOf(place).Line + 1;

    /// <summary>Whether looking ahead is still worth its cost.</summary>
    public bool MayLookAhead => _lookAhead > 0;

    /// <summary>How far the line around a place is indented, and whether the place is the first on it.</summary>
    public (int Indentation, bool IsFirst) IndentationOf(int place)
    {
        // Nobody indents farther; a line of a million spaces is not walked over for each bracket on it.
        const int farthest = 1000;
        var start = place - document.PositionOf(place).Character;
        var at = start;
        while (at < place && at - start < farthest && Text[at] is ' ' or '\t')
        {
            at++;
        }

        return (at - start, at == place);
    }

    /// <summary>The end of the line around a place, without its line break.</summary>
    public int LineEnd(int place)
    {
        var end = Text.IndexOfAny(['\n', '\r'], place);
        return end < 0 ? Text.Length : end;
    }

    /// <summary>How many quotation marks without a backslash before them stand in a range.</summary>
    public int Quotes(int start, int end)
    {
        LookedAt(end - start);
        var quotes = 0;
        for (var i = start; i < end; i++)
        {
            switch (Text[i])
            {
                case '\\':
                    i++;
                    break;
                case '"':
                    quotes++;
                    break;
            }
        }

        return quotes;
    }

    /// <summary>Goes over white space. Comments, and space that is none in JSON, are reported and skipped.</summary>
    public void SkipSpace()
    {
        while (At < Text.Length)
        {
            var c = Text[At];
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                At++;
            }
            else if (c == '#' || (c == '/' && At + 1 < Text.Length && Text[At + 1] is '/' or '*'))
            {
                SkipComment();
            }
            else if (IsOddSpace(c))
            {
                var start = At;
                while (At < Text.Length && IsOddSpace(Text[At]))
                {
                    At++;
                }

                Report(start, At, "JSON has no other white space than space, tab and line breaks: write a space.", " ");
            }
            else
            {
                return;
            }
        }
    }

    private static bool IsOddSpace(char c) => c == '\ufeff' || (c > ' ' && char.IsWhiteSpace(c)) || c is '\f' or '\v' or '\u200b';

    private void SkipComment()
    {
        var start = At;
        if (Text[At] == '/' && Text[At + 1] == '*')
        {
            var end = Text.IndexOf("*/", At + 2, System.StringComparison.Ordinal);
            At = end < 0 ? Text.Length : end + 2;
        }
        else
        {
            At = LineEnd(At);
        }

        Report(start, At, "JSON has no comments: take it out, or write it as \"$comment\" or \"description\".", "");
    }
}
