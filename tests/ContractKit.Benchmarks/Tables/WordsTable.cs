using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Acme.Answers;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Benchmarks.Results;

namespace ContractKit.Benchmarks.Tables;

/// <summary>From a word on the wire to the enum's member, and back.</summary>
internal sealed class WordsTable : Table
{
    private const string EnumParse = "Enum.Parse of the member's name";
    private const string EnumToString = "Enum.ToString, the member's name";
    private const string Frozen = "frozen dictionary";
    private const string Converter = "JsonStringEnumConverter";
    private const string Own = "generated";
    private const string OwnRead = "generated, from JSON";
    private const string OwnWrite = "generated, to JSON";

    public override string Name => "words";

    public override string Title => "Enum word ↔ member";

    public override string Description =>
        "All words of an enum, one after the other: the three of the task status, and fifty country codes. Enum.Parse knows the members' names only, which are other words than those on the wire (`Success`, `SUCCESS`). "
        + "The frozen dictionary is what one would write by hand, from text to member and from member to text. "
        + "JsonStringEnumConverter is measured as it is used: by System.Text.Json, from and to a JSON string in UTF-8, beside the generated converter on the same bytes.";

    public override string Note =>
        "What stands in the way of the last tenth: the generated method calls the library's table where the dictionary is called directly. Words were found by comparing one after the other, and long lists by way of UTF-8, 32 B a word; now a table finds both, and nothing is allocated.";

    public override IEnumerable<ResultGroup> Measure(Run run)
    {
        foreach (var group in Of<GeneratedState, PlainState>(
            run,
            "3 words",
            GeneratedStateText.TryParse,
            GeneratedStateText.TryParse,
            GeneratedStateText.ToText,
            GeneratedStateText.Converter.Instance,
            WordContext.Default.PlainState,
            static value => Enum.Parse<PlainState>(value.ToText(), ignoreCase: true)))
        {
            yield return group;
        }

        foreach (var group in Of<CountryCode, PlainCountry>(
            run,
            "50 words",
            CountryCodeText.TryParse,
            CountryCodeText.TryParse,
            CountryCodeText.ToText,
            CountryCodeText.Converter.Instance,
            WordContext.Default.PlainCountry,
            static value => Enum.Parse<PlainCountry>(value.ToText())))
        {
            yield return group;
        }
    }

    public override IEnumerable<Goal> Goals(IReadOnlyList<ResultGroup> groups)
    {
        foreach (var group in groups)
        {
            if (group.Rows.Any(static row => row.Name == Own))
            {
                yield return new Goal(group.Title + ", in terms of the frozen dictionary", group.Ratio(Own, Frozen), 1.25, 1);
            }
            else
            {
                yield return new Goal(group.Title + ", in terms of JsonStringEnumConverter", group.Rows.First(static row => row.Own).Median / group[Converter].Median, 0.75, 0.45);
            }
        }
    }

    private delegate bool ParseText<T>(string? text, out T value);

    private delegate bool ParseBytes<T>(ReadOnlySpan<byte> utf8Text, out T value);

    private static IEnumerable<ResultGroup> Of<T, TRival>(
        Run run,
        string title,
        ParseText<T> parse,
        ParseBytes<T> parseBytes,
        Func<T, string> toText,
        Json.ContractConverter<T> converter,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<TRival> rival,
        Func<T, TRival> rivalOf)
        where T : struct, Enum
        where TRival : struct, Enum
    {
        var members = Enum.GetValues<T>();
        var words = members.Select(toText).ToArray();
        var utf8 = words.Select(Encoding.UTF8.GetBytes).ToArray();
        var json = words.Select(static word => Encoding.UTF8.GetBytes('"' + word + '"')).ToArray();
        var rivals = members.Select(rivalOf).ToArray();
        var names = rivals.Select(static member => Enum.GetName(member)!).ToArray();
        var byText = words.Zip(members).ToFrozenDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal);
        var byMember = words.Zip(members).ToFrozenDictionary(static pair => pair.Second, static pair => pair.First);

        // Each rival behind a delegate as the generated methods are.
        ParseText<T> frozenParse = (string? text, out T value) => byText.TryGetValue(text!, out value);
        Func<T, string> frozenText = member => byMember[member];
        Func<string, TRival> enumParse = Enum.Parse<TRival>;
        Func<TRival, string> enumText = static member => member.ToString();
        if (run.Wants($"text to member, {title}"))
        {
            yield return new Interleaved($"text to member, {title}")
                .Add(Frozen, () =>
                {
                    foreach (var word in words)
                    {
                        frozenParse(word, out _);
                    }
                })
                .Add(EnumParse, () =>
                {
                    foreach (var name in names)
                    {
                        enumParse(name);
                    }
                })
                .Add(Own, () =>
                {
                    foreach (var word in words)
                    {
                        parse(word, out _);
                    }
                }, own: true)
                .Add(Own + ", from UTF-8", () =>
                {
                    foreach (var word in utf8)
                    {
                        parseBytes(word, out _);
                    }
                }, own: true)
                .Measure(run);
        }

        if (run.Wants($"member to text, {title}"))
        {
            yield return new Interleaved($"member to text, {title}")
                .Add(Frozen, () =>
                {
                    foreach (var member in members)
                    {
                        frozenText(member);
                    }
                })
                .Add(EnumToString, () =>
                {
                    foreach (var member in rivals)
                    {
                        enumText(member);
                    }
                })
                .Add(Own, () =>
                {
                    foreach (var member in members)
                    {
                        toText(member);
                    }
                }, own: true)
                .Measure(run);
        }

        if (run.Wants($"JSON to member, {title}"))
        {
            yield return new Interleaved($"JSON to member, {title}")
                .Add(Converter, () =>
                {
                    foreach (var word in json)
                    {
                        JsonSerializer.Deserialize(word, rival);
                    }
                })
                .Add(OwnRead, () =>
                {
                    foreach (var word in json)
                    {
                        converter.TryRead(word, out _, out _);
                    }
                }, own: true)
                .Measure(run);
        }

        if (run.Wants($"member to JSON, {title}"))
        {
            yield return new Interleaved($"member to JSON, {title}")
                .Add(Converter, () =>
                {
                    foreach (var member in rivals)
                    {
                        JsonSerializer.SerializeToUtf8Bytes(member, rival);
                    }
                })
                .Add(OwnWrite, () =>
                {
                    foreach (var member in members)
                    {
                        converter.ToUtf8Json(member);
                    }
                }, own: true)
                .Measure(run);
        }
    }
}

/// <summary>The rival of the fifty codes; its members are called as the words, so that no attribute is in its way.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlainCountry>))]
internal enum PlainCountry
{
    AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI,
    FR, GR, HR, HU, IE, IT, LT, LU, LV, MT,
    NL, PL, PT, RO, SE, SI, SK, GB, CH, NO,
    IS, US, CA, MX, BR, AR, CL, CO, PE, JP,
    KR, CN, IN, AU, NZ, ZA, EG, NG, KE, MA,
}

[JsonSerializable(typeof(PlainState))]
[JsonSerializable(typeof(PlainCountry))]
internal sealed partial class WordContext : JsonSerializerContext;
