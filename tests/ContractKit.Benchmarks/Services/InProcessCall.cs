using System;
using System.Buffers;
using System.IO;
using System.IO.Pipelines;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ContractKit.Benchmarks.Services;

/// <summary>Calls an endpoint's delegate with a context of its own each time, and a body in one piece, as Kestrel hands over what has arrived.</summary>
internal sealed class InProcessCall(RequestDelegate endpoint, IServiceProvider services, byte[] request)
    : IRequestBodyPipeFeature, IHttpResponseBodyFeature, IHttpRequestBodyDetectionFeature
{
    private readonly Body _body = new(request);
    private readonly Sink _sink = new();

    public bool CanHaveBody => true;

    public PipeReader Reader => _body;

    public PipeWriter Writer => _sink;

    public Stream Stream => _sink.AsStream();

    /// <summary>What the last call was answered.</summary>
    public ReadOnlySpan<byte> Written => _sink.Written;

    public int StatusCode { get; private set; }

    public void Run()
    {
        _body.Rewind();
        _sink.Clear();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Features.Set<IRequestBodyPipeFeature>(this);
        context.Features.Set<IHttpResponseBodyFeature>(this);
        context.Features.Set<IHttpRequestBodyDetectionFeature>(this);
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json";
        context.Request.ContentLength = request.Length;
        var running = endpoint(context);
        if (!running.IsCompletedSuccessfully)
        {
            running.GetAwaiter().GetResult();
        }

        StatusCode = context.Response.StatusCode;
    }

    public void DisableBuffering()
    {
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task CompleteAsync() => Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    private sealed class Body(byte[] bytes) : PipeReader
    {
        private ReadOnlySequence<byte> _left;

        public void Rewind() => _left = new ReadOnlySequence<byte>(bytes);

        public override void AdvanceTo(SequencePosition consumed) => _left = _left.Slice(consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => _left = _left.Slice(consumed);

        public override void CancelPendingRead()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => new(new ReadResult(_left, false, true));

        public override bool TryRead(out ReadResult result)
        {
            result = new ReadResult(_left, false, true);
            return true;
        }
    }

    private sealed class Sink : PipeWriter
    {
        private readonly byte[] _bytes = new byte[1 << 16];
        private int _length;

        public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

        public void Clear() => _length = 0;

        public override bool CanGetUnflushedBytes => true;

        public override long UnflushedBytes => 0;

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
