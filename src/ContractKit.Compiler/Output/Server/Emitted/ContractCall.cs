#nullable enable

namespace ContractKit.Tests.ContractServer
{
    using global::System;
    using global::System.Buffers;
    using global::System.Threading;
    using global::System.Threading.Tasks;
    using global::ContractKit.Http;
    using global::Microsoft.AspNetCore.Http;
    using global::Microsoft.AspNetCore.Http.Features;

    /// <summary>One request on its way through an endpoint.</summary>
    /// <remarks>A value, so that a request costs no more memory than what was sent.</remarks>
    internal partial struct ContractCall
    {
        // Kestrel's own limit, for servers that have none.
        private const long MostBytes = 30000000;

        private readonly HttpContext _context;
        private readonly ContractOperation _operation;
        private readonly object? _handler;
        private readonly ReceivedBody? _received;
        private RefusedRequest? _refused;

        internal ContractCall(HttpContext context, ContractOperation operation, object? handler, ReceivedBody? received = null)
        {
            _context = context;
            _operation = operation;
            _handler = handler;
            _received = received;
            _refused = null;
        }

        /// <summary>Whether the request breaks its contract; then <see cref="RefuseAsync"/> answers it.</summary>
        internal bool IsRefused => _refused != null;

        /// <summary>Canceled when the caller is gone.</summary>
        internal CancellationToken Aborted => _context.RequestAborted;

        /// <summary>The handler: the one for all requests, or else from the request's services.</summary>
        /// <remarks>It is cast where its type stands in the text: in a generic method that is looked up for each request.</remarks>
        internal object Handler(Type type) => _handler ?? _context.RequestServices.GetService(type) ?? throw NoHandler(type);

        /// <summary>Answers a request that breaks its contract.</summary>
        internal Task RefuseAsync() => WriteRefusalAsync(_context, _refused!);

        private static async Task WriteRefusalAsync(HttpContext context, RefusedRequest refused)
        {
            var problem = refused.ToUtf8Json();
            var response = context.Response;
            response.StatusCode = refused.StatusCode;
            response.ContentType = "application/problem+json";
            response.ContentLength = problem.Length;
            response.BodyWriter.Write(problem);
            await response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            if (refused.StatusCode == 413)
            {
                await DrainAsync(context).ConfigureAwait(false);
            }
        }

        private static InvalidOperationException NoHandler(Type handler) => new InvalidOperationException(
            "Nothing answers this request: the application's services have no " + handler.Name + ". Before Build(), call Services.AddSingleton<" + handler.Name
            + ", YourHandler>(), or AddScoped where each request needs one of its own.");

        private RefusedRequest Refused() => _refused ?? (_refused = new RefusedRequest(400, "The request does not keep its contract."));

        private void Refuse(int statusCode, string title)
        {
            if (_refused is null || _refused.StatusCode == 400)
            {
                _refused = new RefusedRequest(statusCode, title);
            }
        }

        private void RefuseTooLarge(long limit)
        {
            Refuse(413, "The request's body is longer than " + limit.ToString(global::System.Globalization.CultureInfo.InvariantCulture) + " bytes.");

            // Nobody reads the rest: the caller is told so, and is not kept waiting.
            _context.Response.Headers["Connection"] = "close";
        }

        // A connection that is closed while the caller still sends is reset, and the caller would never read why.
        private static async Task DrainAsync(HttpContext context)
        {
            var limits = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
            if (limits != null && !limits.IsReadOnly)
            {
                limits.MaxRequestBodySize = null;
            }

            using (var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted))
            {
                patience.CancelAfter(TimeSpan.FromSeconds(10));
                try
                {
                    for (long drained = 0; drained < 8 * MostBytes;)
                    {
                        var read = await context.Request.BodyReader.ReadAsync(patience.Token).ConfigureAwait(false);
                        drained += read.Buffer.Length;
                        context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                        if (read.IsCompleted)
                        {
                            return;
                        }
                    }
                }
                catch (Exception exception) when (exception is OperationCanceledException || exception is global::System.IO.IOException)
                {
                    // Whoever still sends after all that is cut off.
                }
            }
        }
    }
}
