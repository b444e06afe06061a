using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Model;

/// <summary>What a partial declaration of a generated type must say to extend it.</summary>
public enum PartialKind
{
    /// <summary>The type is not partial: nothing extends it.</summary>
    None,

    /// <summary><c>partial record</c>, or <c>partial class</c> for a language without records.</summary>
    Record,

    /// <summary><c>partial class</c>.</summary>
    Class,

    /// <summary><c>partial struct</c>.</summary>
    Struct,

    /// <summary><c>partial interface</c>.</summary>
    Interface,
}

/// <summary>The name of a type that is generated. The consumer's own types are asked about such names, and about no others.</summary>
/// <param name="Namespace">Its namespace, with dots.</param>
/// <param name="Name">Its name.</param>
/// <param name="Partial">What extends it.</param>
/// <param name="Text">The text in which one would give it another name.</param>
/// <param name="Span">The place there.</param>
/// <param name="Reference">The schema as a manifest refers to it; empty for what comes with a service.</param>
public sealed record GeneratedName(string Namespace, CSharpName Name, PartialKind Partial, DocumentText Text, TextSpan Span, string Reference)
{
    /// <summary>The problem where the project has a type of that name which does not extend the generated one.</summary>
    /// <param name="found">What the project has, in words: <c>class</c>, <c>partial class</c>.</param>
    /// <param name="hasRecords">Whether the project's language has records.</param>
    public Problem TakenBy(string found, bool hasRecords)
    {
        var partial = Partial switch
        {
            PartialKind.None => "",
            PartialKind.Record => hasRecords ? "partial record" : "partial class",
            PartialKind.Class => "partial class",
            PartialKind.Struct => "partial struct",
            _ => "partial interface",
        };
        var extend = partial.Length == 0 || partial == found ? "" : $" To extend the contract's type, write \"{partial} {Name.Identifier}\" there.";
        var rename = Reference.Length == 0
            ? "rename one of them"
            : $"rename that, or write \"types\": {{ \"AnotherName\": \"{Reference}\" }} in the manifest";
        return NameRules.OwnTypeHasName.At(Text, Span, $"The project has a {found} {Namespace}.{Name.Identifier} of its own: {rename}.{extend}");
    }
}
