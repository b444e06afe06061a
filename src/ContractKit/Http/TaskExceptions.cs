using System;
using System.Globalization;

namespace ContractKit;

/// <summary>The task that was waited for has failed, by the service's own word.</summary>
/// <typeparam name="T">What the service says of a task.</typeparam>
public sealed class TaskFailedException<T> : Exception
{
    /// <summary>An exception for that last answer.</summary>
    public TaskFailedException(string operation, string status, int statusCode, T lastAnswer)
        : base($"{operation}: the task ended with \"{status}\".")
    {
        Status = status;
        StatusCode = statusCode;
        LastAnswer = lastAnswer;
    }

    /// <summary>The word that ended the task.</summary>
    public string Status { get; }

    /// <summary>The HTTP status of the answer: a task may fail with a 200 as well as with a 500.</summary>
    public int StatusCode { get; }

    /// <summary>The answer that says so.</summary>
    public T LastAnswer { get; }
}

/// <summary>The task that was waited for has been canceled, by the service's own word. (When the caller cancels, it is an <see cref="OperationCanceledException"/>.)</summary>
/// <typeparam name="T">What the service says of a task.</typeparam>
public sealed class TaskCanceledByServiceException<T> : Exception
{
    /// <summary>An exception for that last answer.</summary>
    public TaskCanceledByServiceException(string operation, string status, int statusCode, T lastAnswer)
        : base($"{operation}: the task was ended by the service with \"{status}\".")
    {
        Status = status;
        StatusCode = statusCode;
        LastAnswer = lastAnswer;
    }

    /// <summary>The word that ended the task.</summary>
    public string Status { get; }

    /// <summary>The HTTP status of the answer.</summary>
    public int StatusCode { get; }

    /// <summary>The answer that says so.</summary>
    public T LastAnswer { get; }
}

/// <summary>The task that was waited for did not end before the deadline. It may still be running.</summary>
/// <typeparam name="T">What the service says of a task.</typeparam>
public sealed class PollingTimeoutException<T> : TimeoutException
{
    /// <summary>An exception for that deadline.</summary>
    public PollingTimeoutException(string operation, TimeSpan deadline, int polls, T? lastAnswer, Exception? lastFault)
        : base(
            string.Format(
                CultureInfo.InvariantCulture, "{0}: the task did not end within {1:0.###} s ({2} answers).", operation, deadline.TotalSeconds, polls),
            lastFault)
    {
        Deadline = deadline;
        Polls = polls;
        LastAnswer = lastAnswer;
    }

    /// <summary>How long was waited.</summary>
    public TimeSpan Deadline { get; }

    /// <summary>How often the service answered.</summary>
    public int Polls { get; }

    /// <summary>The last answer; <c>default</c> where there was none.</summary>
    public T? LastAnswer { get; }
}
