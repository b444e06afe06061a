using System.ComponentModel;

namespace ContractKit.Validation;

/// <summary>An entry of <c>patternProperties</c>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PatternRule
{
    /// <summary>A pattern and the schema of the members whose names match it.</summary>
    public PatternRule(string pattern, SchemaRule rule)
    {
        Pattern = new SchemaPattern(pattern);
        Rule = rule;
    }

    internal SchemaPattern Pattern { get; }

    internal SchemaRule Rule { get; }
}
