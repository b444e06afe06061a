using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractKit.Analyzers.Tests;

/// <summary>Nothing throws on code that hardly anybody writes, on code of newer versions of C#, and on code that is being typed.</summary>
public class OddCodeTests
{
    public static TheoryData<string, string> Odd { get; } = new()
    {
        { "a program without a class", "using Qolaba.Tasks; var response = TaskStatusResponse.Parse(args[0]); while (response.Status.Text is not \"SUCCESS\") ; return 0; static bool Ended(string status) => status == \"FAILED\";" },
        { "pointers and fixed", "unsafe class C { bool M(char* status, string text) { fixed (char* p = text) { return new string(status) == \"SUCCESS\" || *p == 'S' || p[0] == status[0]; } } delegate*<string, bool> F = &G; static bool G(string status) => status == \"FAILED\"; bool H(string status) => F(status); }" },
        { "__arglist and typed references", "class C { static bool M(string status, __arglist) { var i = new System.ArgIterator(__arglist); var r = __makeref(status); return __refvalue(r, string) == \"SUCCESS\" && __reftype(r).Name == \"FAILED\"; } static bool N() => M(\"SUCCESS\", __arglist(1, \"FAILED\")); }" },
        { "extension block", "static class E { extension(Qolaba.Tasks.TaskStatusResponse answer) { public bool Done => answer.Status.Text == \"SUCCESS\"; public bool Is(string status) => status == \"FAILED\"; public static bool operator !(Qolaba.Tasks.TaskStatusResponse one) => one.Status.Text == \"FAILED\"; } }" },
        { "field keyword", "class C { public string Status { get => field ?? \"PENDING\"; set => field = value == \"SUCCESS\" ? value : field; } = \"PENDING\"; }" },
        { "collection expressions and spreads", "using System.Linq; class C { string[] a = [\"SUCCESS\"]; bool M(string status, System.Collections.Generic.List<string> more) => ((string[])[..a, \"FAILED\", ..more]).Contains(status) || status is [.., 'S'] || status is ['S', .. var rest] && rest == \"UCCESS\"; }" },
        { "file types and aliases of any type", "using Pair = (string status, int n); using unsafe P = int*; file class C { bool M(Pair pair) => pair.status == \"SUCCESS\" && pair is (\"FAILED\", > 0); } file record R(string Status) { public bool Done => Status is \"SUCCESS\"; }" },
        { "interceptors", "namespace System.Runtime.CompilerServices { [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)] file sealed class InterceptsLocationAttribute(int version, string data) : Attribute { } } static class I { [System.Runtime.CompilerServices.InterceptsLocation(1, \"x\")] public static bool M(this string status) => status == \"SUCCESS\"; }" },
        { "ref fields and scoped", "ref struct S { ref readonly string status; public S(ref readonly string s) { status = ref s; } public bool Done(scoped System.ReadOnlySpan<char> other) => status == \"SUCCESS\" || other is \"FAILED\"; } class D { bool M(ref string status, in string other, out string last) { last = status; ref var r = ref status; r ??= \"PENDING\"; return r == \"SUCCESS\" && other == \"FAILED\"; } }" },
        { "static abstract members", "interface I<T> where T : I<T> { static abstract string Status { get; } static virtual bool Done => T.Status == \"SUCCESS\"; } class C : I<C> { public static string Status => \"PENDING\"; static bool M<T>() where T : I<T> => T.Status is \"FAILED\"; }" },
        { "async streams and deconstruction", "using System.Collections.Generic; class C { async IAsyncEnumerable<(string status, int)> A() { yield return (\"SUCCESS\", 1); await System.Threading.Tasks.Task.Yield(); } async System.Threading.Tasks.Task M() { await foreach (var (status, _) in A()) { switch (status) { case \"SUCCESS\" when status.Length > 1: goto case \"FAILED\"; case \"FAILED\": return; } } } }" },
        { "recursion that goes round", "class C { string A(string status) => status.Length > 9 ? B(status) : status; string B(string status) => A(B(status)); bool M(string status) => A(status) == \"SUCCESS\"; string P => Q; string Q => P; bool N() => P == \"FAILED\"; System.Func<string> f = null!; void G() { f = () => f(); if (f() == \"SUCCESS\") G(); } }" },
        { "a sum of a thousand parts", "class C { bool M(string status) => (" + string.Join(" + ", Enumerable.Repeat("status", 900)) + ") == \"SUCCESS\"; }" },
        { "names that are keywords", "class @class { string @status = \"\"; bool @is(string @if) => @if == @status && @status == \"SUCCESS\"; }" },
        { "preprocessor and line directives", "#line 200 \"other.cs\"\nclass C {\n#if NEVER\n bool M(string status) => status == \"SUCCESS\"\n#endif\n#pragma warning disable CK1001\n bool N(string status) => status == \"FAILED\";\n#line default\n}" },
        { "missing everything", "class C { bool M( => status == ; string status; switch (status) { case \"SUCCESS\" => 1, while (status != \"SUCCESS\" { } ) if (response.Status.Text == \"SUCCESS\" }" },
        { "types that are not there", "class C : Missing<Nothing> { Unknown status; bool M(Other other) => status == \"SUCCESS\" || other.Status.Text == \"FAILED\" || other[\"status\"].GetString() is \"PENDING\" || Qolaba.Tasks.Nothing.Parse(\"x\") == \"SUCCESS\"; }" },
        { "attributes of contracts, misused", "[ContractKit.ContractEnum(null!)] enum E { A } [ContractKit.ContractEnum] class C { [ContractKit.ContractProperty(null!)] public string P => \"\"; [ContractKit.ContractOperation(null!, null!)] void M() { } [ContractKit.ContractWord] int f; bool N(E e, string status) => e.ToString() == \"A\" || status == \"A\"; }" },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task NothingThrowsOnOddCode(string what, string code)
    {
        Assert.NotEmpty(what);
        var compilation = Consumer.Of(code);
        var preview = compilation.SyntaxTrees.Select(static tree => tree.WithRootAndOptions(tree.GetRoot(), Consumer.Parse.WithLanguageVersion(LanguageVersion.Preview)));
        foreach (var one in new[] { compilation, compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(preview).WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)) })
        {
            Assert.DoesNotContain(await Consumer.Diagnose(one), static diagnostic => diagnostic.Id == "AD0001");
            Assert.DoesNotContain(await Consumer.Diagnose(one, analyzer: new CompleteSwitchSuppressor()), static diagnostic => diagnostic.Id == "AD0001");
        }
    }

    /// <summary>Every snippet of the corpus with something torn out of it, as while it is being typed; fixes are asked for as well.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task NothingThrowsOnTornCode(int seed)
    {
        var random = new Random(seed);
        var torn = Snippet.In("Corpus").Select((snippet, index) => Torn(snippet.Code.Replace("namespace Consumer;", $"namespace Consumer.Snippet{index};", StringComparison.Ordinal), random)).ToArray();
        foreach (var part in torn.Chunk(200))
        {
            var project = FixProject.OfFiles(part);
            var all = await Consumer.Diagnose((await project.Solution.Projects.Single().GetCompilationAsync())!);
            Assert.DoesNotContain(all, static diagnostic => diagnostic.Id == "AD0001");
            foreach (var diagnostic in all.Where(static diagnostic => diagnostic.Id is not ("CK1006" or "CK1007")).Where((_, index) => index % 5 == 0))
            {
                await project.ActionsAsync(diagnostic);
            }
        }
    }

    // A span of text is taken out, or the text ends early, or a token stands twice.
    private static string Torn(string code, Random random)
    {
        var start = code.IndexOf("namespace", StringComparison.Ordinal);
        var at = random.Next(start + 30, code.Length);
        return random.Next(3) switch
        {
            0 => code[..at],
            1 => code.Remove(at, Math.Min(code.Length - at, random.Next(1, 20))),
            _ => code.Insert(at, code.Substring(random.Next(start, code.Length - 8), 8)),
        };
    }
}
