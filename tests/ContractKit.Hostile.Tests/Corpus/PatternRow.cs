using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ContractKit.Hostile.Tests.Corpus;

/// <summary>Regular expressions.</summary>
internal static class PatternRow
{
    public static IEnumerable<HostileInput> Inputs()
    {
        foreach (var text in new[]
        {
            "(a+)+$", "^(\\w+\\s?)*$", "(a|a)*b", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$", "(?=a)b", "(?!a)b", "(?<=a)b", "(?<!a)b", "(a)\\1", "(?<n>a)\\k<n>", "(?>a)", "a++", "[^]", "[]", "\\u{1F600}", "\\p{Letter}", "\\p{L}", "\\p{Script=Greek}", "\\P{Lu}", "\\_", "\\-", "[\\-]", "\\/",
            "[a-[b]]", "(?#x)", "(?i:a)", "(?i)a", "\\A", "\\z", "\\Z", "\\G", "(?'x'a)", "(?<x-y>a)", "(?(a)b|c)", "\\e", "\\a", "\\cA", "\\c", "\\x4", "\\u12", "\\0", "\\1", "[b-a]", "a{2,1}", "a{99999999999}", "a{,5}", "{", "}", "]", "(", ")", "*", "+a", "|", "^", "$", "", "^$", ".", "\\d", "\\w", "\\s", "\\b", "[\\b]", "[\\d-z]",
            "\"", "\\\"", "\"; canary0000(); //", "\n", "\u2028", "\0", "\ud83d", "[\ud83d\ude00]", "^canary0000$", "{0}", "\"\"\"", "(?<a>x)(?<a>y)", "\\k<a>", "[[:alpha:]]", "\\Qa\\E", "(?P<n>a)", "a{1000}{1000}{1000}", "(?:a{1000}){1000}", "((a{100}){100}){100}",
        })
        {
            yield return new HostileInput("pattern", WordRow.Shown(text), text, TextPlace.None, Project);
        }

        yield return Large("1 MB", new string('a', 1_000_000));
        yield return Large("200,000 alternatives", string.Join("|", Enumerable.Range(0, 200_000).Select(static n => n.ToString(CultureInfo.InvariantCulture))));
        yield return Large("100,000 groups in each other", new string('(', 100_000) + new string(')', 100_000));
        yield return Large("100,000 open groups", new string('(', 100_000));
        yield return Large("3,000 groups in each other", new string('(', 3_000) + new string(')', 3_000));
        yield return Large("100,000 classes", string.Concat(Enumerable.Repeat("[a-z]", 100_000)));
        yield return Large("1,024 characters", new string('a', 1_024));
        yield return Large("1,025 characters", new string('a', 1_025));
        yield return Large("8,192 characters", new string('a', 8_192));
        yield return Large("8,193 characters", new string('a', 8_193));
        yield return Large("200 groups in each other", new string('(', 200) + new string(')', 200));
        yield return HostileInput.Whole("pattern", "10,000 patterns", [.. Projects.Members(string.Join(",", Enumerable.Range(0, 10_000).Select(static n => "\"p" + n.ToString(CultureInfo.InvariantCulture) + "\":{\"type\":\"string\",\"pattern\":\"^a" + n.ToString(CultureInfo.InvariantCulture) + "$\"}")))]) with { IsHuge = true, CouldKill = true };
    }

    private static HostileInput Large(string name, string text) => new("pattern", name, text, TextPlace.None, Project) { CouldKill = true };

    private static IReadOnlyList<ProjectFile> Project(string text) =>
        Projects.Members("\"a\":{\"type\":\"string\",\"pattern\":" + Json.Quote(text) + "}", ",\"patternProperties\":{" + Json.Quote(text) + ":{\"type\":\"string\"}},\"propertyNames\":{\"pattern\":" + Json.Quote(text) + "}");
}
