using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#endif

namespace ContractKit.Json;

/// <summary>A member's name as it stands in JSON that escapes nothing needlessly, to be compared with a text in place.</summary>
internal readonly struct JsonName
{
#if NET8_0_OR_GREATER
    private readonly Vector128<byte> _head;
    private readonly Vector128<byte> _headMask;
    private readonly Vector128<byte> _tail;
    private readonly Vector128<byte> _tailMask;
    private readonly int _tailStart;
#endif
    private readonly byte[] _quoted;

    /// <summary>A name.</summary>
    /// <param name="quoted">The name as it is written, quotes included.</param>
    public JsonName(byte[] quoted)
    {
        _quoted = quoted;
        Length = quoted.Length;
#if NET8_0_OR_GREATER
        // Up to 32 bytes are compared as two overlapping blocks, with what lies beyond a shorter name masked out.
        Span<byte> block = stackalloc byte[16];
        Span<byte> mask = stackalloc byte[16];
        var head = Math.Min(quoted.Length, 16);
        quoted.AsSpan(0, head).CopyTo(block);
        mask.Slice(0, head).Fill(0xFF);
        _head = Vector128.Create<byte>(block);
        _headMask = Vector128.Create<byte>(mask);
        if (quoted.Length > 16)
        {
            _tailStart = Math.Min(quoted.Length, 32) - 16;
            _tail = Vector128.Create<byte>(quoted.AsSpan(_tailStart, 16));
            _tailMask = Vector128<byte>.AllBitsSet;
        }
#endif
    }

    /// <summary>The length, quotes included.</summary>
    public readonly int Length;

    /// <summary>Whether the name stands there.</summary>
    /// <param name="json">The byte where it may start.</param>
    /// <param name="left">How many bytes the text has from there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAt(ref byte json, int left)
    {
#if NET8_0_OR_GREATER
        if (Length <= 32 && left >= 32)
        {
            var head = (Vector128.LoadUnsafe(ref json) ^ _head) & _headMask;
            var tail = (Vector128.LoadUnsafe(ref json, (nuint)(uint)_tailStart) ^ _tail) & _tailMask;
            return (head | tail) == Vector128<byte>.Zero;
        }
#endif
        return left >= Length && IsEqual(ref json);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsEqual(ref byte json)
    {
#if NET8_0_OR_GREATER
        return MemoryMarshal.CreateReadOnlySpan(ref json, Length).SequenceEqual(_quoted);
#else
        for (var i = 0; i < Length; i++)
        {
            if (Unsafe.Add(ref json, i) != _quoted[i])
            {
                return false;
            }
        }

        return true;
#endif
    }
}
