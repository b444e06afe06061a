using System.Text;

namespace ContractKit.Compiler.Documents;

/// <summary>
/// Reads JSON (RFC 8259) and keeps where everything stands. It reads around mistakes, so that one mistake is one problem and the
/// rest of the file is still understood.
/// </summary>
public static class JsonReader
{
    /// <summary>How deep arrays and objects may nest.</summary>
    public const int MaxDepth = 64;

    /// <summary>How large a file may be, in bytes of UTF-8.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Reads a document. It never throws: what is wrong with the text is among the document's problems. A byte order mark is left aside.</summary>
    public static JsonDocument Read(DocumentText text)
    {
        var cursor = new JsonCursor(text);
        if (text.Text.Length > MaxBytes / 3 && Encoding.UTF8.GetByteCount(text.Text) > MaxBytes)
        {
            cursor.Report(JsonRules.TooLarge, 0, 0, "The file is larger than 4 MB and is not read: split it into several that refer to each other.");
            return new JsonDocument(text, null, cursor.Problems());
        }

        if (cursor.Current == '\ufeff')
        {
            cursor.At++;
        }

        var root = new JsonStructureReader(cursor).ReadRoot();
        return new JsonDocument(text, root, cursor.Problems());
    }
}
