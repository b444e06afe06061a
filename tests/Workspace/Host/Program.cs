using ContractKit.Workspace;
using Microsoft.Build.Locator;

// A solution that has the packed package, as an editor with this version of Roslyn sees it. The package's analyzers and fixes
// are loaded from where NuGet put them; nothing of ContractKit is referenced here.
MSBuildLocator.RegisterDefaults();
return await Session.RunAsync(args[0]).ConfigureAwait(false);
