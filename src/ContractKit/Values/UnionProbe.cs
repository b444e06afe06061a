using System.ComponentModel;
using ContractKit.Json;
using ContractKit.Validation;

namespace ContractKit.Values;

/// <summary>Tells the branches of a union apart that no property tells apart: by trying.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UnionProbe
{
    /// <summary>Whether the value that stands next is an object and keeps a branch's schema.</summary>
    /// <param name="cursor">A cursor before the value; a copy, so that the caller's does not move.</param>
    /// <param name="evaluator">The branch's validator.</param>
    public static bool Keeps(JsonCursor cursor, SchemaEvaluator evaluator)
    {
        if (cursor.Kind != JsonKind.Object)
        {
            return false;
        }

        var json = cursor.ReadRaw();
        return !cursor.Failed && SchemaEvaluation.IsValid(json, evaluator, Strictness.Record);
    }
}
