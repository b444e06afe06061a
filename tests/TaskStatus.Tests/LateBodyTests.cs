using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Qolaba.Tasks;
using Replicate.Predictions;

namespace TaskStatus.Tests;

/// <summary>A body that comes long after its headers, and in pieces, is read as one that was there at once; so is an answer that the handler has to wait for.</summary>
public sealed class LateBodyTests : IAsyncLifetime
{
    private readonly TaskCompletionSource<bool> _isWaitedFor = new();
    private readonly WebApplication _server;
    private HttpClient _http = new();

    public LateBodyTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = 1000);
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton<ITaskStatusHandler, Echo>();
        _server = builder.Build();
        _server.Use(next => context =>
        {
            var served = next(context);
            _isWaitedFor.TrySetResult(!served.IsCompleted);
            return served;
        });
        _server.MapTaskStatus().AllowAnonymous();
        _server.MapReplicate().AllowAnonymous();
    }

    [Theory]
    [InlineData(true, "/now")]
    [InlineData(false, "/now")]
    [InlineData(true, "/later")]
    [InlineData(false, "/later")]
    public async Task It_is_answered(bool tellsLength, string reference)
    {
        using var response = await SendAsync(tellsLength, "{\"id\":\"a\",", "\"refID\":\"é", reference + "\"}", "\n");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("é" + reference, TaskStatusResponse.Parse(await response.Content.ReadAsByteArrayAsync()).TaskId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_refused_with_all_that_is_wrong_with_it(bool tellsLength)
    {
        using var response = await SendAsync(tellsLength, "{\"id\":7,", "\"refID\":", "true}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var violations = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("violations");
        Assert.Equal(["/id", "/refID"], violations.EnumerateArray().Select(violation => violation.GetProperty("instanceLocation").GetString()).Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_refused_with_what_is_wrong_with_a_parameter_too(bool tellsLength)
    {
        using var response = await SendWithWrongParameterAsync(tellsLength, "{\"input\":", "7}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var violations = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("violations");
        Assert.Equal(["body", "header"], violations.EnumerateArray().Select(violation => violation.GetProperty("in").GetString()).Distinct().Order());
    }

    [Fact]
    public async Task That_it_is_too_long_goes_before_a_wrong_parameter()
    {
        using var response = await SendWithWrongParameterAsync(tellsLength: false, new string(' ', 900), new string(' ', 900));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_refused_where_it_is_too_long(bool tellsLength)
    {
        using var response = await SendAsync(tellsLength, "{\"id\":\"", new string('a', 900), new string('a', 900) + "\"}");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("1000", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        await _server.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_server.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(bool tellsLength, params string[] pieces)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/getImage");
        return await SendAsync(request, tellsLength, pieces);
    }

    private async Task<HttpResponseMessage> SendWithWrongParameterAsync(bool tellsLength, params string[] pieces)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/predictions") { Headers = { { "Prefer", "sometimes" } } };
        return await SendAsync(request, tellsLength, pieces);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, bool tellsLength, string[] pieces)
    {
        request.Content = new LateContent(_isWaitedFor.Task, tellsLength, pieces);
        var response = await _http.SendAsync(request);
        Assert.True(await _isWaitedFor.Task);
        return response;
    }

    // Nothing of it is sent before the endpoint has been called.
    private sealed class LateContent : HttpContent
    {
        private readonly Task _endpointIsCalled;
        private readonly byte[][] _pieces;
        private readonly bool _tellsLength;

        public LateContent(Task endpointIsCalled, bool tellsLength, params string[] pieces)
        {
            _endpointIsCalled = endpointIsCalled;
            _pieces = [.. pieces.Select(Encoding.UTF8.GetBytes)];
            _tellsLength = tellsLength;
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.FlushAsync();
            await _endpointIsCalled;
            foreach (var piece in _pieces)
            {
                await Task.Delay(30);
                await stream.WriteAsync(piece);
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _pieces.Sum(static piece => (long)piece.Length);
            return _tellsLength;
        }
    }

    private sealed class Echo : ITaskStatusHandler
    {
        public async ValueTask<GetTaskStatusResult> GetTaskStatusAsync(TaskStatusRequest request, CancellationToken cancellationToken)
        {
            if (request.RefId!.EndsWith("/later", StringComparison.Ordinal))
            {
                await Task.Delay(30, cancellationToken);
            }

            return new GetTaskStatusResult.Ok(new TaskStatusResponse { Status = TaskState.Success, TaskId = request.RefId });
        }
    }
}
