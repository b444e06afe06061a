namespace ContractKit.Benchmarks.Projects;

/// <summary>A file of a measured project.</summary>
internal sealed record SchemaFile(string Path, string Text);
