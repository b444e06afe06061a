using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Validation;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Looks at patterns: whether they parse, and are what was meant.</summary>
internal static class PatternCheck
{


    public static void Check(Schema schema, List<Problem> problems)
    {
        if (schema["pattern"]?.Value is JsonString pattern)
        {
            Check(schema, pattern.Value, pattern.Span, problems);
        }

        foreach (var member in (schema["patternProperties"]?.Value as JsonObject)?.Members ?? [])
        {
            Check(schema, member.Name, member.NameSpan, problems);
        }
    }

    private static void Check(Schema schema, string pattern, TextSpan span, List<Problem> problems)
    {
        if (pattern.Length > EcmaPattern.Longest)
        {
            problems.Add(KeywordRules.PatternTooLong.At(schema.Document.Text, span, "The pattern is too long: at most 8192 characters are taken. Write several patterns under \"allOf\", or \"enum\" where it lists words."));
        }
        else if (!EcmaPattern.TryRead(pattern, out _, out var error))
        {
            problems.Add(KeywordRules.PatternDoesNotParse.At(schema.Document.Text, span, "The pattern does not parse as ECMA-262 in Unicode mode: " + error + "."));
        }
        else if (WithoutSlashes(pattern) is { } bare)
        {
            problems.Add(KeywordRules.PatternBetweenSlashes.At(
                schema.Document.Text, span, "The slashes are part of the pattern here, so that nothing matches: write " + JsonText.Shown(bare) + ".", JsonText.Quote(bare)));
        }
    }

    // "/^…$/" can match nothing: a text neither starts after a slash nor ends before one.
    private static string? WithoutSlashes(string pattern)
    {
        var end = pattern.LastIndexOf('/');
        if (end < 2 || pattern[0] != '/' || pattern.Skip(end + 1).Any(static flag => flag is < 'a' or > 'z'))
        {
            return null;
        }

        var bare = pattern.Substring(1, end - 1);
        return bare[0] == '^' || (bare[bare.Length - 1] == '$' && !bare.EndsWith("\\$", System.StringComparison.Ordinal)) ? bare : null;
    }
}
