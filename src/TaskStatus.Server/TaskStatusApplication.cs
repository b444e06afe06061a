using System.IO;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Qolaba.Tasks;
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
        builder.Services.AddOptions<TaskStatusSettings>().BindConfiguration(TaskStatusSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<StoreExceptionHandler>();

        // Not AddAuthentication: it would keep keys for cookies in the user's folder, of which there are none.
        builder.Services.AddAuthenticationCore(static options => options.DefaultScheme = BearerToken.SchemeName);
        builder.Services.AddWebEncoders();
        new AuthenticationBuilder(builder.Services).AddScheme<AuthenticationSchemeOptions, BearerToken>(BearerToken.SchemeName, null);
        builder.Services.AddAuthorization();
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: ["ready"]);
        builder.Services.AddSingleton(System.TimeProvider.System);
        builder.Services.AddSingleton<ITaskResultStore, FolderStore>();
        builder.Services.AddSingleton<ITaskStatusHandler, TaskStatusHandler>();

        var application = builder.Build();
        application.UseExceptionHandler();
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapTaskStatus();
        application.MapHealthChecks("/health/live", new() { Predicate = static _ => false });
        application.MapHealthChecks("/health/ready", new() { Predicate = static check => check.Tags.Contains("ready") });
        return application;
    }
}
