namespace ContractKit.Compiler.Output;

/// <summary>A file of generated C#.</summary>
/// <param name="HintName">Its name, unique within a project whatever the case, and safe on every file system.</param>
/// <param name="Source">Its text, with LF between lines.</param>
public sealed record GeneratedFile(string HintName, GeneratedText Source)
{
    /// <summary>The whole text.</summary>
    public string Text => Source.ToString();
}
