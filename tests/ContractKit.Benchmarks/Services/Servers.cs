using System;
using System.Buffers;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using Acme.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ContractKit.Benchmarks.Services;

/// <summary>The same endpoint: generated and as a minimal API, each with the handler of the request's services and with one for all requests; and empty.</summary>
internal static class Servers
{
    private static readonly PlainRequest s_request = new();

    public static WebApplication Generated() => Of(static app => app.MapAnswers());

    public static WebApplication GeneratedForOne() => Of(static app => app.MapAnswers(new Handlers()));

    // The RequestDelegateGenerator and source-generated JSON: what System.Text.Json and ASP.NET Core are best at.
    public static WebApplication Minimal() => Of(static app => app.MapPost(
        "/getAnswer",
        static (PlainRequest request, IPlainHandler handler, CancellationToken cancellationToken) => handler.GetAnswerAsync(request, cancellationToken)));

    public static WebApplication MinimalForOne() => Of(static app =>
    {
        IPlainHandler handler = new Handlers();
        app.MapPost("/getAnswer", (PlainRequest request, CancellationToken cancellationToken) => handler.GetAnswerAsync(request, cancellationToken));
    });

    public static WebApplication Empty() => Of(static app => app.MapPost("/getAnswer", (RequestDelegate)(static _ => System.Threading.Tasks.Task.CompletedTask)));

    /// <summary>What any endpoint has to do with a request, JSON apart: it looks at the headers, takes the body, asks the handler, and sends bytes that are there already.</summary>
    public static WebApplication Moving() => Of(static app => app.MapPost("/getAnswer", (RequestDelegate)(static context =>
    {
        var request = context.Request;
        if (request.ContentType != "application/json" || request.Headers.ContainsKey("Content-Encoding") || !request.BodyReader.TryRead(out var body))
        {
            throw new InvalidOperationException("The request is not as it was made.");
        }

        request.BodyReader.AdvanceTo(body.Buffer.End);
        _ = context.RequestServices.GetRequiredService<IPlainHandler>().GetAnswerAsync(s_request, context.RequestAborted);
        var answer = ContractKit.Benchmarks.Answers.All["compact"];
        context.Response.StatusCode = 200;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        context.Response.BodyWriter.Write(answer);
        return System.Threading.Tasks.Task.CompletedTask;
    })));

    /// <summary>The delegate of the one endpoint.</summary>
    public static RequestDelegate DelegateOf(WebApplication app) =>
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(static source => source.Endpoints).OfType<RouteEndpoint>().Single().RequestDelegate!;

    private static WebApplication Of(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IAnswersHandler, Handlers>();
        builder.Services.AddSingleton<IPlainHandler, Handlers>();
        builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ServiceContext.Default));
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        map(app);
        return app;
    }
}
