using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using ContractKit.Json;

namespace ContractKit.Values;

/// <summary>Arrays whose items are alike. Two lists are equal when their items are, in the same order.</summary>
/// <typeparam name="T">The items' type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListConverter<T> : ContractConverter<IReadOnlyList<T>>, IEqualityComparer<IReadOnlyList<T>?>
{
    private readonly ContractConverter<T> _item;
    private readonly IEqualityComparer<T> _comparer;
    private readonly long _leastItems;
    private readonly long _mostItems;

    /// <summary>A converter of lists.</summary>
    /// <param name="item">The items' converter.</param>
    public ListConverter(ContractConverter<T> item)
        : this(item, 0, long.MaxValue)
    {
    }

    /// <summary>A converter of lists that, with <see cref="JsonCursor.Enforces"/>, refuses those with fewer or more items.</summary>
    /// <param name="item">The items' converter.</param>
    /// <param name="leastItems">The fewest items.</param>
    /// <param name="mostItems">The most items; reading ends at the first that is too many.</param>
    public ListConverter(ContractConverter<T> item, long leastItems, long mostItems)
    {
        _item = item;
        _comparer = ValueEquality.Of(item);
        _leastItems = leastItems;
        _mostItems = mostItems;
    }

    /// <summary>The list without items.</summary>
    public static IReadOnlyList<T> Empty { get; } = Array.Empty<T>();

    /// <inheritdoc/>
    public override IReadOnlyList<T>? ReadValue(ref JsonCursor cursor)
    {
        if (!cursor.StartArray())
        {
            return null;
        }

        var respelled = cursor.Respelled;
        var items = ItemStack<T>.OfThread();
        var first = items.Count;
        try
        {
            while (cursor.NextItem())
            {
                if (items.Count - first >= _mostItems && cursor.Enforces)
                {
                    cursor.Fail(JsonFaultKind.Constraint);
                    break;
                }

                // A record among the items settles its own texts, and must not settle those of its neighbours.
                cursor.Respelled = false;
                items.Push(_item.ReadValue(ref cursor)!);
                respelled |= cursor.Respelled;
            }

            if (items.Count - first < _leastItems && cursor.Enforces && !cursor.Failed)
            {
                cursor.Fail(JsonFaultKind.Constraint);
            }

            cursor.Respelled = respelled;
            return cursor.Failed ? null : items.From(first);
        }
        finally
        {
            items.CutBack(first);
        }
    }

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, IReadOnlyList<T> value)
    {
        output.WriteStartArray();

        // What was read is an array, whose items are found faster than through the interface.
        if (value is T[] items)
        {
            foreach (var item in items)
            {
                _item.WriteValue(ref output, item);
            }
        }
        else
        {
            for (var i = 0; i < value.Count; i++)
            {
                _item.WriteValue(ref output, value[i]);
            }
        }

        output.WriteEndArray();
    }

    /// <summary>Reads an item of an array whose first items are properties.</summary>
    /// <param name="cursor">The cursor, at the item.</param>
    /// <param name="items">The items so far; null before the first.</param>
    /// <param name="residue">Where the text of the item is kept, if it is another than would be written.</param>
    /// <param name="index">The item's index in the array.</param>
    public void ReadItem(ref JsonCursor cursor, ref List<T>? items, ref Residue residue, int index)
    {
        var start = cursor.Position;
        var item = _item.ReadValue(ref cursor)!;
        residue.Keep(ref cursor, start, index);
        items ??= [];
        items.Add(item);
    }

    /// <summary>Writes the items of an array whose first items are properties.</summary>
    /// <param name="output">The output, within the array.</param>
    /// <param name="items">The items.</param>
    /// <param name="residue">The texts kept.</param>
    /// <param name="first">The index in the array of the first of them.</param>
    public void WriteItems(ref JsonOutput output, IReadOnlyList<T> items, Residue residue, int first)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var start = output.Length;
            _item.WriteValue(ref output, items[i]);
            residue.Restore(ref output, start, first + i);
        }
    }

    /// <summary>Whether both lists have equal items in the same order, or are both null.</summary>
    public bool Equals(IReadOnlyList<T>? x, IReadOnlyList<T>? y)
    {
        if (ReferenceEquals(x, y))
        {
            return true;
        }

        if (x is null || y is null || x.Count != y.Count)
        {
            return false;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = 0; i < x.Count; i++)
        {
            if (!_comparer.Equals(x[i], y[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A hash of the list's length and of its first items.</summary>
    public int GetHashCode(IReadOnlyList<T>? obj)
    {
        if (obj is null)
        {
            return 0;
        }

        var hash = new ValueHash().And(obj.Count);
        for (var i = 0; i < Math.Min(obj.Count, 4); i++)
        {
            hash = hash.And(obj[i] is null ? 0 : _comparer.GetHashCode(obj[i]!));
        }

        return hash.Value;
    }
}
