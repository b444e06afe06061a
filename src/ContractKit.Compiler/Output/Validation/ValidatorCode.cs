using System.Collections.Generic;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Validation;

namespace ContractKit.Compiler.Output.Validation;

/// <summary>Writes the validators of a document, and the public classes that give them to users.</summary>
public static class ValidatorCode
{
    /// <summary>The namespaces whose types the code names by their short names.</summary>
    public static IReadOnlyList<string> Usings { get; } = ["System", "System.Collections.Generic", "ContractKit", "ContractKit.Validation"];

    /// <summary>The internal class with a document's rules.</summary>
    /// <param name="validators">The rules.</param>
    /// <param name="names">Names those of other documents.</param>
    /// <param name="consumer">Whose language version decides how they are written.</param>
    /// <param name="spellsInFull">Whether a generated type is called like one of the library's, so that those are written in full.</param>
    public static Code Rules(DocumentValidators validators, ValidatorNames names, Consumer consumer, bool spellsInFull = false)
    {
        var notNull = Code.When(consumer.NullableAnnotations, $"!");
        var library = Code.When(spellsInFull, $"global::ContractKit.Validation.");
        var code = new RuleCode(validators.Path, names, notNull, library);
        return Code.Of($$"""
            /// <summary>What the schemas of a file ask of a document, as tables.</summary>
            internal static class {{validators.ClassName}}
            {
                {{Code.Paragraphs(Fields(validators, code, notNull, library))}}
            }
            """);
    }

    private static IEnumerable<Code> Fields(DocumentValidators validators, RuleCode code, Code notNull, Code library)
    {
        foreach (var rule in validators.Rules)
        {
            yield return Code.Of($"""
                // {CommentText.Of("#" + rule.Location.Pointer)}
                internal static readonly {library}SchemaRule {rule.Name} = {code.Rule(rule.Schema)};
                """);
            code.Written(rule.Location);
        }

        foreach (var scope in validators.Scopes)
        {
            yield return Code.Of($"""
                internal static readonly {library}SchemaScope {scope.Name} = new {library}SchemaScope(
                    new[] {Braces(Code.List(scope.Anchors, static anchor => Literal.String(anchor.Name)))},
                    {Code.Join(",\n", scope.Anchors, anchor => Code.Of($"() => {ValidatorNames.RuleOf(anchor.Target)}{notNull}"))});
                """);
        }
    }

    /// <summary>How a schema's rule is named from anywhere in the manifest's namespace. <c>Evaluate</c> of it is a <c>SchemaEvaluator</c>.</summary>
    public static Code Name(SchemaLocation location, ValidatorNames names) =>
        Code.Of($"{names.ClassOf(location.Path)}.{ValidatorNames.RuleOf(location)}");

    /// <summary>The public class by which users ask whether a document keeps a schema.</summary>
    /// <param name="name">The class's name.</param>
    /// <param name="location">Where the schema stands.</param>
    /// <param name="names">Names the rules.</param>
    /// <param name="consumer">Decides the accessibility.</param>
    public static Code Schema(CSharpName name, SchemaLocation location, ValidatorNames names, Consumer consumer)
    {
        var visibility = consumer.Visibility == GeneratedVisibility.Internal ? Code.Of($"internal") : Code.Of($"public");
        var rule = Name(location, names);
        var summary = DocComment.Summary("Judges documents by " + names.SourceOf(location.Path) + "#" + location.Pointer + ": the JSON Schema standard, to the letter.");
        return Code.Of($$"""
            {{summary}}
            {{visibility}} static class {{name}}
            {
                /// <summary>Whether a document keeps the schema; stops at the first violation.</summary>
                /// <param name="utf8Json">The document, in UTF-8.</param>
                public static bool IsValid(ReadOnlySpan<byte> utf8Json) => SchemaEvaluation.IsValid(utf8Json, {{rule}});

                /// <summary>Where a document does not keep the schema, up to 100 places; empty if it does.</summary>
                /// <param name="utf8Json">The document, in UTF-8.</param>
                public static IReadOnlyList<ContractViolation> Validate(ReadOnlySpan<byte> utf8Json) => SchemaEvaluation.Validate(utf8Json, {{rule}});
            }
            """);
    }

    private static Code Braces(Code items) => Code.Of($$"""{ {{items}} }""");
}
