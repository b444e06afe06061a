using System;
using System.Collections.Generic;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Output.Types;

/// <summary>The names that no type can be called by inside a generated type and its converter: those of its members, and those that converters inherit.</summary>
public sealed class InnerNames
{
    private static readonly HashSet<string> s_inherited = new(ConverterCode.InheritedMembers, StringComparer.Ordinal);

    private readonly NameSet _members = new(StringComparer.Ordinal);

    /// <summary>Those of converters, and of a type with those members.</summary>
    public InnerNames(IEnumerable<CSharpName> members)
    {
        foreach (var member in members)
        {
            _members.Add(member.Identifier);
        }
    }

    /// <summary>Those of converters alone.</summary>
    public static InnerNames OfConverters { get; } = new([]);

    /// <summary>Whether the name is one of them.</summary>
    public bool Contains(string name) => s_inherited.Contains(name) || _members.Contains(name);
}
