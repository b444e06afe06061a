namespace ContractKit.Compiler.Model.Names;

/// <summary>FNV-1a over UTF-16 code units: the same number for the same text on every machine and in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class StableHash
{
    /// <summary>The 32-bit hash of a text.</summary>
    public static uint Of(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ (byte)c) * 16777619u);
            hash = unchecked((hash ^ (byte)(c >> 8)) * 16777619u);
        }

        return hash;
    }

    /// <summary>The hash in eight hexadecimal digits.</summary>
    public static string Text(string text) => Of(text).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
}
