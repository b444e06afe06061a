namespace ContractKit.Compiler.Model;

/// <summary>Descriptions, titles and summaries: text for readers, which comes out in documentation comments alone.</summary>
internal static class Prose
{
    // Longer texts are kept where they are: C# files are read on every keystroke.
    private const int Longest = 4096;

    /// <summary>What is white space, on every host alike: which characters .NET takes for it depends on its version.</summary>
    public static char[] Spaces { get; } = [' ', '\t', '\n', '\v', '\f', '\r', '\u0085', '\u00a0', '\u2028', '\u2029'];

    /// <summary>The text as far as it is worth repeating in C#; null where there is nothing to read.</summary>
    public static string? Of(string? text) => text is null || text.Trim(Spaces).Length == 0 ? null
        : text.Length <= Longest ? text
        : text.Substring(0, Longest) + " (and more in the schema)";
}
