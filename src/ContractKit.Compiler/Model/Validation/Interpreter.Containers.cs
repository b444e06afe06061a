using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Validation;

/// <content>Arrays and objects.</content>
internal sealed partial class Interpreter
{
    private string? RunArray(ArrayInstruction keywords, JsonArray array, HashSet<JsonValue>? marks)
    {
        var contained = 0L;
        for (var i = 0; i < array.Items.Count; i++)
        {
            var item = array.Items[i];
            if (keywords.Contains is not null && Holds(keywords.Contains, item, null))
            {
                contained++;
                if (keywords.ContainsMarks)
                {
                    marks?.Add(item);
                }
            }

            var rule = i < keywords.Prefix.Count ? keywords.Prefix[i] : keywords.Items;
            if (rule is null)
            {
                continue;
            }

            marks?.Add(item);
            if (Run(rule, item, null) is { } broken)
            {
                return broken == "false" ? "items" : broken;
            }
        }

        return array.Items.Count < keywords.MinItems ? "minItems"
            : array.Items.Count > keywords.MaxItems ? "maxItems"
            : keywords.Contains is not null && contained < keywords.MinContains ? "contains"
            : keywords.Contains is not null && contained > keywords.MaxContains ? "maxContains"
            : keywords.UniqueItems && !AreUnique(array.Items) ? "uniqueItems"
            : null;
    }

    private string? RunObject(ObjectInstruction keywords, JsonObject json, HashSet<JsonValue>? marks)
    {
        foreach (var member in json.Members)
        {
            if (RunMember(keywords, member, marks) is { } broken)
            {
                return broken;
            }
        }

        foreach (var property in keywords.Properties)
        {
            if (json[property.Name] is null)
            {
                if (property.IsRequired)
                {
                    return "required";
                }

                continue;
            }

            if (property.Needs.Any(need => json[need] is null))
            {
                return "dependentRequired";
            }

            if (property.Applies is not null && Run(property.Applies, json, marks) is { } broken)
            {
                return broken;
            }
        }

        return json.Members.Count < keywords.MinProperties ? "minProperties" : json.Members.Count > keywords.MaxProperties ? "maxProperties" : null;
    }

    private string? RunMember(ObjectInstruction keywords, JsonMember member, HashSet<JsonValue>? marks)
    {
        if (keywords.Names is not null && Run(keywords.Names, new JsonString(member.NameSpan, member.Name), null) is not null)
        {
            return "propertyNames";
        }

        var rules = keywords.Patterns.Where(pattern => PatternMatcher.IsMatch(pattern.Pattern, member.Name)).Select(static pattern => (Instruction?)pattern.Schema)
            .Append(keywords.Properties.FirstOrDefault(property => property.Name == member.Name)?.Schema)
            .Where(static rule => rule is not null)
            .ToList();
        if (rules.Count == 0 && keywords.Additional is not null)
        {
            marks?.Add(member.Value);
            var broken = Run(keywords.Additional, member.Value, null);
            return broken == "false" ? "additionalProperties" : broken;
        }

        foreach (var rule in rules)
        {
            marks?.Add(member.Value);
            if (Run(rule!, member.Value, null) is { } broken)
            {
                return broken;
            }
        }

        return null;
    }

    private bool AreUnique(IReadOnlyList<JsonValue> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = 0; j < i && ++_steps <= MostSteps; j++)
            {
                if (JsonValueEquality.AreEqual(items[i], items[j]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
