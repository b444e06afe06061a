using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Output.Types;

/// <summary>Renders an enum and the static class with its wire words.</summary>
internal static class EnumCode
{
    /// <summary>The enum, its words and, where other words may come, the struct that holds them.</summary>
    public static Code Render(EnumContract contract, TypeRendering use) => Code.Paragraphs(
    [
        Enum(contract, use),
        Text(contract, use),
        contract.Open is { } open ? OpenEnumCode.Render(contract, open, use) : Code.Empty,
    ]);

    private static Code Enum(EnumContract contract, TypeRendering use)
    {
        var open = contract.Open is { } name ? Code.Of($", Open = typeof({name})") : Code.Empty;
        var wide = Code.When(
            contract.Members.Any(static member => member.Number is < int.MinValue or > int.MaxValue),
            $" : long");
        return Code.Of(
            $$"""
            {{Docs.Of(contract.Documentation, "A value of the contract.", contract.Integers ? "" : "The numbers are made of the words, so that a new word moves none; JSON has the words.")}}
            {{use.Obsolete(contract.Deprecated)}}
            {{use.Attributes(contract.Location)}}
            [{{use.Attribute("ContractEnum")}}(typeof({{contract.Text}}){{open}})]
            [{{use.Attribute("JsonConverter")}}(typeof({{contract.Text}}.Converter))]
            {{use.Visibility}} enum {{contract.Name}}{{wide}}
            {
                {{Code.Paragraphs(contract.Members, member => Member(member, contract.Integers, use))}}
            }
            """);
    }

    private static Code Member(EnumMemberContract member, bool isInteger, TypeRendering use)
    {
        var said = isInteger ? "The number " + member.Word + "." : "The word \"" + member.Word + "\".";
        var number = member.Number is >= int.MinValue and <= int.MaxValue ? Literal.Int32((int)member.Number) : Literal.Int64(member.Number);
        return Code.Of(
            $"""
            {DocComment.Summary(member.Description.Length == 0 ? said : member.Description)}
            [{use.Attribute("ContractWord")}({Literal.String(member.Word)})]
            {member.Name} = {number},
            """);
    }

    private static Code Text(EnumContract contract, TypeRendering use)
    {
        var bytes = Code.Of($"{use.Spell(KnownType.ReadOnlySpan)}<byte>");
        var table = contract.Integers ? use.Spell(KnownType.WireIntegers) : use.Spell(KnownType.WireWords);
        var words = contract.Integers
            ? Code.Of($"new long[] {{ {Code.List(contract.Members, static member => Literal.Int64(member.Number))} }}")
            : Code.Of($"new string[] {{ {Code.List(contract.Members, static member => Literal.String(member.Word))} }}");
        var members = Code.List(contract.Members, member => Code.Of($"{contract.Name}.{member.Name}"));
        var summary = contract.Integers ? "integers" : "words";
        var text = contract.Integers ? Code.Of($"integer in digits") : Code.Of($"word");
        return Code.Of(
            $$"""
            {{DocComment.Summary("The wire " + summary + " of " + contract.Name.Identifier + ".")}}
            {{use.GeneratedCode}}
            {{use.Visibility}} static partial class {{contract.Text}}
            {
                internal static readonly {{table}}<{{contract.Name}}> Words = new {{table}}<{{contract.Name}}>(
                    {{words}},
                    new {{contract.Name}}[] { {{members}} });

                /// <summary>The member's wire {{text}}.</summary>
                public static string ToText(this {{contract.Name}} value) => Words.TextOf(value);

                /// <summary>The member that a wire {{text}} stands for, compared exactly.</summary>
                public static bool TryParse(string{{use.Q}} text, out {{contract.Name}} value) => Words.TryParse(text, out value);

                /// <summary>The member that a wire {{text}} stands for, compared exactly.</summary>
                public static bool TryParse({{bytes}} utf8Text, out {{contract.Name}} value) => Words.TryParse(utf8Text, out value);

                {{ConverterCode.Render(
                    Code.Of($"{contract.Name}"),
                    isStruct: true,
                    hides: false,
                    contract.Evaluated,
                    contract.RefusesNull,
                    contract.ReadEnforces ? new ConverterParts(Code.Empty, AreHeldByType: true) : null,
                    Code.Of($"return Words.Read(ref cursor);"),
                    Code.Of($"Words.Write(ref output, value);"),
                    use)}}
            }
            """);
    }
}
