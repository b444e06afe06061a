using System.Collections.Generic;
using System.ComponentModel;
using System.Text;
using ContractKit.Json;

namespace ContractKit.Http;

/// <summary>One call of an operation, ready to be sent as often as need be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContractRequest
{
    private StringBuilder? _query;
    private List<KeyValuePair<string, string>>? _headers;

    private ContractRequest(ContractOperation operation, string path)
    {
        Operation = operation;
        Path = path;
    }

    /// <summary>The operation.</summary>
    internal ContractOperation Operation { get; }

    /// <summary>The path, escaped, with a slash in front.</summary>
    internal string Path { get; }

    /// <summary>The query without its question mark; empty where there is none.</summary>
    internal string Query => _query is null ? "" : _query.ToString();

    /// <summary>The headers that are parameters.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Headers => _headers ?? (IReadOnlyList<KeyValuePair<string, string>>)[];

    /// <summary>The body, or null.</summary>
    internal byte[]? Body { get; private set; }

    /// <summary>The body's media type.</summary>
    internal string MediaType { get; private set; } = "application/json";

    /// <summary>A call to an operation whose path has no parameters.</summary>
    public static ContractRequest To(ContractOperation operation) => new(operation, operation.Path);

    /// <summary>A call to that path, whose parameters were made by <see cref="ContractText.PathSegment{T}"/>.</summary>
    public static ContractRequest To(ContractOperation operation, string path) => new(operation, path);

    /// <summary>With that body.</summary>
    public ContractRequest WithBody<T>(T value, ContractConverter<T> converter, string mediaType = "application/json")
    {
        Body = converter.ToUtf8Json(value);
        MediaType = mediaType;
        return this;
    }

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
        foreach (var value in values)
        {
            _query ??= new StringBuilder();
            if (_query.Length > 0)
            {
                _query.Append('&');
            }

            _query.Append(System.Uri.EscapeDataString(name)).Append('=').Append(System.Uri.EscapeDataString(value));
        }

        return this;
    }

    private ContractRequest AddHeader(string name, IReadOnlyList<string> values)
    {
        (_headers ??= []).Add(new KeyValuePair<string, string>(name, ContractText.HeaderValue(name, values)));
        return this;
    }
}
