using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ContractKit.Json;

public ref partial struct JsonCursor
{
    /// <summary>
    /// Moves on to the next member of the object entered last, whose value must then be consumed. A known name that stands twice is a failure.
    /// </summary>
    /// <param name="names">The names known.</param>
    /// <param name="members">Those that the object has had; <c>default</c> before the first.</param>
    /// <returns>The name's index, <see cref="JsonNames.Unknown"/> (<see cref="MemberName"/> tells it), or <see cref="JsonNames.End"/> when there is no member left, or after a failure.</returns>
    public int NextMember(JsonNames names, ref JsonMembers members)
    {
        var found = NextPlainMember(names, ref members);
        if (found >= 0)
        {
            return found;
        }

        found = NextMemberSlowly(names, ref members, out var again);
        if (!again)
        {
            return found;
        }

        FailAt(_name, JsonFaultKind.DuplicateMember, names[found]);
        return JsonNames.End;
    }

    /// <summary>
    /// Moves on to the next member of the object entered last, whose value must then be consumed. A known name may stand twice.
    /// </summary>
    /// <param name="names">The names known.</param>
    /// <param name="members">Those that the object has had; <c>default</c> before the first.</param>
    /// <param name="again">Whether it is a known name that the object has had before.</param>
    /// <returns>The name's index, <see cref="JsonNames.Unknown"/> (<see cref="MemberName"/> tells it), or <see cref="JsonNames.End"/> when there is no member left, or after a failure.</returns>
    public int NextMember(JsonNames names, ref JsonMembers members, out bool again)
    {
        var found = NextPlainMember(names, ref members);
        if (found >= 0)
        {
            again = false;
            return found;
        }

        return NextMemberSlowly(names, ref members, out again);
    }

    /// <summary>Moves on to the next member if it is one of the first 64 known, new, and written in the usual way; else nothing happens, and the result is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NextPlainMember(JsonNames names, ref JsonMembers members)
    {
        ref var json = ref MemoryMarshal.GetReference(_json);
        var length = _json.Length;
        var index = _index;
        var next = (uint)index < (uint)length ? Unsafe.Add(ref json, index) : 0;
        if (next == ',' && !_first)
        {
            next = (uint)++index < (uint)length ? Unsafe.Add(ref json, index) : 0;
            if (next == ' ')
            {
                next = (uint)++index < (uint)length ? Unsafe.Add(ref json, index) : 0;
            }

            if (next <= ' ')
            {
                next = SpaceEnd(ref index);
            }
        }
        else if (!_first)
        {
            return JsonNames.Unknown;
        }

        if (next != '"')
        {
            return JsonNames.Unknown;
        }

        // Members mostly stand in an order that has been met before: then nothing need be searched for.
        int end;
        var found = names.Following[members.Last];
        var inPlace = names.InPlace;
        if ((uint)found < (uint)inPlace.Length && inPlace[found].IsAt(ref Unsafe.Add(ref json, index), length - index))
        {
            end = index + inPlace[found].Length;
        }
        else
        {
            found = Find(names, ref members, index, out end);
        }

        if (found < 0 || (uint)end >= (uint)length || Unsafe.Add(ref json, end) != ':' || !members.AddNext(found))
        {
            return JsonNames.Unknown;
        }

        _name = index;
        _first = false;
        end++;
        _index = (uint)end < (uint)length && Unsafe.Add(ref json, end) == ' ' ? end + 1 : end;
        return found;
    }

    /// <summary>Finds the name whose opening quote stands there, if it is written without escapes and known.</summary>
    private readonly int Find(JsonNames names, ref JsonMembers members, int index, out int end)
    {
        ref var json = ref MemoryMarshal.GetReference(_json);
        var start = index + 1;
        end = JsonScan.PlainEnd(ref json, start, _json.Length);
        if (start + 8 > _json.Length || end < 8 || end == _json.Length || Unsafe.Add(ref json, end) != '"')
        {
            return JsonNames.Unknown;
        }

        var found = names.IndexOf(ref json, start, end);
        end++;

        // One miss may be a member that is left out; more are another order, which the next object will probably have too.
        if (found >= 0 && ++members.Misses >= 2)
        {
            names.Following[members.Last] = found;
        }

        return found;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int NextMemberSlowly(JsonNames names, ref JsonMembers members, out bool again)
    {
        again = false;
        if (!ToName() || !ReadName(out var name))
        {
            return JsonNames.End;
        }

        var index = names.IndexOf(name);
        if (index >= 0)
        {
            members.Last = index + 1;
            again = !members.Add(index, names.Count);
        }

        return index;
    }

    /// <summary>The name of the member whose value stands next. Ask before reading the value.</summary>
    /// <returns>The name without escapes, valid until the next call that the same thread makes on any cursor; empty after a failure.</returns>
    public readonly ReadOnlySpan<byte> MemberName
    {
        get
        {
            if (Failed)
            {
                return default;
            }

            var copy = this;
            copy._index = _name;
            copy.ReadStringUtf8(out var name);
            return name;
        }
    }

    /// <summary>The name of the member whose value stands next, as text. Ask before reading the value.</summary>
    public readonly string MemberText => JsonUtf8.ToText(MemberName);

    /// <summary>The offset of the opening quote of that name.</summary>
    public readonly int MemberPosition => Failed ? _faultOffset : _name;

    /// <summary>Whether the name that starts at that offset is the one of the member whose value stands next.</summary>
    internal readonly bool IsMemberName(int position)
    {
        var other = this;
        other._name = position;
        return string.Equals(other.MemberText, MemberText, System.StringComparison.Ordinal);
    }

    /// <summary>Fails if a required member is missing. Call it behind the last member.</summary>
    /// <param name="names">The names known.</param>
    /// <param name="members">Those that the object has had.</param>
    /// <param name="required">The required ones of the first 64: bit n for index n.</param>
    public void Require(JsonNames names, in JsonMembers members, ulong required)
    {
        if (!members.HasAll(required))
        {
            FailMissing(names, members, required);
        }
    }

    /// <summary>Fails if that member is missing: for names beyond the first 64.</summary>
    /// <param name="names">The names known.</param>
    /// <param name="members">Those that the object has had.</param>
    /// <param name="index">The required one.</param>
    public void RequireAt(JsonNames names, in JsonMembers members, int index)
    {
        if (!members.Has(index))
        {
            Fail(JsonFaultKind.MissingMember, names[index]);
        }
    }

    private void FailMissing(JsonNames names, in JsonMembers members, ulong required)
    {
        for (var i = 0; i < 64; i++)
        {
            if ((required >> i & 1) != 0 && !members.Has(i))
            {
                // Behind the object's end: PointerAt takes that as the object itself.
                FailAt(_index, JsonFaultKind.MissingMember, names[i]);
                return;
            }
        }
    }

    /// <summary>Reads a string that should be one of an enum's words; another is a failure.</summary>
    /// <returns>The word's index; −1 after a failure.</returns>
    public int ReadWord(JsonWords words)
    {
        var position = Position;
        if (!ReadStringUtf8(out var word))
        {
            return -1;
        }

        var index = words.IndexOf(word);
        if (index < 0)
        {
            FailAt(position, JsonFaultKind.UnknownWord, JsonUtf8.ToText(word));
        }

        return index;
    }

    /// <summary>Reads a string that may be one of an enum's words.</summary>
    /// <param name="words">The words known.</param>
    /// <param name="unknown">The string, when it is none of them; else null.</param>
    /// <returns>The word's index; −1 for another string, or after a failure.</returns>
    public int ReadWord(JsonWords words, out string? unknown)
    {
        unknown = null;
        if (!ReadStringUtf8(out var word))
        {
            return -1;
        }

        var index = words.IndexOf(word);
        if (index < 0)
        {
            unknown = JsonUtf8.ToText(word);
        }

        return index;
    }
}
