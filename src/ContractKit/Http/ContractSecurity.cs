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

    /// <summary>Whether HttpClient's handlers, when they follow a redirect themselves, send the credential along: they drop no header but Authorization.</summary>
    internal bool IsForwarded => _scheme == Scheme.Header;

    /// <summary>An API key in a header.</summary>
    public static ContractSecurity Header(string name) => new(Scheme.Header, name);

    /// <summary>An API key in the query.</summary>
    public static ContractSecurity Query(string name) => new(Scheme.Query, name);

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
