using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>A type that is to be generated and has no name yet. Within one compilation it stands for itself: the same schemas and kind are the same type.</summary>
/// <param name="Kind">What kind of type.</param>
/// <param name="Set">The schemas that decide it.</param>
/// <param name="Words">Of an enum, the kind of its values; <c>enum: ["a", 1]</c> is one of words and one of integers.</param>
internal sealed record PlannedShape(NamedKind Kind, SchemaSet Set, JsonKinds Words = JsonKinds.None) : TypeShape;
