using System.ComponentModel;
using System.Text.Json;

namespace ContractKit.Values;

/// <summary>The JSON value <c>null</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonNull
{
    /// <summary>It.</summary>
    public static JsonElement Element { get; } = JsonDocument.Parse("null").RootElement.Clone();
}
