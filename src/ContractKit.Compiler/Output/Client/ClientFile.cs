using ContractKit.Compiler.Model.Services;

namespace ContractKit.Compiler.Output.Client;

/// <summary>A service's client: its interface, its options and the class itself.</summary>
internal sealed class ClientFile(ServiceCode code)
{
    private ServiceContract Service => code.Service;

    /// <summary>The types.</summary>
    public Code Render() => Code.Of(
        $$"""
        {{DocComment.Summary("Calls " + Service.Name.Identifier + (Service.Description is null ? "." : ": " + Service.Description))}}
        {{code.Generated}}
        {{code.Visibility}} partial interface {{Service.ClientInterface}}
        {
            {{Code.Paragraphs(Service.Operations, Declarations)}}
        }

        /// <summary>What a <see cref="{{Service.Client}}"/> can be told.</summary>
        {{code.Generated}}
        {{code.Visibility}} sealed class {{Service.ClientOptions}} : {{code.Names["ContractClientOptions"]}}
        {
        }

        {{DocComment.Summary("Calls " + Service.Name.Identifier + (Service.Description is null ? "." : ": " + Service.Description))}}
        {{code.Generated}}
        {{code.Visibility}} sealed partial class {{Service.Client}} : {{Service.ClientInterface}}
        {
            private readonly {{code.Names["ContractSender"]}} _sender;

            /// <summary>A client that sends with that HttpClient, to its base address{{Code.When(Service.Server is not null, $" or else the contract's server")}}.</summary>
            public {{Service.Client}}({{code.Names["HttpClient"]}} http)
                : this(http, new {{Service.ClientOptions}}())
            {
            }

            /// <summary>A client that sends with that HttpClient, as the options say.</summary>
            public {{Service.Client}}({{code.Names["HttpClient"]}} http, {{Service.ClientOptions}} options)
            {
                _sender = new {{code.Names["ContractSender"]}}(http, options, {{(Service.Server is null ? Code.Of($"null") : Literal.String(Service.Server))}});
            }

            {{Code.Paragraphs(Service.Operations, operation => new ClientMethods(code, operation).Render())}}
        }
        """);

    private Code Declarations(OperationContract operation)
    {
        var methods = new ClientMethods(code, operation);
        return Code.Paragraphs([
            Code.Of($"{methods.GetHead};"),
            Code.Of($"{methods.SendHead};"),
            operation.Completion is null ? Code.Empty : Code.Of($"{methods.WaitHead};"),
        ]);
    }
}
