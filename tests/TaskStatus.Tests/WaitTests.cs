using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ContractKit;
using Microsoft.Extensions.Time.Testing;
using Qolaba.Tasks;

namespace TaskStatus.Tests;

/// <summary>Waiting for a task, by a clock that the test moves.</summary>
public class WaitTests
{
    private static readonly PollingOptions s_steady = new() { InitialDelay = TimeSpan.FromSeconds(1), Multiplier = 2, Jitter = 0, MaxDelay = TimeSpan.FromSeconds(8) };
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly List<TimeSpan> _asked = [];
    private readonly List<string> _seen = [];

    [Fact]
    public async Task The_first_question_is_asked_at_once_and_the_delays_grow()
    {
        var answer = await WaitAsync(number => number < 6 ? Answer("PENDING") : Answer("SUCCESS"), s_steady);

        Assert.Equal(TaskState.Success, answer.Status.Known);
        Assert.Equal([0, 1, 3, 7, 15, 23, 31], _asked.Select(time => (int)time.TotalSeconds));
        Assert.Equal(["PENDING", "PENDING", "PENDING", "PENDING", "PENDING", "PENDING", "SUCCESS"], _seen);
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("Mon, 23 Nov 2026 12:00:07 GMT", 7)]
    [InlineData("0", 1)]
    [InlineData("soon", 1)]
    [InlineData("Mon, 23 Nov 2020 12:00:07 GMT", 1)]
    public async Task Retry_After_is_the_least_delay(string retryAfter, int seconds)
    {
        await WaitAsync(number => number == 0 ? Answer("PENDING", header: retryAfter) : Answer("SUCCESS"), s_steady);

        Assert.Equal([0, seconds], _asked.Select(time => (int)time.TotalSeconds));
    }

    [Fact]
    public async Task Jitter_keeps_clients_out_of_step()
    {
        await WaitAsync(number => number < 20 ? Answer("PENDING") : Answer("SUCCESS"), s_steady with { Multiplier = 1, Jitter = 0.5 });

        var delays = _asked.Zip(_asked.Skip(1), (first, second) => second - first).ToList();
        Assert.All(delays, delay => Assert.InRange(delay.TotalSeconds, 0.49, 1.6));
        Assert.True(delays.Distinct().Count() > 5);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task Both_ways_to_say_FAILED_end_it_with_the_last_answer(int status)
    {
        var exception = await Assert.ThrowsAsync<TaskFailedException<TaskStatusResponse>>(
            () => WaitAsync(number => number == 0 ? Answer("PENDING") : Answer("FAILED", status), s_steady));

        Assert.Equal(TaskState.Failed, exception.LastAnswer.Status.Known);
        Assert.Equal(status, exception.StatusCode);
        Assert.Equal(["PENDING", "FAILED"], _seen);
    }

    [Fact]
    public async Task A_word_that_the_contract_lacks_keeps_it_going_and_is_shown()
    {
        await WaitAsync(number => number == 0 ? Answer("PROGRESS") : Answer("SUCCESS"), s_steady);

        Assert.Equal(["PROGRESS", "SUCCESS"], _seen);
    }

    [Fact]
    public async Task The_deadline_is_ten_minutes_and_carries_the_last_answer()
    {
        var exception = await Assert.ThrowsAsync<PollingTimeoutException<TaskStatusResponse>>(() => WaitAsync(_ => Answer("PENDING"), new PollingOptions()));

        Assert.Equal(TimeSpan.FromMinutes(10), exception.Deadline);
        Assert.Equal(TaskState.Pending, exception.LastAnswer!.Status.Known);
        Assert.InRange(_asked[^1].TotalSeconds, 599, 601);
    }

    [Fact]
    public async Task A_Retry_After_beyond_the_deadline_ends_it_at_once()
    {
        var exception = await Assert.ThrowsAsync<PollingTimeoutException<TaskStatusResponse>>(
            () => WaitAsync(_ => Answer("PENDING", header: "99999999999999999999"), s_steady));

        Assert.Equal(1, exception.Polls);
        Assert.Single(_asked);
    }

    [Fact]
    public async Task The_deadline_ends_a_question_that_gets_no_answer()
    {
        await Assert.ThrowsAsync<PollingTimeoutException<TaskStatusResponse>>(
            () => WaitAsync(_ => null, s_steady with { Deadline = TimeSpan.FromSeconds(30) }));
    }

    [Fact]
    public async Task A_bounded_run_of_faults_is_ridden_out()
    {
        var answer = await WaitAsync(
            number => number switch
            {
                0 or 3 => throw new HttpRequestException("no connection"),
                1 => Answer("", 503, "2"),
                2 => Answer("", 429),
                4 => Answer("", 502),
                _ => Answer("SUCCESS"),
            },
            s_steady);

        Assert.Equal(TaskState.Success, answer.Status.Known);
        Assert.Equal(6, _asked.Count);
    }

    [Fact]
    public async Task Faults_without_end_are_thrown()
    {
        await Assert.ThrowsAsync<HttpRequestException>(
            () => WaitAsync(_ => throw new HttpRequestException("no connection"), s_steady with { MaxConsecutiveFaults = 3 }));
        Assert.Equal(4, _asked.Count);
    }

    [Fact]
    public async Task What_no_waiting_mends_is_thrown_at_once()
    {
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => WaitAsync(_ => Answer("PENDING", 401), s_steady));
        Assert.Single(_asked);
    }

    [Fact]
    public async Task A_caller_can_cancel_between_questions()
    {
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WaitAsync(
            number =>
            {
                if (number == 2)
                {
                    cancellation.Cancel();
                }

                return Answer("PENDING");
            },
            s_steady,
            cancellation.Token));
        Assert.Equal(3, _asked.Count);
    }

    private static HttpResponseMessage Answer(string status, int code = 200, string? header = null)
    {
        var response = new HttpResponseMessage((System.Net.HttpStatusCode)code)
        {
            Content = new StringContent($$"""{"status":"{{status}}"}""", System.Text.Encoding.UTF8, status.Length == 0 ? "text/plain" : "application/json"),
        };
        if (header is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", header);
        }

        return response;
    }

    private async Task<TaskStatusResponse> WaitAsync(Func<int, HttpResponseMessage?> answer, PollingOptions options, CancellationToken cancellationToken = default)
    {
        var started = _clock.GetTimestamp();
        using var handler = new ScriptedHandler(number =>
        {
            _asked.Add(_clock.GetElapsedTime(started));
            return answer(number);
        });
        using var http = new HttpClient(handler) { BaseAddress = new Uri("http://service/"), Timeout = Timeout.InfiniteTimeSpan };
        var client = new TaskStatusClient(http, new TaskStatusClientOptions { TimeProvider = _clock });
        var waiting = client.WaitForTaskStatusAsync(new TaskStatusRequest { Id = "t1" }, options, new Seen(_seen), cancellationToken);
        while (!waiting.IsCompleted)
        {
            await Task.Delay(1, CancellationToken.None);
            _clock.Advance(TimeSpan.FromMilliseconds(options.Deadline > TimeSpan.FromMinutes(5) && options.MaxDelay > TimeSpan.FromSeconds(10) ? 500 : 100));
        }

        return await waiting;
    }

    private sealed class Seen(List<string> words) : IProgress<TaskStatusResponse>
    {
        public void Report(TaskStatusResponse value) => words.Add(value.Status.Text);
    }

    private sealed class ScriptedHandler(Func<int, HttpResponseMessage?> answer) : HttpMessageHandler
    {
        private int _number;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = answer(_number++);
            if (response is null)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return response!;
        }
    }
}
