using System.Collections.Generic;

namespace ContractKit.Compiler.Documents.Manifest;

/// <summary>Reads contracts.json: knows its keys and their types, and decides nothing else.</summary>
public sealed class ManifestReader
{
    /// <summary>The key among chosen names under which stand schemas that are called as their files are.</summary>
    private const string Others = "*";

    private static readonly string[] s_manifestKeys =
        ["namespace", "services", "types", "resources", "formats", "unknownEnumValues", "responseValidation"];

    private static readonly string[] s_serviceKeys = ["description", "server", "security", "operations"];

    private static readonly string[] s_operationKeys =
    [
        "summary", "description", "method", "path", "parameters", "requestBody", "responses", "security", "completion", "safe",
        "deprecated",
    ];

    private static readonly string[] s_parameterKeys = ["in", "required", "schema", "description", "deprecated"];
    private static readonly string[] s_listedParameterKeys = [.. s_parameterKeys, "name"];
    private static readonly string[] s_headerKeys = ["required", "schema", "description", "deprecated"];
    private static readonly string[] s_bodyKeys = ["schema", "contentType", "description"];
    private static readonly string[] s_responseKeys = ["description", "body", "headers"];
    private static readonly string[] s_securityKeys = ["type", "scheme", "in", "name", "description", "bearerFormat"];
    private static readonly string[] s_completionKeys = ["status", "succeeded", "failed", "canceled"];

    private readonly JsonDocument _json;
    private readonly List<Problem> _problems;

    private ManifestReader(JsonDocument json, List<Problem> problems)
    {
        _json = json;
        _problems = problems;
    }

    /// <summary>Reads what can be read; everything that is of the wrong type or missing is a problem.</summary>
    public static ManifestDocument Read(JsonDocument json, List<Problem> problems) => new ManifestReader(json, problems).Read();

    private ManifestDocument Read()
    {
        if (_json.Root is not JsonObject root)
        {
            if (_json.Root is not null)
            {
                Report(
                    ManifestRules.WrongType, _json.Root.Span,
                    "A manifest is an object with \"services\" or \"types\"" + (_json.Root is JsonArray ? ": write { \"types\": [ … ] }." : "."));
            }

            return new ManifestDocument(_json, null, [], [], [], null, null, null);
        }

        var manifest = Open(root, "the manifest", s_manifestKeys);
        if (manifest["services"] is null && manifest["types"] is null)
        {
            Report(ManifestRules.Missing, new TextSpan(root.Span.Start, 1), "The manifest needs \"services\" or \"types\", as in \"types\": [\"schema/*.schema.json\"].");
        }

        return new ManifestDocument(
            _json,
            manifest.String("namespace"),
            Each(manifest.Object("services"), Service),
            Types(manifest["types"]),
            Each(manifest.Object("resources"), Resource),
            manifest.String("formats"),
            manifest.String("unknownEnumValues"),
            manifest.String("responseValidation"));
    }

    private List<TypeDocument> Types(JsonMember? types)
    {
        var read = new List<TypeDocument>();
        switch (types?.Value)
        {
            case null:
                break;
            case JsonArray list:
                AddAll(list);
                break;
            case JsonObject named:
                foreach (var member in named.Members)
                {
                    if (member.Name != Others)
                    {
                        Add(member, member.Value);
                    }
                    else if (member.Value is JsonArray others)
                    {
                        AddAll(others);
                    }
                    else
                    {
                        Add(null, member.Value);
                    }
                }

                break;
            default:
                Report(ManifestRules.WrongType, types.Value.Span, "\"types\" is a list of schemas, or an object that names them and has the others under \"*\".");
                break;
        }

        return read;

        void AddAll(JsonArray list)
        {
            foreach (var item in list.Items)
            {
                Add(null, item);
            }
        }

        void Add(JsonMember? name, JsonValue schema)
        {
            if (IsSchema(schema))
            {
                read.Add(new TypeDocument(name, schema));
            }
        }
    }

    private ResourceDocument? Resource(JsonMember member)
    {
        if (member.Value is JsonString path)
        {
            return new ResourceDocument(member, path);
        }

        Report(ManifestRules.WrongType, member.Value.Span, "A resource is the path of a local file or folder.");
        return null;
    }

    private ServiceDocument? Service(JsonMember member)
    {
        if (Open(member, "a service", s_serviceKeys) is not { } service)
        {
            return null;
        }

        service.Required("operations", member.NameSpan, "\"operations\": { \"GetJob\": { \"method\": \"GET\", \"path\": \"/job\", \"responses\": { \"200\": {} } } }");
        return new ServiceDocument(
            member,
            service.String("description"),
            service.String("server"),
            Security(service["security"]),
            Each(service.Object("operations"), Operation));
    }

    private OperationDocument? Operation(JsonMember member)
    {
        if (Open(member, "an operation", s_operationKeys) is not { } operation)
        {
            return null;
        }

        operation.Required("method", member.NameSpan, "\"method\": \"GET\"");
        operation.Required("path", member.NameSpan, "\"path\": \"/jobs/{id}\"");
        operation.Required("responses", member.NameSpan, "\"responses\": { \"200\": { \"body\": \"schema/job.schema.json\" } }");
        return new OperationDocument(
            member,
            operation.String("summary"),
            operation.String("description"),
            operation.String("method"),
            operation.String("path"),
            Parameters(operation),
            Body(operation["requestBody"]),
            Each(operation.Object("responses"), Response),
            operation["security"],
            Security(operation["security"]),
            Completion(operation["completion"]),
            operation.Boolean("safe"),
            operation.Boolean("deprecated"));
    }

    // OpenAPI has a list here: one error, and the list is read, so that nothing else is complained of.
    private List<ParameterDocument> Parameters(ManifestObject operation)
    {
        if (operation["parameters"]?.Value is not JsonArray list)
        {
            return Each(operation.Object("parameters"), Parameter);
        }

        Report(
            ManifestRules.WrongType, list.Span,
            "\"parameters\" of an operation is an object that maps each name to what it is: write { \"id\": { \"in\": \"path\", \"schema\": { \"type\": \"string\" } } }.");
        var read = new List<ParameterDocument>();
        foreach (var item in list.Items)
        {
            if (item is JsonObject json && json["name"]?.Value is JsonString name
                && Parameter(new JsonMember(name.Value, name.Span, json), "a parameter", s_listedParameterKeys) is { } parameter)
            {
                read.Add(parameter);
            }
        }

        return read;
    }

    private ParameterDocument? Parameter(JsonMember member) => Parameter(member, "a parameter", s_parameterKeys);

    private ParameterDocument? Header(JsonMember member) =>
        member.Value is JsonString
            ? new ParameterDocument(member, null, false, false, null, member.Value)
            : Parameter(member, "a header", s_headerKeys);

    private ParameterDocument? Parameter(JsonMember member, string what, string[] keys)
    {
        // OpenAPI 2 has the type beside the place.
        var bare = (member.Value as JsonObject)?["schema"] is null ? (member.Value as JsonObject)?["type"] : null;
        if (Open(member, what, bare is null ? keys : [.. keys, "type"]) is not { } parameter)
        {
            return null;
        }

        var isParameter = keys != s_headerKeys;
        if (isParameter)
        {
            parameter.Required("in", member.NameSpan, "\"in\": \"query\"");
        }

        if (bare is not null)
        {
            var type = TextSpan.FromBounds(bare.NameSpan.Start, bare.Value.Span.End);
            var remedy = "\"schema\": { " + _json.Text.Text.Substring(type.Start, type.Length) + " }";
            Report(ManifestRules.Missing, type, $"The type of {what} stands in its schema: write {remedy}.", remedy);
        }

        var schema = bare is not null ? null : isParameter ? parameter.Required("schema", member.NameSpan, "\"schema\": { \"type\": \"string\" }") : parameter["schema"];
        var place = parameter.String("in");
        return new ParameterDocument(
            member,
            place,
            parameter.Boolean("required", otherwise: place?.Value == "path"),
            parameter.Boolean("deprecated"),
            parameter.String("description"),
            schema is not null && IsSchema(schema.Value) ? schema.Value : null);
    }

    private BodyDocument? Body(JsonMember? member)
    {
        if (member is null or { Value: JsonNull })
        {
            return null;
        }

        // A schema has no keyword of these names, in no dialect: the object is the long form.
        if (member.Value is JsonObject json && (json["schema"] is not null || json["contentType"] is not null))
        {
            var body = Open(json, "a body", s_bodyKeys);
            var schema = body.Required("schema", member.NameSpan, "\"schema\": \"schema/job.schema.json\"");
            return schema is not null && IsSchema(schema.Value) ? new BodyDocument(member, schema.Value, body.String("contentType")) : null;
        }

        return IsSchema(member.Value) ? new BodyDocument(member, member.Value, null) : null;
    }

    private ResponseDocument? Response(JsonMember member)
    {
        if (member.Value is JsonString path)
        {
            // What follows "body" was written: one error, and the schema is read.
            var remedy = "{ \"body\": " + JsonText.Quote(path.Value) + " }";
            Report(ManifestRules.WrongType, path.Span, $"{JsonText.Shown(member.Name)} is a response, which is an object: write {remedy}.", remedy);
            return new ResponseDocument(member, null, Body(member), []);
        }

        return Open(member, "a response", s_responseKeys) is { } response
            ? new ResponseDocument(member, response.String("description"), Body(response["body"]), Each(response.Object("headers"), Header))
            : null;
    }

    private SecurityDocument? Security(JsonMember? member)
    {
        if (member?.Value is JsonString { Value: "bearer" or "basic" } scheme)
        {
            var remedy = $"{{ \"type\": \"http\", \"scheme\": \"{scheme.Value}\" }}";
            Report(ManifestRules.WrongType, scheme.Span, $"\"security\" is an object: write {remedy}.", remedy);
            return new SecurityDocument(member, new JsonString(scheme.Span, "http"), scheme, null, null, null, null);
        }

        if (member is null or { Value: JsonNull } || Open(member, "a security scheme", s_securityKeys) is not { } security)
        {
            return null;
        }

        if (security["type"] is null && security["scheme"] is not null)
        {
            _problems.Add(ManifestRules.Missing.At(
                _json.Text, member.NameSpan, "A security scheme needs \"type\": write \"type\": \"http\" beside \"scheme\".", " \"type\": \"http\",") with
            {
                RemedySpan = new TextSpan(member.Value.Span.Start + 1, 0),
            });
        }
        else
        {
            security.Required("type", member.NameSpan, "\"type\": \"http\", \"scheme\": \"bearer\"");
        }

        return new SecurityDocument(
            member,
            security.String("type"),
            security.String("scheme"),
            security.String("in"),
            security.String("name"),
            security.String("description"),
            security.String("bearerFormat"));
    }

    private CompletionDocument? Completion(JsonMember? member)
    {
        if (member is null || Open(member, "a completion", s_completionKeys) is not { } completion)
        {
            return null;
        }

        completion.Required("status", member.NameSpan, "\"status\": \"/status\"");
        return new CompletionDocument(
            member,
            completion.String("status"),
            completion.List("succeeded")?.Items ?? [],
            completion.List("failed")?.Items ?? [],
            completion.List("canceled")?.Items ?? []);
    }

    private bool IsSchema(JsonValue value)
    {
        if (value is JsonString or JsonObject or JsonBoolean)
        {
            return true;
        }

        Report(ManifestRules.WrongType, value.Span, "A schema is the path of a schema file, an object, true or false.");
        return false;
    }

    private ManifestObject? Open(JsonMember member, string what, string[] keys)
    {
        if (member.Value is JsonObject json)
        {
            return Open(json, what, keys);
        }

        Report(ManifestRules.WrongType, member.Value.Span, $"\"{member.Name}\" is {what}, which is an object.");
        return null;
    }

    private ManifestObject Open(JsonObject json, string what, string[] keys) => new(_json, json, what, keys, _problems);

    private void Report(ProblemRule rule, TextSpan span, string message, string? remedy = null) => _problems.Add(rule.At(_json.Text, span, message, remedy));

    private static List<T> Each<T>(JsonObject? json, System.Func<JsonMember, T?> read)
        where T : class
    {
        var items = new List<T>();
        foreach (var member in json?.Members ?? [])
        {
            if (read(member) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }
}
