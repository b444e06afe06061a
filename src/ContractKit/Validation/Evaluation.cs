using System;
using System.Buffers;
using System.Collections.Generic;
using System.ComponentModel;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>
/// One evaluation of a document by a schema: whether it stops at the first violation or collects them, how strict it is, what it may
/// cost, and the memory of <c>unevaluated…</c> and <c>$dynamicRef</c>. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct Evaluation
{
    /// <summary>The most violations that are collected.</summary>
    public const int MostViolations = 100;

    private const long FreeSteps = 1_000_000;
    private const long StepsPerByte = 8;

    private readonly List<Violation>? _violations;
    private int _probes;
    private bool _broken;
    private long _steps;
    private ulong[]? _marks;
    private int _marksEnd;
    private SchemaScope[]? _scopes;
    private int _scopeCount;
    private int _offset;

    internal Evaluation(int documentLength, Strictness strictness, bool collects)
    {
        this = default;
        _violations = collects ? [] : null;
        _steps = FreeSteps + (documentLength * StepsPerByte);
        Strictness = strictness;
    }

    /// <summary>How strict the evaluation is.</summary>
    public readonly Strictness Strictness { get; }

    /// <summary>Whether something was found that refuses the document whatever its schema says.</summary>
    internal bool Refused { get; private set; }

    /// <summary>Whether violations are written down just now.</summary>
    internal readonly bool Collects => _violations is not null && _probes == 0 && _violations.Count < MostViolations;

    /// <summary>Whether nothing is gained by going on after a violation.</summary>
    internal readonly bool Stops => !Collects;

    /// <summary>The violations so far.</summary>
    internal readonly List<Violation>? Violations => _violations;

    /// <summary>How many violations there are so far: what prefixes go back to.</summary>
    internal readonly int Mark => _violations?.Count ?? 0;

    /// <summary>Whether duplicates and what else records refuse are looked for.</summary>
    internal readonly bool IsRecord => Strictness == Strictness.Record;

    /// <summary>Writes a violation down; always false. Ask <see cref="Collects"/> before a message is made.</summary>
    internal readonly bool Report(in JsonCursor cursor, int position, string keyword, string message)
    {
        // What a failed cursor seems to lack is not missing: the text ended.
        if (Collects && !cursor.Failed)
        {
            _violations!.Add(new Violation(position + _offset, keyword, message));
        }

        return false;
    }

    /// <summary>Puts a keyword before the locations of the violations since <paramref name="mark"/>; always false.</summary>
    internal readonly bool Prefix(int mark, string keyword)
    {
        for (var i = mark; i < Mark; i++)
        {
            _violations![i] = _violations[i].Under(keyword);
        }

        return false;
    }

    /// <summary>Puts a keyword and the name of a member before the locations of the violations since <paramref name="mark"/>; always false.</summary>
    internal readonly bool Prefix(int mark, string keyword, string name) =>
        mark < Mark && Prefix(mark, keyword + "/" + Escape(name));

    /// <summary>Refuses the document, once, whatever the branches that are being tried come to.</summary>
    internal void Refuse(in JsonCursor cursor, int position, string message)
    {
        if (_violations is not null && !cursor.Failed && _violations.Count < MostViolations
            && !_violations.Exists(violation => violation.Offset == position && violation.Message == message))
        {
            _violations.Add(new Violation(position, "", message, Settled: true));
        }

        Refused = true;
    }

    /// <summary>Counts a step of the work that branches can multiply; false, and the value skipped, when the document has used up what its length allows, or the stack.</summary>
    internal bool Step(ref JsonCursor cursor, int cost = 1)
    {
        _steps -= cost;
        if (_steps >= 0 && !_broken && HasStack())
        {
            return true;
        }

        if (_broken)
        {
            if (_probes == 0)
            {
                cursor.Skip();
            }

            return false;
        }

        Refuse(cursor, 0, "The document is too intricate to be checked against the alternatives of its schema.");
        _steps = 0;
        cursor.Skip();
        return false;
    }

#if NETSTANDARD2_0
    private static bool HasStack()
    {
        try
        {
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
    }
#else
    private static bool HasStack() => System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack();
#endif

    /// <summary>From here violations tell only which branch is taken.</summary>
    internal void BeginProbe() => _probes++;

    /// <summary>Ends what <see cref="BeginProbe"/> began. What a branch finds to be no JSON is none for any other: then no more are tried.</summary>
    internal void EndProbe(in JsonCursor cursor)
    {
        _probes--;
        _broken |= cursor.Failed;
    }

    /// <summary>Takes positions as relative to an offset of the document; returns what to set it back to.</summary>
    internal int Rebase(int offset)
    {
        var before = _offset;
        _offset = offset;
        return before;
    }

    /// <summary>Skips a value that no keyword looks at.</summary>
    internal void Skip(ref JsonCursor cursor)
    {
        if (IsRecord)
        {
            DuplicateMembers.Skip(ref cursor, ref this);
        }
        else
        {
            cursor.Skip();
        }
    }

    /// <summary>A fresh row of marks.</summary>
    internal Marks Push(int words)
    {
        var start = _marksEnd;
        var end = start + words;
        if (_marks is null || _marks.Length < end)
        {
            var larger = ArrayPool<ulong>.Shared.Rent(Math.Max(end * 2, 64));
            _marks?.AsSpan(0, start).CopyTo(larger);
            Return(_marks);
            _marks = larger;
        }

        _marks.AsSpan(start, words).Clear();
        _marksEnd = end;
        return new Marks(start, words);
    }

    /// <summary>Gives a row back, after adding its marks to another where one is kept.</summary>
    internal void Pop(Marks marks, Marks into)
    {
        for (var i = 0; i < into.Words; i++)
        {
            _marks![into.Start + i] |= _marks[marks.Start + i];
        }

        _marksEnd = marks.Start;
    }

    /// <summary>Marks a member or item, by its place in the value.</summary>
    internal readonly void Add(Marks marks, int place)
    {
        if (marks.Kept)
        {
            _marks![marks.Start + (place >> 6)] |= 1UL << (place & 63);
        }
    }

    /// <summary>Whether a member or item is marked.</summary>
    internal readonly bool Has(Marks marks, int place) => (_marks![marks.Start + (place >> 6)] >> (place & 63) & 1) != 0;

    /// <summary>Enters a schema resource whose dynamic anchors then stand for those of the resources entered later.</summary>
    internal void Enter(SchemaScope scope)
    {
        if (_scopes is null || _scopes.Length == _scopeCount)
        {
            var larger = ArrayPool<SchemaScope>.Shared.Rent(Math.Max(_scopeCount * 2, 16));
            _scopes?.AsSpan(0, _scopeCount).CopyTo(larger);
            Return(_scopes);
            _scopes = larger;
        }

        _scopes[_scopeCount++] = scope;
    }

    /// <summary>Leaves the resource entered last.</summary>
    internal void Leave() => _scopeCount--;

    /// <summary>What a dynamic anchor stands for: the outermost resource entered that has it decides (JSON Schema 2020-12, section 8.2.3.2).</summary>
    internal readonly SchemaRule? Resolve(string anchor)
    {
        for (var i = 0; i < _scopeCount; i++)
        {
            if (_scopes![i].Find(anchor) is { } rule)
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>Gives borrowed memory back.</summary>
    internal void Release()
    {
        Return(_marks);
        Return(_scopes);
        _marks = null;
        _scopes = null;
    }

    /// <summary>A member's name as a token of a JSON pointer (RFC 6901, section 3).</summary>
    internal static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    private static void Return<T>(T[]? borrowed)
    {
        if (borrowed is not null)
        {
            ArrayPool<T>.Shared.Return(borrowed);
        }
    }
}

/// <summary>A violation whose place in the document is still a byte offset, and whose keyword location is relative to a schema that is being evaluated.</summary>
/// <param name="Offset">Where the value starts.</param>
/// <param name="Keyword">The keyword location so far.</param>
/// <param name="Message">The sentence for the caller.</param>
/// <param name="Settled">Whether no keyword is to blame, and none is to be put before.</param>
internal readonly record struct Violation(int Offset, string Keyword, string Message, bool Settled = false)
{
    /// <summary>The same violation seen from the schema that has this one under a keyword.</summary>
    public Violation Under(string keyword) => Settled ? this : this with { Keyword = keyword + Keyword };
}
