using System;
using System.Threading;

namespace ContractKit.Benchmarks.Measuring;

/// <summary>How a table is to be measured, and where its progress is told.</summary>
/// <param name="IsQuick">A few rounds to see that it works; nothing is recorded.</param>
/// <param name="Only">Measures only the cases whose group has this in its name, or is called so where it starts with <c>=</c>; all when null.</param>
/// <param name="Cancellation">Asked between rounds.</param>
internal sealed record Run(bool IsQuick, string? Only, CancellationToken Cancellation)
{
    /// <summary>Whether a group is asked for.</summary>
    public bool Wants(string group) => Only switch
    {
        null => true,
        ['=', .. var title] => group.Equals(title, StringComparison.OrdinalIgnoreCase),
        _ => group.Contains(Only, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>As many rounds as asked for, or the few of a quick run.</summary>
    public int Rounds(int full) => IsQuick ? Math.Min(full, 3) : full;

    /// <summary>Tells how far a group is, on the error stream, so that the output stays what was measured.</summary>
    public void Tell(string what, int done, int of)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (Console.IsErrorRedirected)
        {
            if (done == 0)
            {
                Console.Error.WriteLine(what);
            }
        }
        else
        {
            Console.Error.Write(done == of ? $"\r{new string(' ', what.Length + 12)}\r" : $"\r{what} {done}/{of} ");
        }
    }
}
