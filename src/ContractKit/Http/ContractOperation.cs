using System.ComponentModel;
using System.Net.Http;

namespace ContractKit.Http;

/// <summary>What a generated client knows of an operation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContractOperation
{
    /// <summary>An operation.</summary>
    /// <param name="name">Its name in the contract.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path template, as in <c>/tasks/{id}</c>.</param>
    /// <param name="safe">Whether a request may be repeated.</param>
    /// <param name="security">What a caller has to show.</param>
    public ContractOperation(string name, string method, string path, bool safe, ContractSecurity security)
    {
        Name = name;
        Method = new OperationMethod(method, this);
        Get = new OperationMethod("GET", this);
        Path = path;
        IsSafe = safe;
        Security = security;
        Title = method + " " + path;
    }

    /// <summary>Method and path template: the name of the activity of a call.</summary>
    internal string Title { get; }

    /// <summary>GET, by which the answer to a call is fetched from where a redirect says that it is.</summary>
    internal HttpMethod Get { get; }

    /// <summary>Its name in the contract.</summary>
    public string Name { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path template.</summary>
    public string Path { get; }

    /// <summary>Whether a request may be repeated.</summary>
    public bool IsSafe { get; }

    /// <summary>What a caller has to show.</summary>
    public ContractSecurity Security { get; }

    /// <inheritdoc />
    public override string ToString() => $"{Name} ({Method} {Path})";
}
