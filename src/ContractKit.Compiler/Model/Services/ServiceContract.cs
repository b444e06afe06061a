using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Model.Services;

/// <summary>A service: its client, its handler, and the operations of both.</summary>
/// <param name="Name">The name in the manifest, on which all others build.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Server">The address that is used when the HttpClient has none.</param>
/// <param name="Operations">The operations, in their order.</param>
public sealed record ServiceContract(
    CSharpName Name,
    string? Description,
    string? Server,
    EquatableArray<OperationContract> Operations)
{
    /// <summary>Its OpenAPI document, as JSON in ASCII; null where nobody serves it.</summary>
    public string? OpenApi { get; init; }

    /// <summary>The client's interface.</summary>
    public CSharpName ClientInterface => CSharpName.Of("I" + Name.Identifier + "Client");

    /// <summary>The client.</summary>
    public CSharpName Client => CSharpName.Of(Name.Identifier + "Client");

    /// <summary>The client's options.</summary>
    public CSharpName ClientOptions => CSharpName.Of(Name.Identifier + "ClientOptions");

    /// <summary>The class that registers the client.</summary>
    public CSharpName ClientRegistration => CSharpName.Of(Name.Identifier + "ClientRegistration");

    /// <summary>The handler's interface.</summary>
    public CSharpName Handler => CSharpName.Of("I" + Name.Identifier + "Handler");

    /// <summary>The class with what client and server know of the operations.</summary>
    public CSharpName OperationsClass => CSharpName.Of(Name.Identifier + "Operations");

    /// <summary>The types that are called after the service, and after its operations.</summary>
    public IEnumerable<CSharpName> Types =>
    [
        ClientInterface, Client, ClientOptions, ClientRegistration, Handler, Endpoints, OperationsClass,
        .. Operations.SelectMany(static operation => new[] { operation.Result, operation.Exception }),
    ];

    /// <summary>What the service's files are called, less the namespace.</summary>
    public IEnumerable<string> Files => [Name.Identifier, Name.Identifier + "OpenApi"];

    /// <summary>The method that maps the endpoints.</summary>
    public CSharpName MapMethod => CSharpName.Of("Map" + Name.Identifier);

    /// <summary>The class that maps the endpoints.</summary>
    public CSharpName Endpoints => CSharpName.Of(Name.Identifier + "Endpoints");

    /// <summary>The class with the OpenAPI document.</summary>
    public CSharpName OpenApiClass => CSharpName.Of(Name.Identifier + "OpenApi");
}
