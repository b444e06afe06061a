using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>The named rules that an instruction refers to.</summary>
internal static class RuleTargets
{
    public static IEnumerable<SchemaLocation> Of(Instruction instruction)
    {
        var targets = new List<SchemaLocation>();
        Collect(instruction, targets);
        return targets;
    }

    private static void Collect(Instruction? instruction, List<SchemaLocation> targets)
    {
        switch (instruction)
        {
            case RuleInstruction rule:
                targets.Add(rule.Target);
                break;
            case ScopeInstruction scope:
                Collect(scope.Schema, targets);
                break;
            case SchemaInstruction schema:
                CollectParts(schema, targets);
                break;
        }
    }

    private static void CollectParts(SchemaInstruction schema, List<SchemaLocation> targets)
    {
        Collect(schema.UnevaluatedItems, targets);
        Collect(schema.UnevaluatedProperties, targets);
        if (schema.Array is { } array)
        {
            Collect(array.Items, targets);
            Collect(array.Contains, targets);
        }

        if (schema.Object is { } members)
        {
            Collect(members.Additional, targets);
            Collect(members.Names, targets);
        }

        foreach (var item in schema.Array?.Prefix ?? default)
        {
            Collect(item, targets);
        }

        foreach (var property in schema.Object?.Properties ?? default)
        {
            Collect(property.Schema, targets);
            Collect(property.Applies, targets);
        }

        foreach (var pattern in schema.Object?.Patterns ?? default)
        {
            Collect(pattern.Schema, targets);
        }

        if (schema.Applicators.IsEmpty)
        {
            return;
        }

        foreach (var part in schema.Applicators.SelectMany(OfApplicator))
        {
            Collect(part, targets);
        }

        foreach (var reference in schema.Applicators.OfType<ReferenceInstruction>())
        {
            targets.Add(reference.Target);
        }
    }

    private static IEnumerable<Instruction?> OfApplicator(ApplicatorInstruction applicator) => applicator switch
    {
        BranchesInstruction branches => (IEnumerable<Instruction?>)branches.Schemas,
        NotInstruction not => [not.Schema],
        ConditionInstruction condition => [condition.Condition, condition.Then, condition.Else],
        _ => [],
    };
}
