using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ContractKit.Testing;
using ProjectsOf = ContractKit.Hostile.Tests.Corpus.Projects;
using RealSchema = ContractKit.Testing.Corpus;

namespace ContractKit.Hostile.Tests;

/// <summary>The same files give the same bytes: on any culture, in any folder, in any order, with any line ends.</summary>
public sealed class DeterminismTests
{
    private static readonly IReadOnlyList<IReadOnlyList<ProjectFile>> s_projects = [.. Projects()];

    private static readonly IReadOnlyList<string> s_expected = [.. s_projects.Select(static project => HostileProject.Of(project).Output)];

    // U+2212 for minus, a comma for the point, I without a dot, other digits, other calendars; and one that has all at once.
    public static TheoryData<string> Cultures => ["sv-SE", "tr-TR", "ar-SA", "fa-IR", "th-TH", "de-DE", "he-IL", "hi-IN", "az-Latn-AZ", "odd"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void The_culture_does_not_matter(string name)
    {
        using (new CultureScope(name))
        {
            Assert.All(s_projects, static (project, index) => Assert.Equal(s_expected[index], HostileProject.Of(project).Output));
        }
    }

    [Fact]
    public void The_cultures_are_there()
    {
        using (new CultureScope("sv-SE"))
        {
            Assert.Equal("\u22121", (-1).ToString(CultureInfo.CurrentCulture));
        }

        using (new CultureScope("tr-TR"))
        {
            Assert.Equal("\u0130", "i".ToUpper(CultureInfo.CurrentCulture));
        }
    }

    [Theory]
    [InlineData("/a project with spaces/")]
    [InlineData("/f\u00fcr/")]
    [InlineData("/c#/")]
    [InlineData("/a;b/")]
    [InlineData("/%41/")]
    [InlineData("/a'b/")]
    [InlineData("/[x]{y}/")]
    [InlineData("/\u65e5\u672c/")]
    [InlineData("C:\\work\\project\\")]
    [InlineData("/")]
    public void The_folder_does_not_matter(string folder) =>
        Assert.All(s_projects, (project, index) => Assert.Equal(s_expected[index], HostileProject.Of(project, folder: folder).Output));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_of_files_does_not_matter(int seed)
    {
        var random = new Random(seed);
        Assert.All(s_projects, (project, index) => Assert.Equal(s_expected[index], HostileProject.Of([.. project.OrderBy(_ => random.Next())]).Output));
    }

    [Fact]
    public void Line_ends_do_not_matter() =>
        Assert.All(s_projects, static (project, index) => Assert.Equal(
            s_expected[index],
            HostileProject.Of([.. project.Select(static file => new ProjectFile(file.Path, Encoding.UTF8.GetString(file.Bytes).ReplaceLineEndings("\r\n")))]).Output));

    [Fact]
    public void The_output_has_one_kind_of_line_end_and_no_byte_order_mark()
    {
        Assert.All(s_expected, static output => Assert.DoesNotContain('\r', output));
        Assert.All(s_expected, static output => Assert.DoesNotContain('\ufeff', output));
    }

    /// <summary>The golden cases, real schemas where they are at hand, and one project with what cultures spell in their own way.</summary>
    private static IEnumerable<IReadOnlyList<ProjectFile>> Projects()
    {
        foreach (var folder in Directory.EnumerateDirectories(Repository.PathOf("tests", "ContractKit.Compiler.Tests", "Golden")).Order(StringComparer.Ordinal))
        {
            yield return [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => new ProjectFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file)))];
        }

        foreach (var corpus in RealSchema.All().Where(static corpus => corpus.Schema.Length < 60_000))
        {
            yield return Real(corpus);
        }

        yield return ProjectsOf.Members("""
            "i":{"type":"integer","minimum":-5,"maximum":1000000,"default":-3},"I":{"type":"number","minimum":-1.5,"default":-2.25},"d":{"type":"number","format":"decimal","default":-12345.678},
            "e":{"enum":[-1,-2,1000000]},"title":{"enum":["I","i","\u0131","\u0130","ID","id"]},"when":{"type":"string","format":"date-time","default":"2024-02-29T12:34:56.789Z"},
            "day":{"type":"string","format":"date","default":"2024-02-29"},"len":{"type":"string","minLength":1234,"maxLength":56789},"m":{"type":"number","multipleOf":0.01},
            "many":{"type":"array","minItems":1000,"maxItems":2000000,"items":{"type":"integer","exclusiveMinimum":-9007199254740993}}
            """);
    }

    private static IReadOnlyList<ProjectFile> Real(RealSchema corpus) => ProjectsOf.Thing(corpus.Schema);
}
