using System.Net.Http;

namespace ContractKit.Http;

/// <summary>
/// A message's method that knows which operation calls it. It costs a message nothing, where its options would cost it 300 bytes, and whoever copies a
/// message to send it again (a hedging handler, say) copies its method too.
/// </summary>
internal sealed class OperationMethod(string method, ContractOperation operation) : HttpMethod(method)
{
    /// <summary>The operation.</summary>
    public ContractOperation Operation { get; } = operation;
}
