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
        /// <summary>Reads the body if all of it is there, or if the request is refused without it; else <see cref="ReadBodyAsync{T}"/> waits for the rest.</summary>
        /// <remarks>What is rare below has methods of its own, so that the way that most requests take is short and waits for nothing.</remarks>
        [MethodImpl(MethodImplOptions.NoInlining)]
        internal bool TryReadBody<T>(ContractConverter<T> converter, out T value)
        {
            value = default!;
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

        /// <summary>What has been read; what is wrong with it refuses the request.</summary>
        internal T Take<T>(ContractBody<T> body)
        {
            _refused = body.Refused;
            return body.Value;
        }

        /// <summary>Waits for the whole body, and reads it; where it breaks its contract, <see cref="Take{T}"/> refuses the request.</summary>
        internal async ValueTask<ContractBody<T>> ReadBodyAsync<T>(ContractConverter<T> converter)
        {
            var reader = _context.Request.BodyReader;
            var limit = LimitOf(_context);
            if (_context.Request.ContentLength > limit)
            {
                RefuseTooLarge(limit);
                return new ContractBody<T>(default!, _refused);
            }

            while (true)
            {
                ReadResult read;
                try
                {
                    read = await reader.ReadAsync(_context.RequestAborted).ConfigureAwait(false);
                }
                catch (BadHttpRequestException exception) when (exception.StatusCode == 413)
                {
                    RefuseTooLarge(limit);
                    return new ContractBody<T>(default!, _refused);
                }

                if (read.Buffer.Length > limit)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    RefuseTooLarge(limit);
                    return new ContractBody<T>(default!, _refused);
                }

                if (read.IsCompleted)
                {
                    var value = Parse(read.Buffer, converter);
                    reader.AdvanceTo(read.Buffer.End);
                    return new ContractBody<T>(value, _refused);
                }

                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }

        private static long LimitOf(HttpContext context) => context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? MostBytes;

        private T Parse<T>(in ReadOnlySequence<byte> body, ContractConverter<T> converter) =>
            body.IsSingleSegment ? Parse(body.FirstSpan, converter) : ParsePieces(body, converter);

        [MethodImpl(MethodImplOptions.NoInlining)]
        private T ParsePieces<T>(in ReadOnlySequence<byte> body, ContractConverter<T> converter)
        {
            var whole = ArrayPool<byte>.Shared.Rent((int)body.Length);
            body.CopyTo(whole);
            var value = Parse(whole.AsSpan(0, (int)body.Length), converter);
            ArrayPool<byte>.Shared.Return(whole);
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

    /// <summary>A body that has been read, or why the request is refused.</summary>
    internal readonly struct ContractBody<T>
    {
        internal ContractBody(T value, RefusedRequest? refused)
        {
            Value = value;
            Refused = refused;
        }

        /// <summary>What the body says.</summary>
        internal T Value { get; }

        /// <summary>What is wrong with the request, parameters included.</summary>
        internal RefusedRequest? Refused { get; }
    }
}
