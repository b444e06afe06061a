using System;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Which way values of a schema travel, seen from the caller of a service.</summary>
[Flags]
public enum Directions
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>From the caller to the service: request bodies and parameters.</summary>
    Sent = 1,

    /// <summary>From the service to the caller: response bodies and headers.</summary>
    Received = 2,

    /// <summary>Both, as for schemas named under <c>types</c>, which have no direction.</summary>
    Both = Sent | Received,

    /// <summary>In the body of an operation's request, where what the service sets itself (<c>readOnly</c>) need not be.</summary>
    InRequest = 4,

    /// <summary>In the body of an operation's response, where what the service never gives away (<c>writeOnly</c>) need not be.</summary>
    InResponse = 8,
}
