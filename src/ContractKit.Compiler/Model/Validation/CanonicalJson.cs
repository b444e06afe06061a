using System.Globalization;
using System.Text;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Writes a JSON value of a document as compact JSON, in ASCII.</summary>
internal static class CanonicalJson
{
    public static string Of(JsonValue value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonValue value)
    {
        switch (value)
        {
            case JsonObject json:
                text.Append('{');
                for (var i = 0; i < json.Members.Count; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    WriteString(text, json.Members[i].Name);
                    text.Append(':');
                    Write(text, json.Members[i].Value);
                }

                text.Append('}');
                break;
            case JsonArray array:
                text.Append('[');
                for (var i = 0; i < array.Items.Count; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    Write(text, array.Items[i]);
                }

                text.Append(']');
                break;
            case JsonString json:
                WriteString(text, json.Value);
                break;
            case JsonNumber number:
                text.Append(number.Text);
                break;
            case JsonBoolean boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is >= ' ' and < '\u007f' and not ('"' or '\\'))
            {
                text.Append(c);
            }
            else
            {
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        text.Append('"');
    }
}
