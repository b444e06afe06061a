using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Gathers what an object's keywords say about names, in the order in which the names are first mentioned.</summary>
internal sealed class PropertyTable
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, Entry> _byName = new(StringComparer.Ordinal);

    public Entry this[string name]
    {
        get
        {
            if (!_byName.TryGetValue(name, out var entry))
            {
                entry = new Entry(name);
                _byName.Add(name, entry);
                _entries.Add(entry);
            }

            return entry;
        }
    }

    public EquatableArray<PropertyInstruction> ToInstructions() => _entries
        .Select(static entry => new PropertyInstruction(entry.Name, entry.Schema, entry.IsRequired, entry.RecordsMayLack, entry.DistinctNeeds, entry.Applies))
        .ToEquatableArray();

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
