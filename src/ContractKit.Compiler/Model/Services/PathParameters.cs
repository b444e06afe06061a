using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Documents.Manifest;

namespace ContractKit.Compiler.Model.Services;

/// <summary>Whether the parameters of a path are those that <c>parameters</c> describes.</summary>
internal static class PathParameters
{
    public static void Check(ManifestScope scope, OperationDocument operation, PathTemplate path)
    {
        var inPath = path.Parts.Where(static part => part.IsParameter).Select(static part => part.Text).ToList();
        var undescribed = inPath.Where(name => operation.Parameters.All(parameter => parameter.Member.Name != name)).ToList();
        var unused = operation.Parameters.Where(parameter => parameter.In?.Value == "path" && !inPath.Contains(parameter.Member.Name)).ToList();

        // One of each will be the same under two names.
        if (undescribed.Count == 1 && unused.Count == 1)
        {
            scope.Report(
                ManifestRules.PathParameter, unused[0].Member.NameSpan,
                $"The path {path.Text} has {{{undescribed[0]}}}, and no {{{unused[0].Member.Name}}}: write {JsonText.Shown(undescribed[0])}.", JsonText.Quote(undescribed[0]));
            return;
        }

        foreach (var parameter in unused)
        {
            var name = parameter.Member.Name;

            // As Express and others write it.
            var colon = operation.Path!.Value.Split('/').Contains(":" + name) ? operation.Path.Value.Replace(":" + name, "{" + name + "}") : null;
            if (colon is not null)
            {
                scope.Report(
                    ManifestRules.PathParameter, operation.Path.Span, $"A parameter of the path stands in braces: write {JsonText.Shown(colon)}.", JsonText.Quote(colon));
            }
            else
            {
                scope.Report(
                    ManifestRules.PathParameter, parameter.Member.NameSpan,
                    $"The path {path.Text} has no {{{name}}}: write it there, or another place than \"path\" here.");
            }
        }

        foreach (var name in undescribed)
        {
            var member = $"{JsonText.Quote(name)}: {{ \"in\": \"path\", \"schema\": {{ \"type\": \"string\" }} }}";
            var (span, text) = Insertion(scope.Text, operation, member);
            scope.Report(
                ManifestRules.PathParameter.At(
                    scope.Text, operation.Path!.Span,
                    $"\"parameters\" says nothing of {{{name}}}: add {member}.", text) with { RemedySpan = span });
        }
    }

    // Into "parameters" where there are some, else with them behind the path.
    private static (TextSpan Span, string Text) Insertion(DocumentText text, OperationDocument operation, string member)
    {
        var json = (JsonObject)operation.Member.Value;
        return json["parameters"]?.Value switch
        {
            JsonObject { Members.Count: > 0 } parameters => MemberInsertion.Behind(text, parameters.Members[parameters.Members.Count - 1], member),
            JsonObject parameters => (parameters.Span, "{ " + member + " }"),
            _ => MemberInsertion.Behind(text, json.Members.First(other => ReferenceEquals(other.Value, operation.Path)), "\"parameters\": { " + member + " }"),
        };
    }
}
