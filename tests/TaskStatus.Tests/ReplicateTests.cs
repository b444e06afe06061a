using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Qolaba.Tasks;
using Replicate.Predictions;

namespace TaskStatus.Tests;

/// <summary>Another API, client and server from one contract, over a real socket.</summary>
public sealed class ReplicateTests : IAsyncLifetime
{
    private readonly WebApplication _server;
    private ServiceProvider _services = null!;
    private IReplicateClient _client = null!;

    public ReplicateTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IReplicateHandler, Models>();
        builder.Services.AddAuthentication("key").AddScheme<AuthenticationSchemeOptions, ApiKey>("key", null);
        builder.Services.AddAuthorization();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.MapReplicate();

        // Somebody's own endpoint, which takes a contract type as it comes.
        _server.MapPost("/x", (TaskStatusRequest request) => TypedResults.Ok(request with { RefId = "seen " + request.Id }));
    }

    [Fact]
    public async Task A_prediction_is_made_and_watched_to_its_end()
    {
        var created = await _client.SendCreatePredictionAsync(Input("v1"), prefer: "respond-async");

        var answer = Assert.IsType<CreatePredictionResult.Created>(created);
        Assert.Equal("/v1/predictions/p1", answer.Location);
        Assert.Equal(3, answer.XPosition);
        var ended = await _client.WaitForPredictionAsync(
            answer.Body.Id, new PollingOptions { InitialDelay = TimeSpan.FromMilliseconds(10), MaxDelay = TimeSpan.FromMilliseconds(10) });
        Assert.Equal(PredictionStatus.Succeeded, ended.Status.Known);
        Assert.Equal("made of v1", ended.Output!.Value.GetString());
    }

    [Fact]
    public async Task A_refusal_is_a_typed_answer()
    {
        var refused = Assert.IsType<CreatePredictionResult.ClientError>(await _client.SendCreatePredictionAsync(Input("unknown")));
        Assert.Equal(422, refused.StatusCode);
        Assert.Equal("No such version", refused.Body.Title);

        var exception = await Assert.ThrowsAsync<GetPredictionException>(() => _client.GetPredictionAsync("none"));
        Assert.Equal(404, exception.StatusCode);
        Assert.IsType<GetPredictionResult.NotFound>(exception.Result);
    }

    [Fact]
    public async Task Aborted_is_the_services_own_cancellation()
    {
        var exception = await Assert.ThrowsAsync<TaskCanceledByServiceException<Prediction>>(() => _client.WaitForPredictionAsync("aborted"));
        Assert.Equal("aborted", exception.Status);
    }

    [Fact]
    public async Task Parameters_travel_with_their_wire_words()
    {
        var found = await _client.ListPredictionsAsync(newest: true, limit: 2, status: [PredictionStatus.Failed, PredictionStatus.Aborted]);

        Assert.Equal(["failed", "aborted", "True"], found.Select(prediction => prediction.Id));
    }

    [Theory]
    [InlineData("/predictions?limit=0&newest=true", "limit")]
    [InlineData("/predictions?limit=x&newest=true", "limit")]
    [InlineData("/predictions?limit=1", "newest")]
    [InlineData("/predictions?newest=yes", "newest")]
    [InlineData("/predictions/UPPER", "prediction_id")]
    public async Task Parameters_that_break_the_contract_are_told(string path, string name)
    {
        using var http = new HttpClient { BaseAddress = new Uri(_server.Urls.First()) };
        http.DefaultRequestHeaders.Add("X-Api-Key", "k");
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(name, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("violations")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task A_path_parameter_never_names_another_path(string id) =>
        await Assert.ThrowsAsync<ArgumentException>(() => _client.GetPredictionAsync(id));

    [Fact]
    public async Task What_is_secured_asks_for_credentials_and_what_is_not_does_not()
    {
        using var http = new HttpClient { BaseAddress = new Uri(_server.Urls.First()) };
        using var refused = await http.GetAsync(new Uri("/predictions/p1", UriKind.Relative));
        using var taken = await http.PostAsync(new Uri("/predictions/p1/cancel", UriKind.Relative), null);

        Assert.Equal(401, (int)refused.StatusCode);
        Assert.Contains("X-Api-Key", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal(204, (int)taken.StatusCode);
        await _client.CancelPredictionAsync("p1");
    }

    [Fact]
    public async Task What_is_secured_is_not_served_where_nobody_verifies_credentials()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<IReplicateHandler, Models>();
        await using var server = builder.Build();

        var exception = Assert.Throws<InvalidOperationException>(() => server.MapReplicate());

        Assert.Contains("Replicate.CreatePrediction: the contract asks for credentials", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Services.AddAuthorization()", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MapReplicate().AllowAnonymous()", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_something_in_front_verifies_can_be_left_to_it()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IReplicateHandler, Models>();
        builder.Services.AddAuthorization();
        await using var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapReplicate().AllowAnonymous();
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };

        using var response = await http.GetAsync(new Uri("/predictions/p1", UriKind.Relative));

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_policy_called_as_the_service_is_the_one_that_is_asked()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IReplicateHandler, Models>();
        builder.Services.AddAuthentication("key").AddScheme<AuthenticationSchemeOptions, ApiKey>("key", null);
        builder.Services.AddAuthorization(options => options.AddPolicy("Replicate", policy => policy.RequireClaim("plan", "paid")));
        await using var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapReplicate();
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        http.DefaultRequestHeaders.Add("X-Api-Key", "k");

        using var response = await http.GetAsync(new Uri("/predictions/p1", UriKind.Relative));

        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task Somebodys_own_endpoint_takes_and_gives_contract_types()
    {
        using var http = new HttpClient { BaseAddress = new Uri(_server.Urls.First()) };
        using var content = new StringContent("""{"id":"t1","more":1}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri("/x", UriKind.Relative), content);
        using var broken = new StringContent("""{"refID":1}""", System.Text.Encoding.UTF8, "application/json");
        using var refused = await http.PostAsync(new Uri("/x", UriKind.Relative), broken);

        Assert.Equal("""{"id":"t1","refID":"seen t1","more":1}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(400, (int)refused.StatusCode);
    }

    [Fact]
    public void Contract_types_work_under_anybodys_options()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper, WriteIndented = false };
        var message = JsonSerializer.Deserialize<Dictionary<string, TaskStatusRequest[]>>("""{"a":[{"id":"t1"}]}""", options)!;

        Assert.Equal("t1", message["a"][0].Id);
        Assert.Equal("""{"a":[{"id":"t1"}]}""", JsonSerializer.Serialize(message, options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TaskStatusRequest>("""{"ID":"t1"}""", options));
    }

    public async Task InitializeAsync()
    {
        await _server.StartAsync();
        var services = new ServiceCollection();
        services.AddReplicateClient(http => http.BaseAddress = new Uri(_server.Urls.First()), options => options.TokenProvider = _ => new ValueTask<string>("k"));
        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<IReplicateClient>();
        Assert.IsType<ReplicateClient>(_services.GetRequiredService<ReplicateClient>());
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static PredictionInput Input(string version) => new() { Version = version, Input = JsonDocument.Parse("{}").RootElement };

    private sealed class ApiKey(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-Api-Key"] == "k"
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(Scheme.Name)), Scheme.Name))
            : AuthenticateResult.NoResult());

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.StatusCode = 401;
            Response.Headers.WWWAuthenticate = "ApiKey name=\"X-Api-Key\"";
            return Task.CompletedTask;
        }
    }

    private sealed class Models : IReplicateHandler
    {
        private int _asked;

        public ValueTask<CreatePredictionResult> CreatePredictionAsync(PredictionInput request, string? prefer, CancellationToken cancellationToken) =>
            new(request.Version == "unknown"
                ? new CreatePredictionResult.ClientError(422, new Problem { Title = "No such version" })
                : new CreatePredictionResult.Created(new Prediction { Id = "p1", Status = PredictionStatus.Starting })
                {
                    Location = prefer == "respond-async" ? "/v1/predictions/p1" : null,
                    XPosition = 3,
                });

        public ValueTask<GetPredictionResult> GetPredictionAsync(string predictionId, CancellationToken cancellationToken) => new(predictionId switch
        {
            "none" => new GetPredictionResult.NotFound(new Problem { Title = "None" }),
            "aborted" => new GetPredictionResult.Ok(new Prediction { Id = predictionId, Status = PredictionStatus.Aborted }),
            _ when _asked++ < 2 => new GetPredictionResult.Ok(new Prediction { Id = predictionId, Status = PredictionStatus.Processing }),
            _ => new GetPredictionResult.Ok(new Prediction { Id = predictionId, Status = PredictionStatus.Succeeded, Output = JsonSerializer.SerializeToElement("made of v1") }),
        });

        public ValueTask<ListPredictionsResult> ListPredictionsAsync(bool newest, int? limit, IReadOnlyList<OpenPredictionStatus>? status, CancellationToken cancellationToken) =>
            new(new ListPredictionsResult.Ok(
            [
                .. (status ?? []).Take(limit ?? 10).Select(word => new Prediction { Id = word.Text, Status = word }),
                new Prediction { Id = newest.ToString(), Status = PredictionStatus.Starting },
            ]));

        public ValueTask<CancelPredictionResult> CancelPredictionAsync(string predictionId, CancellationToken cancellationToken) =>
            new(new CancelPredictionResult.NoContent());
    }
}
