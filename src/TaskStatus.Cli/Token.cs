using System;
using System.IO;
using System.Linq;

namespace TaskStatus.Cli;

/// <summary>Where the bearer token comes from: best from a file or the environment, since every user of a machine can read command lines.</summary>
internal static class Token
{
    /// <summary>The environment variable that holds the token.</summary>
    public const string Variable = "TASK_STATUS_TOKEN";

    /// <summary>The environment variable that names a file with the token.</summary>
    public const string FileVariable = "TASK_STATUS_TOKEN_FILE";

    // The token of TaskStatus.Server's appsettings.json, so that both work together on one machine without any setting.
    private const string DemoToken = "demo-token";

    /// <summary>The token.</summary>
    /// <exception cref="UsageException">There is none, or it is none.</exception>
    public static string Find(string? file, string? given, Uri url)
    {
        var token = file is not null ? Read(file)
            : given
            ?? Environment.GetEnvironmentVariable(Variable)
            ?? (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } named ? Read(named) : null)
            ?? (url.IsLoopback ? DemoToken : throw new UsageException($"There is no token: set the environment variable {Variable}, or name a file with --token-file."));
        token = token.Trim();
        return token.Length > 0 && token.All(static c => c is > ' ' and <= '~')
            ? token
            : throw new UsageException("The token is empty, or holds spaces or letters beyond ASCII, which no header carries.");
    }

    private static string Read(string file)
    {
        try
        {
            return file == "-" ? Console.In.ReadLine() ?? "" : File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("The file with the token cannot be read: " + exception.Message);
        }
    }
}

/// <summary>The program was called in a way that cannot work; the message says what to write.</summary>
internal sealed class UsageException(string message) : Exception(message);
