using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Output.Types;

/// <summary>The names that no type can be called by inside a generated type and its converter: those of its members, and those that converters inherit.</summary>
/// <param name="members">The type's members.</param>
public sealed class InnerNames(IEnumerable<CSharpName> members)
{
    private static readonly HashSet<string> s_inherited = new(ConverterCode.InheritedMembers, StringComparer.Ordinal);

    private readonly HashSet<string> _members = new(members.Select(static member => member.Identifier), StringComparer.Ordinal);

    /// <summary>Those of converters alone.</summary>
    public static InnerNames OfConverters { get; } = new([]);

    /// <summary>Whether the name is one of them.</summary>
    public bool Contains(string name) => s_inherited.Contains(name) || _members.Contains(name);
}
