using System;
using System.Text;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>
/// Names the validators: pure functions of a document's path relative to the manifest and a JSON pointer, so that a document can
/// call another's validators without looking at it.
/// </summary>
/// <param name="baseFolder">The manifest's folder with <c>/</c> at its end, or empty.</param>
public sealed class ValidatorNames(string baseFolder)
{
    private const int LongestStem = 80;

    /// <summary>The document's path relative to the manifest; a built-in meta-schema's URI stays as it is.</summary>
    public string SourceOf(string path)
    {
        if (path.StartsWith(baseFolder, StringComparison.Ordinal))
        {
            return path.Substring(baseFolder.Length);
        }

        // Steps up to the last folder that both have, so that the name is the same in every checkout.
        var common = 0;
        for (var i = 0; i < path.Length && i < baseFolder.Length && path[i] == baseFolder[i]; i++)
        {
            common = path[i] == '/' ? i + 1 : common;
        }

        if (common == 0)
        {
            return path;
        }

        var up = new StringBuilder();
        for (var i = common; i < baseFolder.Length; i++)
        {
            up.Append(baseFolder[i] == '/' ? "../" : "");
        }

        return up.Append(path, common, path.Length - common).ToString();
    }

    /// <summary>The class that has the validators of a document.</summary>
    public CSharpName ClassOf(string path)
    {
        var source = SourceOf(path);
        var file = source.Substring(source.LastIndexOf('/') + 1);
        var stem = Pascal(TrimEnd(TrimEnd(file, ".json"), ".schema"));
        return CSharpName.Of((stem.Length == 0 ? "Schema" : stem) + "Rules_" + Hash(source));
    }

    /// <summary>The name of a schema's rule in its document's class.</summary>
    public static CSharpName RuleOf(SchemaLocation location)
    {
        var pointer = location.Pointer;
        if (pointer.Length == 0)
        {
            return CSharpName.Of("Root");
        }

        // The common pointers read as they are; what has to be changed, or could be taken for another, gets a hash behind two underscores.
        var tokens = pointer.Substring(1).Split('/');
        var name = new StringBuilder();
        var exact = tokens.Length > 1 && tokens[0].Length > 0 && tokens[0][0] is (>= 'a' and <= 'z') or '$';
        foreach (var token in tokens)
        {
            var word = token == "$defs" ? "defs" : Word(token);
            exact &= token == "$defs" || (word == token && token.Length > 0 && token != "defs");
            name.Append(name.Length == 0 ? "" : "_").Append(word);
        }

        exact &= name.Length <= LongestStem;
        name.Length = Math.Min(name.Length, LongestStem);
        var first = name.Length > 0 ? name[0] : ' ';
        var text = first is >= 'a' and <= 'z' ? char.ToUpperInvariant(first) + name.ToString(1, name.Length - 1) : "_" + name;
        return CSharpName.Of(exact ? text : text + "__" + Hash(pointer));
    }

    /// <summary>The name of the table of a resource's dynamic anchors.</summary>
    public static CSharpName ScopeOf(SchemaLocation resource) => CSharpName.Of("Scope__" + Hash(resource.Pointer));

    private static string Word(string token)
    {
        var word = new StringBuilder();
        foreach (var c in token)
        {
            word.Append(c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' ? c : '_');
        }

        return word.ToString();
    }

    private static string Pascal(string text)
    {
        var name = new StringBuilder();
        var start = true;
        foreach (var c in text)
        {
            if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' || (c is >= '0' and <= '9' && name.Length > 0))
            {
                name.Append(start ? char.ToUpperInvariant(c) : c);
                start = c is >= '0' and <= '9';
            }
            else
            {
                start = true;
            }

            if (name.Length == LongestStem)
            {
                break;
            }
        }

        return name.ToString();
    }

    private static string TrimEnd(string text, string end) =>
        text.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? text.Substring(0, text.Length - end.Length) : text;

    // FNV-1a with 32 bits.
    private static string Hash(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
