using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Gathers what an object's keywords say about names, in the order in which the names are first mentioned.</summary>
internal sealed class PropertyTable
{
    private readonly List<Entry> _entries = new(JsonObject.MostLookedThrough);
    private Dictionary<string, Entry>? _byName;

    public Entry this[string name]
    {
        get
        {
            if (Find(name) is { } found)
            {
                return found;
            }

            var entry = new Entry(name);
            _entries.Add(entry);
            if (_byName is not null)
            {
                _byName.Add(name, entry);
            }
            else if (_entries.Count > JsonObject.MostLookedThrough)
            {
                _byName = _entries.ToDictionary(static known => known.Name, StringComparer.Ordinal);
            }

            return entry;
        }
    }

    public EquatableArray<PropertyInstruction> ToInstructions()
    {
        var instructions = new PropertyInstruction[_entries.Count];
        for (var i = 0; i < instructions.Length; i++)
        {
            var entry = _entries[i];
            instructions[i] = new PropertyInstruction(entry.Name, entry.Schema, entry.IsRequired, entry.RecordsMayLack, entry.DistinctNeeds, entry.Applies);
        }

        return EquatableArray<PropertyInstruction>.Wrap(instructions);
    }

    private Entry? Find(string name)
    {
        if (_byName is not null)
        {
            return _byName.TryGetValue(name, out var found) ? found : null;
        }

        foreach (var entry in _entries)
        {
            if (entry.Name == name)
            {
                return entry;
            }
        }

        return null;
    }

    internal sealed class Entry(string name)
    {
        private List<string>? _needs;

        public string Name { get; } = name;

        public Instruction? Schema { get; set; }

        public bool IsRequired { get; set; }

        public bool RecordsMayLack { get; set; }

        public EquatableArray<string> DistinctNeeds => _needs is null ? default : _needs.Distinct(StringComparer.Ordinal).ToEquatableArray();

        public Instruction? Applies { get; set; }

        public void Need(string name) => (_needs ??= []).Add(name);
    }
}
