using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ContractKit.Hostile.Tests.Corpus;

/// <summary>Words of enums.</summary>
internal static class WordRow
{
    public static IEnumerable<HostileInput> Inputs()
    {
        foreach (var (name, text) in Words())
        {
            yield return new HostileInput("enum words", name, text, TextPlace.Wire, Projects.Word) { RoundTrip = static word => "{\"word\":" + Json.Quote(word) + "}" };
        }

        // No text on the wire is this word, so it is no member; the other one is there.
        yield return new HostileInput("enum words", "a lone surrogate", "a\ud800", TextPlace.None, Projects.Word) { RoundTrip = static _ => "{\"word\":\"other\"}" };
        yield return Many("A, a and A with a space", "A", "a", "A ");
        yield return Many("a-b, a_b and a b", "a-b", "a_b", "a b");
        yield return Many("ab with a ZWJ and without", "a\u200db", "ab");
        yield return Many("ab with a ZWNJ, a soft hyphen and without", "a\u200cb", "a\u00adb", "ab");
        yield return Many("\u00c5 in both forms and the \u00e5ngstr\u00f6m sign", "\u00c5", "A\u030a", "\u212b");
        yield return Many("Cyrillic and Latin A", "\u0410", "A");
        yield return Many("Kelvin sign and K", "\u212a", "K", "k");
        yield return Many("dotless i, I with a dot, I and i", "\u0131", "\u0130", "I", "i");
        yield return Many("long s, s and S", "\u017f", "s", "S");
        yield return Many("the ligature and its letters", "\ufb01", "fi", "FI");
        yield return Many("words that would take each other's numbers", "A", "A2", "a", "A3", "a2");
        yield return Many("one word that is a derived name of another", "U0410", "\u0410", "u0410");
        yield return Many("300 words that differ in case alone", [.. Enumerable.Range(0, 300).Select(static n => string.Concat("abcdefghi".Select((c, i) => (n >> i & 1) == 1 ? char.ToUpperInvariant(c) : c)))]);
        yield return Whole("mixed kinds", "[1,\"1\",true,null,{\"a\":1},[1],1.5]");
        yield return Whole("null among words", "[\"a\",null]");
        yield return Whole("only null", "[null]");
        yield return Whole("numbers that are equal", "[1,1.0,1e0]");
        yield return Whole("integers out of range", "[9223372036854775807,9223372036854775808,-9223372036854775808,1e30]");
        yield return Whole("duplicates", "[\"a\",\"a\",\"b\"]");
        yield return Whole("duplicates once unescaped", "[\"a\",\"\\u0061\"]");
        yield return Whole("none at all", "[]");
        yield return Whole("no array", "\"a\"");
        yield return Whole("an object", "{\"a\":1}");
        foreach (var count in new[] { 1_000, 10_000, 100_000 })
        {
            yield return HostileInput.Whole(
                "enum words", count.ToString(CultureInfo.InvariantCulture) + " words",
                [.. Projects.Members("\"word\":{\"enum\":[" + string.Join(",", Enumerable.Range(0, count).Select(static n => "\"word " + n.ToString(CultureInfo.InvariantCulture) + "\"")) + "]}")]) with { CouldKill = true, IsHuge = count > 1_000 };
        }
    }

    private static HostileInput Many(string name, params string[] words) =>
        HostileInput.Whole("enum words", name, [.. Projects.Members("\"list\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[" + string.Join(",", words.Select(Json.Quote)) + "]}}")])
            with { RoundTrip = _ => "{\"list\":[" + string.Join(",", words.Select(Json.Quote)) + "]}" };

    private static HostileInput Whole(string name, string value) => HostileInput.Whole("enum words", name, [.. Projects.Members("\"word\":{\"enum\":" + value + "}")]);

    private static IEnumerable<(string Name, string Text)> Words()
    {
        foreach (var word in new[]
        {
            "\"", "\\", "\\u0022", "\\\"", "\n", "\r\n", "\u2028", "\0", "", " ", "_", "-", "+", "--", "__", "value__", "ToString", "Equals", "GetHashCode", "HasFlag", "class", "null", "true",
            "__arglist", "__makeref", "record", "nameof", "99", "0", "-1", "+1", "007", "1e5", "A, B", "A|B", "\u212a", "\u0131", "\u017f", "\ufb01", "\u00c5", "A\u030a", "\u0410", "a\u200db", "\u200d",
            "\U0001f600", "\u65e5\u672c\u8a9e", "\u0645\u0631\u062d\u0628\u0627", "\u202eabc", "\ufeff", "\u00ad", "\uffff", "$type", "{0}", "{{", "$\"{canary0000}\"", "\"\"\"", "Known", "Text", "FromText",
            "TryParse", "ToText", "WordOther", "ThingWord", "OpenThingWord", "Thing", "System", "Other2", "None", "Default",
            "\"); } [System.Runtime.CompilerServices.ModuleInitializer] internal static void canary0000() { } //", "a\n[assembly: canary0000]", "*/ class canary0000 {} /*", "</summary>canary0000",
        })
        {
            yield return (Shown(word), word);
        }

        yield return ("1,100 characters", new string('w', 1_100));
        yield return ("100,000 characters", new string('w', 100_000));
    }

    internal static string Shown(string text) => text.Length == 0 ? "(nothing)" : string.Concat(text.Select(static c => c is >= ' ' and < '\u007f' ? c.ToString() : "<" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) + ">"));
}
