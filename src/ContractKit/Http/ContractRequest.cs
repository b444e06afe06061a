using System.Collections.Generic;
using System.ComponentModel;
using System.Text;
using ContractKit.Json;

namespace ContractKit.Http;

/// <summary>One call of an operation, ready to be sent as often as need be. A value, so that a call costs no more memory than what is sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ContractRequest
{
    private readonly StringBuilder? _query;
    private readonly List<KeyValuePair<string, string>>? _headers;

    private ContractRequest(
        ContractOperation operation, string path, StringBuilder? query, List<KeyValuePair<string, string>>? headers, byte[]? body, string mediaType)
    {
        Operation = operation;
        Path = path;
        _query = query;
        _headers = headers;
        Body = body;
        MediaType = mediaType;
    }

    /// <summary>The operation.</summary>
    internal ContractOperation Operation { get; }

    /// <summary>The path, escaped, with a slash in front.</summary>
    internal string Path { get; }

    /// <summary>The query without its question mark; empty where there is none.</summary>
    internal string Query => _query is null ? "" : _query.ToString();

    /// <summary>The headers that are parameters; null for none.</summary>
    internal List<KeyValuePair<string, string>>? Headers => _headers;

    /// <summary>The body, or null.</summary>
    internal byte[]? Body { get; }

    /// <summary>The body's media type.</summary>
    internal string MediaType { get; }

    /// <summary>A call to an operation whose path has no parameters.</summary>
    public static ContractRequest To(ContractOperation operation) => To(operation, operation.Path);

    /// <summary>A call to that path, whose parameters were made by <see cref="ContractText.PathSegment{T}"/>.</summary>
    public static ContractRequest To(ContractOperation operation, string path) => new(operation, path, null, null, null, "application/json");

    /// <summary>With that body.</summary>
    public ContractRequest WithBody<T>(T value, ContractConverter<T> converter, string mediaType = "application/json") =>
        new(Operation, Path, _query, _headers, converter.ToUtf8Json(value), mediaType);

    /// <summary>With that query parameter; a list gives one a value (OpenAPI: form, explode); null gives none.</summary>
    public ContractRequest WithQuery<T>(string name, T? value, ContractConverter<T> converter)
        where T : class => value is null ? this : AddQuery(name, ContractText.Values(name, value, converter));

    /// <summary>With that query parameter; null gives none.</summary>
    public ContractRequest WithQuery<T>(string name, T? value, ContractConverter<T> converter)
        where T : struct => value is { } present ? AddQuery(name, ContractText.Values(name, present, converter)) : this;

    /// <summary>With that header; a list is written with commas (OpenAPI: simple); null gives none.</summary>
    /// <exception cref="System.ArgumentException">The value has characters that no header can carry.</exception>
    public ContractRequest WithHeader<T>(string name, T? value, ContractConverter<T> converter)
        where T : class => value is null ? this : AddHeader(name, ContractText.Values(name, value, converter));

    /// <summary>With that header; null gives none.</summary>
    /// <exception cref="System.ArgumentException">The value has characters that no header can carry.</exception>
    public ContractRequest WithHeader<T>(string name, T? value, ContractConverter<T> converter)
        where T : struct => value is { } present ? AddHeader(name, ContractText.Values(name, present, converter)) : this;

    private ContractRequest AddQuery(string name, IReadOnlyList<string> values)
    {
        var query = _query ?? new StringBuilder();
        foreach (var value in values)
        {
            if (query.Length > 0)
            {
                query.Append('&');
            }

            query.Append(System.Uri.EscapeDataString(name)).Append('=').Append(System.Uri.EscapeDataString(value));
        }

        return new ContractRequest(Operation, Path, query, _headers, Body, MediaType);
    }

    private ContractRequest AddHeader(string name, IReadOnlyList<string> values)
    {
        var headers = _headers ?? [];
        headers.Add(new KeyValuePair<string, string>(name, ContractText.HeaderValue(name, values)));
        return new ContractRequest(Operation, Path, _query, headers, Body, MediaType);
    }
}
