using System;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Where a schema stands: a document's path and a JSON pointer (RFC 6901) in it, <c>""</c> for the whole document.</summary>
public sealed record SchemaLocation(string Path, string Pointer) : IComparable<SchemaLocation>
{
    /// <summary>By path, then by pointer, both ordinal.</summary>
    public int CompareTo(SchemaLocation? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = string.CompareOrdinal(Path, other.Path);
        return order != 0 ? order : string.CompareOrdinal(Pointer, other.Pointer);
    }

    /// <inheritdoc />
    public override string ToString() => Path + "#" + Pointer;
}
