using ContractKit.Compiler.Documents.Manifest;

namespace ContractKit.Compiler.Model.Services;

/// <summary>Decides what a security scheme means.</summary>
internal static class SecurityBinder
{
    /// <summary>The scheme, or null and a problem where it is none that is supported.</summary>
    public static SecurityContract? Bind(SecurityDocument security, ManifestScope scope) => Scheme(security, scope) is { } scheme
        ? scheme with { Description = security.Description?.Value, BearerFormat = security.BearerFormat?.Value }
        : null;

    private static SecurityContract? Scheme(SecurityDocument security, ManifestScope scope)
    {
        switch (security.Type?.Value)
        {
            case "http":
                switch (security.Scheme?.Value?.ToLowerInvariant())
                {
                    case "bearer":
                        return new SecurityContract(SecurityKind.Bearer, null);
                    case "basic":
                        return new SecurityContract(SecurityKind.Basic, null);
                }

                scope.Report(
                    ManifestRules.Security,
                    (security.Scheme ?? security.Type).Span,
                    "The scheme of \"http\" security is \"bearer\" or \"basic\".");
                return null;
            case "apiKey":
                return ApiKey(security, scope);
            case null:
                return null;
            default:
                scope.Report(ManifestRules.Security, security.Type.Span, "The type of a security scheme is \"http\" or \"apiKey\".");
                return null;
        }
    }

    private static SecurityContract? ApiKey(SecurityDocument security, ManifestScope scope)
    {
        var name = security.Name?.Value;
        switch (security.In?.Value)
        {
            case "header" when name is not null && HeaderName.IsToken(name) && !HeaderName.IsFraming(name):
                return new SecurityContract(SecurityKind.ApiKeyHeader, name);
            case "query" when name is { Length: > 0 }:
                return new SecurityContract(SecurityKind.ApiKeyQuery, name);
            case "header" or "query" when security.Name is not null:
                scope.Report(ManifestRules.Security, security.Name.Span, $"\"{name}\" cannot be the name of an API key's {security.In.Value}.");
                return null;
            case "header" or "query":
                scope.Report(ManifestRules.Missing, security.Member.NameSpan, "An API key needs \"name\": the header or query parameter that carries it.");
                return null;
            case null:
                scope.Report(ManifestRules.Missing, security.Member.NameSpan, "An API key needs \"in\": \"header\" or \"query\".");
                return null;
            default:
                scope.Report(ManifestRules.Security, security.In.Span, "An API key travels in \"header\" or \"query\".");
                return null;
        }
    }
}
