using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Services.OpenApi;

/// <summary>Makes the OpenAPI 3.1 document of a service (OpenAPI Specification 3.1.1): all that the contract says.</summary>
internal sealed class OpenApiBinder
{
    private readonly ServiceContract _service;
    private readonly JsonDocument _manifest;
    private readonly IReadOnlyDictionary<SchemaLocation, Schema> _schemas;
    private readonly OpenApiComponents _components;
    private readonly OpenApiSchemas _writer;
    private readonly List<SecurityContract> _schemes;

    private OpenApiBinder(ServiceContract service, LinkedManifest links, bool keepsResources)
    {
        _service = service;
        _manifest = links.Contract.Json;
        _schemas = links.Contract.Roots.ToDictionary(static root => root.Schema.Location, static root => root.Schema);
        _components = new OpenApiComponents(Names(links), UriReference.OfPath(ManifestResources.FolderOf(_manifest)), keepsResources);
        _writer = new OpenApiSchemas(_components);
        _schemes = [.. service.Operations.Select(static operation => operation.Security).OfType<SecurityContract>().Distinct()];
    }

    /// <summary>The document's JSON, in ASCII.</summary>
    public static string Bind(ServiceContract service, LinkedManifest links)
    {
        var binder = new OpenApiBinder(service, links, keepsResources: false);
        var document = binder.Document();
        return ReadableJson.Of(binder._writer.HasDynamicReferences ? new OpenApiBinder(service, links, keepsResources: true).Document() : document);
    }

    private static Dictionary<SchemaLocation, string> Names(LinkedManifest links)
    {
        // The first name at a place is the type's, those of its companions follow.
        var names = new Dictionary<SchemaLocation, string>();
        foreach (var name in links.Types.Names.Where(name => !names.ContainsKey(name.Location)))
        {
            names.Add(name.Location, name.Name.Identifier);
        }

        foreach (var schema in links.Classes.Where(schema => !names.ContainsKey(schema.Schema)))
        {
            names.Add(schema.Schema, schema.Name.Identifier.Substring(0, schema.Name.Identifier.Length - "Schema".Length));
        }

        return names;
    }

    private JsonObject Document()
    {
        var paths = Paths();
        var schemas = new List<JsonMember>();
        for (var i = 0; i < _components.Schemas.Count; i++)
        {
            var schema = _components.Schemas[i];
            schemas.Add(NewJson.Member(_components[schema], _writer.Write(schema)));
        }

        return NewJson.Object(
            ("openapi", NewJson.Text("3.1.1")),
            ("info", NewJson.Object(
                ("title", NewJson.Text(_service.Name.Identifier)),
                ("description", NewJson.Text(_service.Description)),
                ("version", NewJson.Text("1.0.0")))),
            ("servers", _service.Server is null ? null : NewJson.Array(NewJson.Object(("url", NewJson.Text(_service.Server.TrimEnd('/')))))),
            ("paths", paths),
            ("components", NewJson.Object(
                ("schemas", NewJson.Object(schemas).OrNone()),
                ("securitySchemes", SecuritySchemes())).OrNone()),
            ("tags", NewJson.Array(Tag())));
    }

    private JsonObject Tag() => NewJson.Object(("name", NewJson.Text(_service.Name.Identifier)), ("description", NewJson.Text(_service.Description)));

    // Templates that differ in their parameters' names alone are one path (OpenAPI 3.1.1, section 4.8.8.2), spelt as the first.
    private JsonObject Paths() => NewJson.Object(_service.Operations
        .GroupBy(static operation => operation.Path.Route)
        .Select(path =>
        {
            var spelling = path.First().Path;
            return NewJson.Member(spelling.Text, PathItem([.. path], spelling));
        }));

    private JsonObject PathItem(IReadOnlyList<OperationContract> operations, PathTemplate spelling)
    {
        var own = operations.Where(static operation => operation.Method != "QUERY")
            .Select(operation => NewJson.Member(operation.Method.ToLowerInvariant(), Operation(operation, spelling)));
        // QUERY has a place in OpenAPI 3.2, and this one in a 3.1 document.
        var additional = operations.Where(static operation => operation.Method == "QUERY")
            .Select(operation => NewJson.Member("x-oai-additionalOperations", NewJson.Object((operation.Method, Operation(operation, spelling)))));
        return NewJson.Object(own.Concat(additional));
    }

    private JsonObject Operation(OperationContract operation, PathTemplate spelling) => NewJson.Object(
        ("tags", NewJson.Array(NewJson.Text(_service.Name.Identifier)!)),
        ("summary", NewJson.Text(operation.Summary)),
        ("description", NewJson.Text(operation.Description)),
        ("operationId", NewJson.Text(operation.Name.Identifier)),
        ("parameters", operation.Parameters.IsEmpty ? null : NewJson.Array(operation.Parameters.Select(parameter => Parameter(parameter, operation.Path, spelling)))),
        ("requestBody", operation.RequestBody is { } body
            ? NewJson.Object(("required", NewJson.Boolean(true)), ("content", Content(body)))
            : null),
        ("responses", NewJson.Object(operation.Responses.Select(response => NewJson.Member(response.Status.Text, Response(response))))),
        ("deprecated", NewJson.When(operation.Deprecated)),
        ("security", operation.Security is { } security
            ? NewJson.Array(NewJson.Object((SchemeName(security), NewJson.Array())))
            : null));

    private JsonObject Parameter(ParameterContract parameter, PathTemplate path, PathTemplate spelling) => NewJson.Object(
        ("name", NewJson.Text(parameter.Place == ParameterPlace.Path ? Respelt(parameter.WireName, path, spelling) : parameter.WireName)),
        ("in", NewJson.Text(parameter.Place.ToString().ToLowerInvariant())),
        ("description", NewJson.Text(parameter.Description)),
        ("required", NewJson.When(parameter.Required)),
        ("deprecated", NewJson.When(parameter.Deprecated)),
        ("schema", Use(parameter.Schema)));

    private static string Respelt(string name, PathTemplate path, PathTemplate spelling)
    {
        for (var i = 0; i < path.Parts.Count; i++)
        {
            if (path.Parts[i].IsParameter && path.Parts[i].Text == name)
            {
                return spelling.Parts[i].Text;
            }
        }

        return name;
    }

    private JsonObject Response(ResponseContract response) => NewJson.Object(
        ("description", NewJson.Text(response.Description ?? NameOf(response.Status))),
        ("headers", NewJson.Object(response.Headers.Select(header => NewJson.Member(header.WireName, NewJson.Object(
            ("description", NewJson.Text(header.Description)),
            ("required", NewJson.When(header.Required)),
            ("deprecated", NewJson.When(header.Deprecated)),
            ("schema", Use(header.Schema)))))).OrNone()),
        ("content", response.Body is { } body ? Content(body) : null));

    // A response has to have a description.
    private static string NameOf(ResponseStatus status) =>
        status.IsDefault ? "Any other answer." : string.Concat(status.Name.Identifier.Select(static (c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString())) + ".";

    private JsonObject Content(BodyContract body) =>
        NewJson.Object((body.MediaType, NewJson.Object(("schema", NewJson.Object([_components.ReferenceTo(_schemas[body.Schema.Schema])])))));

    // A schema that stands inline in the manifest stands inline here.
    private JsonValue Use(SchemaUse use)
    {
        var schema = _schemas[use.Schema];
        return schema.Document.Path == _manifest.Path ? _writer.Write(schema) : NewJson.Object([_components.ReferenceTo(schema)]);
    }

    private JsonObject? SecuritySchemes() =>
        NewJson.Object(_schemes.Select(scheme => NewJson.Member(SchemeName(scheme), Scheme(scheme)))).OrNone();

    // Their own names may hold what no key of the components can.
    private string SchemeName(SecurityContract security)
    {
        var kind = KindOf(security);
        var alike = _schemes.Where(scheme => KindOf(scheme) == kind).ToList();
        return kind + (alike.Count == 1 ? "" : (alike.IndexOf(security) + 1).ToString(CultureInfo.InvariantCulture));
    }

    private static string KindOf(SecurityContract security) => security.Kind switch
    {
        SecurityKind.Bearer => "bearer",
        SecurityKind.Basic => "basic",
        _ => "apiKey",
    };

    private static JsonObject Scheme(SecurityContract security) => NewJson.Object(
        ("type", NewJson.Text(security.IsApiKey ? "apiKey" : "http")),
        ("description", NewJson.Text(security.Description)),
        ("scheme", security.IsApiKey ? null : NewJson.Text(KindOf(security))),
        ("bearerFormat", security.Kind == SecurityKind.Bearer ? NewJson.Text(security.BearerFormat) : null),
        ("name", NewJson.Text(security.Name)),
        ("in", security.IsApiKey ? NewJson.Text(security.Kind == SecurityKind.ApiKeyHeader ? "header" : "query") : null));
}
