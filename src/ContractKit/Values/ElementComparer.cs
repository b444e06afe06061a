using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ContractKit.Json;

namespace ContractKit.Values;

/// <summary>Compares JSON by value (JSON Schema 2020-12 core, section 4.2.2): members in any order, numbers by what they denote.</summary>
internal sealed class ElementComparer : IEqualityComparer<JsonElement>
{
    public static readonly ElementComparer Instance = new();

    /// <inheritdoc/>
    public bool Equals(JsonElement x, JsonElement y)
    {
        if (x.ValueKind != y.ValueKind)
        {
            return false;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (x.ValueKind)
        {
            case JsonValueKind.String:
                return x.ValueEquals(y.GetString());
            case JsonValueKind.Number:
                return new JsonNumber(JsonUtf8.FromText(x.GetRawText())).Equals(new JsonNumber(JsonUtf8.FromText(y.GetRawText())));
            case JsonValueKind.Array:
                return ArraysEqual(x, y);
            case JsonValueKind.Object:
                return ObjectsEqual(x, y);
            default:
                return true;
        }
    }

    /// <inheritdoc/>
    public int GetHashCode(JsonElement obj) => obj.ValueKind switch
    {
        JsonValueKind.String => StringComparer.Ordinal.GetHashCode(obj.GetString()!),
        JsonValueKind.Array => obj.GetArrayLength() + 17,
        _ => (int)obj.ValueKind,
    };

    private bool ArraysEqual(JsonElement x, JsonElement y)
    {
        if (x.GetArrayLength() != y.GetArrayLength())
        {
            return false;
        }

        using var others = y.EnumerateArray();
        foreach (var item in x.EnumerateArray())
        {
            others.MoveNext();
            if (!Equals(item, others.Current))
            {
                return false;
            }
        }

        return true;
    }

    private bool ObjectsEqual(JsonElement x, JsonElement y)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in y.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in x.EnumerateObject())
        {
            names.Add(member.Name);
            if (!members.TryGetValue(member.Name, out var other) || !x.TryGetProperty(member.Name, out var last) || !Equals(last, other))
            {
                return false;
            }
        }

        return names.Count == members.Count;
    }
}
