using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Services;

namespace ContractKit.Compiler.Output.Client;

/// <summary>The union of an operation's answers, and the exception that carries one.</summary>
internal sealed class ResultFile(ServiceCode code, OperationContract operation)
{
    /// <summary>Both types.</summary>
    public Code Render() => Code.Of(
        $$"""
        /// <summary>What {{operation.Name}} is answered with: one of the documented answers.</summary>
        {{code.Generated}}
        {{code.Visibility}} abstract {{Keyword}} {{operation.Result}}
        {
            private {{operation.Result}}()
            {
            }

            /// <summary>The HTTP status of the answer.</summary>
            public abstract int StatusCode { get; }

            /// <summary>Calls the function for the answer that this is.</summary>
            public TResult Match<TResult>({{Code.List(operation.Responses, Function)}})
            {
                {{MatchBody}}
            }

            // There are no other answers than those below.
            private protected abstract void Closed();

            {{Code.Paragraphs(operation.Responses, Case)}}
        }

        /// <summary>{{operation.Name}} was answered with a documented answer that is no success.</summary>
        {{code.Generated}}
        {{code.Visibility}} sealed class {{operation.Exception}} : {{code.Names["ContractException"]}}<{{operation.Result}}>
        {
            /// <summary>An exception for that answer.</summary>
            public {{operation.Exception}}({{operation.Result}} result)
                : base({{Literal.String(operation.Name.Identifier)}}, result.StatusCode, result)
            {
            }
        }
        """);

    private List<string> CaseNames => [.. operation.Responses.Select(static response => response.Name.Identifier)];

    private Code Keyword => code.Consumer.Records ? Code.Of($"record") : Code.Of($"class");

    private Code MatchBody => Code.Of(
        $$"""
        switch (this)
        {
            {{Code.Lines(operation.Responses, static response => Code.Of($"case {response.Name} answer{response.Name}: return {Argument(response)}(answer{response.Name});"))}}
            default: throw new {{code.Names["InvalidOperationException"]}}("This answer is none of the contract's.");
        }
        """);

    private Code Function(ResponseContract response) => Code.Of($"{code.Names["Func"]}<{response.Name}, TResult> {Argument(response)}");

    private static CSharpName Argument(ResponseContract response) =>
        CSharpName.Of(char.ToLowerInvariant(response.Name.Identifier[0]) + response.Name.Identifier.Substring(1));

    private Code Case(ResponseContract response)
    {
        var summary = DocComment.Summary(response.Status.Text + (response.Description is null ? "." : ": " + response.Description));
        return code.Consumer.Records ? RecordCase(response, summary) : ClassCase(response, summary);
    }

    private Code RecordCase(ResponseContract response, Code summary)
    {
        var parameters = Code.List(Members(response).Where(static member => member.IsParameter).Select(static member => Code.Of($"{member.Type} {member.Name}")));
        var docs = Code.Lines(Members(response).Where(static member => member.IsParameter).Select(static member => DocComment.Param(member.Name, member.Doc)));
        var value = response.Status.IsSingle ? Code.Of($"=> {response.Status.First};") : Code.Of($$"""{ get; } = StatusCode;""");
        var status = Code.Of(
            $$"""
            /// <inheritdoc />
            public override int StatusCode {{value}}

            """);
        var headers = Code.Lines(Members(response).Where(static member => !member.IsParameter).Select(static member => Code.Of(
            $$"""
            {{DocComment.Summary(member.Doc)}}
            public {{member.Type}} {{member.Name}} { get; init; }

            """)));
        return Code.Of(
            $$"""
            {{summary}}
            {{docs}}
            public sealed record {{response.Name}}{{Code.When(!parameters.IsEmpty, $"({parameters})")}} : {{operation.Result}}
            {
                {{status}}
                {{headers}}
                private protected override void Closed()
                {
                }
            }
            """);
    }

    private Code ClassCase(ResponseContract response, Code summary)
    {
        var members = Members(response).ToList();
        var parameters = members.Where(static member => member.IsParameter).ToList();
        var signature = Code.List(parameters, static member => Code.Of($"{member.Type} {member.Parameter}"));
        var docs = Code.Lines(parameters, static member => DocComment.Param(member.Parameter, member.Doc));
        var assignments = Code.Lines(parameters, static member => Code.Of($"{member.Name} = {member.Parameter};"));
        var properties = Code.Lines(members, static member => Code.Of(
            $$"""
            {{DocComment.Summary(member.Doc)}}
            public {{Code.When(member.Overrides, $"override ")}}{{member.Type}} {{member.Name}} { get; {{Code.When(!member.IsParameter, $"set; ")}}}

            """));
        var bang = Code.When(code.Consumer.NullableAnnotations, $"!");
        var comparer = code.Names["EqualityComparer"];
        var equal = Code.Join(" && ", [
            Code.Of($"obj is {response.Name} other"),
            .. members.Select(member => Code.Of($"{comparer}<{member.Type}>.Default.Equals({member.Name}, other.{member.Name})")),
        ]);
        var hash = Code.Join(" * 31 + ", [
            Code.Of($"{response.Status.First}"),
            .. members.Select(member => Code.Of($"{comparer}<{member.Type}>.Default.GetHashCode({member.Name}{bang})")),
        ]);
        var status = Code.When(response.Status.IsSingle,
            $$"""
            /// <inheritdoc />
            public override int StatusCode { get { return {{response.Status.First}}; } }

            """);
        return Code.Of(
            $$"""
            {{summary}}
            public sealed class {{response.Name}} : {{operation.Result}}
            {
                /// <summary>That answer.</summary>
                {{docs}}
                public {{response.Name}}({{signature}})
                {
                    {{assignments}}
                }

                {{status}}
                {{properties}}
                /// <inheritdoc />
                public override bool Equals(object{{code.OrNull}} obj)
                {
                    return {{equal}};
                }

                /// <inheritdoc />
                public override int GetHashCode()
                {
                    unchecked
                    {
                        return {{hash}};
                    }
                }

                private protected override void Closed()
                {
                }
            }
            """);
    }

    private IEnumerable<Member> Members(ResponseContract response)
    {
        if (!response.Status.IsSingle)
        {
            yield return new Member(CSharpName.Of("StatusCode"), CSharpName.Of("statusCode"), Code.Of($"int"), "The HTTP status of the answer.", true, true);
        }

        if (response.Body is { } body)
        {
            yield return new Member(CSharpName.Of("Body"), CSharpName.Of("body"), code.TypeBeside(body.Schema.Shape, CaseNames), "The answer's body.", true, false);
        }

        foreach (var header in response.Headers)
        {
            yield return new Member(
                header.Property, header.Name, code.Type(header with { Required = false }), header.Description ?? "The header \"" + header.WireName + "\".", false, false);
        }
    }

    private sealed record Member(CSharpName Name, CSharpName Parameter, Code Type, string Doc, bool IsParameter, bool Overrides);
}
