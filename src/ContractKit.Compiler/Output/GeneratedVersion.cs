namespace ContractKit.Compiler.Output;

/// <summary>The version that stands in <c>[GeneratedCode]</c>: this compiler's own.</summary>
public static class GeneratedVersion
{
    /// <summary>Major, minor and patch.</summary>
    public static string Text { get; } = typeof(GeneratedVersion).Assembly.GetName().Version.ToString(3);
}
