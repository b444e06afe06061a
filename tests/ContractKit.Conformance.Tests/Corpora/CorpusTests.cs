using System.Collections.Generic;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Model.Validation;
using ContractKit.Testing;
using Xunit.Abstractions;

namespace ContractKit.Conformance.Tests.Corpora;

/// <summary>Real schemas judge real documents, all of which keep them.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_instance_is_valid()
    {
        var corpora = Corpus.All();
        if (corpora.Count == 0)
        {
            output.WriteLine("NOT RUN: the corpora are not at ../shared/data/schema-corpora.");
            return;
        }

        var compiled = Corpus.Compile(corpora);
        var failures = new List<string>();
        foreach (var corpus in corpora)
        {
            var schema = compiled[corpus.Name];
            var refused = corpus.Instances.Where(instance => !schema.IsValid(instance)).ToList();
            failures.AddRange(refused.Take(5).Select(instance => corpus.Name + ": " + string.Join("; ", schema.Validate(instance).Take(3)) + " in " + Shown(instance)));
            output.WriteLine($"{corpus.Name}: {corpus.Instances.Count - refused.Count}/{corpus.Instances.Count} valid");
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    /// <summary>
    /// Documents changed in one place are judged as two independent validators judge them: NJsonSchema, and Newtonsoft.Json.Schema, whose
    /// free licence gives a thousand validations an hour.
    /// </summary>
    [Fact]
    public async System.Threading.Tasks.Task Changed_documents_are_judged_as_others_judge_them()
    {
        const int Documents = 40;
        var corpora = Corpus.All();
        if (corpora.Count == 0)
        {
            output.WriteLine("NOT RUN: the corpora are not at ../shared/data/schema-corpora.");
            return;
        }

        var compiled = Corpus.Compile(corpora);
        var asserting = Corpus.Compile(corpora, new ValidatorOptions { AssertsFormats = true });
        var unexplained = new List<string>();
        foreach (var corpus in corpora)
        {
            var schema = compiled[corpus.Name];
            var first = await NJsonSchema.JsonSchema.FromJsonAsync(corpus.Schema);
            var second = Newtonsoft.Json.Schema.JSchema.Parse(corpus.Schema, new Newtonsoft.Json.Schema.JSchemaReaderSettings { ValidateVersion = false });
            var texts = corpus.Instances.Select(Encoding.UTF8.GetString).ToList();
            var (total, refused, disagreed) = (0, 0, 0);
            foreach (var text in Mutations.Of(texts, Documents, seed: 7))
            {
                var own = schema.IsValid(Encoding.UTF8.GetBytes(text));
                var token = Newtonsoft.Json.Linq.JToken.Parse(text);
                var others = (NJson: first.Validate(token).Count == 0, Newtonsoft: Newtonsoft.Json.Schema.SchemaExtensions.IsValid(token, second));
                total++;
                refused += own ? 0 : 1;
                if (own == others.NJson && own == others.Newtonsoft)
                {
                    continue;
                }

                disagreed++;
                var asserted = asserting[corpus.Name].IsValid(Encoding.UTF8.GetBytes(text));
                var plain = first.Validate(text.Replace("1e3", "1000")).Count == 0;
                if (!IsExplained(own, others.NJson, asserted, plain) || !IsExplained(own, others.Newtonsoft, asserted, plain: !own))
                {
                    unexplained.Add($"{corpus.Name}: own {own}, NJsonSchema {others.NJson}, Newtonsoft {others.Newtonsoft}: "
                        + string.Join("; ", schema.Validate(Encoding.UTF8.GetBytes(text)).Take(2)) + " in " + text[..System.Math.Min(text.Length, 600)]);
                }
            }

            output.WriteLine($"{corpus.Name}: {total} documents, {refused} refused, {disagreed} judged otherwise by one of the others");
            Assert.True(total >= 30, corpus.Name + " gave only " + total + " documents.");
        }

        Assert.True(unexplained.Count == 0, string.Join("\n", unexplained));
    }

    /// <summary>Why another validator may judge otherwise.</summary>
    /// <param name="own">What we say.</param>
    /// <param name="other">What the other says.</param>
    /// <param name="asserted">What we say when the manifest asserts formats, as both others do: <c>helm-chart-lock</c> has <c>"format": "uri"</c>.</param>
    /// <param name="plain">What NJsonSchema says when 1e3 is written as 1000: by the standard it is an integer, however it is written.</param>
    private static bool IsExplained(bool own, bool other, bool asserted, bool plain) => own == other || asserted == other || plain == own;

    private static string Shown(byte[] json) => Encoding.UTF8.GetString(json, 0, System.Math.Min(json.Length, 200));
}
