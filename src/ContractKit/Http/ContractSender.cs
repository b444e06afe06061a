using System;
using System.ComponentModel;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ContractKit.Http;

/// <summary>Sends the calls of a generated client and makes typed answers of the responses.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContractSender
{
    private readonly HttpClient _http;
    private readonly ServiceAddress _address;

    /// <summary>A sender.</summary>
    /// <param name="http">What sends; its base address goes before <paramref name="server"/>.</param>
    /// <param name="options">The client's options.</param>
    /// <param name="server">The contract's server, or null.</param>
    public ContractSender(HttpClient http, ContractClientOptions options, string? server)
    {
        _http = http ?? throw new ArgumentNullException(nameof(http));
        Options = options ?? throw new ArgumentNullException(nameof(options));
        _address = new ServiceAddress(http, server);
    }

    /// <summary>The client's options.</summary>
    internal ContractClientOptions Options { get; }

    /// <summary>Sends a call.</summary>
    /// <returns>The documented answer, whatever its status.</returns>
    /// <exception cref="UnexpectedResponseException">The contract does not have the answer.</exception>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="OperationCanceledException">Canceled, or timed out.</exception>
    public ValueTask<TResult> SendAsync<TResult>(ContractRequest request, ResponseReader<TResult> read, CancellationToken cancellationToken)
        where TResult : class => SendAsync(request, read, null, cancellationToken);

    /// <summary>Sends a call again and again until its task has ended.</summary>
    /// <typeparam name="TResult">The union of answers.</typeparam>
    /// <typeparam name="T">What the service says of a task.</typeparam>
    /// <param name="request">The call.</param>
    /// <param name="read">Makes an answer of a response.</param>
    /// <param name="completion">Tells how a task stands.</param>
    /// <param name="task">What an answer says of the task.</param>
    /// <param name="failure">The exception for an answer that is no success and says nothing of the task.</param>
    /// <param name="options">How long and how often; null: as the client's options say.</param>
    /// <param name="progress">Is told every answer that says something of the task, the last one too.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="TaskFailedException{T}">The task has failed.</exception>
    /// <exception cref="TaskCanceledByServiceException{T}">The task has been canceled.</exception>
    /// <exception cref="PollingTimeoutException{T}">The task did not end in time.</exception>
    public Task<T> WaitAsync<TResult, T>(
        ContractRequest request,
        ResponseReader<TResult> read,
        TaskCompletion completion,
        Func<TResult, TaskAnswer<T>> task,
        Func<TResult, Exception> failure,
        PollingOptions? options,
        IProgress<T>? progress,
        CancellationToken cancellationToken)
        where TResult : class =>
        new TaskPolling<TResult, T>(this, request, read, completion, task, failure, options ?? Options.Polling, progress)
            .RunAsync(cancellationToken);

    /// <summary>Sends a call; <paramref name="poll"/> is told what the response says beside its typed answer.</summary>
    internal async ValueTask<TResult> SendAsync<TResult>(
        ContractRequest request, ResponseReader<TResult> read, PollState? poll, CancellationToken cancellationToken)
        where TResult : class
    {
        var operation = request.Operation;
        var telemetry = ContractTelemetry.Start(operation, Options.Logger);
        var patience = new Patience(_http.Timeout);
        Uri? address = null;
        try
        {
            var credential = operation.Security.IsNone || Options.TokenProvider is null
                ? null
                : await Options.TokenProvider(cancellationToken).ConfigureAwait(false);
            address = _address.Of(request);
            var first = await _http.SendAsync(
                Redirects.First(address, request, credential), HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            Redirects.Check(first, address, request, credential);
            using var response = Redirects.IsOne(first)
                ? await Redirects.FollowAsync(_http, address, request, credential, first, cancellationToken).ConfigureAwait(false)
                : first;
            using var body = await ResponseBody.ReadAsync(response, Options.MaxResponseBytes, patience, cancellationToken).ConfigureAwait(false);
            poll?.Note(response, body.Utf8, Options.TimeProvider);
            var result = Read(operation, response, body, credential, read);
            telemetry.Answered(response.StatusCode, response.RequestMessage?.RequestUri);
            return result;
        }
        catch (UriFormatException exception) when (address is not null)
        {
            // What HttpClient's own handler makes of a redirect to an address that is none.
            var unreachable = new HttpRequestException("The service redirects to an address that is none.", exception);
            telemetry.Failed(unreachable);
            throw unreachable;
        }
        catch (Exception exception)
        {
            telemetry.Failed(exception);
            throw;
        }
    }

    private TResult Read<TResult>(
        ContractOperation operation, HttpResponseMessage response, ResponseBody body, string? credential, ResponseReader<TResult> read)
        where TResult : class
    {
        var received = new ReceivedResponse(operation, response, body, credential);
        if (body.IsTooLong)
        {
            throw received.TooLong(Options.MaxResponseBytes);
        }

        if (body.Fault is not null)
        {
            throw received.Truncated(body.Fault);
        }

        return read(in received) ?? throw received.Undocumented();
    }
}
