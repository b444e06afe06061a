using System;

namespace ContractKit;

/// <summary>An operation was answered with one of its documented answers, but not with a success.</summary>
public abstract class ContractException : Exception
{
    /// <summary>An exception with that message.</summary>
    private protected ContractException(string message, int statusCode)
        : base(message) => StatusCode = statusCode;

    /// <summary>The answer's HTTP status.</summary>
    public int StatusCode { get; }
}

/// <summary>An operation was answered with one of its documented answers, but not with a success; carries the typed answer.</summary>
/// <typeparam name="TResult">The union of the operation's answers.</typeparam>
public abstract class ContractException<TResult> : ContractException
    where TResult : class
{
    /// <summary>An exception for that answer.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="statusCode">The answer's HTTP status.</param>
    /// <param name="result">The answer.</param>
    protected ContractException(string operation, int statusCode, TResult result)
        : base($"{operation} was answered with status {statusCode.ToString(System.Globalization.CultureInfo.InvariantCulture)}.", statusCode) =>
        Result = result;

    /// <summary>The typed answer.</summary>
    public TResult Result { get; }
}
