namespace ContractKit.Compiler.Documents;

/// <summary>A string as it stands in a text: the name of a member is no value, and needs no object of its own.</summary>
/// <param name="value">The string, unescaped.</param>
/// <param name="span">Where it stands, quotes included.</param>
internal readonly struct StringToken(string value, TextSpan span)
{
    /// <summary>The string, unescaped.</summary>
    public string Value { get; } = value;

    /// <summary>Where it stands, quotes included.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Whether there is none.</summary>
    public bool IsNone => Value is null;
}
