using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Binds lists of words and integers to enums.</summary>
internal static class EnumBinder
{
    /// <summary>The contract of an enum.</summary>
    public static EnumContract Bind(PlannedShape type, SchemaLocation location, CSharpName name, bool open)
    {
        var set = type.Set;
        var integers = type.Words == JsonKinds.Integer;
        var words = WordFacts.Of(set, type.Words);
        var scope = new NameScope(ReservedNames.EnumMembers);
        var names = MemberNames.Assign([.. words.Select(static word => word.Name ?? word.Text)], [.. words.Select(word => Wish(word, integers))], scope, "Word");
        var numbers = integers ? [.. words.Select(static word => long.Parse(word.Text, System.Globalization.CultureInfo.InvariantCulture))] : Numbers(words);
        return new EnumContract(
            name,
            location,
            DocumentationBinder.Of(set, set.Conjuncts),
            SchemaText.Says(set.Schemas, "deprecated"),
            open ? CSharpName.Of("Open" + name.Identifier) : null,
            CSharpName.Of(name.Identifier + "Text"),
            integers,
            words.Select((word, index) => new EnumMemberContract(word.Text, names[index], numbers[index], word.Description)).ToEquatableArray());
    }

    private static string Wish(Word word, bool integers)
    {
        if (word.Name is not null)
        {
            return NameWords.Pascal(word.Name);
        }

        return integers ? "Value" + (word.Text[0] == '-' ? "Minus" + word.Text.Substring(1) : word.Text) : NameWords.Pascal(word.Text);
    }

    // A word's number is made of the word, so that no other word moves it. Zero is nobody's: default(T) is no word.
    private static long[] Numbers(IReadOnlyList<Word> words)
    {
        var numbers = new long[words.Count];
        var taken = new HashSet<long>();
        foreach (var index in Enumerable.Range(0, words.Count).OrderBy(index => words[index].Text, System.StringComparer.Ordinal))
        {
            long number = StableHash.Of(words[index].Text) & 0x7fffffff;
            while (number == 0 || !taken.Add(number))
            {
                number = (number + 1) & 0x7fffffff;
            }

            numbers[index] = number;
        }

        return numbers;
    }
}
