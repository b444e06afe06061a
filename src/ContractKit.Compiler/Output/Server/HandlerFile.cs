using System.Linq;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Services;

namespace ContractKit.Compiler.Output.Server;

/// <summary>A service's handler and the endpoints that call it, where the consumer references ASP.NET Core.</summary>
internal sealed class HandlerFile(ServiceCode code)
{
    private ServiceContract Service => code.Service;

    /// <summary>The types.</summary>
    public Code Render() => Code.Of(
        $$"""
        {{DocComment.Summary("Answers " + Service.Name.Identifier + (Service.Description is null ? "." : ": " + Service.Description))}}
        {{code.Generated}}
        {{code.Visibility}} partial interface {{Service.Handler}}
        {
            {{Code.Paragraphs(Service.Operations, Declaration)}}
        }

        /// <summary>Maps the operations of {{Service.Name}}.</summary>
        {{code.Generated}}
        {{code.Visibility}} static class {{Service.Endpoints}}
        {
            /// <summary>Maps the operations of {{Service.Name}}; an <see cref="{{Service.Handler}}"/> of the request's services answers them.</summary>
            /// <remarks>
            /// Operations that the contract secures ask for the authorization policy "{{Service.Name}}" where the application has one of that name, else for its default policy.
            /// </remarks>
            /// <exception cref="{{code.Names["InvalidOperationException"]}}">The contract secures an operation, and the application has no authorization services: nobody would verify credentials.</exception>
            public static {{code.Names["IEndpointConventionBuilder"]}} {{Service.MapMethod}}(this {{code.Names["IEndpointRouteBuilder"]}} endpoints)
            {
                return Map(endpoints, null);
            }

            /// <summary>Maps the operations of {{Service.Name}}; that handler answers all requests, so that they need no services of their own.</summary>
            /// <remarks>
            /// Operations that the contract secures ask for the authorization policy "{{Service.Name}}" where the application has one of that name, else for its default policy.
            /// </remarks>
            /// <exception cref="{{code.Names["InvalidOperationException"]}}">The contract secures an operation, and the application has no authorization services: nobody would verify credentials.</exception>
            public static {{code.Names["IEndpointConventionBuilder"]}} {{Service.MapMethod}}(this {{code.Names["IEndpointRouteBuilder"]}} endpoints, {{Service.Handler}} handler)
            {
                return Map(endpoints, handler ?? throw new {{code.Names["ArgumentNullException"]}}(nameof(handler)));
            }

            private static {{code.Names["IEndpointConventionBuilder"]}} Map({{code.Names["IEndpointRouteBuilder"]}} endpoints, {{Service.Handler}}{{code.OrNull}} handler)
            {
                var service = new {{EndpointsFile.SubNamespace}}.ContractEndpoints(endpoints, {{Literal.String(Service.Name.Identifier)}}, handler{{Described}});
                {{Code.Lines(Service.Operations, operation => Code.Of($"service.Map({code.Operations}.{operation.Field}, {Pattern(operation)}, {operation.Name}Async);"))}}
                return service;
            }

            {{Code.Paragraphs(Service.Operations, Endpoint)}}
        }
        """);

    private Code Described => Code.When(code.Consumer.Has(ConsumerFeatures.OpenApi),
        $", new {EndpointsFile.SubNamespace}.DescribedContract({Literal.String(Service.Name.Identifier)}, () => {Service.OpenApiClass}.Utf8Json.ToArray())");

    // Text between parameters is escaped in URLs, and unescaped before routing.
    private static Code Pattern(OperationContract operation) => Literal.String(string.Concat(operation.Path.Parts.Select(part => part.IsParameter
        ? "{" + operation.RouteName(operation.Parameters.First(parameter => parameter.WireName == part.Text)) + "}"
        : System.Uri.UnescapeDataString(part.Text).Replace("{", "{{").Replace("}", "}}"))));

    private Code Declaration(OperationContract operation)
    {
        var parameters = Code.List([.. code.Parameters(operation, withDefaults: false), Code.Of($"{code.Names["CancellationToken"]} cancellationToken")]);
        return Code.Of(
            $"""
            {DocComment.Summary(ServiceCode.Summary(operation))}
            {DocComment.Remarks(operation.Summary is null ? null : operation.Description)}
            {ServiceCode.ParameterDocs(operation)}
            /// <param name="cancellationToken">Canceled when the caller is gone.</param>
            {code.Marks(operation)}
            {code.Names["ValueTask"]}<{operation.Result}> {operation.GetMethod}({parameters});
            """);
    }

    private Code Endpoint(OperationContract operation)
    {
        var arguments = Code.List([.. ServiceCode.Arguments(operation), Code.Of($"call.Aborted")]);
        var reads = Code.Lines(
        [
            .. operation.Parameters.Select(parameter => Read(operation, parameter)),
            operation.RequestBody is null
                ? Code.Empty
                : Code.Of(
                    $$"""
                    if (!call.TryReadBody({{code.Converter(operation.RequestBody.Schema)}}, out var request))
                    {
                        return call.WhenReceivedAsync({{operation.GetMethod}});
                    }

                    """),
        ]);
        var refusal = Code.When(!reads.IsEmpty,
            $$"""
            if (call.IsRefused)
            {
                return call.RefuseAsync();
            }

            """);
        return Code.Of(
            $$"""
            private static {{code.Names["Task"]}} {{operation.GetMethod}}({{EndpointsFile.SubNamespace}}.ContractCall call)
            {
                {{reads}}
                {{refusal}}
                var result = (({{Service.Handler}})call.Handler(typeof({{Service.Handler}}))).{{operation.GetMethod}}({{arguments}});
                return result.IsCompletedSuccessfully ? WriteAsync(call, result.Result) : call.WhenAnsweredAsync(result, WriteAsync);
            }

            private static {{code.Names["Task"]}} WriteAsync({{EndpointsFile.SubNamespace}}.ContractCall call, {{operation.Result}} result)
            {
                switch (result)
                {
                    {{Code.Lines(operation.Responses, response => Case(operation, response))}}
                    default:
                        throw new {{code.Names["InvalidOperationException"]}}({{Literal.String("The handler gave no answer to " + operation.Name.Identifier + ".")}});
                }
            }
            """);
    }

    private Code Read(OperationContract operation, ParameterContract parameter)
    {
        var shape = parameter.Schema.Shape;
        var method = parameter.Required ? Code.Of($"Required")
            : ServiceCode.IsValueType(shape) ? Code.Of($"OptionalValue")
            : Code.Of($"OptionalReference");
        var (place, name) = parameter.Place switch
        {
            ParameterPlace.Path => ("path", operation.RouteName(parameter)),
            ParameterPlace.Query => ("query", parameter.WireName),
            _ => ("header", parameter.WireName),
        };
        return Code.Of($"var {parameter.Name} = call.{method}({Literal.String(place)}, {Literal.String(name)}, {code.Converter(parameter.Schema)}, {code.TextKind(shape)});");
    }

    private Code Case(OperationContract operation, ResponseContract response)
    {
        var answer = Model.Names.CSharpName.Of("answer" + response.Name.Identifier);
        var status = response.Status.IsSingle ? Code.Of($"{response.Status.First}") : Code.Of($"{answer}.StatusCode");
        var headers = Code.Lines(response.Headers, header =>
            Code.Of($"call.Header({Literal.String(header.WireName)}, {answer}.{header.Property}, {code.Converter(header.Schema)});"));
        var body = response.Body is { } written
            ? Code.Of($", {answer}.Body, {code.Converter(written.Schema)}{Code.When(written.MediaType != "application/json", $", {Literal.String(written.MediaType)}")}")
            : Code.Empty;
        return Code.Of(
            $"""
            case {operation.Result}.{response.Name} {answer}:
                {headers}
                return call.WriteAsync({status}{body});
            """);
    }
}
