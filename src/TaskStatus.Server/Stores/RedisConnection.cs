using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace TaskStatus.Server.Stores;

/// <summary>The one connection to Redis. It is made whether Redis is there or not, and comes back by itself.</summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    private static readonly Action<ILogger, string, ConnectionFailureType, string, Exception?> s_lost = LoggerMessage.Define<string, ConnectionFailureType, string>(
        LogLevel.Error, new EventId(1, "RedisLost"), "Redis at {Address} is not connected ({Failure}): {Reason} It is tried again until it is.");

    private static readonly Action<ILogger, string, Exception?> s_connected = LoggerMessage.Define<string>(
        LogLevel.Information, new EventId(2, "RedisConnected"), "Redis at {Address} is connected.");

    private readonly Lock _gate = new();
    private readonly ConfigurationOptions _options;
    private readonly ILogger<RedisConnection> _logger;
    private Task<ConnectionMultiplexer>? _connecting;
    private bool? _isConnected;

    public RedisConnection(IOptions<TaskStatusSettings> settings, ILogger<RedisConnection> logger)
    {
        _options = RedisAddress.TryParse(settings.Value.Redis ?? "", out var options, out var error)
            ? options
            : throw new OptionsValidationException(nameof(TaskStatusSettings), typeof(TaskStatusSettings), [error]);
        _logger = logger;
        Address = string.Join(", ", options.EndPoints.Select(static endPoint => endPoint is DnsEndPoint { Host: var host, Port: var port } ? $"{host}:{port}" : endPoint.ToString()))
            + ", database " + (options.DefaultDatabase ?? 0);
    }

    /// <summary>Where Redis is, without user and password.</summary>
    public string Address { get; }

    /// <summary>The database of results.</summary>
    public async ValueTask<IDatabase> DatabaseAsync(CancellationToken cancellationToken)
    {
        Task<ConnectionMultiplexer> connecting;
        lock (_gate)
        {
            connecting = _connecting ??= ConnectAsync();
        }

        return (await connecting.WaitAsync(cancellationToken).ConfigureAwait(false)).GetDatabase();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_connecting is { } connecting)
        {
            await (await connecting.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>What the library says of the cause, at first; what it says next is about its own queues and threads.</summary>
    internal static string Reason(Exception exception)
    {
        var message = exception.GetBaseException().Message;
        var end = message.AsSpan().IndexOfAny(";,(\r\n");
        return (end < 0 ? message : message[..end]).TrimEnd('.', ' ');
    }

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        var connection = await ConnectionMultiplexer.ConnectAsync(_options).ConfigureAwait(false);
        connection.ConnectionFailed += (_, failed) => Note(false, failed);
        connection.ConnectionRestored += (_, _) => Note(true, null);

        // Where there is none yet, the first call that it cannot serve says why.
        if (connection.IsConnected)
        {
            Note(true, null);
        }

        return connection;
    }

    // The library tells of every attempt; the log of every change.
    private void Note(bool isConnected, ConnectionFailedEventArgs? failed)
    {
        lock (_gate)
        {
            if (_isConnected == isConnected)
            {
                return;
            }

            _isConnected = isConnected;
        }

        if (failed is null)
        {
            s_connected(_logger, Address, null);
        }
        else
        {
            s_lost(_logger, Address, failed.FailureType, failed.Exception is { } exception ? Reason(exception) + "." : "No connection could be made.", null);
        }
    }
}
