using System;
using System.Text.Json;

namespace ContractKit.Json;

/// <summary>Hands JSON token by token to a writer that lays it out in its own way.</summary>
internal static class JsonTokens
{
    /// <summary>Writes a value that is known to be JSON. Scalars are written as they are spelt.</summary>
    public static void Copy(ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject: writer.WriteStartObject(); break;
                case JsonTokenType.EndObject: writer.WriteEndObject(); break;
                case JsonTokenType.StartArray: writer.WriteStartArray(); break;
                case JsonTokenType.EndArray: writer.WriteEndArray(); break;
                case JsonTokenType.PropertyName: writer.WritePropertyName(reader.GetString()!); break;
                default:
                    var start = (int)reader.TokenStartIndex;
                    writer.WriteRawValue(json.Slice(start, (int)reader.BytesConsumed - start), skipInputValidation: true);
                    break;
            }
        }
    }
}
