using System;
using System.Collections.Generic;
using ContractKit.Json;

namespace ContractKit.Values;

/// <summary>Texts of values as they were read, each beside what the writer makes of the value. Filled while a record is read, constant from then on.</summary>
internal sealed class ResidueTexts
{
    private readonly List<Text> _texts = [];
    private bool _learning;

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

            if (_learning)
            {
                _texts[i] = text with { Written = output.WrittenFrom(start).ToArray() };
            }
            else if (output.WrittenFrom(start).SequenceEqual(text.Written))
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
