using System.Globalization;
using System.IO;
using ContractKit.Compiler.Model;

namespace ContractKit.Compiler.Tests;

/// <summary>The consumer that a golden case is compiled for: the newest, unless the case has a file consumer.txt with a language version in it.</summary>
internal static class GoldenConsumer
{
    public static Consumer Newest { get; } = new(
        1400,
        ConsumerFeatures.Init | ConsumerFeatures.Required | ConsumerFeatures.DateOnly | ConsumerFeatures.Parsable
            | ConsumerFeatures.NotNullWhen | ConsumerFeatures.RuntimeLibrary,
        GeneratedParts.Types | GeneratedParts.Client | GeneratedParts.Server,
        GeneratedVisibility.Public,
        "Golden",
        "");

    public static Consumer Read(string folder)
    {
        var path = Path.Combine(folder, "consumer.txt");
        return File.Exists(path)
            ? Newest with { LanguageVersion = int.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture) }
            : Newest;
    }
}
