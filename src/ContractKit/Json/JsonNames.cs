using System;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Text;

namespace ContractKit.Json;

/// <summary>The member names that a record knows, in schema order: found fast when reading, written without escaping again.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonNames
{
    /// <summary>The index of a name that the table does not have.</summary>
    public const int Unknown = -1;

    /// <summary>What stands in place of an index behind the last member.</summary>
    public const int End = -2;

    private readonly string[] _texts;
    private readonly byte[][] _names;
    private readonly byte[][] _members;
    private readonly JsonWordTable _table;

    /// <summary>A table of those names.</summary>
    /// <param name="names">The names without escapes, each once.</param>
    public JsonNames(params string[] names)
    {
        _texts = names;
        _names = new byte[names.Length][];
        _members = new byte[names.Length][];
        for (var i = 0; i < names.Length; i++)
        {
            _names[i] = JsonUtf8.FromText(names[i]);
            _members[i] = JsonEscape.Quoted(names[i], ":");
        }

        _table = new JsonWordTable(_names);
    }

    /// <summary>How many names there are.</summary>
    public int Count => _texts.Length;

    /// <summary>The name of that index.</summary>
    public string this[int index] => _texts[index];

    /// <summary>The index of a name.</summary>
    /// <param name="name">The name without escapes.</param>
    /// <param name="expected">The index that it probably has: the last one found plus one. Any number will do.</param>
    /// <returns>The index, or <see cref="Unknown"/>.</returns>
    public int IndexOf(ReadOnlySpan<byte> name, int expected = 0) =>
        (uint)expected < (uint)_names.Length && name.SequenceEqual(_names[expected]) ? expected : _table.IndexOf(name);

    /// <summary>The name of that index with its quotes and the colon behind it, as it is written.</summary>
    internal byte[] Member(int index) => _members[index];
}
