using System.ComponentModel;

namespace ContractKit.Validation;

/// <summary>What keywords for objects say about one member name. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PropertyRule
{
    /// <summary>A member name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="rule">Its schema in <c>properties</c>; null where it is not there.</param>
    /// <param name="required">Whether <c>required</c> has it.</param>
    /// <param name="needs">The names that must be there with it: <c>dependentRequired</c>.</param>
    /// <param name="applies">The schema that the object must keep with it: <c>dependentSchemas</c>.</param>
    /// <param name="recordsMayLack">Whether records may lack it though it is required: <c>readOnly</c> in a request, <c>writeOnly</c> in a response.</param>
    public PropertyRule(string name, SchemaRule? rule = null, bool required = false, string[]? needs = null, SchemaRule? applies = null, bool recordsMayLack = false)
    {
        Name = name;
        Rule = rule;
        Required = required;
        Needs = needs;
        Applies = applies;
        RecordsMayLack = recordsMayLack;
    }

    internal string Name { get; }

    internal SchemaRule? Rule { get; }

    internal bool Required { get; }

    internal string[]? Needs { get; }

    internal SchemaRule? Applies { get; }

    internal bool RecordsMayLack { get; }
}
