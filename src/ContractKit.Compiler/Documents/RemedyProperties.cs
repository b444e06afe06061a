namespace ContractKit.Compiler.Documents;

/// <summary>The names under which a diagnostic carries a problem's remedy to its code fix.</summary>
public static class RemedyProperties
{
    /// <summary>The text to put in.</summary>
    public const string Text = "ContractKit.Remedy";

    /// <summary>Where, in UTF-16 code units from the start of the file.</summary>
    public const string Start = "ContractKit.RemedyStart";

    /// <summary>How much it replaces, in UTF-16 code units.</summary>
    public const string Length = "ContractKit.RemedyLength";
}
