using System;
using System.Collections.Generic;
using System.Text;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>
/// URIs as text, resolved by RFC 3986 section 5.2. <see cref="Uri"/> is not used: it rewrites what it parses differently on
/// different runtimes, and throws on much of what people write.
/// </summary>
internal static class UriReference
{
    /// <summary>The scheme under which files go by their path. It is no real one, so that no reference can spell a path of somebody's machine.</summary>
    private const string FileScheme = "contract:///";

    /// <summary>The URI of a file by its path.</summary>
    public static string OfPath(string path)
    {
        if (path.IndexOfAny(['%', '#', '?']) >= 0)
        {
            path = path.Replace("%", "%25").Replace("#", "%23").Replace("?", "%3F");
        }

        return FileScheme + path;
    }

    /// <summary>The path of a file from its URI, or null where the URI is not one of <see cref="OfPath"/>.</summary>
    public static string? ToPath(string uri)
    {
        if (!uri.StartsWith(FileScheme, StringComparison.Ordinal))
        {
            return null;
        }

        var path = uri.Substring(FileScheme.Length);
        return path.IndexOf('%') < 0 ? path : path.Replace("%3F", "?").Replace("%23", "#").Replace("%2F", "/").Replace("%25", "%");
    }

    /// <summary>The reference without its fragment, and the fragment, still encoded, or null where there is none.</summary>
    public static (string Uri, string? Fragment) Split(string reference)
    {
        var hash = reference.IndexOf('#');
        return hash < 0 ? (reference, null) : (reference.Substring(0, hash), reference.Substring(hash + 1));
    }

    /// <summary>Whether the reference starts with a scheme.</summary>
    public static bool IsAbsolute(string reference) => SchemeLength(reference) > 0;

    /// <summary>The reference resolved against an absolute base and normalised; both without fragments.</summary>
    public static string Resolve(string baseUri, string reference)
    {
        if (reference.Length == 0)
        {
            return baseUri;
        }

        if (IsAbsolute(reference))
        {
            return Normalize(reference);
        }

        // What most references are: a name beside the base, with nothing in it to take apart.
        var last = baseUri.LastIndexOf('/');
        if (reference.IndexOfAny(['%', '?', '/']) < 0 && reference[0] != '.' && baseUri.IndexOf('?') < 0
            && last > baseUri.IndexOf("//", StringComparison.Ordinal) + 1)
        {
            return baseUri.Substring(0, last + 1) + reference;
        }

        Parse(baseUri, out var scheme, out var authority, out var path, out _);
        if (reference.StartsWith("//", StringComparison.Ordinal))
        {
            return Normalize(scheme + ":" + reference);
        }

        var queryStart = reference.IndexOf('?');
        var query = queryStart < 0 ? "" : reference.Substring(queryStart);
        var relative = queryStart < 0 ? reference : reference.Substring(0, queryStart);
        if (relative.Length == 0)
        {
            return Normalize(scheme + ":" + authority + path + query);
        }

        if (relative[0] != '/')
        {
            var slash = path.LastIndexOf('/');
            relative = slash >= 0 ? path.Substring(0, slash + 1) + relative
                : authority.Length > 0 ? "/" + relative
                : relative;
        }

        return Normalize(scheme + ":" + authority + relative + query);
    }

    /// <summary>An absolute URI without dot segments, with scheme and host in lower case and without needless escapes (RFC 3986 section 6.2.2).</summary>
    public static string Normalize(string uri)
    {
        if (IsNormal(uri))
        {
            return uri;
        }

        Parse(uri, out var scheme, out var authority, out var path, out var query);
        path = Unescape(path);
        if (authority.Length > 0 || (path.Length > 0 && path[0] == '/'))
        {
            path = RemoveDotSegments(path);
        }

        if (path.Length == 0 && authority.Length > 2)
        {
            path = "/";
        }

        return scheme.ToLowerInvariant() + ":" + authority.ToLowerInvariant() + path + query;
    }

    /// <summary>Decodes the percent escapes of a fragment, or null where one is malformed or what they spell is no UTF-8.</summary>
    public static string? DecodeFragment(string fragment)
    {
        if (fragment.IndexOf('%') < 0)
        {
            return fragment;
        }

        var decoded = new StringBuilder(fragment.Length);
        for (var i = 0; i < fragment.Length;)
        {
            if (fragment[i] != '%')
            {
                decoded.Append(fragment[i++]);
                continue;
            }

            if (!TryDecodeRune(fragment, ref i, out var rune))
            {
                return null;
            }

            decoded.Append(rune);
        }

        return decoded.ToString();
    }

    // Errs on the side of false.
    private static bool IsNormal(string uri)
    {
        if (uri.IndexOf('%') >= 0 || uri.IndexOf("/.", StringComparison.Ordinal) >= 0)
        {
            return false;
        }

        var slashes = 0;
        foreach (var c in uri)
        {
            if (c is >= 'A' and <= 'Z')
            {
                return false;
            }

            if (c == '/' && ++slashes == 3)
            {
                return true;
            }
        }

        return false;
    }

    private static int SchemeLength(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ':')
            {
                return i;
            }

            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
                && (i == 0 || c is not ((>= '0' and <= '9') or '+' or '-' or '.')))
            {
                return 0;
            }
        }

        return 0;
    }

    // The authority keeps its two slashes, so that an empty one (file:///x) stays apart from none (urn:x).
    private static void Parse(string uri, out string scheme, out string authority, out string path, out string query)
    {
        var from = SchemeLength(uri);
        scheme = uri.Substring(0, from);
        from++;
        authority = "";
        if (string.CompareOrdinal(uri, from, "//", 0, 2) == 0)
        {
            var end = uri.IndexOfAny(['/', '?'], from + 2);
            end = end < 0 ? uri.Length : end;
            authority = uri.Substring(from, end - from);
            from = end;
        }

        var mark = uri.IndexOf('?', from);
        path = mark < 0 ? uri.Substring(from) : uri.Substring(from, mark - from);
        query = mark < 0 ? "" : uri.Substring(mark);
    }

    private static string RemoveDotSegments(string path)
    {
        if (path.IndexOf("/.", StringComparison.Ordinal) < 0)
        {
            return path;
        }

        var segments = path.Split('/');
        var kept = new List<string>(segments.Length);
        for (var i = 1; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            switch (segments[i])
            {
                case ".":
                    break;
                case "..":
                    if (kept.Count > 0)
                    {
                        kept.RemoveAt(kept.Count - 1);
                    }

                    break;
                default:
                    kept.Add(segments[i]);
                    continue;
            }

            if (last)
            {
                kept.Add("");
            }
        }

        return "/" + string.Join("/", kept);
    }

    // Escapes stay where the character would mean something else when bare.
    private static string Unescape(string path)
    {
        if (path.IndexOf('%') < 0)
        {
            return path;
        }

        var plain = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length;)
        {
            if (path[i] != '%')
            {
                plain.Append(path[i++]);
                continue;
            }

            var start = i;
            if (!TryDecodeRune(path, ref i, out var rune))
            {
                plain.Append('%');
                i = start + 1;
            }
            else if (rune is "/" or "?" or "#" or "%")
            {
                plain.Append(path.Substring(start, i - start).ToUpperInvariant());
            }
            else
            {
                plain.Append(rune);
            }
        }

        return plain.ToString();
    }

    // One character of UTF-8 in percent escapes (RFC 3629 section 4: no overlong forms, no surrogates).
    private static bool TryDecodeRune(string text, ref int i, out string rune)
    {
        rune = "";
        if (!TryDecodeByte(text, ref i, out var lead))
        {
            return false;
        }

        var following = lead switch
        {
            < 0x80 => 0,
            >= 0xC2 and < 0xE0 => 1,
            >= 0xE0 and < 0xF0 => 2,
            >= 0xF0 and < 0xF5 => 3,
            _ => -1,
        };
        if (following < 0)
        {
            return false;
        }

        var point = following == 0 ? lead : lead & (0x3F >> following);
        for (var n = 0; n < following; n++)
        {
            if (!TryDecodeByte(text, ref i, out var next) || (next & 0xC0) != 0x80)
            {
                return false;
            }

            point = (point << 6) | (next & 0x3F);
        }

        var smallest = following switch { 2 => 0x800, 3 => 0x10000, _ => 0 };
        if (point < smallest || point > 0x10FFFF || point is >= 0xD800 and <= 0xDFFF)
        {
            return false;
        }

        rune = char.ConvertFromUtf32(point);
        return true;
    }

    private static bool TryDecodeByte(string text, ref int i, out int value)
    {
        value = 0;
        if (i + 2 >= text.Length || text[i] != '%')
        {
            return false;
        }

        var high = HexDigit(text[i + 1]);
        var low = HexDigit(text[i + 2]);
        i += 3;
        value = (high << 4) | low;
        return high >= 0 && low >= 0;
    }

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
