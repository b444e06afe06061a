using System;
using System.ComponentModel;

namespace ContractKit.Json;

/// <summary>The wire words of an enum, in the order of its members.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonWords
{
    private readonly string[] _texts;
    private readonly byte[][] _quoted;
    private readonly JsonWordTable _table;
    private readonly JsonTextTable _textTable;

    /// <summary>A table of those words.</summary>
    /// <param name="words">The words without escapes, each once.</param>
    public JsonWords(params string[] words)
    {
        _texts = (string[])words.Clone();
        _quoted = new byte[words.Length][];
        var names = new byte[words.Length][];
        for (var i = 0; i < words.Length; i++)
        {
            names[i] = JsonUtf8.FromText(words[i]);
            _quoted[i] = JsonEscape.Quoted(words[i], "");
        }

        _table = new JsonWordTable(names);
        _textTable = new JsonTextTable(_texts);
    }

    /// <summary>How many words there are.</summary>
    public int Count => _texts.Length;

    /// <summary>The word of that index.</summary>
    public string this[int index] => _texts[index];

    /// <summary>The index of a word, compared exactly; −1 when it is none of them.</summary>
    /// <param name="word">The word without escapes.</param>
    public int IndexOf(ReadOnlySpan<byte> word) => _table.IndexOf(word);

    /// <summary>The index of a word, compared exactly; −1 when it is none of them.</summary>
    /// <param name="word">The word; null is none of them.</param>
    public int IndexOf(string? word) => word is null ? -1 : _textTable.IndexOf(word);

    /// <summary>The word of that index as it is written, quotes included.</summary>
    internal byte[] Quoted(int index) => _quoted[index];
}
