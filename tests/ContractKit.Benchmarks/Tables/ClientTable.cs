using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Acme.Services;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Benchmarks.Results;
using ContractKit.Benchmarks.Services;
using Refit;

namespace ContractKit.Benchmarks.Tables;

/// <summary>A call of the generated client beside the same call by hand and by Refit.</summary>
internal sealed class ClientTable : Table
{
    private const string Group = "one call";
    private const string ByHand = "PostAsJsonAsync, System.Text.Json generated";
    private const string Generated = "generated client";
    private const string RefitClient = "Refit";

    public override string Name => "client";

    public override string Title => "Calling for the task-status answer";

    public override string Description =>
        "A whole call against a handler that takes the message's headers and body, as a network does (`PostAsJsonAsync` and Refit write nothing before they are asked to), and answers "
        + "at once: the request written, sent through HttpClient, the answer read. The generated client reads what its record needs, "
        + "says that it accepts JSON, follows redirects, limits the body, masks tokens and tells OpenTelemetry; `SendAsync alone` is what HttpClient takes for a message without a body to "
        + "read, with an address that it need not put together. That and the strings of the answer, which everybody has to make, are half of a generated call.";

    public override IEnumerable<ResultGroup> Measure(Run run)
    {
        if (!run.Wants(Group))
        {
            yield break;
        }

        var http = new HttpClient(new AnswersAtOnce()) { BaseAddress = new Uri("http://localhost/") };
        var address = new Uri("http://localhost/getAnswer");
        var plain = new PlainRequest { Id = "ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c2", RefId = "nightly-2026-11-23/0042" };
        var request = new GetAnswerRequest { Id = plain.Id, RefId = plain.RefId };
        var client = new AnswersClient(http);
        var refit = RestService.For<IRefitAnswers>(http, new RefitSettings(
            new SystemTextJsonContentSerializer(new JsonSerializerOptions { TypeInfoResolver = ServiceContext.Default })));
        yield return new Interleaved(Group)
            .Add(ByHand, () => Ended(PostAsJsonAsync(http, plain)))
            .Add("SendAsync alone", () => Ended(SendAsync(http, address)))
            .Add(RefitClient, () => Ended(refit.GetAnswerAsync(plain, CancellationToken.None)))
            .Add(Generated, () => Ended(client.GetAnswerAsync(request)), own: true)
            .Measure(run, warmUp: 8000);
    }

    public override IEnumerable<Goal> Goals(IReadOnlyList<ResultGroup> groups)
    {
        var group = groups.Single();
        yield return new Goal("time in terms of PostAsJsonAsync", group.Ratio(Generated, ByHand), 0.6, 0.4);
        yield return new Goal("time in terms of Refit", group.Ratio(Generated, RefitClient), 0.45, 0.3);
        yield return new Goal("bytes in terms of PostAsJsonAsync", group[Generated].Bytes / (double?)group[ByHand].Bytes, 0.7, null);
    }

    private static async Task<PlainAnswer> PostAsJsonAsync(HttpClient http, PlainRequest request)
    {
        using var response = await http.PostAsJsonAsync("getAnswer", request, ServiceContext.Default.PlainRequest);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(ServiceContext.Default.PlainAnswer))!;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, Uri address)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, address);
        var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        response.Dispose();
        return response;
    }

    private static void Ended<T>(Task<T> call) => _ = call.IsCompleted ? call.Result : throw new InvalidOperationException("The call left the thread on which its time is taken.");

    private sealed class AnswersAtOnce : HttpMessageHandler
    {
        private readonly MediaTypeHeaderValue _json = new("application/json");
        private readonly TakenBytes _taken = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Take(request.Headers);
            if (request.Content is { } sent)
            {
                Take(sent.Headers);
                var taking = sent.CopyToAsync(_taken, cancellationToken);
                _ = taking.IsCompletedSuccessfully ? 0 : throw new InvalidOperationException("The request left the thread on which its time is taken.");
            }

            var content = new ByteArrayContent(ContractKit.Benchmarks.Answers.All["compact"]);
            content.Headers.ContentType = _json;
            return Task.FromResult(new HttpResponseMessage { Content = content, RequestMessage = request });
        }

        private void Take(HttpHeaders headers)
        {
            foreach (var header in headers.NonValidated)
            {
                _taken.Count += header.Key.Length + header.Value.Count;
            }
        }
    }
}
