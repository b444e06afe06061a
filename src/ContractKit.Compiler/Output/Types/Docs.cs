using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Output.Types;

/// <summary>Renders what readers are told as documentation comments.</summary>
internal static class Docs
{
    /// <summary>Summary and, for the constraints, remarks.</summary>
    /// <param name="documentation">What the schema says.</param>
    /// <param name="otherwise">The summary where it says nothing.</param>
    /// <param name="more">A sentence of our own behind the constraints.</param>
    public static Code Of(Documentation documentation, string otherwise, string more = "") => Code.Of(
        $"""
        {DocComment.Summary(documentation.Summary.Length == 0 ? otherwise : documentation.Summary)}
        {DocComment.Remarks(more.Length == 0 ? documentation.Constraints : (documentation.Constraints + " " + more).TrimStart(' '))}
        """);
}
