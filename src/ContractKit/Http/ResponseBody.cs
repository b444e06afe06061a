using System;
using System.Buffers;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ContractKit.Http;

/// <summary>A response's body in a pooled buffer, up to a limit.</summary>
internal readonly struct ResponseBody : IDisposable
{
    private readonly byte[] _buffer;

    private ResponseBody(byte[] buffer, int length, bool isTooLong, Exception? fault)
    {
        _buffer = buffer;
        Length = length;
        IsTooLong = isTooLong;
        Fault = fault;
    }

    /// <summary>How much was read.</summary>
    public int Length { get; }

    /// <summary>What was read.</summary>
    public ReadOnlySpan<byte> Utf8 => _buffer.AsSpan(0, Length);

    /// <summary>What was read.</summary>
    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, Length);

    /// <summary>Whether there was more than the limit.</summary>
    public bool IsTooLong { get; }

    /// <summary>What broke the body off; null where it is whole.</summary>
    public Exception? Fault { get; }

    /// <summary>Reads the whole body, or up to the limit, or up to where it breaks off.</summary>
    /// <param name="message">The response.</param>
    /// <param name="limit">The most bytes that are read.</param>
    /// <param name="patience">How long the body may take: HttpClient's own time-out ends with the headers.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">Canceled, or (with a <see cref="TimeoutException"/> inside) timed out.</exception>
    public static async ValueTask<ResponseBody> ReadAsync(HttpResponseMessage message, int limit, Patience patience, CancellationToken cancellationToken)
    {
        var declared = message.Content.Headers.ContentLength;
        if (declared == 0)
        {
            return new ResponseBody([], 0, false, null);
        }

        var isTooLong = declared > limit;
        limit = isTooLong ? Math.Min(limit, 4096) : limit;
        var length = 0;
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(declared + 1 ?? 4096, (long)limit + 1));
        CancellationTokenSource? watch = null;
        var token = cancellationToken;
        var givenUp = default(CancellationTokenRegistration);
        try
        {
            var stream = ReadsAtOnce(message.Content) ? StreamOf(message.Content) : await StreamOfAsync(message.Content, cancellationToken).ConfigureAwait(false);
            while (true)
            {
#if NET8_0_OR_GREATER
                var reading = stream.ReadAsync(buffer.AsMemory(length), token);
#else
                var reading = stream.ReadAsync(buffer, length, buffer.Length - length, token);
#endif
                if (!reading.IsCompleted && watch is null)
                {
                    // Not every stream heeds a token; all of them end when the response is disposed of.
                    watch = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                    token = watch.Token;
                    if (patience.Left is var left && left != Timeout.InfiniteTimeSpan)
                    {
                        watch.CancelAfter(left);
                    }

                    givenUp = watch.Token.Register(static response => ((HttpResponseMessage)response!).Dispose(), message);
                }

                var read = await reading.ConfigureAwait(false);
                length += read;

                // A body that is as long as it was said to be has ended: nobody need be asked whether there is more.
                if (read == 0 || length > limit || length == declared)
                {
                    return new ResponseBody(buffer, length, isTooLong || length > limit, null);
                }

                if (length == buffer.Length)
                {
                    buffer = Grown(buffer, length, limit);
                }
            }
        }
        catch (Exception exception)
        {
            var isBroken = exception is IOException or HttpRequestException or ObjectDisposedException or OperationCanceledException or InvalidDataException;
            if (isBroken && !cancellationToken.IsCancellationRequested && watch is not { IsCancellationRequested: true })
            {
                return new ResponseBody(buffer, length, isTooLong, exception);
            }

            ArrayPool<byte>.Shared.Return(buffer);
            if (!isBroken)
            {
                throw;
            }

            cancellationToken.ThrowIfCancellationRequested();
            throw new TaskCanceledException("The response's body did not arrive within the HttpClient's time-out.", new TimeoutException(null, exception));
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
        if (_buffer is { Length: > 0 })
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    private static byte[] Grown(byte[] buffer, int length, int limit)
    {
        Debug.Assert(length <= limit, "What is too long is not read on.");
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)buffer.Length * 2, Math.Max((long)limit + 1, buffer.Length + 1L)));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

#if NET8_0_OR_GREATER
    // What .NET's own handlers give has its stream ready, but for the browser's; a task around it would be waste.
    private static bool ReadsAtOnce(HttpContent content) =>
        content.GetType().Assembly == typeof(HttpContent).Assembly && content is not MultipartContent && !OperatingSystem.IsBrowser();

    private static Stream StreamOf(HttpContent content) => content.ReadAsStream();

    private static Task<Stream> StreamOfAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync(cancellationToken);
#else
    private static bool ReadsAtOnce(HttpContent content) => false;

    private static Stream StreamOf(HttpContent content) => throw new NotSupportedException();

    private static Task<Stream> StreamOfAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync();
#endif
}
