using System;
using System.ComponentModel;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>A keyword that applies other schemas to the same value (JSON Schema 2020-12 of the core, section 10.2). For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Applicator
{
    private protected Applicator()
    {
    }

    /// <summary>Applies the keyword. The cursor is left behind the value where the keyword's schemas have walked it, else where it was.</summary>
    /// <param name="cursor">Stands before the value.</param>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="marks">Takes the members or items that were evaluated.</param>
    /// <returns>Whether the value keeps the keyword.</returns>
    internal abstract bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation, Marks marks);

    /// <summary><c>$ref</c>.</summary>
    public static Applicator Reference(SchemaRule rule) => new ReferenceApplicator("/$ref", rule);

    /// <summary><c>$ref</c> to a schema whose rule may not have been made yet.</summary>
    public static Applicator Reference(Func<SchemaRule> rule) => new ReferenceApplicator("/$ref", rule);

    /// <summary><c>$dynamicRef</c>.</summary>
    /// <param name="anchor">The name of the dynamic anchor.</param>
    /// <param name="initial">What the reference leads to where no outer resource has that anchor.</param>
    public static Applicator DynamicReference(string anchor, Func<SchemaRule> initial) => new DynamicReferenceApplicator("/$dynamicRef", anchor, initial);

    /// <summary><c>$recursiveRef</c> of 2019-09.</summary>
    /// <param name="initial">What the reference leads to where no outer resource has <c>$recursiveAnchor</c>.</param>
    public static Applicator RecursiveReference(Func<SchemaRule> initial) => new DynamicReferenceApplicator("/$recursiveRef", "", initial);

    /// <summary>Evaluates in the dynamic scope of a schema resource.</summary>
    public static Applicator Scope(Func<SchemaScope> scope, SchemaRule rule) => new ScopeApplicator(scope, rule);

    /// <summary><c>allOf</c>.</summary>
    public static Applicator AllOf(params SchemaRule[] rules) => new AllOfApplicator(rules);

    /// <summary><c>anyOf</c>.</summary>
    public static Applicator AnyOf(params SchemaRule[] rules) => new AnyOfApplicator(rules);

    /// <summary><c>oneOf</c>.</summary>
    public static Applicator OneOf(params SchemaRule[] rules) => new OneOfApplicator(rules);

    /// <summary><c>not</c>.</summary>
    public static Applicator Not(SchemaRule rule) => new NotApplicator(rule);

    /// <summary><c>if</c>, <c>then</c>, <c>else</c>.</summary>
    public static Applicator If(SchemaRule condition, SchemaRule? then = null, SchemaRule? @else = null) => new IfApplicator(condition, then, @else);
}
