using System.Collections.Generic;

namespace ContractKit.Hostile.Tests.Corpus;

/// <summary>description, title, $comment, examples.</summary>
internal static class ProseRow
{
    private const string Initializer = "[System.Runtime.CompilerServices.ModuleInitializer] internal static void canary0000() => throw null!; ";

    public static IEnumerable<HostileInput> Inputs()
    {
        foreach (var (name, text) in Texts())
        {
            // No text is another contract than some text: it has no remarks.
            yield return new HostileInput("prose", "description: " + name, text, text.Trim().Length == 0 ? TextPlace.None : TextPlace.Prose, Projects.Prose);
            yield return new HostileInput("prose", "title: " + name, text, TextPlace.None, Projects.Title);
        }

        yield return new HostileInput("prose", "5 MB in one description", new string('a', 5_000_000), TextPlace.None, static text => Projects.Members("\"a\":{\"type\":\"string\",\"description\":\"" + text + "\"}")) { IsHuge = true, CouldKill = true };
        yield return new HostileInput("prose", "3 MB in one description", new string('a', 3_000_000), TextPlace.Prose, static text => Projects.Members("\"a\":{\"type\":\"string\",\"description\":\"" + text + "\"}")) { CouldKill = true };
        yield return new HostileInput("prose", "a million line breaks", string.Concat(System.Linq.Enumerable.Repeat("\\n", 1_000_000)), TextPlace.None, static text => Projects.Members("\"a\":{\"type\":\"string\",\"description\":\"a" + text + "b\"}")) { CouldKill = true };
    }

    private static IEnumerable<(string Name, string Text)> Texts()
    {
        foreach (var (name, end) in new[] { ("LF", "\n"), ("CR", "\r"), ("CRLF", "\r\n"), ("U+0085", "\u0085"), ("U+2028", "\u2028"), ("U+2029", "\u2029"), ("VT", "\v"), ("FF", "\f") })
        {
            yield return (name + ", then a module initializer", "a" + end + Initializer);
            yield return (name + ", then #endif and #error", "a" + end + "#endif" + end + "#error canary0000" + end + "#pragma warning disable" + end + "#line 1 \"canary0000\"");
        }

        yield return ("end of a block comment", "*/ class canary0000{} /*");
        yield return ("end of the summary", "</summary><remarks>canary0000</remarks><summary>");
        yield return ("an include", "<include file='/etc/passwd' path='canary0000'/>");
        yield return ("a cref", "<see cref=\"canary0000\"/> <paramref name='x'/>");
        yield return ("end of CDATA", "<![CDATA[ canary0000 ]]>");
        yield return ("bare end of CDATA", "canary0000]]>");
        yield return ("a character reference to LF", "a&#10;canary0000&#xD;");
        yield return ("an unknown entity", "&unknown; canary0000");
        yield return ("a processing instruction", "<?canary0000?>");
        yield return ("a doctype", "<!DOCTYPE x [<!ENTITY y \"canary0000\">]>");
        yield return ("three quotes", "\"\"\"");
        yield return ("eight quotes and a line", "\"\"\"\"\"\"\"\"\ncanary0000");
        yield return ("an interpolation", "$\"{canary0000}\"");
        yield return ("a verbatim string", "@\"canary0000\\\"");
        yield return ("{0}", "{0} canary0000");
        yield return ("{{", "{{ }} {canary0000");
        yield return ("raw holes", "{{{canary0000}}}");
        yield return ("right-to-left override", "a\u202e\u2066canary0000\u2069");
        yield return ("tag characters", "a\U000e0041\U000e0042canary0000");
        yield return ("zero-width", "a\u200b\u200c\u200d\ufeff\u2060canary0000");
        yield return ("U+0000", "\0");
        yield return ("U+0000 inside", "a\0canary0000");
        yield return ("U+FFFF", "a\uffffcanary0000");
        yield return ("U+FFFE", "a\ufffecanary0000");
        yield return ("escape and bell", "a\u001b[31m\acanary0000");
        yield return ("a lone high surrogate", "a\ud800canary0000");
        yield return ("a lone low surrogate", "a\udc00canary0000");
        yield return ("surrogates the wrong way round", "\udc00\ud800canary0000");
        yield return ("#endif at the start", "#endif canary0000");
        yield return ("#error at the start", "#error canary0000");
        yield return ("only spaces", "   ");
        yield return ("only line breaks", "\r\n\u2028\n");
        yield return ("nothing", "");
        yield return ("a comment's end and a backslash", "a\\\\u000acanary0000 \\u000a class canary0000 {}");
        yield return ("slashes", "/// // /* canary0000");
        yield return ("an emoji of seven code points", "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 canary0000");
    }
}
