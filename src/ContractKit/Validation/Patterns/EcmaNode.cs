using System.Collections.Generic;

namespace ContractKit.Validation;

/// <summary>A node of a regular expression in the grammar of ECMA-262, section 22.2.1.</summary>
internal abstract class EcmaNode
{
    /// <summary>One code point of a set.</summary>
    internal sealed class Set(CodePointSet points) : EcmaNode
    {
        public CodePointSet Points { get; } = points;
    }

    /// <summary>One after the other.</summary>
    internal sealed class Sequence(IReadOnlyList<EcmaNode> items) : EcmaNode
    {
        public IReadOnlyList<EcmaNode> Items { get; } = items;
    }

    /// <summary>One of several, the first that leads to a match.</summary>
    internal sealed class Choice(IReadOnlyList<EcmaNode> alternatives) : EcmaNode
    {
        public IReadOnlyList<EcmaNode> Alternatives { get; } = alternatives;
    }

    /// <summary>A quantified node.</summary>
    internal sealed class Repeat(EcmaNode item, int min, int max, bool lazy) : EcmaNode
    {
        /// <summary>Stands for no upper bound.</summary>
        public const int Unbounded = int.MaxValue;

        public EcmaNode Item { get; } = item;

        public int Min { get; } = min;

        public int Max { get; } = max;

        public bool Lazy { get; } = lazy;
    }

    /// <summary>A capturing group, numbered from 1 in the order of the opening parentheses.</summary>
    internal sealed class Group(int number, EcmaNode item) : EcmaNode
    {
        public int Number { get; } = number;

        public EcmaNode Item { get; } = item;
    }

    /// <summary>What the group of that number has matched.</summary>
    internal sealed class BackReference(int number, string? name) : EcmaNode
    {
        /// <summary>The group's number; 0 until a named one is known.</summary>
        public int Number { get; set; } = number;

        public string? Name { get; } = name;
    }

    /// <summary>A look-ahead or look-behind.</summary>
    internal sealed class Look(EcmaNode item, bool behind, bool negative) : EcmaNode
    {
        public EcmaNode Item { get; } = item;

        public bool Behind { get; } = behind;

        public bool Negative { get; } = negative;
    }

    /// <summary>A place without width: <c>^</c>, <c>$</c>, <c>\b</c> or <c>\B</c>.</summary>
    internal sealed class Place(char kind) : EcmaNode
    {
        public char Kind { get; } = kind;
    }
}
