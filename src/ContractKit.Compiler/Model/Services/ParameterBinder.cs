using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Documents.Manifest;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model.Services;

/// <summary>Decides what parameters and response headers mean.</summary>
internal sealed class ParameterBinder(ManifestScope scope, CSharpName operationName)
{
    // The names that the methods of client, handler and endpoint have already.
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal) { "request", "cancellationToken", "options", "progress", "result", "context", "call", operationName.Identifier + "Async" };
    private bool _isBroken;

    /// <summary>The parameters of an operation, required ones first, and what the path has to do with them.</summary>
    public EquatableArray<ParameterContract> Bind(OperationDocument operation, ref PathTemplate path, ref bool isBroken)
    {
        var parameters = new List<ParameterContract>();
        foreach (var document in operation.Parameters)
        {
            if (Place(document) is { } place && Parameter(document, place, Directions.Sent) is { } parameter)
            {
                parameters.Add(parameter);
            }
        }

        PathParameters.Check(scope, operation, path);

        // What no path parameter fills, which has been reported, is left out of the path, so that the operation keeps its methods, and C# that uses them stays without errors.
        var filled = new HashSet<string>(parameters.Where(static parameter => parameter.Place == ParameterPlace.Path).Select(static parameter => parameter.WireName), StringComparer.Ordinal);
        path = path.Without(name => !filled.Contains(name));
        isBroken |= _isBroken;
        return parameters.OrderBy(static parameter => parameter.Required ? 0 : 1).ToEquatableArray();
    }

    /// <summary>The headers of a response.</summary>
    public EquatableArray<ParameterContract> BindHeaders(ResponseDocument response, ref bool isBroken)
    {
        // The members that a case of the union has already.
        _taken.UnionWith(["body", "statusCode", "equals", "getHashCode", "toString", "getType", "match", "deconstruct", "printMembers", "equalityContract", "memberwiseClone"]);
        var headers = new List<ParameterContract>();
        foreach (var header in response.Headers)
        {
            if (Parameter(header, ParameterPlace.Header, Directions.Received) is { } bound)
            {
                headers.Add(bound);
            }
        }

        isBroken |= _isBroken;
        return headers.ToEquatableArray();
    }

    private ParameterPlace? Place(ParameterDocument document)
    {
        switch (document.In?.Value)
        {
            case "path":
                if (!document.Required)
                {
                    var required = (document.Member.Value as JsonObject)?["required"];
                    Error(
                        ManifestRules.PathParameter, required?.Value.Span ?? document.Member.NameSpan, "A path parameter is always required: write true, or take \"required\" out.",
                        required is null ? null : "true");
                }

                return ParameterPlace.Path;
            case "query":
                return ParameterPlace.Query;
            case "header":
                return ParameterPlace.Header;
            case null:
                _isBroken = true;
                return null;
            default:
                var meant = NearMiss.Of(document.In.Value, ["path", "query", "header"]);
                Error(
                    ManifestRules.Parameter, document.In.Span,
                    $"A parameter travels in \"path\", \"query\" or \"header\", and not in {JsonText.Shown(document.In.Value)}"
                        + (document.In.Value == "body" ? ": a body is the operation's \"requestBody\"." : meant is null ? "." : $": write \"{meant}\"."),
                    meant is null ? null : JsonText.Quote(meant));
                return meant switch { "path" => ParameterPlace.Path, "header" => ParameterPlace.Header, _ => ParameterPlace.Query };
        }
    }

    private ParameterContract? Parameter(ParameterDocument document, ParameterPlace place, Directions directions)
    {
        var wireName = document.Member.Name;
        if (place == ParameterPlace.Header)
        {
            if (!HeaderName.IsToken(wireName))
            {
                Error(ManifestRules.Parameter, document.Member.NameSpan, "A header's name has letters, digits and !#$%&'*+-.^_`|~ alone (RFC 9110, section 5.1).");
                return null;
            }

            if (HeaderName.IsFraming(wireName) || HeaderName.IsDescribedElsewhere(wireName))
            {
                Error(
                    ManifestRules.Parameter,
                    document.Member.NameSpan,
                    HeaderName.IsFraming(wireName)
                        ? $"\"{wireName}\" is set by HTTP itself: take it out."
                        : $"\"{wireName}\" is told by \"security\" and by the bodies, not by a parameter: take it out.");
                return null;
            }
        }
        else if (wireName.Length == 0 || wireName.Any(static c => char.IsControl(c) || char.IsSurrogate(c)))
        {
            Error(ManifestRules.Parameter, document.Member.NameSpan, "A parameter needs a name of visible characters.");
            return null;
        }

        if (document.Schema is null)
        {
            if (place != ParameterPlace.Header || document.In is not null)
            {
                _isBroken = true;
                return null;
            }
        }

        var name = Name(wireName);
        var value = document.Schema ?? new JsonBoolean(document.Member.Value.Span, true);
        var schema = scope.Open(value, value is JsonString ? null : CSharpName.Of(operationName.Identifier + Upper(name)), directions);
        if (schema is null)
        {
            _isBroken = true;
            return null;
        }

        return new ParameterContract(
            wireName,
            CSharpName.Of(name),
            CSharpName.Of(Upper(name)),
            place,
            document.Required,
            document.Deprecated,
            Prose.Of(document.Description?.Value),
            new SchemaUse(schema.Location, directions));
    }

    /// <summary>A parameter's C# name: the words of the wire name, the first in lower case; a number at the end where it is taken.</summary>
    private string Name(string wireName)
    {
        var words = new StringBuilder();
        var startsWord = false;
        foreach (var c in wireName)
        {
            if (c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                words.Append(startsWord && words.Length > 0 ? char.ToUpperInvariant(c) : c);
                startsWord = false;
            }
            else
            {
                startsWord = true;
            }

            if (words.Length == 60)
            {
                break;
            }
        }

        if (words.Length == 0 || words[0] is >= '0' and <= '9')
        {
            words.Insert(0, "value");
        }

        words[0] = char.ToLowerInvariant(words[0]);
        if (words.ToString().StartsWith("answer", StringComparison.Ordinal))
        {
            // So are the answers called in those methods.
            words.Append("Value");
        }

        var name = words.ToString();
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = words.ToString() + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static string Upper(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private void Error(ProblemRule rule, TextSpan span, string message, string? remedy = null) => scope.Report(rule, span, message, remedy);
}
