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
            Error(ManifestRules.Name, operation.Member.NameSpan, ServiceBinder.NameComplaint("operation", operation.Member.Name));
            return null;
        }

        var method = Method();
        var path = Path();
        var parameters = path is null ? default : new ParameterBinder(scope, name).Bind(operation, path, ref _isBroken);
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
            operation.Summary?.Value,
            operation.Description?.Value,
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
            $"The method is one of {string.Join(", ", s_methods)}.",
            meant is null ? null : "\"" + meant + "\"");
        return null;
    }

    private PathTemplate? Path()
    {
        if (operation.Path is null)
        {
            return null;
        }

        var path = PathTemplate.Parse(operation.Path.Value, out var complaint);
        if (complaint is not null)
        {
            Error(ManifestRules.Path, operation.Path.Span, complaint);
        }

        return path;
    }

    private BodyContract? Body(BodyDocument body, CSharpName inlineName, Directions directions)
    {
        var mediaType = body.ContentType?.Value ?? "application/json";
        if (!MediaType.IsJson(mediaType))
        {
            Error(
                ManifestRules.ContentType,
                body.ContentType!.Span,
                "A body is JSON: \"application/json\" or a media type that ends in \"+json\".");
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
                Error(
                    ManifestRules.Status,
                    response.Member.NameSpan,
                    "A response is keyed by a status from 200 to 599, a range such as \"2XX\", or \"default\".");
                continue;
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
            responses.Add(new ResponseContract(status, name, response.Description?.Value, body, headers));
        }

        if (operation.Responses.Count == 0 && operation.Member.Value is JsonObject json && json["responses"] is { Value: JsonObject } empty)
        {
            Error(ManifestRules.Missing, empty.Value.Span, "An operation needs at least one response.");
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

        var security = SecurityBinder.Bind(operation.Security, scope);
        _isBroken |= security is null;
        return security;
    }

    private CompletionContract? Completion(CompletionDocument completion, EquatableArray<ResponseContract> responses)
    {
        if (completion.Status is null || JsonPointer.Parse(completion.Status.Value) is not { } tokens)
        {
            if (completion.Status is not null)
            {
                Error(ManifestRules.Completion, completion.Status.Span, "The place of the status is a JSON pointer, as in \"/status\".");
            }

            return null;
        }

        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var contract = new CompletionContract(
            tokens.ToEquatableArray(),
            Words(completion.Succeeded, "succeeded", words),
            Words(completion.Failed, "failed", words),
            Words(completion.Canceled, "canceled", words));
        if (contract.Succeeded.IsEmpty)
        {
            Error(ManifestRules.Completion, completion.Member.NameSpan, "A completion needs at least one word in \"succeeded\": no task would ever end well.");
        }

        if (!responses.IsEmpty && !responses.Any(static response => response.IsSuccess && response.Body is not null))
        {
            Error(ManifestRules.Completion, completion.Member.NameSpan, "The operation has no success response with a body in which a status could stand.");
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
            scope.Report(ManifestRules.Completion, completion.Status!.Span, $"No response has a \"{completion.Status.Value}\" where the status could stand.");
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
                    $"The status is never \"{word}\": it is one of {string.Join(", ", words.Take(20))}.",
                    meant is null || value is not JsonString ? null : "\"" + meant + "\"");
            }
        }
    }

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
                Error(ManifestRules.Completion, value.Span, $"\"{word}\" stands in \"{other}\" already.");
            }
            else
            {
                taken.Add(word, end);
                words.Add(word);
            }
        }

        return words.ToEquatableArray();
    }

    private void Error(ProblemRule rule, TextSpan span, string message, string? remedy = null)
    {
        _isBroken = true;
        scope.Report(rule, span, message, remedy);
    }
}
