using System;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ContractKit.Json;

public ref partial struct JsonOutput
{
    private const int Piece = 1024;

    /// <summary>Writes a string, escaping only what must be (RFC 8259, section 7).</summary>
    /// <param name="value">The text; half a surrogate pair in it is refused.</param>
    public void WriteString(string value)
    {
        var free = Value(value.Length + 2);
        free[0] = (byte)'"';
        var plain = JsonEscape.WritePlain(value.AsSpan(), ref Unsafe.Add(ref MemoryMarshal.GetReference(free), 1));
        if (plain < value.Length)
        {
            WriteRest(value, plain);
            return;
        }

        free[plain + 1] = (byte)'"';
        _length += plain + 2;
    }

    /// <summary>Writes a member whose value is a string: its name and, escaping only what must be (RFC 8259, section 7), its text.</summary>
    /// <param name="names">The names that a record knows.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="value">The text; half a surrogate pair in it is refused.</param>
    public void WriteString(JsonNames names, int index, string value)
    {
#if NET8_0_OR_GREATER
        var member = names.Member(index);
        var skipped = _comma ? 0 : 1;
        var named = names.MemberLength(index) - skipped;
        if (named <= 32)
        {
            // Room is asked for once: that is why this is not two calls.
            ref var destination = ref MemoryMarshal.GetReference(Free(member.Length + value.Length + 2));
            CopyShort(member, skipped, ref destination);
            Unsafe.Add(ref destination, named) = (byte)'"';
            _comma = true;
            var plain = JsonEscape.WritePlain(value.AsSpan(), ref Unsafe.Add(ref destination, named + 1));
            if (plain < value.Length)
            {
                _length += named;
                WriteRest(value, plain);
                return;
            }

            Unsafe.Add(ref destination, named + plain + 1) = (byte)'"';
            _length += named + plain + 2;
            return;
        }
#endif
        WriteName(names, index);
        WriteString(value);
    }

    /// <summary>Writes the rest of a string of which the opening quote and so many characters stand in the buffer, but are not counted yet.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteRest(string value, int done)
    {
        _length += done + 1;
        while (done < value.Length)
        {
            // In pieces, so that a long text takes little more room than it has bytes.
            var piece = value.AsSpan(done, Math.Min(value.Length - done, Piece));
            done += JsonEscape.WriteQuotes(piece, ref MemoryMarshal.GetReference(Free((2 * piece.Length) + 8)), out var written);
            _length += written;

            // What is written otherwise mostly comes in rows.
            while (done < value.Length && WriteSpecial(value, ref done))
            {
            }
        }

        Free(1)[0] = (byte)'"';
        _length++;
    }

    /// <summary>Writes a character that is not ASCII or must be escaped; false when it is neither.</summary>
    private bool WriteSpecial(string value, ref int index)
    {
        var c = value[index];
        if (c is >= ' ' and < '\u007F' and not '"' and not '\\')
        {
            return false;
        }

        var free = Free(6);
        if (c < '\u007F')
        {
            _length += JsonEscape.Write(c, free);
        }
        else if (!char.IsSurrogate(c))
        {
            _length += JsonUtf8.Write(c, free);
        }
        else if (index + 1 < value.Length && char.IsSurrogatePair(c, value[index + 1]))
        {
            _length += JsonUtf8.Write(char.ConvertToUtf32(c, value[index + 1]), free);
            index++;
        }
        else
        {
            Refuse("The text has half of a surrogate pair: that is no text, and JSON cannot hold it.");
        }

        index++;
        return true;
    }

    /// <summary>Writes an integer.</summary>
    public void WriteInt32(int value) => WriteInt64(value);

    /// <summary>Writes an integer.</summary>
    public void WriteInt64(long value)
    {
        Utf8Formatter.TryFormat(value, Value(20), out var written);
        _length += written;
    }

    /// <summary>Writes a number with as few digits as read back as the same; NaN and the infinities are refused.</summary>
    public void WriteDouble(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            Refuse("JSON has no number for NaN and the infinities.");
        }

#if NET8_0_OR_GREATER
        value.TryFormat(Value(32), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
#else
        // "R" is known to fail for some values on .NET Framework.
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        WriteRaw(JsonUtf8.FromText(double.Parse(text, CultureInfo.InvariantCulture) == value ? text : value.ToString("G17", CultureInfo.InvariantCulture)));
#endif
    }

    /// <summary>Writes a number with all its digits.</summary>
    public void WriteDecimal(decimal value)
    {
        Utf8Formatter.TryFormat(value, Value(32), out var written);
        _length += written;
    }

    /// <summary>Writes a <c>date-time</c> (RFC 3339, section 5.6): <c>Z</c> for no offset, no zeros behind the seconds.</summary>
    public void WriteDateTimeOffset(DateTimeOffset value)
    {
        var free = Value(JsonDates.LongestDateTime + 2);
        free[0] = (byte)'"';
        var written = JsonDates.Write(value, free.Slice(1));
        free[written + 1] = (byte)'"';
        _length += written + 2;
    }

#if NET8_0_OR_GREATER
    /// <summary>Writes a <c>full-date</c> (RFC 3339, section 5.6).</summary>
    public void WriteDateOnly(DateOnly value) => WriteDate(value.Year, value.Month, value.Day);
#endif

    /// <summary>Writes the date of that time as a <c>full-date</c> (RFC 3339, section 5.6): for targets that have no type of date.</summary>
    public void WriteDateTime(DateTime value) => WriteDate(value.Year, value.Month, value.Day);

    /// <summary>Writes a <c>uuid</c> in lower case (RFC 4122, section 3).</summary>
    public void WriteGuid(Guid value)
    {
        var free = Value(38);
        free[0] = (byte)'"';
        Utf8Formatter.TryFormat(value, free.Slice(1), out _);
        free[37] = (byte)'"';
        _length += 38;
    }

    /// <summary>Writes bytes in base64, padded (RFC 4648, section 4).</summary>
    public void WriteBytes(byte[] value)
    {
        var free = Value(Base64.GetMaxEncodedToUtf8Length(value.Length) + 2);
        free[0] = (byte)'"';
        Base64.EncodeToUtf8(value, free.Slice(1), out _, out var written);
        free[written + 1] = (byte)'"';
        _length += written + 2;
    }

    private void WriteDate(int year, int month, int day)
    {
        var free = Value(12);
        free[0] = (byte)'"';
        JsonDates.WriteDate(year, month, day, free.Slice(1));
        free[11] = (byte)'"';
        _length += 12;
    }
}
