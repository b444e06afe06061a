using ContractKit.Validation;

namespace ContractKit.Json;

/// <summary>A converter with another validator than its type's own.</summary>
internal sealed class CheckedConverter<T>(ContractConverter<T> converter, SchemaEvaluator evaluator) : ContractConverter<T>
{
    public override T? ReadValue(ref JsonCursor cursor) => converter.ReadValue(ref cursor);

    public override void WriteValue(ref JsonOutput output, T value) => converter.WriteValue(ref output, value);

    public override bool Evaluate(ref JsonCursor cursor, ref Evaluation evaluation) => evaluator(ref cursor, ref evaluation);
}
