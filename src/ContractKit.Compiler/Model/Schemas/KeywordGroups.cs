using System;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>
/// What a schema's keywords are about. Most schemas have one or two keywords, and need not be asked for the sixty others: a group that
/// is not there says that none of its keywords is.
/// </summary>
[Flags]
internal enum KeywordGroups
{
    /// <summary>None of those below.</summary>
    None = 0,

    /// <summary>Numbers: the bounds, and <c>multipleOf</c> (JSON Schema Validation 2020-12, section 6.2).</summary>
    Number = 1,

    /// <summary>Strings: the lengths, <c>pattern</c> and <c>format</c> (Validation, sections 6.3 and 7).</summary>
    Text = 2,

    /// <summary>Arrays: their items, and how many there are (Core, section 10.3.1; Validation, section 6.4).</summary>
    Array = 4,

    /// <summary>Objects: their members, and how many there are (Core, section 10.3.2; Validation, section 6.5).</summary>
    Object = 8,

    /// <summary>Whatever the value: what applies schemas in place, and references (Core, sections 8.2.3 and 10.2).</summary>
    InPlace = 16,

    /// <summary>What the other keywords left: <c>unevaluatedItems</c> and <c>unevaluatedProperties</c> (Core, section 11).</summary>
    Unevaluated = 32,

    /// <summary>The values themselves: <c>enum</c> and <c>const</c> (Validation, sections 6.1.2 and 6.1.3).</summary>
    Values = 64,

    /// <summary><c>readOnly</c> and <c>writeOnly</c> (Validation, section 9.4).</summary>
    Direction = 128,

    /// <summary>Values that are shown: <c>default</c> and <c>examples</c> (Validation, sections 9.2 and 9.5).</summary>
    Samples = 256,
}

/// <summary>Tells the groups of keywords.</summary>
internal static class KeywordGroup
{
    /// <summary>The groups of a schema's keywords, as <see cref="Schema.Keywords"/> counts them.</summary>
    public static KeywordGroups Of(Schema schema)
    {
        var groups = KeywordGroups.None;
        var keywords = schema.Keywords;
        for (var i = 0; i < keywords.Count; i++)
        {
            groups |= Of(keywords[i]);
        }

        return groups;
    }

    private static KeywordGroups Of(JsonMember keyword) => keyword.Name switch
    {
        "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" => KeywordGroups.Number,
        "minLength" or "maxLength" or "pattern" or "format" => KeywordGroups.Text,
        "items" or "prefixItems" or "additionalItems" or "contains" or "minContains" or "maxContains" or "minItems" or "maxItems" or "uniqueItems" => KeywordGroups.Array,
        "properties" or "required" or "patternProperties" or "additionalProperties" or "propertyNames" or "minProperties" or "maxProperties"
            or "dependencies" or "dependentRequired" or "dependentSchemas" => KeywordGroups.Object,
        "$ref" or "$dynamicRef" or "$recursiveRef" or "allOf" or "anyOf" or "oneOf" or "not" or "if" or "then" or "else" => KeywordGroups.InPlace,
        "unevaluatedItems" or "unevaluatedProperties" => KeywordGroups.Unevaluated,
        "enum" or "const" => KeywordGroups.Values,
        "readOnly" or "writeOnly" => KeywordGroups.Direction,
        "default" or "examples" => KeywordGroups.Samples,
        _ => KeywordGroups.None,
    };
}
