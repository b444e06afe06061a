using System;
using System.ComponentModel;

namespace ContractKit.Validation;

/// <summary>The dynamic anchors of one schema resource. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemaScope
{
    private readonly string[] _anchors;
    private readonly Func<SchemaRule>[] _rules;

    /// <summary>A resource with those dynamic anchors.</summary>
    /// <param name="anchors">Their names; <c>$recursiveAnchor</c> has the empty one.</param>
    /// <param name="rules">What stands at each of them.</param>
    public SchemaScope(string[] anchors, params Func<SchemaRule>[] rules)
    {
        _anchors = anchors;
        _rules = rules;
    }

    /// <summary>What stands at that anchor, or null.</summary>
    internal SchemaRule? Find(string anchor)
    {
        for (var i = 0; i < _anchors.Length; i++)
        {
            if (_anchors[i] == anchor)
            {
                return _rules[i]();
            }
        }

        return null;
    }
}
