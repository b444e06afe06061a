using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>
/// What a schema asks of a value, with dialects, references and spelling resolved. Rendered as the tables of a validator, and run by
/// <see cref="Interpreter"/> on values in the schema itself, so that a keyword is decided once.
/// </summary>
public abstract record Instruction;

/// <summary>The schemas <c>true</c> and <c>false</c>.</summary>
/// <param name="Allows">Whether every value is allowed, or none.</param>
public sealed record ConstantInstruction(bool Allows) : Instruction
{
    /// <summary>The schema <c>true</c>.</summary>
    public static ConstantInstruction Anything { get; } = new(true);

    /// <summary>The schema <c>false</c>.</summary>
    public static ConstantInstruction Nothing { get; } = new(false);
}

/// <summary>Another schema's rule, which has a name.</summary>
/// <param name="Target">Where that schema stands.</param>
public sealed record RuleInstruction(SchemaLocation Target) : Instruction;

/// <summary>A schema whose evaluation takes place in the dynamic scope of the resource that it opens.</summary>
/// <param name="Resource">Where the resource's root stands.</param>
/// <param name="Schema">The schema.</param>
public sealed record ScopeInstruction(SchemaLocation Resource, Instruction Schema) : Instruction;

/// <summary>A schema with keywords; what is null or empty asks for nothing.</summary>
/// <param name="Types">The kinds of values that <c>type</c> allows.</param>
/// <param name="Constant"><c>const</c>.</param>
/// <param name="Values"><c>enum</c>.</param>
/// <param name="Number">Keywords for numbers.</param>
/// <param name="Text">Keywords for strings.</param>
/// <param name="Array">Keywords for arrays.</param>
/// <param name="Object">Keywords for objects.</param>
/// <param name="Limit">What a record asks beside, because of a C# type.</param>
/// <param name="RecordKinds">The kinds that a record's C# type holds, where the schema leaves others open; else <see cref="ValueKinds.Any"/>.</param>
/// <param name="Applicators">Keywords that apply other schemas to the same value, in the order in which they are tried.</param>
/// <param name="UnevaluatedItems"><c>unevaluatedItems</c>.</param>
/// <param name="UnevaluatedProperties"><c>unevaluatedProperties</c>.</param>
public sealed record SchemaInstruction(
    ValueKinds Types,
    ValuesInstruction? Constant,
    ValuesInstruction? Values,
    NumberInstruction? Number,
    TextInstruction? Text,
    ArrayInstruction? Array,
    ObjectInstruction? Object,
    ScalarLimit? Limit,
    ValueKinds RecordKinds,
    EquatableArray<ApplicatorInstruction> Applicators,
    Instruction? UnevaluatedItems,
    Instruction? UnevaluatedProperties) : Instruction
{
    // Half of all schemas are one of these.
    private static readonly SchemaInstruction?[] s_ofTypes = new SchemaInstruction?[(int)(ValueKinds.Any | ValueKinds.Whole | ValueKinds.WrittenWhole) + 1];

    /// <summary>Whether nothing but the kinds is asked for.</summary>
    public bool IsTypeOnly => this == OfTypes(Types);

    /// <summary>A schema that asks for nothing but kinds.</summary>
    public static SchemaInstruction OfTypes(ValueKinds types) =>
        s_ofTypes[(int)types] ??= new SchemaInstruction(types, null, null, null, null, null, null, null, ValueKinds.Any, default, null, null);
}
