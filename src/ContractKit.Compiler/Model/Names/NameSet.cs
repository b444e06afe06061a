using System;
using System.Collections.Generic;

namespace ContractKit.Compiler.Model.Names;

/// <summary>Names of which no two are equal. Most places have few, and looking through those is faster than the table that would spare it.</summary>
/// <param name="comparer">How names are compared.</param>
internal sealed class NameSet(StringComparer comparer)
{
    /// <summary>So many are looked through; more are put into a table.</summary>
    internal const int MostLookedThrough = 16;

    private readonly List<string> _few = new(MostLookedThrough / 2);
    private HashSet<string>? _many;

    /// <summary>Whether the name is one of them.</summary>
    public bool Contains(string name)
    {
        if (_many is not null)
        {
            return _many.Contains(name);
        }

        foreach (var known in _few)
        {
            if (comparer.Equals(known, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a name, and tells whether it was not there.</summary>
    public bool Add(string name)
    {
        if (_many is not null)
        {
            return _many.Add(name);
        }

        if (Contains(name))
        {
            return false;
        }

        if (_few.Count == MostLookedThrough)
        {
            _many = new HashSet<string>(_few, comparer) { name };
        }
        else
        {
            _few.Add(name);
        }

        return true;
    }

    /// <summary>Takes a name away, if it is there.</summary>
    public void Remove(string name)
    {
        _many?.Remove(name);
        _few.RemoveAll(known => comparer.Equals(known, name));
    }
}
