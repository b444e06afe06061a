using System;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model.Services;

/// <summary>One operation: a method and a path, what is sent and what may come back.</summary>
/// <param name="Name">The name in the manifest.</param>
/// <param name="Summary">A short sentence.</param>
/// <param name="Description">More of it.</param>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Path">The path template.</param>
/// <param name="Parameters">Path, query and header parameters, required ones first.</param>
/// <param name="RequestBody">The request body.</param>
/// <param name="Responses">The documented answers: single codes first, then ranges, then the default.</param>
/// <param name="Security">What a caller has to show; null: nothing.</param>
/// <param name="Completion">How a task ends, where the operation tells of one.</param>
/// <param name="Safe">Whether a request may be repeated: the manifest says so, or HTTP does for the method (RFC 9110, section 9.2.2).</param>
/// <param name="Deprecated">Whether callers should move on.</param>
public sealed record OperationContract(
    CSharpName Name,
    string? Summary,
    string? Description,
    string Method,
    PathTemplate Path,
    EquatableArray<ParameterContract> Parameters,
    BodyContract? RequestBody,
    EquatableArray<ResponseContract> Responses,
    SecurityContract? Security,
    CompletionContract? Completion,
    bool Safe,
    bool Deprecated)
{
    /// <summary>
    /// The field with what client and server know of the operation: the operation's name, unless that is also the name of something
    /// which every class has, of a type that the class of these fields mentions, or of another kind of its fields.
    /// </summary>
    public CSharpName Field => ReservedNames.OperationFields.Contains(Name.Identifier)
        || Name.Identifier.EndsWith("Operation", StringComparison.Ordinal)
        || Name.Identifier.EndsWith("Completion", StringComparison.Ordinal)
        || Name.Identifier.StartsWith("Converter", StringComparison.Ordinal)
            ? CSharpName.Of(Name.Identifier + "Operation")
            : Name;

    /// <summary>The union of the answers.</summary>
    public CSharpName Result => CSharpName.Of(Name.Identifier + "Result");

    /// <summary>What is thrown for an answer that is no success.</summary>
    public CSharpName Exception => CSharpName.Of(Name.Identifier + "Exception");

    /// <summary>The method that gives the success body.</summary>
    public CSharpName GetMethod => CSharpName.Of(Name.Identifier + "Async");

    /// <summary>The method that gives every documented answer.</summary>
    public CSharpName SendMethod => CSharpName.Of("Send" + Name.Identifier + "Async");

    /// <summary>The method that waits for the task's end: <c>WaitFor</c> and the operation's name less a leading <c>Get</c>.</summary>
    public CSharpName WaitMethod => CSharpName.Of("WaitFor" + Subject + "Async");

    /// <summary>The answers that are successes (2xx).</summary>
    public EquatableArray<ResponseContract> Successes => Responses.Where(static response => response.IsSuccess).ToEquatableArray();

    /// <summary>The name of a path parameter in a server's route: that on the wire, unless ASP.NET Core's routing would read it as something else.</summary>
    public string RouteName(ParameterContract parameter)
    {
        // Route parameters are told apart ignoring case.
        var isPlain = parameter.WireName.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-')
            && Path.Parts.Count(part => part.IsParameter && part.Text.Equals(parameter.WireName, StringComparison.OrdinalIgnoreCase)) == 1;
        return isPlain ? parameter.WireName : parameter.Property.Identifier;
    }

    private string Subject
    {
        get
        {
            var name = Name.Identifier;
            return name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal) && char.IsUpper(name[3]) ? name.Substring(3) : name;
        }
    }
}

/// <summary>A body: which schema, and in which media type.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="MediaType">The media type; a JSON one.</param>
public sealed record BodyContract(SchemaUse Schema, string MediaType);

/// <summary>A documented answer.</summary>
/// <param name="Status">Its code, range or <c>default</c>.</param>
/// <param name="Name">The name of its case in the union.</param>
/// <param name="Description">What it means.</param>
/// <param name="Body">Its body, where it has one.</param>
/// <param name="Headers">The headers that it documents.</param>
public sealed record ResponseContract(
    ResponseStatus Status,
    CSharpName Name,
    string? Description,
    BodyContract? Body,
    EquatableArray<ParameterContract> Headers)
{
    /// <summary>Whether every code that it stands for is a success.</summary>
    public bool IsSuccess => Status.First is >= 200 and <= 299;
}

/// <summary>A path, query or header parameter, or a response header.</summary>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Name">The name of the C# parameter.</param>
/// <param name="Property">The name of the C# property.</param>
/// <param name="Place">Where it is sent.</param>
/// <param name="Required">Whether it has to be there.</param>
/// <param name="Deprecated">Whether callers should leave it out.</param>
/// <param name="Description">What it means.</param>
/// <param name="Schema">The schema of its value.</param>
public sealed record ParameterContract(
    string WireName,
    CSharpName Name,
    CSharpName Property,
    ParameterPlace Place,
    bool Required,
    bool Deprecated,
    string? Description,
    SchemaUse Schema);

/// <summary>OpenAPI's <c>in</c>.</summary>
public enum ParameterPlace
{
    /// <summary>A part of the path.</summary>
    Path,

    /// <summary>A part of the query.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,
}

/// <summary>What a caller has to show.</summary>
/// <param name="Kind">How it is shown.</param>
/// <param name="Name">The header or query parameter of an API key.</param>
public sealed record SecurityContract(SecurityKind Kind, string? Name)
{
    /// <summary>What it is, for people.</summary>
    public string? Description { get; init; }

    /// <summary>What a bearer token looks like, for people.</summary>
    public string? BearerFormat { get; init; }

    /// <summary>Whether it is an API key.</summary>
    public bool IsApiKey => Kind is SecurityKind.ApiKeyHeader or SecurityKind.ApiKeyQuery;
}

/// <summary>The security schemes of OpenAPI that are supported.</summary>
public enum SecurityKind
{
    /// <summary><c>Authorization: Bearer</c> (RFC 6750).</summary>
    Bearer,

    /// <summary><c>Authorization: Basic</c> (RFC 7617).</summary>
    Basic,

    /// <summary>An API key in a header.</summary>
    ApiKeyHeader,

    /// <summary>An API key in the query.</summary>
    ApiKeyQuery,
}

/// <summary>Where an answer says how a task stands, and which words end it.</summary>
/// <param name="Status">The tokens of the JSON pointer to the status, unescaped.</param>
/// <param name="Succeeded">Words that end it well; for a status that is a number, its digits.</param>
/// <param name="Failed">Words that end it badly.</param>
/// <param name="Canceled">Words that end it because somebody wished so.</param>
public sealed record CompletionContract(
    EquatableArray<string> Status,
    EquatableArray<string> Succeeded,
    EquatableArray<string> Failed,
    EquatableArray<string> Canceled)
{
    private readonly TypeShape? _answer;

    /// <summary>The C# type of the success body in which the status stands, once the types are known.</summary>
    public TypeShape Answer
    {
        get => _answer ?? throw new InvalidOperationException("The service has not been linked to its types.");
        init => _answer = value;
    }
}
