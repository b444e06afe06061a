using System;
using System.ComponentModel;

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
    private readonly byte[][] _members; // filled up with zeros to 33 bytes, so that a short one is two blocks of 16
    private readonly int[] _lengths;
    private readonly JsonName[] _inPlace;
    private readonly int[] _following;
    private readonly JsonWordTable _table;

    /// <summary>A table of those names.</summary>
    /// <param name="names">The names without escapes, each once.</param>
    public JsonNames(params string[] names)
    {
        _texts = (string[])names.Clone();
        _names = new byte[names.Length][];
        _members = new byte[names.Length][];
        _lengths = new int[names.Length];
        _inPlace = new JsonName[names.Length];
        _following = new int[names.Length + 1];
        for (var i = 0; i < names.Length; i++)
        {
            _names[i] = JsonUtf8.FromText(names[i]);
            var member = JsonEscape.Quoted(names[i], ":");
            _lengths[i] = member.Length + 1;
            _members[i] = new byte[Math.Max(member.Length + 1, 33)];
            _members[i][0] = (byte)',';
            member.CopyTo(_members[i], 1);
            _following[i] = i;
            _inPlace[i] = new JsonName(JsonEscape.Quoted(names[i], ""));
        }

        _following[names.Length] = -1;
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

    /// <summary>
    /// Which name is likely to follow: by 0 the first of an object, by n the one behind index n − 1. It starts with the order of the schema and is changed to the order
    /// that is met; several threads may change it at once, since a wrong guess costs time only.
    /// </summary>
    internal int[] Following => _following;

    /// <summary>The names as they stand in JSON.</summary>
    internal JsonName[] InPlace => _inPlace;

    /// <summary>The index of the name that stands between those offsets, with at least eight bytes before its end and behind its start.</summary>
    internal int IndexOf(ref byte json, int start, int end) => _table.IndexOf(ref json, start, end);

    /// <summary>The name of that index as it is written: a comma, the name in its quotes, a colon; then perhaps zeros.</summary>
    internal byte[] Member(int index) => _members[index];

    /// <summary>The length of <see cref="Member"/> without the zeros.</summary>
    internal int MemberLength(int index) => _lengths[index];
}
