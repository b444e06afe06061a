using System.Globalization;
using System.Text;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Services.OpenApi;

/// <summary>
/// Writes a JSON value for people to read: what is short on one line, all else indented by two. ASCII alone, so that it is the same
/// wherever it stands; a lone surrogate, which no UTF-8 has, becomes U+FFFD.
/// </summary>
internal sealed class ReadableJson
{
    private const int Width = 100;

    private readonly StringBuilder _text = new();

    /// <summary>The text, without a line break at its end.</summary>
    public static string Of(JsonValue value)
    {
        var writer = new ReadableJson();
        writer.Write(value, 0);
        return writer._text.ToString();
    }

    private void Write(JsonValue value, int depth)
    {
        var start = _text.Length;
        if (TryWriteShort(value, start + Width - (depth * 2)))
        {
            return;
        }

        _text.Length = start;
        switch (value)
        {
            case JsonObject json:
                _text.Append('{');
                for (var i = 0; i < json.Members.Count; i++)
                {
                    NewLine(depth + 1, i > 0);
                    WriteString(json.Members[i].Name);
                    _text.Append(": ");
                    Write(json.Members[i].Value, depth + 1);
                }

                NewLine(depth, false);
                _text.Append('}');
                break;
            case JsonArray array:
                _text.Append('[');
                for (var i = 0; i < array.Items.Count; i++)
                {
                    NewLine(depth + 1, i > 0);
                    Write(array.Items[i], depth + 1);
                }

                NewLine(depth, false);
                _text.Append(']');
                break;
            default:
                TryWriteShort(value, int.MaxValue);
                break;
        }
    }

    private void NewLine(int depth, bool afterComma) => _text.Append(afterComma ? ",\n" : "\n").Append(' ', depth * 2);

    /// <summary>Writes on one line; false, and a part of it written, where that would end after <paramref name="end"/>.</summary>
    private bool TryWriteShort(JsonValue value, int end)
    {
        switch (value)
        {
            case JsonObject { Members.Count: 0 }:
                _text.Append("{}");
                break;
            case JsonObject json:
                _text.Append("{ ");
                for (var i = 0; i < json.Members.Count; i++)
                {
                    _text.Append(i == 0 ? "" : ", ");
                    WriteString(json.Members[i].Name);
                    _text.Append(": ");
                    if (!TryWriteShort(json.Members[i].Value, end))
                    {
                        return false;
                    }
                }

                _text.Append(" }");
                break;
            case JsonArray array:
                _text.Append('[');
                for (var i = 0; i < array.Items.Count; i++)
                {
                    _text.Append(i == 0 ? "" : ", ");
                    if (!TryWriteShort(array.Items[i], end))
                    {
                        return false;
                    }
                }

                _text.Append(']');
                break;
            case JsonString json:
                WriteString(json.Value);
                break;
            case JsonNumber number:
                _text.Append(number.Text);
                break;
            case JsonBoolean boolean:
                _text.Append(boolean.Value ? "true" : "false");
                break;
            default:
                _text.Append("null");
                break;
        }

        return _text.Length <= end;
    }

    private void WriteString(string value)
    {
        _text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is '"' or '\\')
            {
                _text.Append('\\').Append(c);
            }
            else if (c == '\n')
            {
                _text.Append("\\n");
            }
            else if (c is >= ' ' and < '\u007f')
            {
                _text.Append(c);
            }
            else if (i + 1 < value.Length && char.IsSurrogatePair(c, value[i + 1]))
            {
                Escape(c);
                Escape(value[++i]);
            }
            else
            {
                Escape(char.IsSurrogate(c) ? '\uFFFD' : c);
            }
        }

        _text.Append('"');
    }

    private void Escape(char c) => _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
}
