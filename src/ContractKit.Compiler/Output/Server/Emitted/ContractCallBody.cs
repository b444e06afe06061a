#nullable enable

namespace ContractKit.Tests.ContractServer
{
    using global::System;
    using global::System.Buffers;
    using global::System.Collections.Generic;
    using global::System.IO.Pipelines;
    using global::System.Threading.Tasks;
    using global::ContractKit;
    using global::ContractKit.Http;
    using global::ContractKit.Json;
    using global::Microsoft.AspNetCore.Http;
    using global::Microsoft.AspNetCore.Http.Features;

    /// <content>Reads the request's body: once, as far as the server's limit.</content>
    internal sealed partial class ContractCall
    {
        /// <summary>Reads the body; where it breaks its contract, the request is refused.</summary>
        internal ValueTask<T> ReadBodyAsync<T>(ContractConverter<T> converter)
        {
            var request = _context.Request;
            if (!RequestMediaType.IsJson(request.ContentType) || request.Headers.ContainsKey("Content-Encoding"))
            {
                Refuse(415, "The request's content is not JSON in UTF-8.");
                return default;
            }

            var limit = _context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? MostBytes;
            if (request.ContentLength > limit)
            {
                RefuseTooLarge(limit);
                return default;
            }

            // Most bodies are there by the time their headers have been read.
            var reading = request.BodyReader.ReadAsync(_context.RequestAborted);
            if (reading.IsCompletedSuccessfully)
            {
                var read = reading.Result;
                if (read.IsCompleted && read.Buffer.Length <= limit)
                {
                    return new ValueTask<T>(Take(read, request.BodyReader, converter));
                }

                reading = new ValueTask<ReadResult>(read);
            }

            return ReadRestAsync(reading, converter, limit);
        }

        private async ValueTask<T> ReadRestAsync<T>(ValueTask<ReadResult> reading, ContractConverter<T> converter, long limit)
        {
            var reader = _context.Request.BodyReader;
            while (true)
            {
                ReadResult read;
                try
                {
                    read = await reading.ConfigureAwait(false);
                }
                catch (BadHttpRequestException exception) when (exception.StatusCode == 413)
                {
                    RefuseTooLarge(limit);
                    return default!;
                }

                if (read.Buffer.Length > limit)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    RefuseTooLarge(limit);
                    return default!;
                }

                if (read.IsCompleted)
                {
                    return Take(read, reader, converter);
                }

                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                reading = reader.ReadAsync(_context.RequestAborted);
            }
        }

        private T Take<T>(ReadResult read, PipeReader reader, ContractConverter<T> converter)
        {
            var value = Parse(read.Buffer, converter);
            reader.AdvanceTo(read.Buffer.End);
            return value;
        }

        private T Parse<T>(in ReadOnlySequence<byte> body, ContractConverter<T> converter)
        {
            if (body.IsSingleSegment)
            {
                return Parse(body.First.Span, converter);
            }

            var whole = ArrayPool<byte>.Shared.Rent((int)body.Length);
            body.CopyTo(whole);
            var value = Parse(whole.AsSpan(0, (int)body.Length), converter);
            ArrayPool<byte>.Shared.Return(whole);
            return value;
        }

        private T Parse<T>(ReadOnlySpan<byte> body, ContractConverter<T> converter)
        {
            converter.TryParse(body, out var value, out var violations);
            for (var i = 0; i < violations.Count; i++)
            {
                Refused().Add("body", null, violations[i]);
            }

            return value!;
        }
    }
}
