using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Net.Http;
using ContractKit.Json;

namespace ContractKit.Http;

/// <summary>Makes an operation's typed answer of a response; null for a status that the contract does not have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate TResult? ResponseReader<TResult>(in ReceivedResponse response)
    where TResult : class;

/// <summary>A response whose body has been read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ReceivedResponse
{
    private readonly ContractOperation _operation;
    private readonly HttpResponseMessage _message;
    private readonly ResponseBody _body;
    private readonly string? _credential;

    internal ReceivedResponse(ContractOperation operation, HttpResponseMessage message, ResponseBody body, string? credential)
    {
        _operation = operation;
        _message = message;
        _body = body;
        _credential = credential;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode => (int)_message.StatusCode;

    /// <summary>Reads the body with what its type needs.</summary>
    /// <exception cref="UnexpectedResponseException">There is no body, it is no JSON, or not of that type.</exception>
    public T Body<T>(ContractConverter<T> converter)
    {
        CheckIsJson();
        return converter.TryRead(_body.Utf8, out var value, out var violations) ? value! : throw Broken(violations);
    }

    /// <summary>Reads the body and checks it against its whole schema.</summary>
    /// <exception cref="UnexpectedResponseException">There is no body, it is no JSON, or breaks its schema.</exception>
    public T ValidBody<T>(ContractConverter<T> converter)
    {
        CheckIsJson();
        return converter.TryParse(_body.Utf8, out var value, out var violations) ? value! : throw Broken(violations);
    }

    /// <summary>Reads a header; null where it is absent.</summary>
    /// <exception cref="UnexpectedResponseException">It is not of that type.</exception>
    public T? Header<T>(string name, ContractConverter<T> converter, ContractTextKind kind)
        where T : class => HasHeader(name, kind, out var texts) ? ReadHeader(name, texts, converter, kind) : null;

    /// <summary>Reads a header; null where it is absent.</summary>
    /// <exception cref="UnexpectedResponseException">It is not of that type.</exception>
    public T? HeaderOrNull<T>(string name, ContractConverter<T> converter, ContractTextKind kind)
        where T : struct => HasHeader(name, kind, out var texts) ? ReadHeader(name, texts, converter, kind) : null;

    private bool HasHeader(string name, ContractTextKind kind, out List<string> texts)
    {
        texts = [];
        if (!_message.Headers.TryGetValues(name, out var values) && !_message.Content.Headers.TryGetValues(name, out values))
        {
            return false;
        }

        foreach (var value in values)
        {
            texts.AddRange(ContractText.Split(value, (kind & ContractTextKind.List) != 0));
        }

        return true;
    }

    private T ReadHeader<T>(string name, List<string> texts, ContractConverter<T> converter, ContractTextKind kind) =>
        converter.TryRead(ContractText.ToUtf8Json(texts, kind), out var value, out _)
            ? value
            : throw Unexpected($"whose header {name} is not as the contract says");

    /// <summary>What is thrown for a response that the contract does not have.</summary>
    internal UnexpectedResponseException Undocumented() => Unexpected("which its contract does not have");

    /// <summary>What is thrown for a body that broke off.</summary>
    internal UnexpectedResponseException Truncated(Exception fault) => Unexpected("whose body broke off", innerException: fault, isTruncated: true);

    /// <summary>What is thrown for a body that is longer than the client reads.</summary>
    internal UnexpectedResponseException TooLong(int limit) =>
        Unexpected($"whose body is longer than {limit.ToString(CultureInfo.InvariantCulture)} bytes");

    private void CheckIsJson()
    {
        if (_body.Length == 0)
        {
            throw Unexpected("without the body that its contract has");
        }

        switch (ResponseMediaType.Of(_message.Content))
        {
            case ResponseMediaType.Kind.Json:
                return;
            case ResponseMediaType.Kind.OtherCharset:
                throw Unexpected("whose JSON is not in UTF-8");
            default:
                throw Unexpected("whose content is not JSON");
        }
    }

    private UnexpectedResponseException Broken(IReadOnlyList<ContractViolation> violations) =>
        Unexpected(
            violations.Count == 0 || violations[0].InstanceLocation.Length == 0
                ? "whose body is not as its contract says"
                : $"whose body is not as its contract says at {violations[0].InstanceLocation}",
            violations);

    private UnexpectedResponseException Unexpected(
        string what, IReadOnlyList<ContractViolation>? violations = null, Exception? innerException = null, bool isTruncated = false) =>
        UnexpectedResponse.Of(_operation, _message, _body, _credential, what, violations, innerException, isTruncated);
}
