using ContractKit.Compiler.Documents;
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
                    security.Scheme is null
                        ? "Security of the type \"http\" needs \"scheme\": write \"scheme\": \"bearer\" or \"scheme\": \"basic\" beside it."
                        : $"{JsonText.Shown(security.Scheme.Value)} is no scheme that is supported: write \"bearer\" or \"basic\".",
                    security.Scheme is not null && NearMiss.Of(security.Scheme.Value, ["bearer", "basic"]) is { } near ? JsonText.Quote(near) : null);
                return null;
            case "apiKey":
                return ApiKey(security, scope);
            case null:
                return null;
            case "bearer" or "basic":
                // The scheme in the type's place; nothing else was meant.
                var remedy = security.Scheme is null ? $"\"http\", \"scheme\": \"{security.Type.Value}\"" : "\"http\"";
                scope.Report(ManifestRules.Security, security.Type.Span, $"\"{security.Type.Value}\" is a scheme of the type \"http\": write {remedy}.", remedy);
                return null;
            case "oauth2" or "openIdConnect":
                scope.Report(
                    ManifestRules.Security, security.Type.Span,
                    $"\"{security.Type.Value}\" is not supported: for a token that is fetched elsewhere write \"type\": \"http\", \"scheme\": \"bearer\".");
                return null;
            default:
                var meant = NearMiss.Of(security.Type.Value, ["http", "apiKey"]);
                scope.Report(
                    ManifestRules.Security, security.Type.Span, $"{JsonText.Shown(security.Type.Value)} is no type of a security scheme: write \"http\" or \"apiKey\".",
                    meant is null ? null : JsonText.Quote(meant));
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
                scope.Report(ManifestRules.Missing, security.Member.NameSpan, "An API key needs \"name\", the header or query parameter that carries it, as in \"name\": \"X-Api-Key\".");
                return null;
            case null:
                scope.Report(ManifestRules.Missing, security.Member.NameSpan, "An API key needs \"in\": \"header\" or \"query\".");
                return null;
            default:
                scope.Report(ManifestRules.Security, security.In.Span, $"{JsonText.Shown(security.In.Value)} is not supported: an API key travels in \"header\" or \"query\".");
                return null;
        }
    }
}
