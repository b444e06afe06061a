using System.Collections.Generic;
using System.Text;

namespace ContractKit.Compiler.Documents;

/// <summary>Reads JSON (RFC 8259) and keeps where everything stands.</summary>
public static class JsonReader
{
    /// <summary>The deepest that arrays and objects may nest.</summary>
    public const int MaxDepth = 64;

    /// <summary>Reads a document. It never throws: what is wrong with the text is among the document's problems.</summary>
    public static JsonDocument Read(DocumentText text)
    {
        var problems = new List<Problem>();
        var at = 0;
        JsonValue? root = null;
        if (text.Text.Length > 0 && text.Text[0] == '\ufeff')
        {
            at++;
        }

        root = Value(text, ref at, 0, problems);
        return new JsonDocument(text, root, problems.ToEquatableArray());
    }

    private static void Space(string s, ref int at)
    {
        while (at < s.Length && s[at] is ' ' or '\t' or '\r' or '\n')
        {
            at++;
        }
    }

    private static JsonValue? Value(DocumentText text, ref int at, int depth, List<Problem> problems)
    {
        var s = text.Text;
        Space(s, ref at);
        var start = at;
        if (at >= s.Length || depth >= MaxDepth)
        {
            return Bad(text, at, problems);
        }

        switch (s[at])
        {
            case '{':
            {
                var members = new List<JsonMember>();
                at++;
                Space(s, ref at);
                while (at < s.Length && s[at] != '}')
                {
                    if (Value(text, ref at, MaxDepth - 1, problems) is not JsonString name)
                    {
                        return Bad(text, at, problems);
                    }

                    Space(s, ref at);
                    at++;
                    if (Value(text, ref at, depth + 1, problems) is not { } value)
                    {
                        return null;
                    }

                    members.Add(new JsonMember(name.Value, name.Span, value));
                    Space(s, ref at);
                    if (at < s.Length && s[at] == ',')
                    {
                        at++;
                        Space(s, ref at);
                    }
                }

                at++;
                return new JsonObject(TextSpan.FromBounds(start, at), members);
            }

            case '[':
            {
                var items = new List<JsonValue>();
                at++;
                Space(s, ref at);
                while (at < s.Length && s[at] != ']')
                {
                    if (Value(text, ref at, depth + 1, problems) is not { } value)
                    {
                        return null;
                    }

                    items.Add(value);
                    Space(s, ref at);
                    if (at < s.Length && s[at] == ',')
                    {
                        at++;
                        Space(s, ref at);
                    }
                }

                at++;
                return new JsonArray(TextSpan.FromBounds(start, at), items);
            }

            case '"':
            {
                var plain = new StringBuilder();
                at++;
                while (at < s.Length && s[at] != '"')
                {
                    if (s[at] == '\\' && at + 1 < s.Length)
                    {
                        at++;
                        plain.Append(s[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => s[at] });
                        if (s[at] == 'u' && at + 4 < s.Length && int.TryParse(s.Substring(at + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var unit))
                        {
                            plain[plain.Length - 1] = (char)unit;
                            at += 4;
                        }
                    }
                    else
                    {
                        plain.Append(s[at]);
                    }

                    at++;
                }

                at++;
                return new JsonString(TextSpan.FromBounds(start, at), plain.ToString());
            }

            default:
                while (at < s.Length && s[at] is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '+' or '.' or 'E')
                {
                    at++;
                }

                var span = TextSpan.FromBounds(start, at);
                return s.Substring(start, at - start) switch
                {
                    "true" => new JsonBoolean(span, true),
                    "false" => new JsonBoolean(span, false),
                    "null" => new JsonNull(span),
                    "" => Bad(text, at, problems),
                    var number => new JsonNumber(span, number),
                };
        }
    }

    private static JsonValue? Bad(DocumentText text, int at, List<Problem> problems)
    {
        problems.Add(new ProblemRule("CK0001", "The text is not JSON", ProblemSeverity.Error).At(text, new TextSpan(System.Math.Min(at, text.Text.Length), 0), "A JSON value is expected here."));
        return null;
    }
}
