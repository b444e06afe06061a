using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ContractKit.Http;

/// <summary>Asks until a task has ended, or the deadline has passed, or faults do not end.</summary>
internal sealed class TaskPolling<TResult, T>(
    ContractSender sender,
    ContractRequest request,
    ResponseReader<TResult> read,
    TaskCompletion completion,
    Func<TResult, TaskAnswer<T>> task,
    Func<TResult, Exception> failure,
    PollingOptions options,
    IProgress<T>? progress)
    where TResult : class
{
    private readonly TimeProvider _clock = sender.Options.TimeProvider;
    private readonly PollState _state = new(completion);
    private readonly long _started = sender.Options.TimeProvider.GetTimestamp();
    private readonly Backoff _backoff = new(options);
    private T? _lastAnswer;
    private Exception? _lastFault;
    private int _answers;
    private int _faults;

    private string Operation => request.Operation.Name;

    private TimeSpan Left =>
        options.Deadline == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : options.Deadline - _clock.GetElapsedTime(_started);

    public async Task<T> RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = await AskAsync(cancellationToken).ConfigureAwait(false);
            if (result is not null && Judge(result) is { HasBody: true } ended)
            {
                return ended.Body;
            }

            var delay = _backoff.Next();
            var left = Left;
            if (_state.RetryAfter >= left || left <= TimeSpan.Zero)
            {
                throw TimedOut();
            }

            delay = delay > _state.RetryAfter ? delay : _state.RetryAfter;

            // The last question is asked at the deadline itself: the task may have ended in the meantime.
            await Delays.WaitAsync(delay < left ? delay : left, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The next answer; null for a fault that is ridden out.</summary>
    private async Task<TResult?> AskAsync(CancellationToken cancellationToken)
    {
        _state.Reset();
        var left = Left;
        using var deadline = Delays.Cancellation(left, _clock, cancellationToken);
        try
        {
            var result = await sender.SendAsync(request, read, _state, deadline.Token).ConfigureAwait(false);
            _answers++;
            return result;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && deadline.IsCancellationRequested)
        {
            throw TimedOut();
        }
        catch (Exception exception) when (IsFault(exception, cancellationToken))
        {
            if (++_faults > options.MaxConsecutiveFaults)
            {
                throw;
            }

            _lastFault = exception;
            return null;
        }
    }

    /// <summary>What an answer means: the end of the task, well (returned) or not (thrown), or that it still runs.</summary>
    private TaskAnswer<T> Judge(TResult result)
    {
        var answer = task(result);
        if (_state.Stage == TaskStage.NotTold || !answer.HasBody)
        {
            RideOutOrThrow(result);
            return default;
        }

        _faults = 0;
        _lastAnswer = answer.Body;
        progress?.Report(answer.Body);
        return _state.Stage switch
        {
            TaskStage.Succeeded => answer,
            TaskStage.Failed => throw new TaskFailedException<T>(Operation, _state.Word!, _state.StatusCode, answer.Body),
            TaskStage.Canceled => throw new TaskCanceledByServiceException<T>(Operation, _state.Word!, _state.StatusCode, answer.Body),
            _ => default,
        };
    }

    // A documented success that says nothing of the task (202, say) means that it still runs; a documented refusal does not.
    private void RideOutOrThrow(TResult result)
    {
        if (_state.StatusCode is >= 200 and <= 299)
        {
            _faults = 0;
            return;
        }

        var exception = failure(result);
        if (!IsTransient(_state.StatusCode) || ++_faults > options.MaxConsecutiveFaults)
        {
            throw exception;
        }

        _lastFault = exception;
    }

    private PollingTimeoutException<T> TimedOut() => new(Operation, options.Deadline, _answers, _lastAnswer, _lastFault);

    private static bool IsFault(Exception exception, CancellationToken cancellationToken) =>
        exception switch
        {
            HttpRequestException or IOException or TimeoutException => true,

            // HttpClient's own time-out, when nobody has canceled.
            OperationCanceledException => !cancellationToken.IsCancellationRequested,
            UnexpectedResponseException unexpected => unexpected.IsTruncated || IsTransient((int)unexpected.StatusCode),
            _ => false,
        };

    // RFC 9110 (408, 500, 502, 503, 504) and RFC 6585 (429): what may be otherwise in a moment.
    private static bool IsTransient(int statusCode) => statusCode is 408 or 429 or 500 or 502 or 503 or 504;
}
