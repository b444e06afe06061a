using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;

namespace ContractKit.Conformance.Tests.Suite;

/// <summary>Takes the suite's documents through the types that are made of its schemas: a valid one comes back as the JSON value that it was, an invalid one is refused.</summary>
internal static class SuiteRoundTrip
{
    // What records refuse besides the standard, and why. Every other refusal of a valid document is a failure.
    private static readonly string[] s_reasons =
    [
        "; an object is expected.", "; an array is expected.", "escapes half of a surrogate pair",
    ];

    public static IEnumerable<string> Failures(IReadOnlyList<(SuiteGroup Group, Type? Type)> types, Action<string> write)
    {
        var failures = new List<string>();
        var (schemas, back, stricter, refused) = (0, 0, 0, 0);
        foreach (var (group, type) in types)
        {
            if (type?.GetMethod("Parse", [typeof(string)]) is not { } parse)
            {
                continue;
            }

            schemas++;
            foreach (var test in group.Tests)
            {
                var (written, complaint) = RoundTrip(parse, test.Data);
                var place = $"{group.File} | {group.Description} | {test.Description}: ";
                if (!test.Valid)
                {
                    refused += complaint is null ? 0 : 1;
                    if (complaint is null)
                    {
                        failures.Add(place + "the record takes " + test.Data);
                    }
                }
                else if (complaint is not null)
                {
                    stricter++;
                    if (!s_reasons.Any(reason => complaint.Contains(reason, StringComparison.Ordinal)))
                    {
                        failures.Add(place + test.Data + " is refused: " + complaint);
                    }
                }
                else if (!AreEqual(test.Data, written!))
                {
                    failures.Add(place + test.Data + " became " + written);
                }
                else
                {
                    back++;
                }
            }
        }

        write($"{schemas} schemas make a type: {back} valid documents came back, {refused} invalid ones were refused, {stricter} valid ones are of a kind that the type does not hold");
        return failures;
    }

    private static (string? Written, string? Complaint) RoundTrip(MethodInfo parse, string json)
    {
        try
        {
            var value = parse.Invoke(null, [json])!;
            return ((string)value.GetType().GetMethod("ToJson")!.Invoke(value, null)!, null);
        }
        catch (TargetInvocationException e) when (e.InnerException is ContractViolationException violations)
        {
            return (null, violations.Message);
        }
    }

    private static bool AreEqual(string left, string right)
    {
        using var before = JsonDocument.Parse(left);
        using var after = JsonDocument.Parse(right);
        return JsonElement.DeepEquals(before.RootElement, after.RootElement);
    }
}
