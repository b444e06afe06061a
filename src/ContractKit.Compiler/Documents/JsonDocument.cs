using System;

namespace ContractKit.Compiler.Documents;

/// <summary>A JSON file as it says itself: its text, what was read of it, and what is wrong with its JSON. Equal when path and text are, since all else follows from them.</summary>
public sealed class JsonDocument(DocumentText text, JsonValue? root, EquatableArray<Problem> problems) : IEquatable<JsonDocument>
{
    /// <summary>Path and text.</summary>
    public DocumentText Text { get; } = text;

    /// <summary>The file's path.</summary>
    public string Path => Text.Path;

    /// <summary>What could be read around the mistakes, or null where nothing could.</summary>
    public JsonValue? Root { get; } = root;

    /// <summary>Mistakes of syntax, duplicate names, and limits passed.</summary>
    public EquatableArray<Problem> Problems { get; } = problems;

    /// <inheritdoc />
    public bool Equals(JsonDocument? other) => other is not null && Text.Equals(other.Text);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as JsonDocument);

    /// <inheritdoc />
    public override int GetHashCode() => Text.GetHashCode();
}
