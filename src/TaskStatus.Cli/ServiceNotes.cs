using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace TaskStatus.Cli;

/// <summary>Notes the faults that the client rides out, so that whoever watches sees why nothing comes.</summary>
internal sealed class ServiceNotes : DelegatingHandler
{
    public ServiceNotes()
        : base(new SocketsHttpHandler
        {
            // The generated client follows redirects itself, and shows the token to the service alone.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
    {
    }

    /// <summary>What is wrong at the moment; null where nothing is.</summary>
    public Trouble? Trouble { get; private set; }

    /// <summary>Is told each trouble once.</summary>
    public Action<Trouble>? Told { get; set; }

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Note(response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
                ? new Trouble($"answers {(int)response.StatusCode}", $"the service answers {(int)response.StatusCode}")
                : null);
            return response;
        }
        catch (HttpRequestException exception)
        {
            Note(new Trouble("no answer", "the service does not answer: " + exception.Message));
            throw;
        }
    }

    private void Note(Trouble? trouble)
    {
        if (trouble is not null && trouble != Trouble)
        {
            Told?.Invoke(trouble);
        }

        Trouble = trouble;
    }
}

/// <summary>A fault that is ridden out.</summary>
/// <param name="Brief">In as few words as a narrow terminal has room for.</param>
/// <param name="Sentence">With its cause.</param>
internal sealed record Trouble(string Brief, string Sentence);
