using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace ContractKit;

/// <summary>What every generated client can be told.</summary>
public abstract class ContractClientOptions
{
    private int _maxResponseBytes = 16 * 1024 * 1024;
    private PollingOptions _polling = new();
    private TimeProvider _timeProvider = TimeProvider.System;

    /// <summary>
    /// Gives the credential, anew for each request: the token for bearer security, <c>user:password</c> for basic security, the
    /// key for an API key. It is shown to the service alone, never to another host, and stands in no message.
    /// </summary>
    public Func<CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    /// <summary>The clock of waiting and deadlines.</summary>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        set => _timeProvider = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The longest response body that is read, in bytes after decompression; 16 MiB unless set. A longer one is an <see cref="UnexpectedResponseException"/>.</summary>
    public int MaxResponseBytes
    {
        get => _maxResponseBytes;
        set => _maxResponseBytes = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A response needs at least one byte.");
    }

    /// <summary>How a task is waited for, where the call does not say.</summary>
    public PollingOptions Polling
    {
        get => _polling;
        set => _polling = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Where the client tells what it does. Messages hold neither credentials nor bodies.</summary>
    public ILogger? Logger { get; set; }
}
