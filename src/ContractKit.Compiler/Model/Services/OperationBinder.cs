using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Documents.Manifest;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model.Services;

/// <summary>Decides what one operation means.</summary>
internal sealed class OperationBinder(ManifestScope scope, OperationDocument operation, SecurityContract? serviceSecurity)
{
    // RFC 9110, section 9.3, RFC 5789 (PATCH) and the QUERY draft.
    private static readonly string[] s_methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"];

    private bool _isBroken;

    /// <summary>The operation, or null where no correct code could be made of it.</summary>
    public OperationContract? Bind()
    {
        if (!CSharpName.TryCreate(operation.Member.Name, out var name) || name.Identifier.Length > CSharpName.MaxLength - 20)
        {
            Error(ManifestRules.Name, operation.Member.NameSpan, ServiceBinder.NameComplaint("operation", operation.Member.Name, out var remedy), remedy);
            return null;
        }

        var method = Method();
        var path = Path();
        var parameters = path is null ? default : new ParameterBinder(scope, name).Bind(operation, ref path, ref _isBroken);
        var requestBody = operation.RequestBody is null
            ? null
            : Body(operation.RequestBody, CSharpName.Of(name.Identifier + "Request"), Directions.Sent | Directions.InRequest);
        var responses = Responses(name);
        var security = Security();
        var completion = operation.Completion is null ? null : Completion(operation.Completion, responses);
        if (_isBroken || method is null || path is null || responses.IsEmpty)
        {
            return null;
        }

        return new OperationContract(
            name,
            Prose.Of(operation.Summary?.Value),
            Prose.Of(operation.Description?.Value),
            method,
            path,
            parameters,
            requestBody,
            responses,
            security,
            completion,
            operation.Safe || method is "GET" or "HEAD" or "OPTIONS" or "QUERY",
            operation.Deprecated);
    }

    private string? Method()
    {
        if (operation.Method is null)
        {
            return null;
        }

        var method = operation.Method.Value.ToUpperInvariant();
        if (s_methods.Contains(method))
        {
            return method;
        }

        var meant = NearMiss.Of(method, s_methods);
        Error(
            ManifestRules.Method,
            operation.Method.Span,
            $"{JsonText.Shown(operation.Method.Value)} is no HTTP method: write "
                + (meant is null ? $"one of {string.Join(", ", s_methods)}." : $"\"{meant}\"."),
            meant is null ? null : "\"" + meant + "\"");

        // Some method has to stand there, so that the operation keeps its types, and C# that uses them stays without errors.
        return meant ?? "POST";
    }

    private PathTemplate? Path()
    {
        if (operation.Path is null)
        {
            return null;
        }

        var path = PathTemplate.Parse(operation.Path.Value, out var complaint);
        if (complaint is null)
        {
            return path;
        }

        var repaired = PathRepair.Of(operation.Path.Value);
        Error(
            ManifestRules.Path, operation.Path.Span,
            complaint + (repaired is null ? "" : $" Write {JsonText.Shown(repaired)}."), repaired is null ? null : JsonText.Quote(repaired));
        return repaired is null ? null : PathTemplate.Parse(repaired, out _);
    }

    private BodyContract? Body(BodyDocument body, CSharpName inlineName, Directions directions)
    {
        var mediaType = body.ContentType?.Value ?? "application/json";
        if (!MediaType.IsJson(mediaType))
        {
            Error(
                ManifestRules.ContentType,
                body.ContentType!.Span,
                $"{JsonText.Shown(mediaType)} is not JSON, and only JSON is described by schemas: write \"application/json\" or a media type that ends in \"+json\", or leave the body out.");
            mediaType = "application/json";
        }

        var schema = scope.Open(body.Schema, body.Schema is JsonString ? null : inlineName, directions);
        if (schema is null)
        {
            _isBroken = true;
            return null;
        }

        return new BodyContract(new SchemaUse(schema.Location, directions), mediaType);
    }

    private EquatableArray<ResponseContract> Responses(CSharpName operationName)
    {
        var responses = new List<ResponseContract>();
        var known = new HashSet<ResponseStatus>();
        foreach (var response in operation.Responses)
        {
            if (!ResponseStatus.TryParse(response.Member.Name, out var status))
            {
                var meant = ResponseStatus.Meant(response.Member.Name);
                Error(
                    ManifestRules.Status,
                    response.Member.NameSpan,
                    $"{JsonText.Shown(response.Member.Name)} is no status: "
                        + (meant is null ? "write one from 200 to 599, a range such as \"2XX\", or \"default\"." : $"write \"{meant}\"."),
                    meant is null ? null : $"\"{meant}\"");
                if (meant is null || !ResponseStatus.TryParse(meant, out status))
                {
                    continue;
                }
            }

            if (!known.Add(status))
            {
                // Spelt alike, it is a duplicate member, which is reported when the file is read.
                continue;
            }

            var name = status.Name;
            var inlineName = CSharpName.Of(operationName.Identifier + (status.First == 200 ? "" : name.Identifier) + "Response");
            var body = response.Body is null ? null : Body(response.Body, inlineName, Directions.Received | Directions.InResponse);
            var headers = new ParameterBinder(scope, operationName).BindHeaders(response, ref _isBroken);
            responses.Add(new ResponseContract(status, name, Prose.Of(response.Description?.Value), body, headers));
        }

        if (operation.Responses.Count == 0 && operation.Member.Value is JsonObject json && json["responses"] is { Value: JsonObject } empty)
        {
            Error(ManifestRules.Missing, empty.Value.Span, "An operation needs at least one response, as in \"204\": {}.");
        }

        return responses.OrderBy(static response => response.Status.Rank).ToEquatableArray();
    }

    private SecurityContract? Security()
    {
        if (operation.SecurityMember is null)
        {
            return serviceSecurity;
        }

        if (operation.Security is null)
        {
            return null;
        }

        return SecurityBinder.Bind(operation.Security, scope);
    }

    private CompletionContract? Completion(CompletionDocument completion, EquatableArray<ResponseContract> responses)
    {
        if (completion.Status is null || JsonPointer.Parse(completion.Status.Value) is not { } tokens)
        {
            if (completion.Status is not null)
            {
                var pointer = "/" + JsonPointer.Escape(completion.Status.Value);
                var isName = completion.Status.Value.Length is > 0 and <= 60 && completion.Status.Value.IndexOfAny(['/', '.', '$', '#', ' ']) < 0;
                Error(
                    ManifestRules.Completion, completion.Status.Span,
                    $"The place of the status is a JSON pointer: write {(isName ? JsonText.Shown(pointer) : "it as in \"/status\"")}.", isName ? JsonText.Quote(pointer) : null);
            }

            return null;
        }

        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var contract = new CompletionContract(
            tokens.ToEquatableArray(),
            Words(completion.Succeeded, "succeeded", words),
            Words(completion.Failed, "failed", words),
            Words(completion.Canceled, "canceled", words));
        if (contract.Succeeded.IsEmpty && !IsToldAlready(completion))
        {
            Error(ManifestRules.Completion, completion.Member.NameSpan, "A completion needs at least one word in \"succeeded\", as in \"succeeded\": [\"DONE\"]: no task would ever end well.");
        }

        if (!responses.IsEmpty && !responses.Any(static response => response.IsSuccess && response.Body is not null))
        {
            Error(ManifestRules.Completion, completion.Member.NameSpan, "The operation has no success response with a body in which a status could stand: give one a \"body\", or take \"completion\" out.");
        }

        var bodies = responses.Where(static response => response.Body is not null).Select(static response => response.Body!.Schema.Schema).ToList();
        if (bodies.Count > 0)
        {
            scope.Afterwards(() => CheckWords(completion, contract, bodies));
        }

        return contract;
    }

    private void CheckWords(CompletionDocument completion, CompletionContract contract, List<Schemas.SchemaLocation> bodies)
    {
        var place = StatusPlace.In(bodies.Select(scope.SchemaAt), contract.Status);
        if (place.IsMissing)
        {
            var near = contract.Status.Count == 1 ? NearNames.Nearest(contract.Status[0], place.Properties) : null;
            var remedy = near is null ? null : JsonText.Quote("/" + JsonPointer.Escape(near));
            scope.Report(
                ManifestRules.Completion, completion.Status!.Span,
                $"No response has a {JsonText.Shown(completion.Status.Value)} where the status could stand: "
                    + (remedy is not null ? $"write {remedy}." : place.Properties.Count == 0 ? "describe it in the schema." : $"its members are {string.Join(", ", place.Properties.Take(10))}."),
                remedy);
            return;
        }

        if (place.Words is not { } words)
        {
            return;
        }

        foreach (var value in completion.Succeeded.Concat(completion.Failed).Concat(completion.Canceled))
        {
            var word = value switch { JsonString text => text.Value, JsonNumber number => number.Text, _ => null };
            if (word is not null && !words.Contains(word))
            {
                var meant = NearMiss.Of(word, words);
                scope.Report(
                    ManifestRules.Completion,
                    value.Span,
                    meant is null
                        ? $"The status is never {JsonText.Shown(word)}: write one of {string.Join(", ", words.Take(20))}, or add the word to the schema's enum."
                        : $"The status is never {JsonText.Shown(word)}: write {JsonText.Shown(meant)}.",
                    meant is null || value is not JsonString ? null : "\"" + meant + "\"");
            }
        }
    }

    // A list of the wrong type is told where it is read.
    private static bool IsToldAlready(CompletionDocument completion) =>
        (completion.Member.Value as JsonObject)?["succeeded"] is { Value: not JsonArray };

    private EquatableArray<string> Words(IReadOnlyList<JsonValue> values, string end, Dictionary<string, string> taken)
    {
        var words = new List<string>();
        foreach (var value in values)
        {
            var word = value switch { JsonString text => text.Value, JsonNumber number => number.Text, _ => null };
            if (word is null)
            {
                Error(ManifestRules.WrongType, value.Span, "A word of a completion is a string or a whole number.");
            }
            else if (taken.TryGetValue(word, out var other))
            {
                Error(ManifestRules.Completion, value.Span, $"{JsonText.Shown(word)} stands in \"{other}\" already, and a task ends in one way: take it out of one.");
            }
            else
            {
                taken.Add(word, end);
                words.Add(word);
            }
        }

        return words.ToEquatableArray();
    }

    private void Error(ProblemRule rule, TextSpan span, string message, string? remedy = null) => scope.Report(rule, span, message, remedy);
}
