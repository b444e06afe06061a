using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ContractKit.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qolaba.Tasks;

namespace TaskStatus.Tests;

/// <summary>
/// What a request costs a server, and a call its caller, counted to the byte: what was sent, and nothing beside. Builds without optimization make a class
/// of every asynchronous method, which is allowed for in the client; a request that waits for nothing meets none.
/// </summary>
public sealed class AllocationTests
{
    private static readonly byte[] s_request = Encoding.UTF8.GetBytes("""{"id":"ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c2","refID":"nightly-2026-11-23/0042"}""");
    private static readonly byte[] s_answer = Encoding.UTF8.GetBytes("""{"status":"SUCCESS","task_id":"ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c2","output":"https://cdn.example.com/1.png"}""");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_served_request_costs_its_value_and_nothing_beside(bool oneHandler)
    {
        var handler = new AnswersAlike();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton<ITaskStatusHandler>(handler);
        await using var app = builder.Build();
        _ = oneHandler ? app.MapTaskStatus(handler) : app.MapTaskStatus();
        var endpoint = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Single().RequestDelegate!;

        var served = Least(() =>
        {
            var context = ServedContext.Of(app.Services, s_request);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var serving = endpoint(context);
            var after = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(serving.IsCompletedSuccessfully);
            Assert.Equal(200, context.Response.StatusCode);
            return after - before;
        });

        var value = Least(() => Allocated(() => TaskStatusRequest.Parse(s_request)));
        Assert.Equal(value, served);
    }

    [Fact]
    public void A_call_costs_its_message_its_answer_and_one_task()
    {
        using var http = new HttpClient(new AnswersAtOnce()) { BaseAddress = new Uri("http://localhost/") };
        var client = new TaskStatusClient(http);
        var request = TaskStatusRequest.Parse(s_request);
        var address = new Uri("http://localhost/getImage");

        var called = Least(() => Allocated(() => client.GetTaskStatusAsync(request).Result));
        var byHand = Least(() => Allocated(() => CallByHand(http, address, request)));

        var result = SizeOf(typeof(GetTaskStatusResult.Ok));
        var task = Least(() => Allocated(() => Task.FromResult(http)));
        var states = StateOf(typeof(TaskStatusClient), "GetTaskStatusAsync")
            + StateOf(typeof(ContractSender), "SendAsync", typeof(GetTaskStatusResult))
            + StateOf(typeof(ContractSender).Assembly.GetType("ContractKit.Http.ResponseBody")!, "ReadAsync");
        Assert.Equal(byHand + result + task + states, called);
    }

    private static TaskStatusResponse CallByHand(HttpClient http, Uri address, TaskStatusRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(request.ToUtf8Json()) };
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var response = http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead).Result;
        Span<byte> body = stackalloc byte[(int)response.Content.Headers.ContentLength!];
        response.Content.ReadAsStream().ReadExactly(body);
        TaskStatusResponse.Converter.Instance.TryRead(body, out var answer, out _);
        return answer!;
    }

    private static long Allocated<T>(Func<T> run)
        where T : class
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var kept = run();
        var after = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(kept);
        return after - before;
    }

    // Pools and caches fill up first; and what the runtime itself does now and then is no part of a request.
    private static long Least(Func<long> run) => Enumerable.Range(0, 60).Select(_ => run()).Skip(30).Min();

    // An asynchronous method's state: on the stack as long as nothing is waited for, where the compiler optimizes.
    private static long StateOf(Type type, string method, params Type[] arguments)
    {
        var state = type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(candidate => candidate.Name == method)
            .Select(candidate => candidate.GetCustomAttribute<AsyncStateMachineAttribute>()?.StateMachineType)
            .Single(candidate => candidate is not null)!;
        return state.IsValueType ? 0 : SizeOf(state.IsGenericTypeDefinition ? state.MakeGenericType(arguments) : state);
    }

    private static long SizeOf(Type type) => Least(() => Allocated(() => RuntimeHelpers.GetUninitializedObject(type)));

    private sealed class AnswersAlike : ITaskStatusHandler
    {
        private readonly GetTaskStatusResult _result = new GetTaskStatusResult.Ok(TaskStatusResponse.Parse(s_answer));

        public ValueTask<GetTaskStatusResult> GetTaskStatusAsync(TaskStatusRequest request, CancellationToken cancellationToken) => new(_result);
    }

    private sealed class AnswersAtOnce : HttpMessageHandler
    {
        private readonly MediaTypeHeaderValue _json = new("application/json");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(s_answer);
            content.Headers.ContentType = _json;
            return Task.FromResult(new HttpResponseMessage { Content = content, RequestMessage = request });
        }
    }
}
