using System;

namespace ContractKit.Analyzers.Coverage;

/// <summary>For which members of an enum a condition can come out true, and for which false. One bit a member; what is not about the enum can be both for all.</summary>
/// <param name="True">The members for which it can be true.</param>
/// <param name="False">The members for which it can be false.</param>
internal readonly record struct Outcomes(ulong True, ulong False)
{
    /// <summary>The bit for whatever is no member: null, or a word that the contract does not have.</summary>
    public const ulong Unknown = 1UL << 63;

    /// <summary>The bit for a word that the contract lacks but that sounds like success.</summary>
    public const ulong WrongSuccess = 1UL << 62;

    public const ulong Everything = ulong.MaxValue;

    /// <summary>A condition that is about something else.</summary>
    public static readonly Outcomes Free = new(Everything, Everything);

    public static readonly Outcomes Always = new(Everything, 0);

    public static readonly Outcomes Never = new(0, Everything);

    public static Outcomes When(ulong members) => new(members, ~members);

    public Outcomes Not => new(False, True);

    public Outcomes And(Outcomes other) => new(True & other.True, False | other.False);

    public Outcomes Or(Outcomes other) => new(True | other.True, False & other.False);

    /// <summary>One or the other, not known which.</summary>
    public Outcomes Either(Outcomes other) => new(True | other.True, False | other.False);
}
