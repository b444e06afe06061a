using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>The named rules that an instruction refers to.</summary>
internal static class RuleTargets
{
    public static IEnumerable<SchemaLocation> Of(Instruction? instruction) => instruction switch
    {
        RuleInstruction rule => [rule.Target],
        ScopeInstruction scope => Of(scope.Schema),
        SchemaInstruction schema => OfParts(schema).SelectMany(Of).Concat(schema.Applicators.OfType<ReferenceInstruction>().Select(static reference => reference.Target)),
        _ => [],
    };

    private static IEnumerable<Instruction?> OfParts(SchemaInstruction schema)
    {
        yield return schema.UnevaluatedItems;
        yield return schema.UnevaluatedProperties;
        yield return schema.Array?.Items;
        yield return schema.Array?.Contains;
        yield return schema.Object?.Additional;
        yield return schema.Object?.Names;
        var lists = (schema.Array?.Prefix ?? []).AsEnumerable<Instruction?>()
            .Concat((schema.Object?.Properties ?? []).SelectMany(static property => new[] { property.Schema, property.Applies }))
            .Concat((schema.Object?.Patterns ?? []).Select(static pattern => pattern.Schema))
            .Concat(schema.Applicators.SelectMany(OfApplicator));
        foreach (var part in lists)
        {
            yield return part;
        }
    }

    private static IEnumerable<Instruction?> OfApplicator(ApplicatorInstruction applicator) => applicator switch
    {
        BranchesInstruction branches => branches.Schemas,
        NotInstruction not => [not.Schema],
        ConditionInstruction condition => [condition.Condition, condition.Then, condition.Else],
        _ => [],
    };
}
