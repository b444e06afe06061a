using ContractKit.Compiler.Model.Services;

namespace ContractKit.Compiler.Output.Server;

/// <summary>A service's OpenAPI document, and the endpoint that serves it.</summary>
internal sealed class OpenApiFile(ServiceCode code)
{
    private ServiceContract Service => code.Service;

    /// <summary>The class.</summary>
    public Code Render(string json) => Code.Of(
        $$"""
        /// <summary>The OpenAPI 3.1 document of {{Service.Name}}.</summary>
        {{code.Generated}}
        {{code.Visibility}} static class {{Service.OpenApiClass}}
        {
            {{Document(json)}}

            /// <summary>Serves the document, with the address at which it is asked for among its servers.</summary>
            /// <param name="endpoints">Where to map it: where the operations are mapped.</param>
            /// <param name="pattern">The route.</param>
            public static {{code.Names["IEndpointConventionBuilder"]}} {{Service.MapMethod}}OpenApi(this {{code.Names["IEndpointRouteBuilder"]}} endpoints, string pattern = {{Literal.String("/openapi/" + Service.Name.Identifier + ".json")}}) =>
                {{EndpointsFile.SubNamespace}}.ContractDocument.Map(endpoints, pattern, () => Utf8Json.ToArray());
        }
        """);

    private Code Document(string json) => code.Consumer.Utf8Literals
        ? Code.Of(
            $"""
            /// <summary>The document, in UTF-8.</summary>
            public static {code.Names["ReadOnlySpan"]}<byte> Utf8Json =>
                {Literal.Utf8Lines(json)};
            """)
        : Code.Of(
            $"""
            private static readonly byte[] s_document = {code.Names["Encoding"]}.UTF8.GetBytes({Literal.String(json)});

            /// <summary>The document, in UTF-8.</summary>
            public static {code.Names["ReadOnlySpan"]}<byte> Utf8Json => s_document;
            """);
}
