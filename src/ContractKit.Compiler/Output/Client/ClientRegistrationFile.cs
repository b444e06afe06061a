using ContractKit.Compiler.Model;

namespace ContractKit.Compiler.Output.Client;

/// <summary>The extension method that registers a client, where the consumer references Microsoft.Extensions.Http.</summary>
internal sealed class ClientRegistrationFile(ServiceCode code)
{
    /// <summary>The class.</summary>
    public Code Render()
    {
        var service = code.Service;
        var action = code.Names["Action"];
        code.Names.Use("Microsoft.Extensions.DependencyInjection");
        return Code.Of(
            $$"""
            /// <summary>Registers <see cref="{{service.ClientInterface}}"/>.</summary>
            {{code.Generated}}
            {{code.Visibility}} static class {{service.ClientRegistration}}
            {
                /// <summary>Registers <see cref="{{service.ClientInterface}}"/> and <see cref="{{service.Client}}"/> with an HttpClient of their own, which shows credentials to no other host than the service's.</summary>
                {{Code.When(Resilient, $"/// <remarks>The standard resilience handler, where it is added, sends again only what may be repeated: what the contract calls safe, and what HTTP does.</remarks>")}}
                /// <param name="services">The application's services.</param>
                /// <param name="http">Sets the HttpClient up: its base address, above all.</param>
                /// <param name="options">Sets the client's options, as <c>services.Configure</c> does too.</param>
                public static {{code.Names["IHttpClientBuilder"]}} Add{{service.Client}}(
                    this {{code.Names["IServiceCollection"]}} services, {{action}}<{{code.Names["HttpClient"]}}>{{code.OrNull}} http = null, {{action}}<{{service.ClientOptions}}>{{code.OrNull}} options = null)
                {
                    var builder = services
                        .AddHttpClient<{{service.ClientInterface}}, {{service.Client}}>(
                            {{Literal.String(service.Client.Identifier)}},
                            (client, provider) => new {{service.Client}}(client, provider.GetRequiredService<{{code.Names["IOptions"]}}<{{service.ClientOptions}}>>().Value))
                        .ConfigurePrimaryHttpMessageHandler({{code.Names["ContractHttpHandler"]}}.Create)
                        .AddTypedClient((client, provider) => new {{service.Client}}(client, provider.GetRequiredService<{{code.Names["IOptions"]}}<{{service.ClientOptions}}>>().Value));
                    services.AddOptions<{{service.ClientOptions}}>().Configure<{{code.Names["ILoggerFactory"]}}>(
                        (settings, logging) => settings.Logger = settings.Logger ?? logging.CreateLogger({{Literal.String("ContractKit." + service.Client.Identifier)}}));
                    {{Retries}}
                    if (http != null)
                    {
                        builder.ConfigureHttpClient(http);
                    }

                    if (options != null)
                    {
                        services.Configure(options);
                    }

                    return builder;
                }
            }
            """);
    }

    private bool Resilient => code.Consumer.Has(ConsumerFeatures.Resilience);

    // The handler itself would send every POST again.
    private Code Retries
    {
        get
        {
            if (!Resilient)
            {
                return Code.Empty;
            }

            code.Names.Use("Polly");
            return Code.Of(
                $$"""
                services.PostConfigure<{{code.Names["HttpStandardResilienceOptions"]}}>({{Literal.String(code.Service.Client.Identifier + "-standard")}}, resilience =>
                {
                    var handles = resilience.Retry.ShouldHandle;
                    resilience.Retry.ShouldHandle = retry => {{code.Names["ContractRequests"]}}.MayBeRepeated(retry.Context.GetRequestMessage()) ? handles(retry) : default;
                });
                """);
        }
    }
}
