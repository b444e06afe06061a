using System.IO;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Qolaba.Tasks;
using Scalar.AspNetCore;
using TaskStatus.Server.Stores;

namespace TaskStatus.Server;

/// <summary>The task-status service.</summary>
public static class TaskStatusApplication
{
    /// <summary>The service, ready to run. It keeps no state of its own: several of them on one store answer alike.</summary>
    /// <param name="args">Configuration from the command line, as in <c>--TaskStatus:Folder /srv/results --urls http://localhost:5000</c>.</param>
    public static WebApplication Create(params string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = Path.GetDirectoryName(typeof(TaskStatusApplication).Assembly.Location),
        });
        builder.Services.AddOptions<TaskStatusSettings>().BindConfiguration(TaskStatusSettings.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TaskStatusSettings>, SettingsValidation>();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<StoreExceptionHandler>();

        // Not AddAuthentication: it would keep keys for cookies in the user's folder, of which there are none.
        builder.Services.AddAuthenticationCore(static options => options.DefaultScheme = BearerToken.SchemeName);
        builder.Services.AddWebEncoders();
        new AuthenticationBuilder(builder.Services).AddScheme<AuthenticationSchemeOptions, BearerToken>(BearerToken.SchemeName, null);
        builder.Services.AddAuthorization();
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: ["ready"]);
        builder.Services.AddSingleton(System.TimeProvider.System);
        AddStore(builder.Services);
        builder.Services.AddSingleton<ITaskStatusHandler, TaskStatusHandler>();

        var application = builder.Build();
        application.UseExceptionHandler();
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapTaskStatus();
        application.MapTaskStatusOpenApi();

        // Everything of the page comes from this server, so that it works where nothing else can be reached.
        application.MapScalarApiReference("/", static options => options
            .WithTitle("Task status")
            .WithOpenApiRoutePattern("/openapi/TaskStatus.json")
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideDeveloperTools()
            .HideClientButton()
            .AddPreferredSecuritySchemes("bearer"));
        application.MapHealthChecks("/health/live", new() { Predicate = static _ => false });
        application.MapHealthChecks("/health/ready", new() { Predicate = static check => check.Tags.Contains("ready") });
        return application;
    }

    // The settings choose, when they are whole: also those that a test or a host puts in later than this.
    private static void AddStore(IServiceCollection services)
    {
        services.AddSingleton<StoreOutage>();
        services.AddSingleton<RedisConnection>();
        services.AddHostedService<ServiceStart>();
        services.AddSingleton<ITaskResultStore>(static provider =>
            provider.GetRequiredService<IOptions<TaskStatusSettings>>().Value.ChosenStore == StoreKind.Redis
                ? ActivatorUtilities.CreateInstance<RedisStore>(provider)
                : ActivatorUtilities.CreateInstance<FolderStore>(provider));
    }
}
