using System;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qolaba.Tasks;

namespace TaskStatus.Tests;

/// <summary>Where the handler of a request comes from.</summary>
public sealed class HandlerTests
{
    private static readonly byte[] s_request = Encoding.UTF8.GetBytes("""{"id":"t1"}""");

    [Fact]
    public async Task Each_request_has_its_own_where_it_is_registered_so()
    {
        Counted.Made = 0;
        await using var app = Application(services => services.AddScoped<ITaskStatusHandler, Counted>());
        app.MapTaskStatus();
        for (var i = 0; i < 3; i++)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await Endpoint(app)(ServedContext.Of(scope.ServiceProvider, s_request));
        }

        Assert.Equal(3, Counted.Made);
    }

    [Fact]
    public async Task One_that_is_mapped_answers_without_services()
    {
        await using var app = Application(services => { });
        app.MapTaskStatus(new Counted());
        var context = ServedContext.Of(app.Services, s_request);
        await Endpoint(app)(context);
        Assert.Equal(200, context.Response.StatusCode);
        Assert.Throws<ArgumentNullException>(() => app.MapTaskStatus(null!));
    }

    [Fact]
    public async Task Where_there_is_none_the_exception_says_what_to_write()
    {
        await using var app = Application(services => { });
        app.MapTaskStatus();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Endpoint(app)(ServedContext.Of(app.Services, s_request)));
        Assert.Contains("Services.AddSingleton<ITaskStatusHandler, ", exception.Message, StringComparison.Ordinal);
    }

    private static WebApplication Application(Action<IServiceCollection> services)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        services(builder.Services);
        return builder.Build();
    }

    private static Microsoft.AspNetCore.Http.RequestDelegate Endpoint(WebApplication app) =>
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Single().RequestDelegate!;

    private sealed class Counted : ITaskStatusHandler
    {
        public Counted() => Made++;

        public static int Made { get; set; }

        public ValueTask<GetTaskStatusResult> GetTaskStatusAsync(TaskStatusRequest request, CancellationToken cancellationToken) =>
            new(new GetTaskStatusResult.Ok(TaskStatusResponse.Parse("""{"status":"PENDING"}""")));
    }
}
