using System;
using System.Buffers;
using System.IO;
using System.IO.Pipelines;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TaskStatus.Tests;

/// <summary>A request with a body in one piece, as a server hands over what has arrived. All that a server has for a request is there already, so that what an endpoint allocates is its own.</summary>
internal sealed class ServedContext(byte[] body) : IRequestBodyPipeFeature, IHttpResponseBodyFeature
{
    private readonly PipeReader _reader = PipeReader.Create(new ReadOnlySequence<byte>(body));
    private readonly Sink _writer = new();

    PipeReader IRequestBodyPipeFeature.Reader => _reader;

    PipeWriter IHttpResponseBodyFeature.Writer => _writer;

    Stream IHttpResponseBodyFeature.Stream => _writer.AsStream();

    /// <summary>The context of one request.</summary>
    public static HttpContext Of(IServiceProvider services, byte[] body)
    {
        var features = new ServedContext(body);
        var context = new DefaultHttpContext { RequestServices = services };
        context.Features.Set<IRequestBodyPipeFeature>(features);
        context.Features.Set<IHttpResponseBodyFeature>(features);
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json";
        context.Request.ContentLength = body.Length;
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = 1;
        _ = context.RequestAborted;
        _ = context.Request.BodyReader;
        _ = context.Response.BodyWriter;
        return context;
    }

    void IHttpResponseBodyFeature.DisableBuffering()
    {
    }

    Task IHttpResponseBodyFeature.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHttpResponseBodyFeature.CompleteAsync() => Task.CompletedTask;

    Task IHttpResponseBodyFeature.SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken) => throw new NotSupportedException();

    private sealed class Sink : PipeWriter
    {
        private readonly byte[] _bytes = new byte[1 << 16];
        private int _length;

        public override void Advance(int bytes) => _length += bytes;

        public override void CancelPendingFlush()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;

        public override Memory<byte> GetMemory(int sizeHint = 0) => _bytes.AsMemory(_length);

        public override Span<byte> GetSpan(int sizeHint = 0) => _bytes.AsSpan(_length);
    }
}
