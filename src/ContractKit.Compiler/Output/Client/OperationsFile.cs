using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Services;

namespace ContractKit.Compiler.Output.Client;

/// <summary>What client and server know of the operations of a service. Rendered last: it has the converters that the other files asked for.</summary>
internal sealed class OperationsFile(ServiceCode code)
{
    /// <summary>The class.</summary>
    public Code Render() => Code.Of(
        $$"""
        internal static class {{code.Operations}}
        {
            {{Code.Paragraphs([.. code.Service.Operations.Select(Operation), code.Converters])}}
        }
        """);

    private Code Operation(OperationContract operation) => Code.Lines(
    [
        Code.Of(
            $"""
            internal static readonly {code.Names["ContractOperation"]} {operation.Field} = new {code.Names["ContractOperation"]}(
                {Literal.String(operation.Name.Identifier)}, {Literal.String(operation.Method)}, {Literal.String(operation.Path.Text)}, {Literal.Boolean(operation.Safe)}, {Security(operation.Security)});
            """),
        operation.Completion is null ? Code.Empty : Completion(operation, operation.Completion),
    ]);

    private Code Completion(OperationContract operation, CompletionContract completion) => Code.Of(
        $"""

        internal static readonly {code.Names["TaskCompletion"]} {ServiceCode.CompletionField(operation)} = new {code.Names["TaskCompletion"]}(
            {Strings(completion.Status)}, {Strings(completion.Succeeded)}, {Strings(completion.Failed)}, {Strings(completion.Canceled)});
        """);

    private Code Security(SecurityContract? security)
    {
        var type = code.Names["ContractSecurity"];
        return security?.Kind switch
        {
            null => Code.Of($"{type}.None"),
            SecurityKind.Bearer => Code.Of($"{type}.Bearer"),
            SecurityKind.Basic => Code.Of($"{type}.Basic"),
            SecurityKind.ApiKeyHeader => Code.Of($"{type}.Header({Literal.String(security.Name!)})"),
            _ => Code.Of($"{type}.Query({Literal.String(security.Name!)})"),
        };
    }

    private static Code Strings(EquatableArray<string> texts) => texts.IsEmpty
        ? Code.Of($"new string[0]")
        : Code.Of($"new[] {{ {Code.List(texts, Literal.String)} }}");
}
