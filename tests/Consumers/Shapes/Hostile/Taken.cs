#pragma warning disable CA1716, CA1720, CA1724, CA1715 // the names are the point
namespace Acme.System
{
    /// <summary>A type of the consumer.</summary>
    public sealed class Guid;

    /// <summary>A type of the consumer.</summary>
    public sealed class Task;

    /// <summary>A type of the consumer.</summary>
    public sealed class String;

    /// <summary>A type of the consumer.</summary>
    public sealed class IReadOnlyList;

    /// <summary>A type of the consumer.</summary>
    public sealed class JsonElement;

    /// <summary>A type of the consumer.</summary>
    public sealed class ContractConverter;
}

namespace Acme
{
    /// <summary>A type of the consumer.</summary>
    public sealed class DateTimeOffset;

    /// <summary>A type of the consumer.</summary>
    public sealed class CancellationToken;
}
