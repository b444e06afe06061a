using System;
using System.Collections.Generic;
using System.Globalization;

namespace ContractKit.Compiler.Model.Names;

/// <summary>Names that are taken in one place, and how the next one is told apart from them. C# tells <c>Id</c> from <c>id</c>, but no reader does, so case is not enough.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _reserved;
    private readonly NameSet _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A scope in which those names are taken from the start.</summary>
    public NameScope(IEnumerable<string>? taken = null)
        : this([], taken ?? [])
    {
    }

    /// <summary>A scope in which those names are taken from the start.</summary>
    /// <param name="reserved">Those that many scopes have in common, in a set that does not tell case.</param>
    /// <param name="taken">Its own.</param>
    public NameScope(HashSet<string> reserved, IEnumerable<string> taken)
    {
        _reserved = reserved;
        foreach (var name in taken)
        {
            _taken.Add(name);
        }
    }

    /// <summary>Whether a name is free.</summary>
    public bool IsFree(string name) => !_reserved.Contains(name) && !_taken.Contains(name);

    /// <summary>Takes the name where it is free.</summary>
    public bool TryTake(string name) => !_reserved.Contains(name) && _taken.Add(name);

    /// <summary>Gives a name back that has been taken.</summary>
    public void Release(string name) => _taken.Remove(name);

    /// <summary>Takes the first free one of name, name + affix, name + 2, name + 3 and so on.</summary>
    public CSharpName Take(string name, string affix)
    {
        if (TryTake(name))
        {
            return CSharpName.Of(name);
        }

        if (affix.Length > 0 && TryTake(name + affix))
        {
            return CSharpName.Of(name + affix);
        }

        for (var number = 2; ; number++)
        {
            var numbered = name + number.ToString(CultureInfo.InvariantCulture);
            if (TryTake(numbered))
            {
                return CSharpName.Of(numbered);
            }
        }
    }
}
