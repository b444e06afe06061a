#nullable enable

namespace ContractKit.Tests.ContractServer
{
    using global::System;
    using global::System.Buffers;
    using global::System.Collections.Generic;
    using global::System.Threading.Tasks;
    using global::ContractKit;
    using global::ContractKit.Http;
    using global::ContractKit.Json;
    using global::Microsoft.AspNetCore.Http;
    using global::Microsoft.Extensions.DependencyInjection;
    using global::Microsoft.Extensions.Hosting;
    using global::Microsoft.Extensions.Logging;

    /// <content>Writes the handler's answer.</content>
    internal partial struct ContractCall
    {
        // What is longer is sent at once, so that a slow caller is not answered from memory; what is not goes out with the end of the response.
        private const int MostUnsent = 32768;

        private static readonly Action<ILogger, string, int, string, Exception?> s_brokenAnswer = LoggerMessage.Define<string, int, string>(
            LogLevel.Error,
            new EventId(2, "AnswerBreaksContract"),
            "{Operation}: the answer with status {Status} does not keep its contract: {Violation}");

        /// <summary>Waits for the handler's result, and writes it.</summary>
        internal async Task WhenAnsweredAsync<TResult>(ValueTask<TResult> result, Func<ContractCall, TResult, Task> write)
        {
            await write(this, await result.ConfigureAwait(false)).ConfigureAwait(false);
        }

        /// <summary>Answers without a body.</summary>
        internal Task WriteAsync(int statusCode)
        {
            _context.Response.StatusCode = statusCode;
            return Task.CompletedTask;
        }

        /// <summary>Answers with a body. One that breaks its contract is thrown in Development and told the log elsewhere.</summary>
        internal Task WriteAsync<T>(int statusCode, T body, ContractConverter<T> converter, string mediaType = "application/json")
        {
            var response = _context.Response;
            var output = new JsonOutput(1024);
            try
            {
                converter.WriteValue(ref output, body);
                if (!converter.IsValidAsWritten(output))
                {
                    ReportBroken(statusCode, converter.Validate(output.Written));
                }

                response.StatusCode = statusCode;
                response.ContentType = mediaType;
                response.ContentLength = output.Length;
                response.BodyWriter.Write(output.Written);
                if (output.Length <= MostUnsent)
                {
                    return Task.CompletedTask;
                }
            }
            finally
            {
                output.Dispose();
            }

            var flush = response.BodyWriter.FlushAsync(_context.RequestAborted);
            return flush.IsCompletedSuccessfully ? Task.CompletedTask : flush.AsTask();
        }

        /// <summary>Adds a header to the answer; null adds none.</summary>
        internal void Header<T>(string name, T? value, ContractConverter<T> converter)
            where T : class
        {
            if (value != null)
            {
                _context.Response.Headers[name] = ContractText.Header(name, value, converter);
            }
        }

        /// <summary>Adds a header to the answer; null adds none.</summary>
        internal void Header<T>(string name, Nullable<T> value, ContractConverter<T> converter)
            where T : struct
        {
            if (value != null)
            {
                _context.Response.Headers[name] = ContractText.Header(name, value.Value, converter);
            }
        }

        private void ReportBroken(int statusCode, IReadOnlyList<ContractViolation> violations)
        {
            var exception = new ContractViolationException(violations);
            if (_context.RequestServices.GetService<IHostEnvironment>()?.IsDevelopment() == true)
            {
                throw exception;
            }

            var logger = _context.RequestServices.GetService<ILoggerFactory>()?.CreateLogger("ContractKit");
            if (logger != null)
            {
                s_brokenAnswer(logger, _operation.Name, statusCode, exception.Message, null);
            }
        }
    }
}
