using System;
using System.Collections.Generic;
using System.Linq;

namespace ContractKit;

/// <summary>One place where a JSON document breaks its schema.</summary>
/// <param name="InstanceLocation">A JSON pointer (RFC 6901) to the value in the document; empty for the whole document.</param>
/// <param name="KeywordLocation">A JSON pointer from the schema's root through every keyword followed, <c>$ref</c> included, to the one that was broken (JSON Schema 2020-12, section 12.3.1); empty where no keyword says it.</param>
/// <param name="Message">A sentence that a caller can act on.</param>
public sealed record ContractViolation(string InstanceLocation, string KeywordLocation, string Message);

/// <summary>JSON does not keep its contract.</summary>
public class ContractViolationException : FormatException
{
    /// <summary>An exception for those violations, at least one.</summary>
    public ContractViolationException(IReadOnlyList<ContractViolation> violations)
        : base(Describe(violations)) => Violations = violations;

    /// <summary>What is wrong, at most 100 violations.</summary>
    public IReadOnlyList<ContractViolation> Violations { get; }

    private static string Describe(IReadOnlyList<ContractViolation> violations)
    {
        if (violations is null || violations.Count == 0)
        {
            throw new ArgumentException("There is nothing wrong.", nameof(violations));
        }

        var first = violations[0];
        var place = first.InstanceLocation.Length == 0 ? "The document" : first.InstanceLocation;
        var more = violations.Count == 1 ? "" : " (" + (violations.Count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture) + " more)";
        return $"{place}: {first.Message}{more}";
    }
}
