using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Documents.Manifest;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model.Services;

/// <summary>Gives services the C# types of what they send and receive, once the types are known.</summary>
public sealed class ServiceLinker
{
    private readonly Dictionary<SchemaLocation, Schema> _schemas = [];
    private readonly Func<Schema, Directions, TypeShape> _shapeOf;
    private readonly List<Problem> _problems;

    private ServiceLinker(ManifestContract manifest, Func<Schema, Directions, TypeShape> shapeOf, List<Problem> problems)
    {
        _shapeOf = shapeOf;
        _problems = problems;
        foreach (var root in manifest.Roots)
        {
            _schemas[root.Schema.Location] = root.Schema;
        }
    }

    /// <summary>The manifest's services with their types. Operations with a parameter that no text can stand for are left out, each with a problem.</summary>
    public static EquatableArray<ServiceContract> Link(
        ManifestContract manifest, Func<Schema, Directions, TypeShape> shapeOf, List<Problem> problems)
    {
        var linker = new ServiceLinker(manifest, shapeOf, problems);
        return manifest.Services
            .Select(service => service with { Operations = service.Operations.Select(linker.Link).OfType<OperationContract>().ToEquatableArray() })
            .ToEquatableArray();
    }

    private OperationContract? Link(OperationContract operation)
    {
        var before = _problems.Count;
        var linked = operation with
        {
            Parameters = operation.Parameters.Select(LinkText).ToEquatableArray(),
            RequestBody = operation.RequestBody is null ? null : Link(operation.RequestBody),
            Responses = operation.Responses.Select(response => response with
            {
                Body = response.Body is null ? null : Link(response.Body),
                Headers = response.Headers.Select(LinkText).ToEquatableArray(),
            }).ToEquatableArray(),
        };
        if (linked.Completion is { } completion)
        {
            // Without a body there is no status to wait for, which has been reported.
            linked = linked with { Completion = StatusBody(linked, completion) is { } answer ? completion with { Answer = answer } : null };
        }

        return _problems.Count == before ? linked : null;
    }

    // Of successes with different bodies (202 while it runs, 200 with what was made) the one that can tell the end is waited for.
    private TypeShape? StatusBody(OperationContract operation, CompletionContract completion)
    {
        var bodies = operation.Responses
            .Where(response => response.Body is not null && SuccessAnswer.IsSuccess(operation, response))
            .Select(static response => response.Body!.Schema)
            .ToList();
        return (bodies.FirstOrDefault(body => !StatusPlace.In([_schemas[body.Schema]], completion.Status).IsMissing) ?? bodies.FirstOrDefault())?.Shape;
    }

    private BodyContract Link(BodyContract body) => body with { Schema = Link(body.Schema) };

    private ParameterContract LinkText(ParameterContract parameter)
    {
        var use = Link(parameter.Schema);
        use = use with { Shape = use.Shape.NotNull };
        var item = use.Shape is ListShape list ? list.Item.NotNull : use.Shape;
        if (item is ListShape or MapShape or NamedShape { Kind: NamedKind.Record or NamedKind.Union or NamedKind.Tuple } or ScalarShape { Kind: ScalarKind.Bytes })
        {
            var schema = _schemas[parameter.Schema.Schema];
            _problems.Add(ManifestRules.Parameter.At(
                schema.Document.Text,
                schema.Json.Span,
                $"\"{parameter.WireName}\" is a parameter: a text, a number, true or false, a word of an enum, or a list of such. Objects travel in bodies."));
        }

        return parameter with { Schema = use };
    }

    private SchemaUse Link(SchemaUse use)
    {
        var schema = _schemas[use.Schema];
        var shape = _shapeOf(schema, use.Directions);
        return use with { Shape = shape, HasRule = shape is not NamedShape || (schema.Ref is not null && schema.Keywords.Skip(1).Any()) || (schema.Ref is null && !ReferenceEquals(schema.Resolved, schema)) };
    }
}
