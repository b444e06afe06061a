using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ContractKit.Analyzers.Evidence;

/// <summary>Which types of the platform bring in text that is no contract's: the console, files, settings, databases, requests to one's own server.</summary>
internal static class Sources
{
    private static readonly string[] Namespaces =
    [
        "System.Data", "Microsoft.Data", "System.Configuration", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.Options", "System.Resources",
        "System.Xml", "Microsoft.AspNetCore", "System.Web", "System.Windows", "Microsoft.Win32", "Microsoft.UI", "System.DirectoryServices", "System.ServiceProcess",
        "System.Management", "System.Reflection", "Npgsql", "Dapper", "MySql", "Oracle", "Microsoft.EntityFrameworkCore", "System.Security", "System.Globalization", "System.Diagnostics",
    ];

    private static readonly string[] Types =
    [
        "Console", "Environment", "File", "FileInfo", "DirectoryInfo", "Directory", "Path", "StreamReader", "Process", "ResourceManager", "NameValueCollection",
        "HttpHeaders", "HttpRequestHeaders", "HttpResponseHeaders", "HttpContentHeaders", "WebHeaderCollection", "CultureInfo", "Type", "Exception", "TextReader", "DriveInfo",
    ];

    /// <summary>Whether what the type's members give comes from outside every contract.</summary>
    public static bool IsElsewhere(ITypeSymbol type)
    {
        if (type.Name is "StringReader" or "StringWriter")
        {
            // They hold the text that they were given, wherever it came from.
            return false;
        }

        for (var at = type; at is not null; at = at.BaseType)
        {
            var name = at.Name;
            if (Array.IndexOf(Types, name) >= 0 && IsPlatform(at))
            {
                return true;
            }

            var space = at.ContainingNamespace?.ToDisplayString() ?? "";
            if (Namespaces.Any(prefix => space.StartsWith(prefix, StringComparison.Ordinal) && (space.Length == prefix.Length || space[prefix.Length] == '.')))
            {
                return true;
            }
        }

        return type is { TypeKind: TypeKind.Interface, Name: "IConfiguration" or "IDataReader" or "IDataRecord" or "IFormCollection" or "IQueryCollection" or "IHeaderDictionary" or "IStringLocalizer" };
    }

    /// <summary>Whether the type is of the platform's libraries or a JSON library, whose calls pass values through rather than make them.</summary>
    public static bool IsPlatform(ITypeSymbol type)
    {
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return space == "System" || space.StartsWith("System.", StringComparison.Ordinal) || space.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
            || space == "Newtonsoft.Json" || space.StartsWith("Newtonsoft.Json.", StringComparison.Ordinal);
    }

    /// <summary>Whether an attribute says that a framework fills the parameter from a request or a row.</summary>
    public static bool IsFilledFromOutside(ISymbol symbol) =>
        symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "FromQueryAttribute" or "FromRouteAttribute" or "FromFormAttribute" or "FromHeaderAttribute"
            or "FromServicesAttribute" or "InlineDataAttribute" or "ColumnAttribute" or "CommandArgumentAttribute" or "OptionAttribute" or "SupplyParameterFromQueryAttribute");
}
