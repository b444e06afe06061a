using System;
using System.Collections.Generic;
using ContractKit.Json;

namespace ContractKit.Values;

/// <summary>
/// The rarer part of what a record remembers: members beyond the first 64, and texts of values as they were read, each beside what
/// the writer makes of the value. Filled while a record is read, constant from then on.
/// </summary>
internal sealed class ResidueMore
{
    private readonly List<Text> _texts;
    private ulong[] _marks = [];
    private bool _learning;

    /// <summary>Nothing yet.</summary>
    public ResidueMore() => _texts = [];

    private ResidueMore(List<Text> texts) => _texts = texts;

    /// <summary>Whether there are texts.</summary>
    public bool HasTexts => _texts.Count > 0;

    /// <summary>Remembers a member from the sixty-fifth on.</summary>
    public void Mark(int index)
    {
        var place = (index >> 6) - 1;
        if (_marks.Length <= place)
        {
            Array.Resize(ref _marks, place + 1);
        }

        _marks[place] |= 1UL << index;
    }

    /// <summary>Whether a member from the sixty-fifth on is remembered.</summary>
    public bool IsMarked(int index) => (index >> 6) - 1 < _marks.Length && (_marks[(index >> 6) - 1] >> index & 1) != 0;

    /// <summary>The same, to be added to.</summary>
    public ResidueMore Copy() => new(_texts) { _marks = (ulong[])_marks.Clone() };

    /// <summary>Adds the text of a member's value.</summary>
    public void Add(int index, string? name, byte[] original) => _texts.Add(new Text(index, name, original));

    /// <summary>Writes the record once, to see what its values look like.</summary>
    public void Learn<T>(ContractConverter<T> converter, T value)
    {
        var output = new JsonOutput(256);
        _learning = true;
        converter.WriteValue(ref output, value);
        _learning = false;
        output.Dispose();
    }

    /// <summary>Puts the original in the place of what has been written, if the two denote the same value.</summary>
    public void Restore(ref JsonOutput output, int start, int index, string? name)
    {
        for (var i = 0; i < _texts.Count; i++)
        {
            var text = _texts[i];
            if (text.Index != index || text.Name != name)
            {
                continue;
            }

            // What is learnt alone may stand behind a comma later.
            var written = output.WrittenFrom(start);
            written = written.Length > 0 && written[0] == ',' ? written.Slice(1) : written;
            if (_learning)
            {
                _texts[i] = text with { Written = written.ToArray() };
            }
            else if (written.SequenceEqual(text.Written))
            {
                output.Rewind(start);
                output.WriteRaw(text.Original);
            }

            return;
        }
    }

    private readonly record struct Text(int Index, string? Name, byte[] Original)
    {
        public byte[]? Written { get; init; }
    }
}
