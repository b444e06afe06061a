using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary><c>const</c> or <c>enum</c>.</summary>
/// <param name="IsConstant">Whether it is <c>const</c>.</param>
/// <param name="Words">The strings, each once.</param>
/// <param name="Others">The other values, as JSON.</param>
/// <param name="IsOpen">Whether a record takes words that are not there.</param>
public sealed record ValuesInstruction(bool IsConstant, EquatableArray<string> Words, EquatableArray<string> Others, bool IsOpen);

/// <summary>Keywords for numbers; numbers as JSON writes them.</summary>
/// <param name="Minimum"><c>minimum</c>.</param>
/// <param name="Maximum"><c>maximum</c>.</param>
/// <param name="ExclusiveMinimum"><c>exclusiveMinimum</c>, as draft-06 means it.</param>
/// <param name="ExclusiveMaximum"><c>exclusiveMaximum</c>, as draft-06 means it.</param>
/// <param name="MultipleOf"><c>multipleOf</c>.</param>
public sealed record NumberInstruction(string? Minimum, string? Maximum, string? ExclusiveMinimum, string? ExclusiveMaximum, string? MultipleOf);

/// <summary>Keywords for strings.</summary>
/// <param name="MinLength">In code points; 0 where it is not asked for.</param>
/// <param name="MaxLength">In code points; <see cref="long.MaxValue"/> where it is not asked for.</param>
/// <param name="Pattern">An ECMA-262 pattern that is known to parse.</param>
/// <param name="Format">The format, where it is an assertion; else null.</param>
public sealed record TextInstruction(long MinLength, long MaxLength, string? Pattern, string? Format);

/// <summary>Keywords for arrays.</summary>
/// <param name="Items">The schema of the items behind the <paramref name="Prefix"/>.</param>
/// <param name="Prefix">The schemas of the first items.</param>
/// <param name="IsListForm">Whether they stand under <c>items</c> and <c>additionalItems</c>, as before 2020-12.</param>
/// <param name="Contains"><c>contains</c>.</param>
/// <param name="MinContains"><c>minContains</c>.</param>
/// <param name="MaxContains"><c>maxContains</c>; <see cref="long.MaxValue"/> where it is not asked for.</param>
/// <param name="ContainsMarks">Whether items that <c>contains</c> accepts count as evaluated, as from 2020-12 on.</param>
/// <param name="MinItems"><c>minItems</c>.</param>
/// <param name="MaxItems"><c>maxItems</c>; <see cref="long.MaxValue"/> where it is not asked for.</param>
/// <param name="UniqueItems"><c>uniqueItems</c>.</param>
public sealed record ArrayInstruction(
    Instruction? Items,
    EquatableArray<Instruction> Prefix,
    bool IsListForm,
    Instruction? Contains,
    long MinContains,
    long MaxContains,
    bool ContainsMarks,
    long MinItems,
    long MaxItems,
    bool UniqueItems)
{
    /// <summary>Keywords that ask for nothing but a schema of all items.</summary>
    public static ArrayInstruction Of(Instruction? items) => new(items, default, false, null, 1, long.MaxValue, false, 0, long.MaxValue, false);
}

/// <summary>Keywords for objects.</summary>
/// <param name="Properties">All names that keywords mention, each once.</param>
/// <param name="Patterns"><c>patternProperties</c>.</param>
/// <param name="Additional"><c>additionalProperties</c>.</param>
/// <param name="Names"><c>propertyNames</c>.</param>
/// <param name="MinProperties"><c>minProperties</c>.</param>
/// <param name="MaxProperties"><c>maxProperties</c>; <see cref="long.MaxValue"/> where it is not asked for.</param>
/// <param name="HasDependencies">Whether what depends on a name stands under <c>dependencies</c>, as before 2019-09.</param>
public sealed record ObjectInstruction(
    EquatableArray<PropertyInstruction> Properties,
    EquatableArray<PatternInstruction> Patterns,
    Instruction? Additional,
    Instruction? Names,
    long MinProperties,
    long MaxProperties,
    bool HasDependencies);

/// <summary>What an object's keywords say about a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Schema">Its schema in <c>properties</c>, or null.</param>
/// <param name="IsRequired">Whether <c>required</c> has it.</param>
/// <param name="RecordsMayLack">Whether records may lack it all the same, since it is the other side's to give.</param>
/// <param name="Needs">The names that must be there with it.</param>
/// <param name="Applies">The schema that the object must keep with it, or null.</param>
public sealed record PropertyInstruction(string Name, Instruction? Schema, bool IsRequired, bool RecordsMayLack, EquatableArray<string> Needs, Instruction? Applies);

/// <summary>An entry of <c>patternProperties</c>.</summary>
/// <param name="Pattern">An ECMA-262 pattern that is known to parse.</param>
/// <param name="Schema">The schema of members whose names it matches.</param>
public sealed record PatternInstruction(string Pattern, Instruction Schema);

/// <summary>A keyword that applies other schemas to the same value.</summary>
public abstract record ApplicatorInstruction;

/// <summary><c>$ref</c>.</summary>
/// <param name="Target">Where the schema stands.</param>
public sealed record ReferenceInstruction(SchemaLocation Target) : ApplicatorInstruction;

/// <summary><c>$dynamicRef</c> or <c>$recursiveRef</c> with a dynamic anchor.</summary>
/// <param name="Anchor">The anchor's name; empty for <c>$recursiveRef</c>.</param>
/// <param name="Initial">Where the schema stands that is meant where no outer resource has the anchor.</param>
public sealed record DynamicReferenceInstruction(string Anchor, SchemaLocation Initial) : ApplicatorInstruction;

/// <summary><c>allOf</c>, <c>anyOf</c> or <c>oneOf</c>.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Schemas">The branches.</param>
public sealed record BranchesInstruction(BranchKind Kind, EquatableArray<Instruction> Schemas) : ApplicatorInstruction;

/// <summary><c>not</c>.</summary>
/// <param name="Schema">What must not hold.</param>
public sealed record NotInstruction(Instruction Schema) : ApplicatorInstruction;

/// <summary><c>if</c>, <c>then</c>, <c>else</c>.</summary>
/// <param name="Condition"><c>if</c>.</param>
/// <param name="Then"><c>then</c>, or null.</param>
/// <param name="Else"><c>else</c>, or null.</param>
public sealed record ConditionInstruction(Instruction Condition, Instruction? Then, Instruction? Else) : ApplicatorInstruction;

/// <summary>How branches count together.</summary>
public enum BranchKind
{
    /// <summary><c>allOf</c>.</summary>
    All,

    /// <summary><c>anyOf</c>.</summary>
    Any,

    /// <summary><c>oneOf</c>.</summary>
    One,
}
