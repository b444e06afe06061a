using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace ContractKit.Compiler.Model.Names;

/// <summary>An identifier that is safe to emit: <c>[A-Za-z_][A-Za-z0-9_]*</c>, at most 128 characters, so that no text of a schema reaches C# as anything else.</summary>
public sealed class CSharpName : IEquatable<CSharpName>
{
    /// <summary>The longest identifier that is made, in characters.</summary>
    public const int MaxLength = 128;

    // C# language specification, 6.4.4: the reserved keywords; contextual ones are legal as member names.
    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock",
        "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public",
        "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch",
        "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void",
        "volatile", "while",
        "__arglist", "__makeref", "__reftype", "__refvalue",
        // Contextual, but clients and handlers are full of places where they are keywords.
        "async", "await",
    };

    private CSharpName(string identifier) => Identifier = identifier;

    /// <summary>The identifier without an <c>@</c>.</summary>
    public string Identifier { get; }

    /// <summary>Makes a name of text that is an identifier already.</summary>
    public static bool TryCreate(string text, [NotNullWhen(true)] out CSharpName? name)
    {
        name = null;
        if (text.Length is 0 or > MaxLength || !IsStart(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!IsStart(c) && c is not (>= '0' and <= '9'))
            {
                return false;
            }
        }

        name = new CSharpName(text);
        return true;
    }

    /// <summary>Makes a name of text that is known to be an identifier.</summary>
    /// <exception cref="ArgumentException">The text is none.</exception>
    public static CSharpName Of(string text) =>
        TryCreate(text, out var name) ? name : throw new ArgumentException("'" + text + "' is no identifier.", nameof(text));

    /// <summary>The name as it is written in C#: with an <c>@</c> where it is a keyword.</summary>
    // Keywords begin with small letters or underscores; most names with a capital, and need no look into the table.
    public override string ToString() => Identifier[0] is not (>= 'A' and <= 'Z') && s_keywords.Contains(Identifier) ? "@" + Identifier : Identifier;

    /// <inheritdoc />
    public bool Equals(CSharpName? other) => other is not null && string.Equals(Identifier, other.Identifier, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as CSharpName);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Identifier);

    /// <summary>Whether both are the same identifier.</summary>
    public static bool operator ==(CSharpName? left, CSharpName? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(CSharpName? left, CSharpName? right) => !(left == right);

    private static bool IsStart(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_';
}
