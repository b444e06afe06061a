using System;

namespace ContractKit.Compiler.Output;

/// <summary>
/// Where a thread makes code: a roll for interpolated strings that are being written, each behind the one in whose hole it stands, and a
/// roll for those that are finished. None of them needs an array of its own.
/// </summary>
internal sealed class CodeStack
{
    [ThreadStatic]
    private static CodeStack? s_current;

    private CodeTree[] _trees = new CodeTree[64];
    private int _treeCount;

    private CodeStack()
    {
    }

    /// <summary>The thread's own.</summary>
    public static CodeStack Current => s_current ??= new CodeStack();

    /// <summary>What is being written.</summary>
    public CodeRoll Open { get; } = new();

    /// <summary>What is finished.</summary>
    public CodeRoll Finished { get; } = new();

    /// <summary>The scope in which code is made, if there is one.</summary>
    public CodeScope? Scope { get; set; }

    /// <summary>How far the rolls are filled.</summary>
    public CodeMark Mark() => new(Open.Length, Open.Count, Finished.Length, Finished.Count, _treeCount);

    /// <summary>Takes away what came after a mark. A stack that has grown large, and has nothing left on it, is not used for the next file.</summary>
    public void Release(CodeMark mark)
    {
        Open.Release(mark.OpenText, mark.OpenParts);
        Finished.Release(mark.FinishedText, mark.FinishedParts);
        _treeCount = mark.Trees;
        if (Scope is null && mark == default && (Open.IsLarge || Finished.IsLarge || _trees.Length > CodeRoll.MostPartsKept) && s_current == this)
        {
            s_current = null;
        }
    }

    /// <summary>The tree at a place.</summary>
    public CodeTree TreeAt(int place) => _trees[place];

    /// <summary>Code of some text, for as long as the scope lasts, or for good where there is none.</summary>
    public Code Keep(ReadOnlySpan<char> text)
    {
        if (Scope is null || text.IsEmpty)
        {
            return Code.Encoded(text.ToString());
        }

        var place = Finished.Length;
        Finished.Write(text);
        return Code.OfText(Scope, place, text.Length);
    }

    /// <summary>Code of some text between delimiters.</summary>
    public Code Keep(string before, string text, string after)
    {
        if (Scope is null)
        {
            return Code.Encoded(string.Concat(before, text, after));
        }

        var place = Finished.Length;
        Finished.Write(before.AsSpan());
        Finished.Write(text.AsSpan());
        Finished.Write(after.AsSpan());
        return Code.OfText(Scope, place, Finished.Length - place);
    }

    /// <summary>Takes the parts that were opened from a place on, and makes a tree of them.</summary>
    public Code KeepParts(int start, CodeLine line)
    {
        if (Scope is null)
        {
            // Nothing may be left of it here, so that it is put together at once.
            using (CodeScope.Begin(this))
            {
                return KeepParts(start, line).Kept();
            }
        }

        var tree = new CodeTree(Finished.Count, Open.Count - start, Open.LengthFrom(start), line);
        Finished.Push(Open.PartsFrom(start));
        Open.Release(Open.Length, start);
        if (_treeCount == _trees.Length)
        {
            Array.Resize(ref _trees, _treeCount * 2);
        }

        _trees[_treeCount] = tree;
        return Code.OfTree(Scope, _treeCount++);
    }
}

/// <summary>How far a thread's rolls were filled.</summary>
internal readonly record struct CodeMark(int OpenText, int OpenParts, int FinishedText, int FinishedParts, int Trees);
