using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Services;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Output.Client;

/// <summary>The methods of a client for one operation.</summary>
internal sealed class ClientMethods(ServiceCode code, OperationContract operation)
{
    private readonly SuccessAnswer _success = SuccessAnswer.Of(operation);

    /// <summary>The declaration of the method that gives the success body, with its doc comment.</summary>
    public Code GetHead => Head(
        "Returns the success body; every other documented answer is thrown as " + operation.Exception.Identifier + ".",
        GetType,
        operation.GetMethod,
        []);

    /// <summary>The declaration of the method that gives every documented answer.</summary>
    public Code SendHead => Head(
        "Returns every documented answer as a value.",
        Code.Of($"{Task}<{operation.Result}>"),
        operation.SendMethod,
        []);

    /// <summary>The declaration of the method that waits for the task's end.</summary>
    public Code WaitHead => Head(
        "Asks until the task has ended; a task that does not succeed is a TaskFailedException, TaskCanceledByServiceException or PollingTimeoutException with the last answer.",
        Code.Of($"{Task}<{Answer}>"),
        operation.WaitMethod,
        [
            Code.Of($"{code.Names["PollingOptions"]}{code.OrNull} options = null"),
            Code.Of($"{code.Names["IProgress"]}<{Answer}>{code.OrNull} progress = null"),
        ]);

    private Code Task => code.Names["Task"];

    private Code Body => code.Type(_success.Shape!);

    private TypeShape Awaited => operation.Completion!.Answer;

    private Code Answer => code.Type(Awaited);

    private new Code GetType => _success.Kind switch
    {
        SuccessKind.None => Task,
        SuccessKind.Body => Code.Of($"{Task}<{Body}>"),
        SuccessKind.BodyOrNull => Code.Of($"{Task}<{Body}{(ServiceCode.IsValueType(_success.Shape!) ? Code.Of($"?") : code.OrNull)}>"),
        _ => Code.Of($"{Task}<{operation.Result}>"),
    };

    private CSharpName RequestMethod => CSharpName.Of("Create" + operation.Name.Identifier + "Call");

    private CSharpName ReadMethod => CSharpName.Of("Read" + operation.Name.Identifier + "Answer");

    private Code Call => Code.Of($"{RequestMethod}({Code.List(ServiceCode.Arguments(operation))})");

    /// <summary>The methods.</summary>
    public Code Render() => Code.Paragraphs([Get, Send, operation.Completion is null ? Code.Empty : Wait, Request, Read]);

    private Code Get
    {
        get
        {
            var send = Code.Of($"await {Sent}.ConfigureAwait(false)");
            var cases = Code.Lines(operation.Responses.Where(response => SuccessAnswer.IsSuccess(operation, response)).Select(Success));
            return Code.Of(
                $$"""
                /// <inheritdoc />
                {{code.Marks(operation)}}
                public async {{Signature(GetType, operation.GetMethod, [])}}
                {
                    var result = {{send}};
                    {{(cases.IsEmpty ? Code.Of($"throw new {operation.Exception}(result);") : Switch(cases))}}
                }
                """);
        }
    }

    private Code Sent => Code.Of($"_sender.SendAsync<{operation.Result}>({Call}, {ReadMethod}, cancellationToken)");

    private Code Send => Code.Of(
        $$"""
        /// <inheritdoc />
        {{code.Marks(operation)}}
        public {{Signature(Code.Of($"{Task}<{operation.Result}>"), operation.SendMethod, [])}}
        {
            return {{Sent}}.AsTask();
        }
        """);

    private Code Wait => Code.Of(
        $$"""
        /// <inheritdoc />
        {{code.Marks(operation)}}
        public {{Signature(Code.Of($"{Task}<{Answer}>"), operation.WaitMethod, [
            Code.Of($"{code.Names["PollingOptions"]}{code.OrNull} options = null"),
            Code.Of($"{code.Names["IProgress"]}<{Answer}>{code.OrNull} progress = null"),
        ])}}
        {
            return _sender.WaitAsync<{{operation.Result}}, {{Answer}}>(
                {{Call}}, {{ReadMethod}}, {{code.Operations}}.{{ServiceCode.CompletionField(operation)}}, {{TaskMethod}},
                answer => new {{operation.Exception}}(answer), options, progress, cancellationToken);
        }

        private static {{code.Names["TaskAnswer"]}}<{{Answer}}> {{TaskMethod}}({{operation.Result}} result)
        {
            switch (result)
            {
                {{Code.Lines(operation.Responses.Where(SpeaksOfTask).Select(TaskCase))}}
                default: return default({{code.Names["TaskAnswer"]}}<{{Answer}}>);
            }
        }
        """);

    private CSharpName TaskMethod => CSharpName.Of("TaskOf" + operation.Name.Identifier + "Answer");

    private Code Request
    {
        get
        {
            var type = code.Names["ContractRequest"];
            var path = operation.Path.Parts.Any(static part => part.IsParameter) ? Code.Of($", {Path}") : Code.Empty;
            var parts = new List<Code> { Code.Of($"{type}.To({code.Operations}.{operation.Field}{path})") };
            foreach (var parameter in operation.Parameters.Where(static parameter => parameter.Place != ParameterPlace.Path))
            {
                var method = parameter.Place == ParameterPlace.Query ? Code.Of($"WithQuery") : Code.Of($"WithHeader");
                parts.Add(Code.Of($".{method}({Literal.String(parameter.WireName)}, {parameter.Name}, {code.Converter(parameter.Schema)})"));
            }

            if (operation.RequestBody is { } body)
            {
                var isReference = !ServiceCode.IsValueType(body.Schema.Shape) && body.Schema.Shape is not Model.Types.NullableShape;
                var value = isReference ? Code.Of($"request ?? throw new {code.Names["ArgumentNullException"]}(nameof(request))") : Code.Of($"request");
                var mediaType = Code.When(body.MediaType != "application/json", $", {Literal.String(body.MediaType)}");
                parts.Add(Code.Of($".WithBody({value}, {code.Converter(body.Schema)}{mediaType})"));
            }

            return Code.Of(
                $$"""
                private static {{type}} {{RequestMethod}}({{Code.List(code.Parameters(operation, withDefaults: false))}})
                {
                    return {{(parts.Count == 1 ? parts[0] : Code.Of($"{parts[0]}\n    {Code.Lines(parts.Skip(1))}"))}};
                }
                """);
        }
    }

    private Code Read => Code.Of(
        $$"""
        private static {{operation.Result}}{{code.OrNull}} {{ReadMethod}}(in {{code.Names["ReceivedResponse"]}} response)
        {
            {{Singles}}
            {{Code.Lines(operation.Responses.Where(static response => !response.Status.IsSingle && !response.Status.IsDefault).Select(Range))}}
            {{Default}}
        }
        """);

    private Code Singles
    {
        get
        {
            var cases = Code.Lines(operation.Responses.Where(static response => response.Status.IsSingle)
                .Select(response => Code.Of($"case {response.Status.First}: return {Construct(response)};")));
            return Code.When(!cases.IsEmpty,
                $$"""
                switch (response.StatusCode)
                {
                    {{cases}}
                }

                """);
        }
    }

    private Code Default
    {
        get
        {
            var fallback = operation.Responses.FirstOrDefault(static response => response.Status.IsDefault);
            return fallback is null ? Code.Of($"return null;") : Code.Of($"return {Construct(fallback)};");
        }
    }

    private Code Path => Code.Join(" + ", operation.Path.Parts, part => part.IsParameter ? Segment(part.Text) : Literal.String(part.Text));

    private Code Segment(string wireName)
    {
        var parameter = operation.Parameters.First(parameter => parameter.Place == ParameterPlace.Path && parameter.WireName == wireName);
        return Code.Of($"{code.Names["ContractText"]}.PathSegment(nameof({parameter.Name}), {parameter.Name}, {code.Converter(parameter.Schema)})");
    }

    private Code Switch(Code cases) => Code.Of(
        $$"""
        switch (result)
        {
            {{cases}}
            default: throw new {{operation.Exception}}(result);
        }
        """);

    private Code Success(ResponseContract response)
    {
        var answer = CSharpName.Of("answer" + response.Name.Identifier);
        var when = Code.When(response.Status.IsDefault, $" when {answer}.StatusCode >= 200 && {answer}.StatusCode <= 299");
        var value = _success.Kind switch
        {
            SuccessKind.None => Code.Empty,
            SuccessKind.Answer => Code.Of($" {answer}"),
            _ when response.Body is null => Code.Of($" null"),
            _ => Code.Of($" {answer}.Body"),
        };
        return Code.Of($"case {operation.Result}.{response.Name} {answer}{when}: return{value};");
    }

    private bool SpeaksOfTask(ResponseContract response) => response.Body is { } body && body.Schema.Shape == Awaited;

    private Code TaskCase(ResponseContract response)
    {
        var answer = CSharpName.Of("answer" + response.Name.Identifier);
        return Code.Of($"case {operation.Result}.{response.Name} {answer}: return {code.Names["TaskAnswer"]}.Of({answer}.Body);");
    }

    private Code Range(ResponseContract response) => Code.Of(
        $$"""
        if (response.StatusCode >= {{response.Status.First}} && response.StatusCode <= {{response.Status.Last}})
        {
            return {{Construct(response)}};
        }

        """);

    private Code Construct(ResponseContract response)
    {
        var read = code.EnforcesResponses ? Code.Of($"ValidBody") : Code.Of($"Body");
        var arguments = Code.List([
            Code.When(!response.Status.IsSingle, $"response.StatusCode"),
            response.Body is null ? Code.Empty : Code.Of($"response.{read}({code.Converter(response.Body.Schema)})"),
        ]);
        var headers = Code.List(response.Headers, header =>
        {
            var shape = header.Schema.Shape;
            var method = ServiceCode.IsValueType(shape) ? Code.Of($"HeaderOrNull") : Code.Of($"Header");
            return Code.Of($"{header.Property} = response.{method}({Literal.String(header.WireName)}, {code.Converter(header.Schema)}, {code.TextKind(shape)})");
        });
        return Code.Of($"new {operation.Result}.{response.Name}({arguments}){Code.When(!headers.IsEmpty, $" {{ {headers} }}")}");
    }

    private Code Head(string remark, Code type, CSharpName name, IEnumerable<Code> more) => Code.Of(
        $"""
        {DocComment.Summary(ServiceCode.Summary(operation))}
        {DocComment.Remarks(operation.Summary is not null && operation.Description is not null ? remark + "\n" + operation.Description : remark)}
        {ServiceCode.ParameterDocs(operation)}
        {Docs(more)}
        {DocComment.Param(CSharpName.Of("cancellationToken"), "Ends the call.")}
        {code.Marks(operation)}
        {Signature(type, name, more)}
        """);

    private static Code Docs(IEnumerable<Code> more) => more.Any()
        ? Code.Lines([
            DocComment.Param(CSharpName.Of("options"), "How long and how often to ask; null: as the client's options say."),
            DocComment.Param(CSharpName.Of("progress"), "Is told every answer that says how the task stands."),
        ])
        : Code.Empty;

    private Code Signature(Code type, CSharpName name, IEnumerable<Code> more)
    {
        var parameters = Code.List([
            .. code.Parameters(operation, withDefaults: true),
            .. more,
            Code.Of($"{code.Names["CancellationToken"]} cancellationToken = default"),
        ]);
        return Code.Of($"{type} {name}({parameters})");
    }
}
