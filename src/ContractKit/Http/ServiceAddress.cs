using System;
using System.Net.Http;

namespace ContractKit.Http;

/// <summary>Where a service is: the HttpClient's base address, else the contract's server. An operation's path is appended to its path.</summary>
internal sealed class ServiceAddress(HttpClient http, string? server)
{
    // One object, so that a thread never sees one half of another thread's.
    private Known? _known;

    /// <summary>The address of a call.</summary>
    /// <exception cref="InvalidOperationException">Neither the HttpClient nor the contract says where the service is.</exception>
    public Uri Of(in ContractRequest request)
    {
        var known = _known;
        var @base = http.BaseAddress;
        if (known is null || !ReferenceEquals(known.Base, @base))
        {
            known = new Known(@base, Prefix(@base), "", null);
            _known = known;
        }

        var query = request.Query;
        if (query.Length > 0)
        {
            return new Uri(known.Prefix + request.Path + "?" + query);
        }

        // Most services have one path that is called over and over.
        if (known.Address is { } address && ReferenceEquals(known.Path, request.Path))
        {
            return address;
        }

        address = new Uri(known.Prefix + request.Path);
        if (ReferenceEquals(request.Path, request.Operation.Path))
        {
            _known = new Known(@base, known.Prefix, request.Path, address);
        }

        return address;
    }

    private string Prefix(Uri? @base)
    {
        @base ??= server is null
            ? throw new InvalidOperationException("Where is the service? Set HttpClient.BaseAddress, or \"server\" in contracts.json.")
            : new Uri(server);
        return @base.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    private sealed class Known(Uri? @base, string prefix, string path, Uri? address)
    {
        public Uri? Base { get; } = @base;

        public string Prefix { get; } = prefix;

        public string Path { get; } = path;

        public Uri? Address { get; } = address;
    }
}
