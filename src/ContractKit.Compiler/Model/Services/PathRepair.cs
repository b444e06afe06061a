using System;

namespace ContractKit.Compiler.Model.Services;

/// <summary>Finds the path that was meant by text that is none.</summary>
internal static class PathRepair
{
    /// <summary>The path: without the server before it, with its slash, with its last brace; null where that is not enough.</summary>
    public static string? Of(string text)
    {
        var path = text;
        if (path.StartsWith("http://", StringComparison.Ordinal) || path.StartsWith("https://", StringComparison.Ordinal))
        {
            var start = path.IndexOf('/', path.IndexOf("://", StringComparison.Ordinal) + 3);
            if (start < 0)
            {
                return null;
            }

            path = path.Substring(start);
        }
        else if (path.Length > 0 && path[0] != '/')
        {
            path = "/" + path;
        }

        if (path.LastIndexOf('{') > path.LastIndexOf('}'))
        {
            path += "}";
        }

        return path != text && path.Length <= 200 && PathTemplate.Parse(path, out _) is not null ? path : null;
    }
}
