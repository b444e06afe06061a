using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using ContractKit.Json;

namespace ContractKit.Values;

/// <summary>Objects whose members are alike and have names of their own choice. Two maps are equal when they have equal values under the same names, in any order.</summary>
/// <typeparam name="T">The values' type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MapConverter<T> : ContractConverter<IReadOnlyDictionary<string, T>>, IEqualityComparer<IReadOnlyDictionary<string, T>?>
{
    private readonly ContractConverter<T> _value;
    private readonly IEqualityComparer<T> _comparer;

    /// <summary>A converter of maps.</summary>
    /// <param name="value">The values' converter.</param>
    public MapConverter(ContractConverter<T> value)
    {
        _value = value;
        _comparer = ValueEquality.Of(value);
    }

    /// <summary>The map without members.</summary>
    public static IReadOnlyDictionary<string, T> Empty { get; } = new System.Collections.ObjectModel.ReadOnlyDictionary<string, T>(new Dictionary<string, T>());

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, T>? ReadValue(ref JsonCursor cursor)
    {
        if (!cursor.StartObject())
        {
            return null;
        }

        var members = new Dictionary<string, T>(StringComparer.Ordinal);
        var respelled = cursor.Respelled;
        while (cursor.NextMember(out _))
        {
            var name = cursor.MemberText;
            cursor.Respelled = false;
            members[name] = _value.ReadValue(ref cursor)!;
            respelled |= cursor.Respelled;
        }

        cursor.Respelled = respelled;
        return cursor.Failed ? null : members;
    }

    /// <inheritdoc/>
    public override void WriteValue(ref JsonOutput output, IReadOnlyDictionary<string, T> value)
    {
        output.WriteStartObject();
        foreach (var member in value)
        {
            output.WriteName(member.Key);
            _value.WriteValue(ref output, member.Value);
        }

        output.WriteEndObject();
    }

    /// <summary>Reads a member that a record has no property for.</summary>
    /// <param name="cursor">The cursor, at the member's value.</param>
    /// <param name="members">The members so far; null before the first.</param>
    /// <param name="residue">Where the text of the value is kept, if it is another than would be written.</param>
    public void ReadMember(ref JsonCursor cursor, ref Dictionary<string, T>? members, ref Residue residue)
    {
        var name = cursor.MemberText;
        var start = cursor.Position;
        var value = _value.ReadValue(ref cursor)!;
        residue.Keep(ref cursor, start, name);
        members ??= new Dictionary<string, T>(StringComparer.Ordinal);
        if (cursor.Enforces && members.ContainsKey(name))
        {
            cursor.Fail(JsonFaultKind.DuplicateMember, name);
            return;
        }

        members[name] = value;
    }

    /// <summary>Writes the members that a record has no property for.</summary>
    /// <param name="output">The output, within the object.</param>
    /// <param name="members">The members.</param>
    /// <param name="names">The names that the record has properties for.</param>
    /// <param name="residue">The texts kept.</param>
    /// <exception cref="InvalidOperationException">One of the members has the name of a property.</exception>
    public void WriteMembers(ref JsonOutput output, IReadOnlyDictionary<string, T>? members, JsonNames names, Residue residue)
    {
        if (members is null || members.Count == 0)
        {
            return;
        }

        foreach (var member in members)
        {
            output.WriteName(member.Key);
            if (names.IndexOf(JsonUtf8.FromText(member.Key)) >= 0)
            {
                throw new InvalidOperationException("The additional members have one called '" + member.Key + "', which the record has a property for.");
            }

            var start = output.Length;
            _value.WriteValue(ref output, member.Value);
            residue.Restore(ref output, start, member.Key);
        }
    }

    /// <summary>Whether both maps have equal values under the same names, or are both null.</summary>
    public bool Equals(IReadOnlyDictionary<string, T>? x, IReadOnlyDictionary<string, T>? y)
    {
        if (ReferenceEquals(x, y))
        {
            return true;
        }

        if (x is null || y is null || x.Count != y.Count)
        {
            return false;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var member in x)
        {
            if (!y.TryGetValue(member.Key, out var other) || !_comparer.Equals(member.Value, other))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A hash of the number of members.</summary>
    public int GetHashCode(IReadOnlyDictionary<string, T>? obj) => obj?.Count ?? 0;
}
