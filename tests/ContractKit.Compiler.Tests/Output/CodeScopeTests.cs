using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using ContractKit.Compiler.Output;
using ContractKit.Compiler.Tests.Types;
using Xunit;

namespace ContractKit.Compiler.Tests.Output;

/// <summary>How long code lasts, and what becomes of its room.</summary>
public sealed class CodeScopeTests
{
    [Fact]
    public void Code_lasts_as_long_as_its_scope()
    {
        Code text, tree, kept;
        using (CodeScope.Begin())
        {
            text = Code.Of($"a{1}");
            tree = Code.Lines([text, Code.Encoded(new string('b', 200))]);
            kept = tree.Kept();
            Assert.Equal("a1", text.ToString());
        }

        using (CodeScope.Begin())
        {
            _ = Code.Of($"c{2}");
            Assert.Throws<InvalidOperationException>(() => text.ToString());
            Assert.Throws<InvalidOperationException>(() => tree.Length);
            Assert.Throws<InvalidOperationException>(() => Code.Of($"{{ {text} }}"));
            Assert.Equal("a1\n" + new string('b', 200), kept.ToString());
        }
    }

    [Fact]
    public void An_inner_scope_leaves_the_outer_ones_code()
    {
        using var scope = CodeScope.Begin();
        var outer = Code.Of($"a{1}");
        var mark = CodeStack.Current.Mark();
        using (CodeScope.Begin())
        {
            Assert.Equal("{ a1 }", Code.Of($"{{ {outer} }}").ToString());
        }

        Assert.Equal(mark, CodeStack.Current.Mark());
        Assert.Equal("[a1]", Code.Of($"[{outer}]").ToString());
    }

    [Fact]
    public void Code_without_a_scope_lasts()
    {
        var mark = CodeStack.Current.Mark();
        Assert.True(Code.Lines([Code.Of($"a{1}"), Code.Encoded(new string('b', 200))]).IsKept);
        Assert.Equal(mark, CodeStack.Current.Mark());
    }

    // A stack that has grown large is let go, but not while something is being written on it.
    [Fact]
    public void Large_code_is_made_without_a_scope_and_within_one()
    {
        var large = Code.Lines(Enumerable.Repeat(Code.Of($"int Number;"), 100_000));
        var more = Code.Encoded(new string('b', 200));
        var expected = large + "\n" + more + "\n" + more + "1";
        Assert.Equal(expected, Make().ToString());
        using (CodeScope.Begin())
        {
            Assert.Equal(expected, Make().ToString());
        }

        Code Make() => Code.Of($"{Code.Lines(Enumerable.Repeat(Code.Of($"int Number;"), 100_000).Append(more))}\n{more}{1}");
    }

    [Fact]
    public void A_sequence_is_made_while_it_is_written_and_holds_one_paragraph_at_a_time()
    {
        using var scope = CodeScope.Begin();
        var most = 0;
        var code = Code.Of(
            $$"""
            {
                {{Code.Of(new CodeSequence(Paragraphs()))}}
            }

            """);
        Assert.Equal(0, most);
        var text = code.ToFile().ToString();
        Assert.Equal("{\n" + string.Join("\n\n", Enumerable.Range(0, 1000).Where(static i => i % 3 != 0).Select(static i => $"    int Number{i};\n    int Other;")) + "\n}\n", text);
        Assert.InRange(most, 1, 100);

        IEnumerable<Code> Paragraphs()
        {
            for (var i = 0; i < 1000; i++)
            {
                yield return Code.When(i % 3 != 0, $"int Number{i};\nint Other;");
                most = Math.Max(most, CodeStack.Current.Finished.Length);
            }
        }
    }

    // What is remembered for a whole file is asked for in the scope of one type.
    [Fact]
    public void What_is_spelled_once_for_a_file_goes_for_all_its_types()
    {
        var names = new[] { "ContractType", "ContractProperty", "GeneratedCode", "JsonConverter", "Obsolete", "NotNullWhen", "ContractEnum", "ContractWord", "Other" };
        var schema = "{ \"$defs\": {" + string.Join(",", names.Select(static name => $$"""
            "{{name}}": { "type": "object", "deprecated": true, "properties": { "id": { "enum": ["{{name}}", "b"] } } }
            """)) + "} }";
        var manifest = "{ \"namespace\": \"Acme\", \"types\": {" + string.Join(",", names.Select(static name => $"\"{name}\": \"all.schema.json#/$defs/{name}\"")) + "} }";
        var made = ContractCompiler.Compile([ContractCompiler.Read("/app/contracts.json", manifest), ContractCompiler.Read("/app/all.schema.json", schema)], GeneratedTypes.Newest);
        Assert.DoesNotContain(made.Problems, static problem => problem.Rule.Id == "CK0900");
        var text = Assert.Single(made.Files, static file => file.HintName.Contains("all", StringComparison.Ordinal)).Text;

        // A record, the enum of its member, and what knows that enum's words.
        Assert.Equal(3 * names.Length, text.Split("[global::ContractKit.ContractTypeAttribute(").Length - 1);
    }

    // Statics are made when they are first asked for, which may be within a scope: in an assembly of which nobody has asked anything, all of them are.
    [Fact]
    public void No_static_code_is_bound_to_a_scope()
    {
        var context = new AssemblyLoadContext("statics", isCollectible: true);
        try
        {
            var assembly = context.LoadFromAssemblyPath(typeof(Code).Assembly.Location);
            var code = assembly.GetType(typeof(Code).FullName!)!;
            using var scope = (IDisposable)assembly.GetType(typeof(CodeScope).FullName!)!.GetMethod(nameof(CodeScope.Begin), [])!.Invoke(null, null)!;
            var isKept = code.GetProperty(nameof(Code.IsKept), BindingFlags.Instance | BindingFlags.NonPublic)!;
            var asked = 0;
            foreach (var field in assembly.GetTypes()
                .Where(static type => type.Namespace?.StartsWith(typeof(Code).Namespace!, StringComparison.Ordinal) == true && !type.ContainsGenericParameters)
                .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(static field => !field.IsDefined(typeof(ThreadStaticAttribute))))
            {
                foreach (var found in CodeIn(field.GetValue(null), code, new HashSet<object>(ReferenceEqualityComparer.Instance)))
                {
                    asked++;
                    Assert.True((bool)isKept.GetValue(found)!, field.DeclaringType + "." + field.Name);
                }
            }

            Assert.InRange(asked, 60, int.MaxValue);
        }
        finally
        {
            context.Unload();
        }
    }

    private static IEnumerable<object> CodeIn(object? value, Type code, HashSet<object> seen) => value switch
    {
        _ when value?.GetType() == code => [value],
        string or null => [],
        _ when !value.GetType().IsValueType && !seen.Add(value) => [],
        IDictionary table => table.Values.Cast<object>().SelectMany(item => CodeIn(item, code, seen)),
        IEnumerable list => list.Cast<object?>().SelectMany(item => CodeIn(item, code, seen)),
        _ when value.GetType().Assembly == code.Assembly && value.GetType().Namespace?.StartsWith(typeof(Code).Namespace!, StringComparison.Ordinal) == true =>
            value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(field => CodeIn(field.GetValue(value), code, seen)),
        _ => [],
    };
}
