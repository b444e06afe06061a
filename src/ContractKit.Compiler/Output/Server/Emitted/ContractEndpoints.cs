#nullable enable

namespace ContractKit.Tests.ContractServer
{
    using global::System;
    using global::System.Buffers;
    using global::System.Collections.Generic;
    using global::System.IO.Pipelines;
    using global::System.Threading;
    using global::System.Threading.Tasks;
    using global::ContractKit;
    using global::ContractKit.Http;
    using global::ContractKit.Json;
    using global::Microsoft.AspNetCore.Authorization;
    using global::Microsoft.AspNetCore.Builder;
    using global::Microsoft.AspNetCore.Http;
    using global::Microsoft.AspNetCore.Http.Features;
    using global::Microsoft.AspNetCore.Routing;
    using global::Microsoft.Extensions.DependencyInjection;
    using global::Microsoft.Extensions.Hosting;
    using global::Microsoft.Extensions.Logging;
    using global::Microsoft.Extensions.Options;

    /// <summary>The endpoints of one service; what is said of all of them is said to each.</summary>
    internal sealed class ContractEndpoints : IEndpointConventionBuilder
    {
        private static readonly Action<ILogger, string, Exception?> s_presenceOnly = LoggerMessage.Define<string>(
            LogLevel.Warning,
            new EventId(1, "CredentialsNotVerified"),
            "{Service}: the contract asks for credentials, and the application has no authorization services. Requests without credentials are refused, but nobody verifies those that are shown. Call AddAuthentication and AddAuthorization.");

        private readonly IEndpointRouteBuilder _routes;
        private readonly List<IEndpointConventionBuilder> _endpoints = new List<IEndpointConventionBuilder>();
        private readonly string _service;
        private readonly bool _authorizes;
        private readonly string? _policy;
        private readonly IDescribedContract? _described;
        private bool _warned;

        /// <summary>No endpoints yet.</summary>
        /// <param name="routes">Where they will be mapped.</param>
        /// <param name="service">The service's name, which is the name of its authorization policy too.</param>
        /// <param name="described">What describes the operations to the application's own OpenAPI document, where it can have one.</param>
        internal ContractEndpoints(IEndpointRouteBuilder routes, string service, IDescribedContract? described = null)
        {
            _routes = routes ?? throw new ArgumentNullException(nameof(routes));
            _service = service;
            _described = described;
            _authorizes = routes.ServiceProvider.GetService<IAuthorizationService>() != null;
            _policy = routes.ServiceProvider.GetService<IOptions<AuthorizationOptions>>()?.Value.GetPolicy(service) is null ? null : service;
        }

        /// <summary>Maps one operation.</summary>
        internal void Map(ContractOperation operation, string pattern, Func<ContractCall, Task> answer)
        {
            var verifies = operation.Security.IsNone || _authorizes;
            RequestDelegate handle = context =>
            {
                var call = new ContractCall(context, operation);
                return verifies || operation.Security.IsShownBy(
                    name => context.Request.Headers[name].ToString(), name => context.Request.Query[name].ToString())
                        ? answer(call)
                        : call.ChallengeAsync();
            };
            var endpoint = _routes.MapMethods(pattern, new[] { operation.Method.Method }, handle);
            endpoint.Add(builder =>
            {
                builder.DisplayName = _service + "." + operation.Name;
                builder.Metadata.Add(operation);
            });
            _described?.Describe(endpoint, operation.Name, handle);
            if (!operation.Security.IsNone && _authorizes)
            {
                endpoint.RequireAuthorization(_policy is null ? new AuthorizeAttribute() : new AuthorizeAttribute(_policy));
            }
            else if (!verifies && !_warned)
            {
                _warned = true;
                var logger = _routes.ServiceProvider.GetService<ILoggerFactory>()?.CreateLogger("ContractKit");
                if (logger != null)
                {
                    s_presenceOnly(logger, _service, null);
                }
            }

            _endpoints.Add(endpoint);
        }

        /// <inheritdoc />
        public void Add(Action<EndpointBuilder> convention)
        {
            foreach (var endpoint in _endpoints)
            {
                endpoint.Add(convention);
            }
        }
    }

    /// <summary>Describes the operations of a contract to the application's own OpenAPI document.</summary>
    internal interface IDescribedContract
    {
        /// <summary>Describes an endpoint as the contract does.</summary>
        void Describe(IEndpointConventionBuilder endpoint, string operation, RequestDelegate handle);
    }

    /// <summary>One request on its way through an endpoint.</summary>
    internal sealed class ContractCall
    {
        // Kestrel's own limit, for servers that have none.
        private const long MostBytes = 30000000;

        private static readonly Action<ILogger, string, int, string, Exception?> s_brokenAnswer = LoggerMessage.Define<string, int, string>(
            LogLevel.Error,
            new EventId(2, "AnswerBreaksContract"),
            "{Operation}: the answer with status {Status} does not keep its contract: {Violation}");

        private readonly HttpContext _context;
        private readonly ContractOperation _operation;
        private RefusedRequest? _refused;

        internal ContractCall(HttpContext context, ContractOperation operation)
        {
            _context = context;
            _operation = operation;
        }

        /// <summary>Whether the request breaks its contract; then <see cref="RefuseAsync"/> answers it.</summary>
        internal bool IsRefused => _refused != null;

        /// <summary>Canceled when the caller is gone.</summary>
        internal CancellationToken Aborted => _context.RequestAborted;

        /// <summary>The handler, from the request's services.</summary>
        internal THandler Handler<THandler>()
            where THandler : notnull => _context.RequestServices.GetRequiredService<THandler>();

        /// <summary>Reads the body; where it breaks its contract, the request is refused.</summary>
        internal async ValueTask<T> ReadBodyAsync<T>(ContractConverter<T> converter)
        {
            var request = _context.Request;
            if (!RequestMediaType.IsJson(request.ContentType) || request.Headers.ContainsKey("Content-Encoding"))
            {
                Refuse(415, "The request's content is not JSON in UTF-8.");
                return default!;
            }

            var limits = _context.Features.Get<IHttpMaxRequestBodySizeFeature>();
            var limit = limits?.MaxRequestBodySize ?? MostBytes;
            if (request.ContentLength > limit)
            {
                RefuseTooLarge(limit);
                return default!;
            }

            var reader = request.BodyReader;
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
                    var value = Parse(read.Buffer, converter);
                    reader.AdvanceTo(read.Buffer.End);
                    return value;
                }

                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }

        /// <summary>Reads a parameter that has to be there.</summary>
        internal T Required<T>(string place, string name, ContractConverter<T> converter, ContractTextKind kind)
        {
            if (TryRead(place, name, converter, kind, out var value))
            {
                return value;
            }

            if (_refused is null || !_refused.Has(place, name))
            {
                Refused().Add(place, name, new ContractViolation("", "", "It has to be there."));
            }

            return default!;
        }

        /// <summary>Reads a parameter that may be absent.</summary>
        internal T? OptionalReference<T>(string place, string name, ContractConverter<T> converter, ContractTextKind kind)
            where T : class => TryRead(place, name, converter, kind, out var value) ? value : null;

        /// <summary>Reads a parameter that may be absent.</summary>
        internal T? OptionalValue<T>(string place, string name, ContractConverter<T> converter, ContractTextKind kind)
            where T : struct => TryRead(place, name, converter, kind, out var value) ? value : (T?)null;

        /// <summary>Answers a request that breaks its contract.</summary>
        internal async Task RefuseAsync()
        {
            await WriteProblemAsync(_refused!).ConfigureAwait(false);
            if (_refused!.StatusCode == 413)
            {
                await DrainAsync().ConfigureAwait(false);
            }
        }

        /// <summary>Answers a request without credentials.</summary>
        internal Task ChallengeAsync()
        {
            _context.Response.Headers["WWW-Authenticate"] = _operation.Security.Challenge;
            return WriteProblemAsync(new RefusedRequest(401, "The request shows no credentials."));
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
            var output = new JsonOutput(1024);
            try
            {
                converter.WriteValue(ref output, body);
                if (!converter.IsValid(output.Written))
                {
                    ReportBroken(statusCode, converter.Validate(output.Written));
                }

                var response = _context.Response;
                response.StatusCode = statusCode;
                response.ContentType = mediaType;
                response.ContentLength = output.Length;
                response.BodyWriter.Write(output.Written);
            }
            finally
            {
                output.Dispose();
            }

            return FlushAsync();
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
        internal void Header<T>(string name, T? value, ContractConverter<T> converter)
            where T : struct
        {
            if (value != null)
            {
                _context.Response.Headers[name] = ContractText.Header(name, value.Value, converter);
            }
        }

        private static T Parse<T>(ReadOnlySpan<byte> utf8Json, ContractConverter<T> converter, out IReadOnlyList<ContractViolation> violations) =>
            converter.TryParse(utf8Json, out var value, out violations) ? value : default!;

        private T Parse<T>(in ReadOnlySequence<byte> body, ContractConverter<T> converter)
        {
            IReadOnlyList<ContractViolation> violations;
            T value;
            if (body.IsSingleSegment)
            {
                value = Parse(body.First.Span, converter, out violations);
            }
            else
            {
                var whole = ArrayPool<byte>.Shared.Rent((int)body.Length);
                body.CopyTo(whole);
                value = Parse(whole.AsSpan(0, (int)body.Length), converter, out violations);
                ArrayPool<byte>.Shared.Return(whole);
            }

            foreach (var violation in violations)
            {
                Refused().Add("body", null, violation);
            }

            return value;
        }

        private bool TryRead<T>(string place, string name, ContractConverter<T> converter, ContractTextKind kind, out T value)
        {
            var texts = Texts(place, name, (kind & ContractTextKind.List) != 0);
            if (texts.Count == 0)
            {
                value = default!;
                return false;
            }

            value = Parse(ContractText.ToUtf8Json(texts, kind), converter, out var violations);
            foreach (var violation in violations)
            {
                Refused().Add(place, name, violation);
            }

            return violations.Count == 0;
        }

        private IReadOnlyList<string> Texts(string place, string name, bool isList)
        {
            switch (place)
            {
                case "path":
                    return _context.Request.RouteValues[name] is string segment ? ContractText.Split(segment, isList) : Array.Empty<string>();
                case "query":
                    return _context.Request.Query.TryGetValue(name, out var values) ? (IReadOnlyList<string>)values! : Array.Empty<string>();
                default:
                    return _context.Request.Headers.TryGetValue(name, out var header)
                        ? ContractText.Split(header.ToString(), isList)
                        : Array.Empty<string>();
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

        private RefusedRequest Refused() => _refused ??= new RefusedRequest(400, "The request does not keep its contract.");

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
        private async Task DrainAsync()
        {
            var limits = _context.Features.Get<IHttpMaxRequestBodySizeFeature>();
            if (limits is { IsReadOnly: false })
            {
                limits.MaxRequestBodySize = null;
            }

            using var patience = CancellationTokenSource.CreateLinkedTokenSource(_context.RequestAborted);
            patience.CancelAfter(TimeSpan.FromSeconds(10));
            try
            {
                for (long drained = 0; drained < 8 * MostBytes;)
                {
                    var read = await _context.Request.BodyReader.ReadAsync(patience.Token).ConfigureAwait(false);
                    drained += read.Buffer.Length;
                    _context.Request.BodyReader.AdvanceTo(read.Buffer.End);
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

        private Task WriteProblemAsync(RefusedRequest refused)
        {
            var problem = refused.ToUtf8Json();
            var response = _context.Response;
            response.StatusCode = refused.StatusCode;
            response.ContentType = "application/problem+json";
            response.ContentLength = problem.Length;
            response.BodyWriter.Write(problem);
            return FlushAsync();
        }

        private Task FlushAsync()
        {
            var flush = _context.Response.BodyWriter.FlushAsync(_context.RequestAborted);
            return flush.IsCompletedSuccessfully ? Task.CompletedTask : flush.AsTask();
        }
    }
}
