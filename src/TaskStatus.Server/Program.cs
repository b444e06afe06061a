using TaskStatus.Server;

await using var application = TaskStatusApplication.Create(args);
await application.RunAsync();
