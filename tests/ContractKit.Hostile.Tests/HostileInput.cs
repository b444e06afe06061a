using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ContractKit.Hostile.Tests;

/// <summary>A file of a consumer's project: its path in the project's folder, and its bytes.</summary>
public sealed record ProjectFile(string Path, byte[] Bytes)
{
    /// <summary>A file in UTF-8 without a byte order mark; a lone surrogate cannot be written so, and must be escaped.</summary>
    public ProjectFile(string path, string text)
        : this(path, Encoding.UTF8.GetBytes(text))
    {
    }
}

/// <summary>What a hostile text is in its project, and so where it may come out in the code.</summary>
public enum TextPlace
{
    /// <summary>The input has no one text that could be changed for another.</summary>
    None,

    /// <summary>Prose: documentation comments and literals, never a name.</summary>
    Prose,

    /// <summary>A word or name of the wire: some literal has exactly this value, and names made of it are names of the model.</summary>
    Wire,

    /// <summary>A pattern, a default, a path: as <see cref="Wire"/>, but it has no names, and need not stand as one literal.</summary>
    Value,
}

/// <summary>One hostile input: a whole project.</summary>
/// <param name="Row">The row of the corpus.</param>
/// <param name="Name">What is hostile about it.</param>
/// <param name="Text">The hostile text.</param>
/// <param name="Place">What the text is.</param>
/// <param name="With">The project with a text.</param>
public sealed record HostileInput(string Row, string Name, string Text, TextPlace Place, Func<string, IReadOnlyList<ProjectFile>> With)
{
    /// <summary>Stands for a word that is chosen at random for each run, so that no code of ours can hold it by chance.</summary>
    public const string Canary = "canary0000";

    private static readonly string s_canary = "canary" + (Guid.NewGuid().GetHashCode() & 0xffff).ToString("x4", CultureInfo.InvariantCulture);

    /// <summary>The word that stands for <see cref="Canary"/> in this run.</summary>
    public static string CanaryOfThisRun => s_canary;

    /// <summary>The C# version times a hundred.</summary>
    public int LanguageVersion { get; init; } = 1400;

    /// <summary>A harmless text for the same place.</summary>
    public string Neutral { get; init; } = "x";

    /// <summary>A document that the type <c>Thing</c> of the project must read and write back to the same text; null where there is none.</summary>
    public Func<string, string>? RoundTrip { get; init; }

    /// <summary>Whether it is too large to be written out, compiled with Roslyn in the test's process, and compared: the limits are what is tested.</summary>
    public bool IsHuge { get; init; }

    /// <summary>Whether it could kill a compiler, so that it is given to a child process too.</summary>
    public bool CouldKill { get; init; }

    /// <summary>Whether it is so much that the C# compiler itself needs more than 512 MB for the code, however little a part takes.</summary>
    public bool NeedsMemory { get; init; }

    /// <summary>The hostile text with the canary of this run.</summary>
    public string LiveText => Text.Replace(Canary, s_canary, StringComparison.Ordinal);

    /// <summary>The project.</summary>
    public IReadOnlyList<ProjectFile> Files => With(LiveText);

    /// <inheritdoc />
    public override string ToString() => Row + ": " + Name;

    /// <summary>An input that is whole projects, with no text to change.</summary>
    public static HostileInput Whole(string row, string name, params ProjectFile[] files) => new(row, name, "", TextPlace.None, _ => files);
}
