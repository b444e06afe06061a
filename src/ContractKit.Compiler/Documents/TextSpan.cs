namespace ContractKit.Compiler.Documents;

/// <summary>A range of characters in a document's text, in UTF-16 code units from its start.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first position after the range.</summary>
    public int End => Start + Length;

    /// <summary>The range from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}

/// <summary>A place in a text: line and character, both counted from 0, as Roslyn counts them.</summary>
public readonly record struct LinePosition(int Line, int Character);
