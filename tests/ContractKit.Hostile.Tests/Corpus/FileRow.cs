using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ContractKit.Hostile.Tests.Corpus;

/// <summary>Files: what is in them as bytes, and how much of it.</summary>
internal static class FileRow
{
    private const string Good = """{"type":"object","properties":{"a":{"type":"string","description":"ü"}},"required":["a"]}""";

    public static IEnumerable<HostileInput> Inputs()
    {
        foreach (var depth in new[] { 63, 64, 65, 1_000, 100_000, 1_000_000 })
        {
            yield return Thing(depth.ToString(CultureInfo.InvariantCulture) + " arrays in each other", "{\"type\":\"string\",\"default\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}") with { CouldKill = depth > 1_000 };
            if (depth > 64)
            {
                yield return Thing(depth.ToString(CultureInfo.InvariantCulture) + " objects in each other", string.Concat(Enumerable.Repeat("{\"not\":", depth)) + "true" + new string('}', depth)) with { CouldKill = depth > 1_000 };
                yield return Thing(depth.ToString(CultureInfo.InvariantCulture) + " open brackets", string.Concat(Enumerable.Repeat("{\"a\":[", depth / 2))) with { CouldKill = depth > 1_000 };
                yield return Thing(depth.ToString(CultureInfo.InvariantCulture) + " closing brackets", "{}" + new string('}', depth)) with { CouldKill = depth > 1_000 };
            }
        }

        yield return Thing("20 MB of spaces", new string(' ', 20_000_000) + Good) with { CouldKill = true, IsHuge = true };
        yield return Thing("20 MB of members", "{\"properties\":{" + string.Join(",", Enumerable.Range(0, 800_000).Select(static n => "\"property" + n.ToString(CultureInfo.InvariantCulture) + "\":true")) + "}}") with { CouldKill = true, IsHuge = true };
        yield return Thing("3.9 MB of members", "{\"properties\":{" + string.Join(",", Enumerable.Range(0, 180_000).Select(static n => "\"property" + n.ToString(CultureInfo.InvariantCulture) + "\":true")) + "}}") with { CouldKill = true, IsHuge = true };
        yield return Thing("3.9 MB of commas", "{\"a\":[" + new string(',', 3_900_000) + "]}") with { CouldKill = true, IsHuge = true };
        yield return Thing("3.9 MB of quotes", "{\"a\":" + new string('"', 3_900_000)) with { CouldKill = true, IsHuge = true };
        yield return Thing("3.9 MB of line breaks between garbage", string.Concat(Enumerable.Repeat("x\n", 1_900_000))) with { CouldKill = true, IsHuge = true };
        yield return Thing("a million duplicate names", "{" + string.Join(",", Enumerable.Repeat("\"a\":1", 600_000)) + "}") with { CouldKill = true, IsHuge = true };
        yield return HostileInput.Whole("files", "5,000 schemas", [new("contracts.json", "{\"namespace\":\"Acme\",\"types\":[\"schema/*.json\"]}"), .. Enumerable.Range(0, 5_000).Select(static n => new ProjectFile("schema/s" + n.ToString(CultureInfo.InvariantCulture) + ".json", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"n\":{\"$ref\":\"s" + ((n + 1) % 5_000).ToString(CultureInfo.InvariantCulture) + ".json\"}}}"))]) with { CouldKill = true, NeedsMemory = true, IsHuge = true };
        yield return HostileInput.Whole("files", "20,000 schemas", [new("contracts.json", "{\"namespace\":\"Acme\",\"types\":[\"schema/*.json\"]}"), .. Enumerable.Range(0, 20_000).Select(static n => new ProjectFile("schema/s" + n.ToString(CultureInfo.InvariantCulture) + ".json", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}"))]) with { CouldKill = true, IsHuge = true };
        yield return Thing("10,000 properties", "{\"type\":\"object\",\"properties\":{" + string.Join(",", Enumerable.Range(0, 10_000).Select(static n => "\"p" + n.ToString(CultureInfo.InvariantCulture) + "\":{\"type\":\"string\"}")) + "}}") with { CouldKill = true, IsHuge = true };
        yield return Thing("10,000 required properties", "{\"type\":\"object\",\"properties\":{" + string.Join(",", Enumerable.Range(0, 10_000).Select(static n => "\"p" + n.ToString(CultureInfo.InvariantCulture) + "\":{\"type\":\"integer\"}")) + "},\"required\":[" + string.Join(",", Enumerable.Range(0, 10_000).Select(static n => "\"p" + n.ToString(CultureInfo.InvariantCulture) + "\"")) + "]}") with { CouldKill = true, IsHuge = true };
        yield return Thing("10,000 branches", "{\"oneOf\":[" + string.Join(",", Enumerable.Range(0, 10_000).Select(static n => "{\"type\":\"object\",\"properties\":{\"k\":{\"const\":\"k" + n.ToString(CultureInfo.InvariantCulture) + "\"}},\"required\":[\"k\"]}")) + "]}") with { CouldKill = true, IsHuge = true };
        yield return Thing("10,000 inner types", "{\"type\":\"object\",\"properties\":{" + string.Join(",", Enumerable.Range(0, 10_000).Select(static n => "\"p" + n.ToString(CultureInfo.InvariantCulture) + "\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}")) + "}}") with { CouldKill = true, IsHuge = true };
        yield return Thing("10,000 defaults", "{\"type\":\"object\",\"properties\":{" + string.Join(",", Enumerable.Range(0, 10_000).Select(static n => "\"p" + n.ToString(CultureInfo.InvariantCulture) + "\":{\"type\":\"string\",\"default\":\"d\"}")) + "}}") with { CouldKill = true, IsHuge = true };

        yield return Thing("a byte order mark", [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Good)]);
        yield return Thing("UTF-16, little endian", [0xff, 0xfe, .. Encoding.Unicode.GetBytes(Good)]);
        yield return Thing("UTF-16, big endian", [0xfe, 0xff, .. Encoding.BigEndianUnicode.GetBytes(Good)]);
        yield return Thing("UTF-16 without a byte order mark", Encoding.Unicode.GetBytes(Good));
        yield return Thing("UTF-32", [0xff, 0xfe, 0, 0, .. Encoding.UTF32.GetBytes(Good)]);
        yield return Thing("Latin-1", Encoding.Latin1.GetBytes(Good));
        yield return Thing("Windows line ends", Encoding.UTF8.GetBytes(Good.Replace(",", ",\r\n", System.StringComparison.Ordinal)));
        yield return Thing("invalid UTF-8", [.. Encoding.UTF8.GetBytes("{\"description\":\""), 0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xff, .. Encoding.UTF8.GetBytes("\"}")]);
        yield return Thing("NULs", new byte[100]);
        yield return Thing("NULs after the document", [.. Encoding.UTF8.GetBytes(Good), 0, 0, 0]);
        yield return Thing("a NUL inside", Good.Replace(":", ":\0", System.StringComparison.Ordinal));
        yield return Thing("a PNG", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]);
        foreach (var text in new[]
        {
            "", " ", "null", "true", "false", "1", "\"a\"", "[]", "{", "}", "{\"", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "[1,]", "{} {}", "{}x", "{}// c", "/* c */{}", "{/*", "{\"a\":1 // c\n}", "{'a':1}", "{a:1}", "{\"a\":NaN}", "{\"a\":Infinity}", "{\"a\":+1}", "{\"a\":.5}", "{\"a\":01}", "{\"a\":0x1}", "{\"a\":1e}", "{\"a\":-}", "{\"a\":tru}", "{\"a\":\"\n\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\\ud800\"}",
            "{\"type\":\"object\",\"type\":\"string\"}", "{\"properties\":{\"a\":true,\"\\u0061\":false}}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}", "{\"a\":[1 2]}", "{\"a\":[1,2}", "[}", "# yaml: a", "a: b", "<xml/>", "\u200b{}", "\u00a0{}", "{\"a\":\u20281}",
        })
        {
            yield return Thing(text.Length == 0 ? "empty" : WordRow.Shown(text), text);
        }
    }

    private static HostileInput Thing(string name, string schema) => Thing(name, Encoding.UTF8.GetBytes(schema));

    private static HostileInput Thing(string name, byte[] schema) =>
        HostileInput.Whole("files", name, new("contracts.json", """{"namespace":"Acme","types":["schema/thing.schema.json"]}"""), new ProjectFile("schema/thing.schema.json", schema));
}
