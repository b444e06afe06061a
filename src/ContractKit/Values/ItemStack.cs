using System;

namespace ContractKit.Values;

/// <summary>
/// The items of the arrays that a thread is reading, those of an inner array above those of the outer one: an array is made when its length is known, and nothing
/// else is allocated for it. Kept between documents.
/// </summary>
/// <typeparam name="T">The items' type.</typeparam>
internal sealed class ItemStack<T>
{
    // What one large document took is not kept for the life of the thread.
    private const int MostKept = 1 << 14;

    [ThreadStatic]
    private static ItemStack<T>? s_ofThread;

    private T[] _items = new T[16];

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>The calling thread's.</summary>
    public static ItemStack<T> OfThread() => s_ofThread ??= new ItemStack<T>();

    /// <summary>Adds an item.</summary>
    public void Push(T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    /// <summary>The items from that one on.</summary>
    public T[] From(int first) => first == Count ? Array.Empty<T>() : _items.AsSpan(first, Count - first).ToArray();

    /// <summary>Takes the items from that one on away.</summary>
    public void CutBack(int first)
    {
        if (_items.Length > MostKept && first == 0)
        {
            _items = new T[16];
        }
        else
        {
            Array.Clear(_items, first, Count - first);
        }

        Count = first;
    }
}
