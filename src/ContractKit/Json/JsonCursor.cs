using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ContractKit.Json;

/// <summary>
/// Walks UTF-8 JSON from front to back, in the grammar of RFC 8259 to the letter: no comments, no trailing commas, no byte order mark, and strings
/// are always checked to be Unicode text (valid UTF-8, no lone surrogates), whether they are read or skipped.
/// </summary>
/// <remarks>
/// Nothing throws. The first failure sticks: from then on every read returns <c>default</c> or false and consumes nothing, so that loops end and a
/// caller need look only once, at the end. A copy is a checkpoint, from which the same text can be walked again.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonCursor
{
    /// <summary>How deeply arrays and objects may be nested, unless told otherwise: the limit of System.Text.Json.</summary>
    public const int DefaultMaxDepth = 64;

    private ReadOnlySpan<byte> _json;
    private int _index;
    private int _depth;
    private readonly int _maxDepth;
    private int _name;
    private int _faultOffset;
    private JsonFaultKind _faultKind;
    private bool _first;
    private string? _faultDetail;

    /// <summary>Set when the text of a scalar was not what <see cref="JsonOutput"/> writes for its value (a date with nine digits behind the second, an upper-case uuid); never reset here.</summary>
    public bool Respelled;

    /// <summary>Whether constraints are to be checked while reading, not only what a record needs.</summary>
    public bool Enforces;

    /// <summary>A cursor before the value of that text.</summary>
    public JsonCursor(ReadOnlySpan<byte> utf8Json)
        : this(utf8Json, DefaultMaxDepth)
    {
    }

    /// <summary>A cursor before the value of that text.</summary>
    /// <param name="utf8Json">The text.</param>
    /// <param name="maxDepth">How deeply arrays and objects may be nested.</param>
    public JsonCursor(ReadOnlySpan<byte> utf8Json, int maxDepth)
    {
        this = default;
        _json = utf8Json;
        _maxDepth = maxDepth;
    }

    /// <summary>Whether anything has gone wrong.</summary>
    public readonly bool Failed => _faultKind != JsonFaultKind.None;

    /// <summary>What went wrong first.</summary>
    public readonly JsonFault Fault => new(_faultKind, _faultOffset, _faultDetail);

    /// <summary>How many arrays and objects the cursor stands in.</summary>
    public readonly int Depth => _depth;

    /// <summary>The kind of the value that stands next; <see cref="JsonKind.None"/> when there is none, which is a failure where one must stand.</summary>
    public JsonKind Kind
    {
        get
        {
            var kind = KindOf(Peek());
            if (kind == JsonKind.None)
            {
                FailSyntax();
            }

            return kind;
        }
    }

    /// <summary>The offset of the value that stands next, in bytes from the start of the text; after a failure, the offset of that.</summary>
    public int Position
    {
        get
        {
            Peek();
            return Failed ? _faultOffset : _index;
        }
    }

    /// <summary>The offset behind the value consumed last, or the bracket; ask right after consuming it.</summary>
    public readonly int Consumed => Failed ? _faultOffset : _index;

    /// <summary>Part of the text; empty after a failure.</summary>
    /// <param name="start">The offset of its first byte.</param>
    /// <param name="end">The offset behind its last byte.</param>
    public readonly ReadOnlySpan<byte> Between(int start, int end) => Failed ? default : _json.Slice(start, end - start);

    /// <summary>Enters an object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool StartObject() => Peek() == '{' ? Enter() : FailKind(JsonKind.Object);

    /// <summary>Enters an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool StartArray() => Peek() == '[' ? Enter() : FailKind(JsonKind.Array);

    /// <summary>Moves on to the next item of the array entered last, whose value must then be consumed; false when there is none, or after a failure.</summary>
    public bool NextItem()
    {
        var next = Peek();
        if (_first)
        {
            _first = false;
            if (next == ']')
            {
                Leave();
                return false;
            }

            return next != 0 || FailSyntax();
        }

        if (next == ',')
        {
            _index++;
            return Peek() != 0 || FailSyntax();
        }

        if (next == ']')
        {
            Leave();
            return false;
        }

        return FailSyntax();
    }

    /// <summary>Moves on to the next member of the object entered last, whose value must then be consumed; false when there is none, or after a failure.</summary>
    /// <param name="name">The member's name without escapes, valid until the next call that the same thread makes on any cursor.</param>
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        if (!ToName())
        {
            name = default;
            return false;
        }

        return ReadName(out name);
    }

    /// <summary>Consumes <c>null</c>, if that stands next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadNull() => Peek() == 'n' && ReadLiteral("null"u8);

    /// <summary>Ends the text: nothing but white space may follow.</summary>
    public void End()
    {
        Peek();
        if (!Failed && _index < _json.Length)
        {
            Fail(JsonFaultKind.TrailingData);
        }
    }

    /// <summary>Stops here: at the value that stands next or, between values, behind the one that was read last.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="detail">What the kind's documentation says it is.</param>
    public void Fail(JsonFaultKind kind, string? detail = null) => FailAt(Position, kind, detail);

    /// <summary>Stops, because of what stands at that offset. Only the first failure counts.</summary>
    /// <param name="position">The offset, as <see cref="Position"/> gave it.</param>
    /// <param name="kind">What is wrong.</param>
    /// <param name="detail">What the kind's documentation says it is.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void FailAt(int position, JsonFaultKind kind, string? detail = null)
    {
        if (!Failed)
        {
            _faultKind = kind;
            _faultOffset = position;
            _faultDetail = detail;

            // With no text left, no read needs to look whether the cursor has failed.
            _json = default;
            _index = 0;
            _first = false;
        }
    }

    /// <summary>The byte that stands next, white space skipped; 0 at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Peek()
    {
        if ((uint)_index < (uint)_json.Length)
        {
            int next = Unsafe.Add(ref MemoryMarshal.GetReference(_json), _index);
            if (next > ' ')
            {
                return next;
            }
        }

        return SpaceEnd(ref _index);
    }

    /// <summary>Moves an index behind white space, and gives the byte there; 0 at the end.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly int SpaceEnd(ref int index)
    {
        ref var json = ref MemoryMarshal.GetReference(_json);
        var at = index;
        while ((uint)at < (uint)_json.Length)
        {
            int next = Unsafe.Add(ref json, at);
            if (next > ' ' || !(next == ' ' || next == '\n' || next == '\r' || next == '\t'))
            {
                index = at;
                return next;
            }

            at++;
        }

        index = at;
        return 0;
    }

    private bool Enter()
    {
        if (_depth >= _maxDepth)
        {
            FailAt(_index, JsonFaultKind.TooDeep);
            return false;
        }

        _depth++;
        _index++;
        _first = true;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Leave()
    {
        _depth--;
        _index++;
    }

    /// <summary>Moves to the opening quote of the next name; false behind the object's end, or after a failure.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ToName()
    {
        var next = Peek();
        if (next == ',' && !_first)
        {
            _index++;
            next = Peek();
        }
        else if (next == '}')
        {
            _first = false;
            Leave();
            return false;
        }
        else if (!_first)
        {
            return FailSyntax();
        }

        _first = false;
        return next == '"' || FailSyntax();
    }

    /// <summary>Reads the name that starts here and the colon behind it.</summary>
    private bool ReadName(out ReadOnlySpan<byte> name)
    {
        _name = _index;
        if (!ReadText(out name, out var escaped))
        {
            return false;
        }

        if (escaped)
        {
            name = JsonUnescape.Once(name);
        }

        return ReadColon();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ReadColon()
    {
        if (Peek() != ':')
        {
            return FailSyntax();
        }

        _index++;
        return true;
    }

    private bool ReadLiteral(ReadOnlySpan<byte> literal)
    {
        var rest = _json.Slice(_index);
        if (rest.StartsWith(literal))
        {
            _index += literal.Length;
            return true;
        }

        var right = 0;
        while (right < rest.Length && rest[right] == literal[right])
        {
            right++;
        }

        FailAt(_index + right, right == rest.Length ? JsonFaultKind.UnexpectedEnd : JsonFaultKind.UnexpectedByte);
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static JsonKind KindOf(int first) => (JsonKind)Unsafe.Add(ref MemoryMarshal.GetReference(Kinds), first & 0xFF);

    // By the byte that a value begins with.
    private static ReadOnlySpan<byte> Kinds =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>Fails because another kind stands next than asked for, or no value at all. Always false.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool FailKind(JsonKind expected)
    {
        var found = Kind;
        if (Failed)
        {
            return false;
        }

        // "tru" is no value of another kind: it is no JSON.
        var copy = this;
        if (found is JsonKind.True or JsonKind.False or JsonKind.Null or JsonKind.Number && !copy.SkipScalar())
        {
            this = copy;
            return false;
        }

        FailAt(_index, JsonFaultKind.UnexpectedKind, expected switch
        {
            JsonKind.Object => "an object",
            JsonKind.Array => "an array",
            JsonKind.String => "a string",
            JsonKind.Number => "a number",
            JsonKind.Null => "null",
            _ => "true or false",
        });
        return false;
    }

    /// <summary>Fails because of the byte that stands next, or because there is none. Always false.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool FailSyntax()
    {
        if (!Failed)
        {
            Peek();
            var ended = _index >= _json.Length;
            var marked = _index == 0 && _json.StartsWith("\uFEFF"u8);
            FailAt(_index, ended ? JsonFaultKind.UnexpectedEnd : marked ? JsonFaultKind.ByteOrderMark : JsonFaultKind.UnexpectedByte);
        }

        return false;
    }
}
