using System;

namespace ContractKit.Compiler.Output;

/// <summary>
/// How long code lasts that is made on this thread: until the scope ends, which gives the room back that its text took. A type's text
/// goes through half a dozen interpolated strings on its way out; as strings they were half of all that rendering allocated. Code that
/// is made without a scope lasts, and costs a string.
/// </summary>
internal sealed class CodeScope : IDisposable
{
    private readonly CodeStack _stack;
    private readonly CodeScope? _outer;
    private readonly CodeMark _mark;
    private bool _ended;

    private CodeScope(CodeStack stack)
    {
        _stack = stack;
        _outer = stack.Scope;
        _mark = stack.Mark();
    }

    /// <summary>A scope within the one that the thread is in.</summary>
    public static CodeScope Begin() => Begin(CodeStack.Current);

    /// <summary>A scope within the one that a thread is in.</summary>
    /// <param name="stack">The thread's.</param>
    public static CodeScope Begin(CodeStack stack) => stack.Scope = new CodeScope(stack);

    /// <summary>Where the text stands.</summary>
    /// <exception cref="InvalidOperationException">The scope has ended: its room may hold other text.</exception>
    public CodeStack Stack => _ended ? throw new InvalidOperationException("This code was made in a scope that has ended: keep it, or make it anew.") : _stack;

    /// <summary>Ends the scope, whatever was left unfinished in it.</summary>
    public void Dispose()
    {
        _ended = true;
        _stack.Scope = _outer;
        _stack.Release(_mark);
    }
}
