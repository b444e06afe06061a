using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using StackExchange.Redis;

namespace TaskStatus.Server.Stores;

/// <summary>Where Redis is, in Celery's words (<c>redis://user:password@host:6379/1</c>) or in StackExchange.Redis's (<c>host:6379,defaultDatabase=1,password=…</c>).</summary>
internal static class RedisAddress
{
    // A caller polls: an answer late is worth less than a 503 now. Written in front, so that the operator's own come after and win.
    private const string Defaults = "connectTimeout=2000,asyncTimeout=2000,syncTimeout=2000,connectRetry=1,name=task-status,";

    /// <summary>The options that the text stands for; else a sentence that says what is wrong, without any text of the address: there is a password in it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ConfigurationOptions? options, [NotNullWhen(false)] out string? error)
    {
        options = null;
        error = null;
        try
        {
            options = text.Contains("://", StringComparison.Ordinal) ? OfUrl(text, out error) : ConfigurationOptions.Parse(Defaults + text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            error = "This is no configuration of StackExchange.Redis: write host:port,name=value,… or redis://:password@host:6379/1.";
        }

        if (options is { EndPoints.Count: 0 })
        {
            error = "The host is missing, as in localhost:6379.";
        }

        if (error is not null)
        {
            options = null;
            return false;
        }

        // Redis may be down when this service starts, and comes back without it.
        options!.AbortOnConnectFail = false;

        // What cannot be asked now is answered with 503 now: a backlog would keep callers waiting for a Redis that is gone.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.IncludeDetailInExceptions = false;
        options.ReconnectRetryPolicy = new LinearRetry(500);
        options.HeartbeatInterval = TimeSpan.FromMilliseconds(500);

        // GETRANGE is all that is asked: no rights to publish, subscribe or read other keys are needed.
        options.ConfigurationChannel = "";
        options.TieBreaker = "";
        return true;
    }

    private static ConfigurationOptions? OfUrl(string text, out string? error)
    {
        error = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("redis" or "rediss") || url.Host.Length == 0)
        {
            error = "An address is redis://:password@host:6379/1, or rediss:// with TLS. For sentinels and sockets, write a configuration string of StackExchange.Redis.";
            return null;
        }

        if (url.Query.Length > 0 && url.Query is not ("?ssl_cert_reqs=required" or "?ssl_cert_reqs=CERT_REQUIRED"))
        {
            error = "The part after the question mark is not understood (certificates are always checked): write a configuration string of StackExchange.Redis instead.";
            return null;
        }

        var database = 0;
        var path = url.AbsolutePath.Trim('/');
        if (path.Length > 0 && !int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out database))
        {
            error = "The database after the slash is a number, as in redis://localhost:6379/1.";
            return null;
        }

        var options = ConfigurationOptions.Parse(Defaults);
        options.EndPoints.Add(url.Host.Trim('[', ']'), url.Port > 0 ? url.Port : 6379);
        options.DefaultDatabase = database;
        options.Ssl = url.Scheme == "rediss";
        var user = url.UserInfo.Split(':', 2);
        options.User = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null;
        options.Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null;
        return options;
    }
}
