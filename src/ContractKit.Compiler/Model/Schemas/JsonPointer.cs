using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>JSON pointers (RFC 6901).</summary>
public static class JsonPointer
{
    /// <summary>A token as it is written in a pointer: <c>~</c> as <c>~0</c>, <c>/</c> as <c>~1</c>.</summary>
    public static string Escape(string token) => token.IndexOfAny(['~', '/']) < 0 ? token : token.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The tokens of a pointer, unescaped; null where it is none: it does not start with <c>/</c>, or has a <c>~</c> without 0 or 1.</summary>
    public static IReadOnlyList<string>? Parse(string pointer)
    {
        if (pointer.Length == 0)
        {
            return [];
        }

        if (pointer[0] != '/')
        {
            return null;
        }

        var tokens = pointer.Substring(1).Split('/');
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].IndexOf('~') < 0)
            {
                continue;
            }

            if (Unescape(tokens[i]) is not { } token)
            {
                return null;
            }

            tokens[i] = token;
        }

        return tokens;
    }

    /// <summary>What a token leads to from a value, or null.</summary>
    public static JsonValue? Step(JsonValue from, string token) => from switch
    {
        JsonObject json => json[token]?.Value,
        JsonArray array when IndexOf(token) is { } index && index < array.Items.Count => array.Items[index],
        _ => null,
    };

    /// <summary>The pointer from <paramref name="root"/> to a value that stands in it.</summary>
    public static string Of(JsonValue root, JsonValue value)
    {
        var pointer = "";
        StringBuilder? longer = null;
        var current = root;
        for (var depth = 0; !ReferenceEquals(current, value); depth++)
        {
            string token;
            if (current is JsonObject json && MemberAround(json, value.Span) is { } member)
            {
                token = Escape(member.Name);
                current = member.Value;
            }
            else if (current is JsonArray array && ItemAround(array, value.Span) is >= 0 and var index)
            {
                token = index.ToString(CultureInfo.InvariantCulture);
                current = array.Items[index];
            }
            else
            {
                // Unreachable for what its document gives out.
                token = "";
                current = value;
            }

            // Most places are two steps away.
            if (depth < 2)
            {
                pointer = string.Concat(pointer, "/", token);
            }
            else
            {
                (longer ??= new StringBuilder(pointer)).Append('/').Append(token);
            }
        }

        return longer?.ToString() ?? pointer;
    }

    /// <summary>The member whose value's text holds that place, or null.</summary>
    internal static JsonMember? MemberAround(JsonObject json, TextSpan place)
    {
        int low = 0, high = json.Members.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = json.Members[middle].Value.Span;
            if (span.End <= place.Start)
            {
                low = middle + 1;
            }
            else if (span.Start > place.Start)
            {
                high = middle - 1;
            }
            else
            {
                return json.Members[middle];
            }
        }

        return null;
    }

    /// <summary>The index of the item whose text holds that place, or -1.</summary>
    internal static int ItemAround(JsonArray array, TextSpan place)
    {
        int low = 0, high = array.Items.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = array.Items[middle].Span;
            if (span.End <= place.Start)
            {
                low = middle + 1;
            }
            else if (span.Start > place.Start)
            {
                high = middle - 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }

    private static string? Unescape(string token)
    {
        var plain = new StringBuilder(token.Length);
        for (var i = 0; i < token.Length; i++)
        {
            if (token[i] != '~')
            {
                plain.Append(token[i]);
                continue;
            }

            i++;
            if (i == token.Length || token[i] is not ('0' or '1'))
            {
                return null;
            }

            plain.Append(token[i] == '0' ? '~' : '/');
        }

        return plain.ToString();
    }

    // RFC 6901 section 4: no leading zeros, no sign.
    private static int? IndexOf(string token)
    {
        if (token.Length is 0 or > 9 || (token.Length > 1 && token[0] == '0'))
        {
            return null;
        }

        var index = 0;
        foreach (var c in token)
        {
            if (c is < '0' or > '9')
            {
                return null;
            }

            index = (index * 10) + (c - '0');
        }

        return index;
    }
}
