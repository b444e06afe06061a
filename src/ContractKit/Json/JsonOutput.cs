using System;
using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif
using System.Text.Json;

namespace ContractKit.Json;

/// <summary>
/// Writes compact JSON as UTF-8 into one growing buffer. Commas are its own business; that every name gets its value is the caller's. What no JSON text can hold (half a surrogate
/// pair, NaN) is refused with an exception that says where.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonOutput
{
    [ThreadStatic]
    private static byte[]? s_buffer;

    private byte[] _buffer;
    private int _length;
    private bool _comma;

    /// <summary>An output with room for that many bytes; it grows. <see cref="Dispose"/> gives the buffer back.</summary>
    public JsonOutput(int capacity)
    {
        this = default;
        var kept = s_buffer;
        s_buffer = null;
        _buffer = kept is not null && kept.Length >= capacity ? kept : new byte[Math.Max(capacity, 1024)];
    }

    /// <summary>Whether a free-form value has been written: what is in it nobody has looked at.</summary>
    internal bool HasElements { get; private set; }

    /// <summary>How many bytes have been written.</summary>
    public readonly int Length => _length;

    /// <summary>What has been written; valid until the next write.</summary>
    public readonly ReadOnlySpan<byte> Written => new(_buffer, 0, _length);

    /// <summary>What has been written from that place on; valid until the next write.</summary>
    /// <param name="start">A former <see cref="Length"/>.</param>
    public readonly ReadOnlySpan<byte> WrittenFrom(int start) => new(_buffer, start, _length - start);

    /// <summary>Takes back what has been written from that place on.</summary>
    /// <param name="length">A former <see cref="Length"/>, from before or after a whole value or member.</param>
    public void Rewind(int length)
    {
        _length = length;
        _comma = length > 0 && _buffer[length - 1] is not ((byte)'{' or (byte)'[' or (byte)':' or (byte)',');
    }

    /// <summary>Gives the buffer back to the calling thread.</summary>
    public void Dispose()
    {
        // What one large answer took is not kept for the life of the thread.
        if (_buffer is { Length: <= 1 << 20 } buffer)
        {
            s_buffer = buffer;
        }

        _buffer = null!;
        _length = 0;
    }

    /// <summary>Starts an object.</summary>
    public void WriteStartObject() => Open((byte)'{');

    /// <summary>Ends the object started last.</summary>
    public void WriteEndObject() => Close((byte)'}');

    /// <summary>Starts an array.</summary>
    public void WriteStartArray() => Open((byte)'[');

    /// <summary>Ends the array started last.</summary>
    public void WriteEndArray() => Close((byte)']');

    /// <summary>Writes a member's name.</summary>
    /// <param name="names">The names that a record knows.</param>
    /// <param name="index">Which of them.</param>
    public void WriteName(JsonNames names, int index)
    {
        // The comma is part of what is kept, and left out where none is due.
        var member = names.Member(index);
        var skipped = _comma ? 0 : 1;
        _comma = false;
        var written = names.MemberLength(index) - skipped;
        var free = Free(member.Length);
#if NET8_0_OR_GREATER
        if (written <= 32)
        {
            CopyShort(member, skipped, ref MemoryMarshal.GetReference(free));
            _length += written;
            return;
        }
#endif
        member.AsSpan(skipped, written).CopyTo(free);
        _length += written;
    }

#if NET8_0_OR_GREATER
    // A name of up to 32 bytes is two blocks of 16, whatever its length: JsonNames keeps that many.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyShort(byte[] member, int skipped, ref byte destination)
    {
        ref var source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(member), skipped);
        Vector128.LoadUnsafe(ref source).StoreUnsafe(ref destination);
        Vector128.LoadUnsafe(ref source, 16).StoreUnsafe(ref destination, 16);
    }
#endif

    /// <summary>Writes a member's name.</summary>
    /// <param name="quoted">The name as it is written, quotes and colon included.</param>
    public void WriteName(ReadOnlySpan<byte> quoted)
    {
        var free = Free(quoted.Length + 1);
        if (_comma)
        {
            free[0] = (byte)',';
            free = free.Slice(1);
            _length++;
        }

        quoted.CopyTo(free);
        _length += quoted.Length;
        _comma = false;
    }

    /// <summary>Writes a member's name.</summary>
    /// <param name="name">The name as text, escapes to be added.</param>
    public void WriteName(string name)
    {
        WriteString(name);
        Free(1)[0] = (byte)':';
        _length++;
        _comma = false;
    }

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes an enum's word.</summary>
    /// <param name="words">The words.</param>
    /// <param name="index">Which of them.</param>
    public void WriteWord(JsonWords words, int index) => WriteRaw(words.Quoted(index));

    /// <summary>Writes a value that is JSON already; it is not checked again.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        var free = Value(json.Length);
        json.CopyTo(free);
        _length += json.Length;
    }

    /// <summary>Writes a free-form value, with numbers as they were read.</summary>
    public void WriteElement(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            Refuse("There is no value.");
        }

        var json = JsonElements.Raw(value);

        // An element need not have come from us: System.Text.Json lets lone surrogates and bytes that are no UTF-8 through.
        var check = new JsonCursor(json, int.MaxValue);
        check.Skip();
        if (check.Failed)
        {
            Refuse(json.IsEmpty ? "The JSON is not UTF-8." : check.Fault.Message);
        }

        HasElements = true;
        WriteRaw(json);
    }

    /// <summary>Throws, because the value that should stand here cannot be written.</summary>
    /// <param name="message">A sentence that the caller can act on.</param>
    /// <exception cref="ContractViolationException">Always, with the JSON pointer to the value.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void Refuse(string message) =>
        throw new ContractViolationException([new ContractViolation(JsonLocation.PointerAt(Written, _length), "", message)]);

    /// <summary>Room for a value of that many bytes, behind a comma where one is due.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Value(int most)
    {
        var free = Free(most + 1);
        if (_comma)
        {
            free[0] = (byte)',';
            _length++;
            return free.Slice(1);
        }

        _comma = true;
        return free;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Free(int most)
    {
        if (_buffer.Length - _length < most)
        {
            Grow(most);
        }

        return _buffer.AsSpan(_length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int most)
    {
        // Room that no array can give is refused here, by the runtime: who asked for it writes without looking again.
        var larger = new byte[Math.Max(Math.Min(_buffer.Length * 2L, 0x7FFFFFC7), (long)_length + most)];
        Written.CopyTo(larger);
        _buffer = larger;
    }

    private void Open(byte bracket)
    {
        Value(1)[0] = bracket;
        _length++;
        _comma = false;
    }

    private void Close(byte bracket)
    {
        Free(1)[0] = bracket;
        _length++;
        _comma = true;
    }
}
