using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using ContractKit.Compiler.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Abstractions;

namespace ContractKit.Compiler.Tests.Types;

public class ScaleTests(ITestOutputHelper output)
{
    [Fact]
    public void Ten_thousand_words_cost_no_more_than_their_text()
    {
        var words = string.Join(",", Enumerable.Range(0, 10_000).Select(static n => "\"word " + n + "\""));
        var watch = Stopwatch.StartNew();
        var types = GeneratedTypes.Of("""{"type":"object","properties":{"w":{"enum":[""" + words + "]}}}");
        output.WriteLine("generated in " + watch.ElapsedMilliseconds + " ms, " + types.Text.Length + " characters");
        watch.Restart();
        Assert.Equal("""{"w":"word 9999"}""", types.RoundTrip("Thing", """{"w":"word 9999"}"""));
        output.WriteLine("compiled in " + watch.ElapsedMilliseconds + " ms");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Hundreds_of_members_come_back()
    {
        var names = Enumerable.Range(0, 300).Select(static n => "\"m" + n + "\"").ToList();
        var types = GeneratedTypes.Of("""{"type":"object","required":[""" + string.Join(",", names.Take(100)) + "],\"properties\":{" + string.Join(",", names.Select(static name => name + """:{"type":["string","null"]}""")) + "}}");
        var watch = Stopwatch.StartNew();
        var json = "{" + string.Join(",", names.Select(static (name, n) => name + ":" + (n % 2 == 0 ? "null" : "\"x\""))) + "}";
        Assert.Equal(json, types.RoundTrip("Thing", json));
        Assert.Throws<ContractViolationException>(() => types.Parse("Thing", """{"m0":null}"""));
        output.WriteLine("compiled in " + watch.ElapsedMilliseconds + " ms");
    }

    [Fact]
    public void A_schema_made_to_hurt_ends()
    {
        var levels = string.Join(",", Enumerable.Range(0, 30).Select(static n => $$"""
            "l{{n}}": { "allOf": [ { "$ref": "#/$defs/l{{n + 1}}" }, { "$ref": "#/$defs/l{{n + 1}}" } ] }, "u{{n}}": { "oneOf": [ { "$ref": "#/$defs/u{{n + 1}}" }, { "type": "object", "properties": { "a{{n}}": { "$ref": "#/$defs/u{{n + 1}}" } } }, { "type": "array", "items": { "$ref": "#/$defs/u{{n + 1}}" } } ] }
            """));
        var watch = Stopwatch.StartNew();
        var types = GeneratedTypes.Of("""{"type":"object","properties":{"l":{"$ref":"#/$defs/l0"},"u":{"$ref":"#/$defs/u0"}},"$defs":{""" + levels + ""","l30":{"type":"object","properties":{"x":{"type":"string"}}},"u30":{"type":"string"}}}""");
        output.WriteLine("bound in " + watch.ElapsedMilliseconds + " ms, " + types.Text.Length + " characters");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
        types.Clean();
    }

    /// <summary>
    /// What made compilers quadratic, counted: long chains of operators and calls, deep nesting, and switches over texts (10,000 arms took 30 s).
    /// A switch over numbers is a jump table, and may have an arm a member.
    /// </summary>
    [Theory]
    [InlineData("enum", 10_000)]
    [InlineData("required", 600)]
    [InlineData("optional", 600)]
    [InlineData("nullable", 600)]
    [InlineData("tuple", 300)]
    [InlineData("union", 300)]
    public void No_construct_grows_with_the_contract(string kind, int size)
    {
        foreach (var consumer in new[] { GeneratedTypes.Newest, GeneratedTypes.Newest with { LanguageVersion = 703, Features = ConsumerFeatures.RuntimeLibrary } })
        {
            var large = GeneratedTypes.Of(Schema(kind, size), consumer: consumer);
            var construct = Constructs.Of(large.Text);
            output.WriteLine($"{kind}, {size}, C# {consumer.LanguageVersion}: {construct}, {large.Text.Length / size} characters each");
            Assert.InRange(construct.Chain, 0, 70);
            Assert.InRange(construct.TextArms, 0, 60);
            Assert.InRange(construct.Depth, 0, 90);

            // Text for each, not for each pair.
            var tenth = GeneratedTypes.Of(Schema(kind, size / 10), consumer: consumer);
            Assert.InRange(large.Text.Length / (double)tenth.Text.Length, 1, 10.5);
        }
    }

    [Fact]
    public void A_construct_that_grows_would_be_seen()
    {
        var many = Enumerable.Range(0, 100).ToList();
        Assert.InRange(Constructs.Of($"class C {{ bool M(int a) => {string.Join(" && ", many.Select(static n => "a == " + n))}; }}").Chain, 99, 200);
        Assert.InRange(Constructs.Of($"class C {{ object M(H h) => h{string.Concat(many.Select(static n => ".And(" + n + ")"))}; }}").Chain, 99, 200);
        Assert.Equal(100, Constructs.Of($"class C {{ int M(string a) {{ switch (a) {{ {string.Concat(many.Select(static n => $"case \"{n}\": return {n};"))} }} return 0; }} }}").TextArms);
        Assert.Equal(100, Constructs.Of($"class C {{ int M(string a) => a switch {{ {string.Concat(many.Select(static n => $"\"{n}\" => {n},"))} }}; }}").TextArms);
        Assert.InRange(Constructs.Of($"class C {{ int M() => {new string('(', 100)}1{new string(')', 100)}; }}").Depth, 100, 200);
    }

    private static string Schema(string kind, int size)
    {
        return kind switch
        {
            "enum" => """{"type":"object","properties":{"w":{"enum":[""" + Each(static n => "\"word " + n + "\"") + "]}}}",
            "required" => """{"type":"object","required":[""" + Each(static n => "\"m" + n + "\"") + "],\"properties\":{" + Each(static n => $"\"m{n}\":{{\"type\":\"{(n % 2 == 0 ? "string" : "integer")}\"}}") + "}}",
            "optional" => """{"type":"object","properties":{""" + Each(static n => $"\"m{n}\":{{\"type\":\"string\",\"format\":\"{(n % 2 == 0 ? "date-time" : "uuid")}\"}}") + "}}",
            "nullable" => """{"type":"object","properties":{""" + Each(static n => $"\"m{n}\":{{\"type\":[\"integer\",\"null\"]}}") + "}}",
            "tuple" => """{"type":"array","prefixItems":[""" + Each(static n => $"{{\"type\":\"{(n % 2 == 0 ? "string" : "integer")}\"}}") + "],\"items\":false}",
            _ => """{"oneOf":[""" + Each(static n => $"{{\"type\":\"object\",\"required\":[\"kind\"],\"properties\":{{\"kind\":{{\"const\":\"k{n}\"}},\"m{n}\":{{\"type\":\"string\"}}}}}}") + "]}",
        };

        string Each(Func<int, string> text) => string.Join(",", Enumerable.Range(0, size).Select(text));
    }

    /// <summary>The largest of the constructs that cost a compiler more than their text.</summary>
    /// <param name="Chain">Operators, or calls on what a call returned, one after the other.</param>
    /// <param name="TextArms">Arms of a switch over texts.</param>
    /// <param name="Depth">Nodes within each other, chains aside.</param>
    private sealed record Constructs(int Chain, int TextArms, int Depth)
    {
        public static Constructs Of(string text)
        {
            var largest = new Constructs(0, 0, 0);
            var stack = new Stack<(SyntaxNode Node, int Chain, int Depth)>();
            stack.Push((CSharpSyntaxTree.ParseText(text).GetRoot(), 0, 0));
            while (stack.TryPop(out var at))
            {
                var arms = at.Node switch
                {
                    SwitchStatementSyntax statement => statement.Sections.SelectMany(static section => section.Labels).OfType<CaseSwitchLabelSyntax>().Count(static label => IsText(label.Value)),
                    SwitchExpressionSyntax expression => expression.Arms.Count(static arm => arm.Pattern is ConstantPatternSyntax constant && IsText(constant.Expression)),
                    _ => 0,
                };
                largest = new Constructs(Math.Max(largest.Chain, at.Chain), Math.Max(largest.TextArms, arms), Math.Max(largest.Depth, at.Depth));
                foreach (var child in at.Node.ChildNodes())
                {
                    var links = child is BinaryExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax;
                    var goesOn = links && at.Node is BinaryExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax;
                    stack.Push((child, goesOn ? at.Chain + (child is MemberAccessExpressionSyntax ? 0 : 1) : 0, goesOn ? at.Depth : at.Depth + 1));
                }
            }

            return largest;
        }

        private static bool IsText(ExpressionSyntax value) => value.IsKind(SyntaxKind.StringLiteralExpression) || value.IsKind(SyntaxKind.Utf8StringLiteralExpression);
    }
}
