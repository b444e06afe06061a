using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>Checks one value against a schema, and consumes it.</summary>
/// <returns>Whether it is valid.</returns>
public delegate bool SchemaEvaluator(ref JsonCursor cursor, ref Evaluation evaluation);
