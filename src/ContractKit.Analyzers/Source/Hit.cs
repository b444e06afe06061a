using System;

namespace ContractKit.Analyzers.Source;

/// <summary>Why a place in a file's text may matter to the rules.</summary>
[Flags]
internal enum Hits
{
    None = 0,

    /// <summary>A contract word right behind a quotation mark, or a character that opens an alternative in a regular expression.</summary>
    Word = 1,

    /// <summary>The name of a constant or read-only field that holds contract words.</summary>
    WordHolder = 2,

    /// <summary>The name of a property that holds a contract enum.</summary>
    Name = 4,

    /// <summary>The name of a contract type.</summary>
    Type = 8,

    /// <summary>The name of a contract operation's method.</summary>
    Operation = 16,

    /// <summary>A name by which a contract value is taken to text.</summary>
    Door = 32,

    /// <summary>Such a name that many other types have as well: it counts right behind a property's name.</summary>
    NearDoor = 64,

    /// <summary>The last segment of an operation's path.</summary>
    Path = 128,
}

/// <summary>A place in a file's text that may matter to the rules.</summary>
internal sealed record Hit(int Position, Hits Kind);
