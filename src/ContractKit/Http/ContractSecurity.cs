using System;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

namespace ContractKit.Http;

/// <summary>How a credential is shown: OpenAPI's security schemes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContractSecurity
{
    private readonly Scheme _scheme;
    private readonly string _name;

    private ContractSecurity(Scheme scheme, string name = "")
    {
        _scheme = scheme;
        _name = name;
    }

    private enum Scheme
    {
        None,
        Bearer,
        Basic,
        Header,
        Query,
    }

    /// <summary>Nothing has to be shown.</summary>
    public static ContractSecurity None { get; } = new(Scheme.None);

    /// <summary>A bearer token (RFC 6750).</summary>
    public static ContractSecurity Bearer { get; } = new(Scheme.Bearer);

    /// <summary>User and password (RFC 7617).</summary>
    public static ContractSecurity Basic { get; } = new(Scheme.Basic);

    /// <summary>Whether nothing has to be shown.</summary>
    public bool IsNone => _scheme == Scheme.None;

    /// <summary>An API key in a header.</summary>
    public static ContractSecurity Header(string name) => new(Scheme.Header, name);

    /// <summary>An API key in the query.</summary>
    public static ContractSecurity Query(string name) => new(Scheme.Query, name);

    /// <summary>What a server asks of a caller who shows nothing: the value of <c>WWW-Authenticate</c> (RFC 9110, section 11.6.1).</summary>
    public string Challenge => _scheme switch
    {
        Scheme.Bearer => "Bearer",
        Scheme.Basic => "Basic realm=\"service\", charset=\"UTF-8\"",
        _ => "ApiKey name=\"" + _name + "\"",
    };

    /// <summary>Whether a request shows a credential; whose it is remains to be verified.</summary>
    /// <param name="header">Gives a header of the request; empty where it is absent.</param>
    /// <param name="query">Gives a query parameter of the request; empty where it is absent.</param>
    public bool IsShownBy(Func<string, string> header, Func<string, string> query) => _scheme switch
    {
        Scheme.None => true,
        Scheme.Bearer => HasScheme(header("Authorization"), "Bearer "),
        Scheme.Basic => HasScheme(header("Authorization"), "Basic "),
        Scheme.Header => header(_name).Length > 0,
        _ => query(_name).Length > 0,
    };

    /// <summary>Puts the credential on a message that goes to the service itself.</summary>
    internal void Show(HttpRequestMessage message, string credential)
    {
        switch (_scheme)
        {
            case Scheme.Bearer:
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Checked(credential));
                break;
            case Scheme.Basic:
                message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credential)));
                break;
            case Scheme.Header:
                message.Headers.TryAddWithoutValidation(_name, Checked(credential));
                break;
            case Scheme.Query:
                var address = message.RequestUri!.AbsoluteUri;
                message.RequestUri = new Uri(
                    address + (address.IndexOf('?') < 0 ? "?" : "&") + Uri.EscapeDataString(_name) + "=" + Uri.EscapeDataString(credential));
                break;
        }
    }

    private static bool HasScheme(string authorization, string scheme) =>
        authorization.Length > scheme.Length && authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);

    // The credential itself must not stand in the message of what is thrown for it.
    private static string Checked(string credential)
    {
        foreach (var c in credential)
        {
            if (c is < ' ' or > '~')
            {
                throw new InvalidOperationException("The TokenProvider gave a credential with characters that no header can carry: a line break, perhaps.");
            }
        }

        return credential;
    }
}
