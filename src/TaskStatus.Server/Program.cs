using System;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TaskStatus.Server;

await using var application = TaskStatusApplication.Create(args);
try
{
    _ = application.Services.GetRequiredService<IOptions<TaskStatusSettings>>().Value;
}
catch (OptionsValidationException exception)
{
    return await RefuseAsync(string.Join('\n', exception.Failures));
}
catch (InvalidOperationException exception)
{
    // The binder's: a text where a number is wanted, or a word that is no store.
    return await RefuseAsync(exception.Message);
}

await application.RunAsync();
return 0;

// Without a stack: the mistake is in the settings. EX_CONFIG of sysexits.h.
static async Task<int> RefuseAsync(string failures)
{
    await Console.Error.WriteLineAsync(failures);
    return 78;
}
