using System;
using System.Buffers;
using System.ComponentModel;

namespace ContractKit.Json;

/// <summary>
/// The names that one object has had, to find one that stands twice. <c>default</c> is none. It takes what memory it needs from a pool, and time in
/// proportion to the names, whoever chose them: the hash is keyed.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct JsonNameSet
{
    private const int Few = 8;
    private const int SearchedInTurn = 32;

    private FewNames _few;
    private ulong[]? _hashes;
    private int[]? _places; // the offset of each name's opening quote
    private int[]? _table;  // hash → index + 1, in open addressing
    private int _mask;
    private int _count;

    /// <summary>Adds the name of the member whose value stands next. If the object has had it, the cursor fails.</summary>
    /// <returns>Whether the name is new.</returns>
    public bool Add(ref JsonCursor cursor)
    {
        if (cursor.Failed)
        {
            return false;
        }

        var hash = JsonHash.Of(cursor.MemberName);
        if (FindOrAdd(hash, cursor))
        {
            return true;
        }

        cursor.FailAt(cursor.MemberPosition, JsonFaultKind.DuplicateMember, cursor.MemberText);
        return false;
    }

    /// <summary>Gives the memory back to the pool.</summary>
    public void Dispose()
    {
        if (_hashes is not null)
        {
            ArrayPool<ulong>.Shared.Return(_hashes);
            ArrayPool<int>.Shared.Return(_places!);
        }

        if (_table is not null)
        {
            ArrayPool<int>.Shared.Return(_table);
        }

        this = default;
    }

    private unsafe bool FindOrAdd(ulong hash, in JsonCursor cursor)
    {
        if (_hashes is null)
        {
            for (var i = 0; i < _count; i++)
            {
                if (_few.Hashes[i] == hash && cursor.IsMemberName(_few.Places[i]))
                {
                    return false;
                }
            }

            if (_count < Few)
            {
                _few.Hashes[_count] = hash;
                _few.Places[_count] = cursor.MemberPosition;
                _count++;
                return true;
            }

            Rent(Few * 4);
            for (var i = 0; i < _count; i++)
            {
                _hashes![i] = _few.Hashes[i];
                _places![i] = _few.Places[i];
            }
        }
        else if (_table is null ? IsAmong(hash, cursor) : IsInTable(hash, cursor))
        {
            return false;
        }

        if (_count == Math.Min(_hashes!.Length, _places!.Length))
        {
            Rent(_count * 2);
        }

        _hashes[_count] = hash;
        _places[_count] = cursor.MemberPosition;
        _count++;
        if (_table is not null)
        {
            Enter(_count - 1);
        }

        if (_count >= SearchedInTurn && _count * 2 > _mask)
        {
            Index();
        }

        return true;
    }

    private readonly bool IsAmong(ulong hash, in JsonCursor cursor)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_hashes![i] == hash && cursor.IsMemberName(_places![i]))
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool IsInTable(ulong hash, in JsonCursor cursor)
    {
        for (var slot = (int)hash & _mask; _table![slot] != 0; slot = (slot + 1) & _mask)
        {
            var index = _table[slot] - 1;
            if (_hashes![index] == hash && cursor.IsMemberName(_places![index]))
            {
                return true;
            }
        }

        return false;
    }

    private readonly void Enter(int index)
    {
        var slot = (int)_hashes![index] & _mask;
        while (_table![slot] != 0)
        {
            slot = (slot + 1) & _mask;
        }

        _table[slot] = index + 1;
    }

    private void Index()
    {
        if (_table is not null)
        {
            ArrayPool<int>.Shared.Return(_table);
        }

        var size = 128;
        while (size < _count * 4)
        {
            size *= 2;
        }

        _table = ArrayPool<int>.Shared.Rent(size);
        _table.AsSpan(0, size).Clear();
        _mask = size - 1;
        for (var i = 0; i < _count; i++)
        {
            Enter(i);
        }
    }

    private void Rent(int size)
    {
        var hashes = ArrayPool<ulong>.Shared.Rent(size);
        var places = ArrayPool<int>.Shared.Rent(size);
        if (_hashes is not null)
        {
            _hashes.AsSpan(0, _count).CopyTo(hashes);
            _places.AsSpan(0, _count).CopyTo(places);
            ArrayPool<ulong>.Shared.Return(_hashes);
            ArrayPool<int>.Shared.Return(_places!);
        }

        _hashes = hashes;
        _places = places;
    }

    private unsafe struct FewNames
    {
        public fixed ulong Hashes[Few];
        public fixed int Places[Few];
    }
}
