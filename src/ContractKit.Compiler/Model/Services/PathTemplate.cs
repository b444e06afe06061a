using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Services;

/// <summary>A path with parameters in braces, as OpenAPI has it.</summary>
/// <param name="Text">The template as written.</param>
/// <param name="Parts">Literal text and parameters in turn.</param>
public sealed record PathTemplate(string Text, EquatableArray<PathPart> Parts)
{
    /// <summary>The template without the names of its parameters, in lower case: two operations of one method that share it cannot be told apart by a router.</summary>
    public string Route => string.Concat(Parts.Select(static part => part.IsParameter ? "{}" : part.Text.ToLowerInvariant()));

    /// <summary>Reads a template; what is wrong with it is told in <paramref name="complaint"/>.</summary>
    public static PathTemplate? Parse(string text, out string? complaint)
    {
        complaint = Complaint(text);
        if (complaint is not null)
        {
            return null;
        }

        var parts = new List<PathPart>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var literal = open < 0 ? text.Substring(at) : text.Substring(at, open - at);
            if (literal.IndexOf('}') >= 0)
            {
                complaint = "A \"}\" stands without its \"{\": a parameter is a name in braces, as in /tasks/{id}.";
                return null;
            }

            if (literal.Length > 0)
            {
                parts.Add(new PathPart(literal, false));
            }

            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf('}', open);
            var name = close < 0 ? "" : text.Substring(open + 1, close - open - 1);
            if (name.Length == 0 || name.IndexOf('{') >= 0)
            {
                complaint = "A parameter is a name in braces, as in /tasks/{id}.";
                return null;
            }

            if (!names.Add(name))
            {
                complaint = $"The parameter {{{name}}} stands twice in the path: give the second another name.";
                return null;
            }

            if (parts.Count > 0 && parts[parts.Count - 1].IsParameter)
            {
                complaint = $"Nothing stands between {{{parts[parts.Count - 1].Text}}} and {{{name}}} by which to tell them apart: put a slash between them.";
                return null;
            }

            parts.Add(new PathPart(name, true));
            at = close + 1;
        }

        return new PathTemplate(text, parts.ToEquatableArray());
    }

    /// <summary>The template with parts of it taken as they are written, and no parameters.</summary>
    public PathTemplate Without(Func<string, bool> parameter) => this with
    {
        Parts = Parts.Select(part => part.IsParameter && parameter(part.Text) ? new PathPart("-", false) : part).ToEquatableArray(),
    };

    private static string? Complaint(string text)
    {
        if (text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal))
        {
            return "A path has no server in it; that one stands under \"server\".";
        }

        if (text.Length == 0 || text[0] != '/')
        {
            return "A path starts with \"/\".";
        }

        if (text.StartsWith("//", StringComparison.Ordinal))
        {
            return "A path that starts with \"//\" would name another host: write one slash.";
        }

        var literal = WithoutParameters(text);
        for (var i = 0; i < literal.Length; i++)
        {
            var c = literal[i];
            if (c == '%' && i + 2 < literal.Length && Uri.IsHexDigit(literal[i + 1]) && Uri.IsHexDigit(literal[i + 2]))
            {
                var escaped = literal.Substring(i + 1, 2).ToUpperInvariant();
                if (escaped is "2E" or "2F" or "5C" or "00" or "3F" or "7B" or "7D")
                {
                    return $"\"%{escaped}\" is read as another path by some servers: write the path as it is meant.";
                }

                i += 2;
            }
            else if (!IsPathCharacter(c))
            {
                return c is '?' or '#'
                    ? "A path has no query and no fragment; query parameters stand under \"parameters\"."
                    : $"A path cannot hold {Shown(c)} (RFC 3986, section 3.3).";
            }
        }

        return literal.Split('/').Any(static segment => segment is "." or "..")
            ? "\".\" and \"..\" would name another path: write that one."
            : null;
    }

    private static string WithoutParameters(string text)
    {
        var literal = new StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in text)
        {
            depth += c == '{' ? 1 : 0;
            if (depth == 0 || c is '{' or '}')
            {
                // What stands in braces is a name of the manifest's own, never sent.
                literal.Append(c is '{' or '}' ? '~' : c);
            }

            depth -= c == '}' && depth > 0 ? 1 : 0;
        }

        return literal.ToString();
    }

    // RFC 3986, section 3.3: pchar, and the slash.
    private static bool IsPathCharacter(char c) =>
        c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') || "-._~!$&'()*+,;=:@/".IndexOf(c) >= 0;

    private static string Shown(char c) =>
        c is > ' ' and < '\u007f' ? "'" + c + "'" : "U+" + ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A piece of a path template.</summary>
/// <param name="Text">Literal text, or the parameter's name.</param>
/// <param name="IsParameter">Whether it is a parameter.</param>
public sealed record PathPart(string Text, bool IsParameter);
