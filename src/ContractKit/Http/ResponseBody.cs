using System;
using System.Buffers;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ContractKit.Http;

/// <summary>A response's body in a pooled buffer, up to a limit.</summary>
internal sealed class ResponseBody : IDisposable
{
    private byte[] _buffer = [];

    /// <summary>How much was read.</summary>
    public int Length { get; private set; }

    /// <summary>What was read.</summary>
    public ReadOnlySpan<byte> Utf8 => _buffer.AsSpan(0, Length);

    /// <summary>What was read.</summary>
    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, Length);

    /// <summary>Whether there was more than the limit.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>What broke the body off; null where it is whole.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Reads the whole body, or up to the limit, or up to where it breaks off.</summary>
    /// <param name="message">The response.</param>
    /// <param name="limit">The most bytes that are read.</param>
    /// <param name="timeout">How long the body may take: HttpClient's own time-out ends with the headers.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">Canceled, or (with a <see cref="TimeoutException"/> inside) timed out.</exception>
    public async Task ReadAsync(HttpResponseMessage message, int limit, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var declared = message.Content.Headers.ContentLength;
        if (declared == 0)
        {
            return;
        }

        if (declared > limit)
        {
            IsTooLong = true;
            limit = Math.Min(limit, 4096);
        }

        _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(declared + 1 ?? 4096, (long)limit + 1));
        CancellationTokenSource? watch = null;
        var token = cancellationToken;
        var givenUp = default(CancellationTokenRegistration);
        try
        {
#if NET8_0_OR_GREATER
            var stream = await message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            var stream = await message.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            while (true)
            {
#if NET8_0_OR_GREATER
                var reading = stream.ReadAsync(_buffer.AsMemory(Length), token);
#else
                var reading = stream.ReadAsync(_buffer, Length, _buffer.Length - Length, token);
#endif
                if (!reading.IsCompleted && watch is null)
                {
                    // Not every stream heeds a token; all of them end when the response is disposed of.
                    watch = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                    token = watch.Token;
                    if (timeout != Timeout.InfiniteTimeSpan)
                    {
                        watch.CancelAfter(timeout);
                    }

                    givenUp = watch.Token.Register(static response => ((HttpResponseMessage)response!).Dispose(), message);
                }

                var read = await reading.ConfigureAwait(false);
                if (read == 0)
                {
                    return;
                }

                Length += read;
                if (Length > limit)
                {
                    IsTooLong = true;
                    return;
                }

                if (Length == _buffer.Length)
                {
                    Grow(limit);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or ObjectDisposedException or OperationCanceledException or InvalidDataException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (watch is { IsCancellationRequested: true })
            {
                throw new TaskCanceledException(
                    "The response's body did not arrive within the HttpClient's time-out.", new TimeoutException(null, exception));
            }

            Fault = exception;
        }
        finally
        {
            givenUp.Dispose();
            watch?.Dispose();
        }
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        Length = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Grow(int limit)
    {
        Debug.Assert(Length <= limit, "What is too long is not read on.");
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)_buffer.Length * 2, Math.Max((long)limit + 1, _buffer.Length + 1L)));
        _buffer.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
