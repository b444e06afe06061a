using System.Collections.Generic;

namespace ContractKit.Compiler.Documents.Manifest;

/// <summary>A contracts.json as it is written: every part with the JSON it stands in, nothing decided. Parts that are of the wrong type are absent.</summary>
/// <param name="Json">The file.</param>
/// <param name="Namespace"><c>namespace</c>.</param>
/// <param name="Services"><c>services</c>, in their order.</param>
/// <param name="Types"><c>types</c>, in their order.</param>
/// <param name="Resources"><c>resources</c>: a URI or its prefix, and the local file or folder that answers for it.</param>
/// <param name="Formats"><c>formats</c>.</param>
/// <param name="UnknownEnumValues"><c>unknownEnumValues</c>.</param>
/// <param name="ResponseValidation"><c>responseValidation</c>.</param>
public sealed record ManifestDocument(
    JsonDocument Json,
    JsonString? Namespace,
    IReadOnlyList<ServiceDocument> Services,
    IReadOnlyList<TypeDocument> Types,
    IReadOnlyList<ResourceDocument> Resources,
    JsonString? Formats,
    JsonString? UnknownEnumValues,
    JsonString? ResponseValidation);

/// <summary>An entry of <c>types</c>.</summary>
/// <param name="Name">The member whose name was chosen for the type; null in a list, and for those under <c>*</c>.</param>
/// <param name="Schema">A reference (which may hold wild-cards) or a schema.</param>
public sealed record TypeDocument(JsonMember? Name, JsonValue Schema);

/// <summary>An entry of <c>resources</c>.</summary>
public sealed record ResourceDocument(JsonMember Uri, JsonString Path);

/// <summary>An entry of <c>services</c>.</summary>
public sealed record ServiceDocument(
    JsonMember Member,
    JsonString? Description,
    JsonString? Server,
    SecurityDocument? Security,
    IReadOnlyList<OperationDocument> Operations);

/// <summary>An entry of <c>operations</c>.</summary>
/// <param name="Member">The operation's name, and all of it.</param>
/// <param name="Summary">OpenAPI's <c>summary</c>.</param>
/// <param name="Description">OpenAPI's <c>description</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template.</param>
/// <param name="Parameters">Path, query and header parameters.</param>
/// <param name="RequestBody">The request body.</param>
/// <param name="Responses">The documented answers.</param>
/// <param name="SecurityMember">The member <c>security</c>, null where it is absent: then the service's security holds.</param>
/// <param name="Security">The operation's own security; null with a member that says <c>null</c> means none.</param>
/// <param name="Completion">Where the status stands and which words end a task.</param>
/// <param name="Safe">Whether a request may be repeated whatever its method.</param>
/// <param name="Deprecated">OpenAPI's <c>deprecated</c>.</param>
public sealed record OperationDocument(
    JsonMember Member,
    JsonString? Summary,
    JsonString? Description,
    JsonString? Method,
    JsonString? Path,
    IReadOnlyList<ParameterDocument> Parameters,
    BodyDocument? RequestBody,
    IReadOnlyList<ResponseDocument> Responses,
    JsonMember? SecurityMember,
    SecurityDocument? Security,
    CompletionDocument? Completion,
    bool Safe,
    bool Deprecated);

/// <summary>A parameter, or a response header (which has no <c>in</c>).</summary>
public sealed record ParameterDocument(
    JsonMember Member,
    JsonString? In,
    bool Required,
    bool Deprecated,
    JsonString? Description,
    JsonValue? Schema);

/// <summary>A request or response body.</summary>
/// <param name="Place">The member that names it.</param>
/// <param name="Schema">A reference or a schema.</param>
/// <param name="ContentType">The media type, where it is not <c>application/json</c>.</param>
public sealed record BodyDocument(JsonMember Place, JsonValue Schema, JsonString? ContentType);

/// <summary>An entry of <c>responses</c>.</summary>
public sealed record ResponseDocument(
    JsonMember Member,
    JsonString? Description,
    BodyDocument? Body,
    IReadOnlyList<ParameterDocument> Headers);

/// <summary>OpenAPI's security scheme, as far as contracts.json has it.</summary>
public sealed record SecurityDocument(
    JsonMember Member, JsonString? Type, JsonString? Scheme, JsonString? In, JsonString? Name, JsonString? Description, JsonString? BearerFormat);

/// <summary>How a long-running task ends.</summary>
public sealed record CompletionDocument(
    JsonMember Member,
    JsonString? Status,
    IReadOnlyList<JsonValue> Succeeded,
    IReadOnlyList<JsonValue> Failed,
    IReadOnlyList<JsonValue> Canceled);
