using System;
using ContractKit.Fuzz;

// dotnet run -c Release --project tests/ContractKit.Fuzz -- --inputs 1000000 --seed 1
if (args is ["--replay", var path])
{
    return FuzzWorker.Replay(FuzzInput.Parse(System.IO.File.ReadAllText(path)));
}

var options = FuzzOptions.Parse(args);
if (options is null)
{
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 2;
}

return options.Worker >= 0 ? FuzzWorker.Run(options) : FuzzRun.Run(options);
