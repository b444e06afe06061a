using System;
using System.ComponentModel;
using ContractKit.Json;

namespace ContractKit.Values;

/// <summary>
/// What a record remembers of the JSON it was read from, so that writing it loses nothing: members that were null, members that
/// were absent and read as their default, and values whose text was not what the writer would write. It takes no part in equality.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Residue
{
    private ulong _marks;
    private ResidueMore? _more; // marks from the sixty-fifth member on, and texts: one reference, since every record carries it

    /// <summary>Whether there are texts to keep; they must be learned once the record is there.</summary>
    public readonly bool HasTexts => _more?.HasTexts == true;

    /// <summary>Remembers a member: that it was null or, where it has a default, absent.</summary>
    /// <param name="index">The member.</param>
    public void Mark(int index)
    {
        if (index < 64)
        {
            _marks |= 1UL << index;
            return;
        }

        (_more ??= new ResidueMore()).Mark(index);
    }

    /// <summary>Whether a member is remembered.</summary>
    /// <param name="index">The member.</param>
    public readonly bool IsMarked(int index) => index < 64
        ? (_marks >> index & 1) != 0
        : _more?.IsMarked(index) == true;

    /// <summary>The same residue with a member more remembered; this one is left as it is.</summary>
    /// <param name="index">The member.</param>
    public readonly Residue With(int index)
    {
        var copy = this;
        copy._more = _more?.Copy();
        copy.Mark(index);
        return copy;
    }

    /// <summary>Writes a member as null, if it is remembered to have been.</summary>
    /// <param name="output">The output, within the object.</param>
    /// <param name="names">The record's names.</param>
    /// <param name="index">The member.</param>
    public readonly void WriteNull(ref JsonOutput output, JsonNames names, int index)
    {
        if (IsMarked(index))
        {
            output.WriteName(names, index);
            output.WriteNull();
        }
    }

    /// <summary>The index of a member by its name in JSON; -1 for a name that the record does not know.</summary>
    /// <param name="names">The record's names.</param>
    /// <param name="name">The name.</param>
    public static int IndexOf(JsonNames names, string name) => name is null ? -1 : names.IndexOf(JsonUtf8.FromText(name));

    /// <summary>Keeps the text of the value just read, if the cursor says that it may be written otherwise.</summary>
    /// <param name="cursor">The cursor behind the value.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="index">The member.</param>
    public void Keep(ref JsonCursor cursor, int start, int index)
    {
        if (cursor.Respelled)
        {
            Keep(ref cursor, start, index, null);
        }
    }

    /// <summary>Keeps the text of the value just read, if the cursor says that it may be written otherwise.</summary>
    /// <param name="cursor">The cursor behind the value.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="name">The name of a member that the schema does not name.</param>
    public void Keep(ref JsonCursor cursor, int start, string name)
    {
        if (cursor.Respelled)
        {
            Keep(ref cursor, start, -1, name);
        }
    }

    /// <summary>Puts a kept text in the place of what has been written, if that is what the value was when it was read.</summary>
    /// <param name="output">The output behind the value.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="index">The member.</param>
    public readonly void Restore(ref JsonOutput output, int start, int index) => _more?.Restore(ref output, start, index, null);

    /// <summary>Puts a kept text in the place of what has been written, if that is what the value was when it was read.</summary>
    /// <param name="output">The output behind the value.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="name">The name of a member that the schema does not name.</param>
    public readonly void Restore(ref JsonOutput output, int start, string name) => _more?.Restore(ref output, start, -1, name);

    /// <summary>Learns how the record's values are written without the texts kept, so that a changed value is told from an unchanged one.</summary>
    /// <param name="converter">The record's converter.</param>
    /// <param name="value">The record, with this residue.</param>
    public readonly void Learn<T>(ContractConverter<T> converter, T value) => _more?.Learn(converter, value);

    private void Keep(ref JsonCursor cursor, int start, int index, string? name)
    {
        cursor.Respelled = false;
        if (!cursor.Failed)
        {
            (_more ??= new ResidueMore()).Add(index, name, cursor.Between(start, cursor.Consumed).ToArray());
        }
    }
}
