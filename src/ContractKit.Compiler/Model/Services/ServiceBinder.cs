using System;
using System.Collections.Generic;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Documents.Manifest;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Model.Services;

/// <summary>Decides what one service means.</summary>
internal sealed class ServiceBinder(ManifestScope scope)
{
    private readonly Dictionary<string, OperationDocument> _routes = new(StringComparer.Ordinal);
    private readonly Dictionary<CSharpName, CSharpName> _members = [];

    /// <summary>The service, or null where its name alone is wrong; operations that cannot be made are left out, each with a problem.</summary>
    public ServiceContract? Bind(ServiceDocument service)
    {
        if (!CSharpName.TryCreate(service.Member.Name, out var name) || name.Identifier.Length > CSharpName.MaxLength - 20)
        {
            scope.Report(ManifestRules.Name, service.Member.NameSpan, NameComplaint("service", service.Member.Name, out var remedy), remedy);
            return null;
        }

        var security = service.Security is null ? null : SecurityBinder.Bind(service.Security, scope);
        var operations = new List<OperationContract>();
        foreach (var document in service.Operations)
        {
            if (new OperationBinder(scope, document, security).Bind() is { } operation && IsNew(operation, document))
            {
                operations.Add(operation);
            }
        }

        return new ServiceContract(name, Prose.Of(service.Description?.Value), Server(service.Server), operations.ToEquatableArray());
    }

    /// <summary>What is said of a name that C# does not take.</summary>
    public static string NameComplaint(string what, string name, out string? remedy)
    {
        var spelt = NameWords.Pascal(name);
        var fits = name.Length is > 0 and <= 60 && spelt.Length <= CSharpName.MaxLength - 20;
        remedy = fits ? JsonText.Quote(spelt) : null;
        return $"{JsonText.Shown(name)} cannot name the {what}: its C# types are called after it. "
            + (fits ? $"Write {remedy}." : $"Use letters, digits and underscores, at most {CSharpName.MaxLength - 20} of them, and no digit first.");
    }

    private bool IsNew(OperationContract operation, OperationDocument document)
    {
        var route = operation.Method + " " + operation.Path.Route;
        if (_routes.TryGetValue(route, out var other))
        {
            scope.Report(
                ManifestRules.SameRoute,
                document.Path!.Span,
                $"\"{other.Member.Name}\" answers {operation.Method} {other.Path!.Value} already, and a server could not tell the two apart: change the method or the path of one.");
            return false;
        }

        _routes.Add(route, document);
        foreach (var member in new[] { operation.Result, operation.Exception, operation.GetMethod, operation.SendMethod, operation.WaitMethod })
        {
            if (member == operation.WaitMethod && operation.Completion is null)
            {
                continue;
            }

            if (_members.TryGetValue(member, out var taken))
            {
                scope.Report(
                    ManifestRules.NameClash,
                    document.Member.NameSpan,
                    $"\"{operation.Name.Identifier}\" and \"{taken.Identifier}\" would both have a {member.Identifier}. Rename one of them.");
                return false;
            }

            _members.Add(member, operation.Name);
        }

        return true;
    }

    private string? Server(JsonString? server)
    {
        if (server is null)
        {
            return null;
        }

        if (!Uri.TryCreate(server.Value, UriKind.Absolute, out var address)
            || (address.Scheme != "https" && address.Scheme != "http")
            || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0
            || server.Value.IndexOf('{') >= 0
            || address.Host.Length == 0)
        {
            var withScheme = "https://" + server.Value;
            var remedy = server.Value.IndexOf('.') > 0 && server.Value.IndexOf(':') < 0 && server.Value.IndexOf('{') < 0
                && Uri.TryCreate(withScheme, UriKind.Absolute, out var whole) && whole.Query.Length + whole.Fragment.Length + whole.UserInfo.Length == 0
                ? JsonText.Quote(withScheme)
                : null;
            scope.Report(
                ManifestRules.Server,
                server.Span,
                server.Value.IndexOf('{') >= 0
                    ? "A server has no variables: write one address, or leave \"server\" out and set the HttpClient's BaseAddress."
                    : "A server is an absolute http or https address without user, query and fragment: "
                        + (remedy is null ? "write it as in \"https://api.example.com/v1\"." : $"write {remedy}."),
                remedy);
            return null;
        }

        return address.AbsoluteUri;
    }
}
