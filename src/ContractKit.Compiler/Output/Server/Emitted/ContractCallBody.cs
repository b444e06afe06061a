#nullable enable

namespace ContractKit.Tests.ContractServer
{
    using global::System;
    using global::System.Buffers;
    using global::System.Collections.Generic;
    using global::System.IO.Pipelines;
    using global::System.Runtime.CompilerServices;
    using global::System.Threading.Tasks;
    using global::ContractKit;
    using global::ContractKit.Http;
    using global::ContractKit.Json;
    using global::Microsoft.AspNetCore.Http;
    using global::Microsoft.AspNetCore.Http.Features;

    /// <content>Reads the request's body: once, as far as the server's limit.</content>
    internal partial struct ContractCall
    {
        /// <summary>Reads the body if all of it is there, or if the request is refused without it; else <see cref="WhenReceivedAsync"/> waits for the rest.</summary>
        /// <remarks>What is rare below has methods of its own, so that the way that most requests take is short and waits for nothing.</remarks>
        [MethodImpl(MethodImplOptions.NoInlining)]
        internal bool TryReadBody<T>(ContractConverter<T> converter, out T value)
        {
            value = default!;
            if (_received != null)
            {
                value = Parse(_received.Bytes, converter);
                _received.Return();
                return true;
            }

            var request = _context.Request;
            if (!RequestMediaType.IsJson(request.ContentType) || request.Headers.ContainsKey("Content-Encoding"))
            {
                Refuse(415, "The request's content is not JSON in UTF-8.");
                return true;
            }

            // Most bodies are there by the time their headers have been read, and the server has kept its limit.
            var reader = request.BodyReader;
            try
            {
                if (reader.TryRead(out var read))
                {
                    var body = read.Buffer;
                    if (read.IsCompleted && body.Length <= MostBytes)
                    {
                        value = Parse(body, converter);
                        reader.AdvanceTo(body.End);
                        return true;
                    }

                    reader.AdvanceTo(body.Start);
                }
            }
            catch (BadHttpRequestException exception) when (exception.StatusCode == 413)
            {
                RefuseTooLarge(LimitOf(_context));
                return true;
            }

            return false;
        }

        /// <summary>Waits for the whole body, and lets the operation begin again with it; a body that is too large refuses the request.</summary>
        internal async Task WhenReceivedAsync(Func<ContractCall, Task> operation)
        {
            // What is wrong with the parameters is found again, beside what is wrong with the body.
            _refused = null;
            var reader = _context.Request.BodyReader;
            var limit = LimitOf(_context);
            if (_context.Request.ContentLength > limit)
            {
                RefuseTooLarge(limit);
            }

            ReceivedBody? received = null;
            while (received is null && !IsRefused)
            {
                ReadResult read;
                try
                {
                    read = await reader.ReadAsync(_context.RequestAborted).ConfigureAwait(false);
                }
                catch (BadHttpRequestException exception) when (exception.StatusCode == 413)
                {
                    RefuseTooLarge(limit);
                    break;
                }

                if (read.Buffer.Length > limit)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    RefuseTooLarge(limit);
                }
                else if (read.IsCompleted)
                {
                    received = new ReceivedBody(read.Buffer);
                    reader.AdvanceTo(read.Buffer.End);
                }
                else
                {
                    reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                }
            }

            await (received is null ? RefuseAsync() : operation(new ContractCall(_context, _operation, _handler, received))).ConfigureAwait(false);
        }

        private static long LimitOf(HttpContext context) => context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? MostBytes;

        private T Parse<T>(in ReadOnlySequence<byte> body, ContractConverter<T> converter) =>
            body.IsSingleSegment ? Parse(body.FirstSpan, converter) : ParsePieces(body, converter);

        [MethodImpl(MethodImplOptions.NoInlining)]
        private T ParsePieces<T>(in ReadOnlySequence<byte> body, ContractConverter<T> converter)
        {
            var whole = new ReceivedBody(body);
            var value = Parse(whole.Bytes, converter);
            whole.Return();
            return value;
        }

        private T Parse<T>(ReadOnlySpan<byte> body, ContractConverter<T> converter)
        {
            if (!converter.TryParse(body, out var value, out var violations))
            {
                RefuseBody(violations);
            }

            return value!;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private void RefuseBody(IReadOnlyList<ContractViolation> violations)
        {
            for (var i = 0; i < violations.Count; i++)
            {
                Refused().Add("body", null, violations[i]);
            }
        }
    }

    /// <summary>A body that came in pieces or late, put together.</summary>
    internal sealed class ReceivedBody
    {
        private readonly byte[] _buffer;
        private readonly int _length;

        internal ReceivedBody(in ReadOnlySequence<byte> body)
        {
            _length = (int)body.Length;
            _buffer = ArrayPool<byte>.Shared.Rent(_length);
            body.CopyTo(_buffer);
        }

        /// <summary>Its bytes, until <see cref="Return"/>.</summary>
        internal ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

        /// <summary>Gives the memory back.</summary>
        internal void Return() => ArrayPool<byte>.Shared.Return(_buffer);
    }
}
