using System;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Tells whether a place in a document is one where its dialect has a schema.</summary>
internal static class SchemaPosition
{
    internal enum Kind
    {
        /// <summary>A schema.</summary>
        Schema,

        /// <summary>The value of a keyword that holds schemas, such as <c>properties</c>: no schema itself.</summary>
        Map,

        /// <summary>Anywhere else: in an unknown keyword, <c>const</c>, <c>examples</c>.</summary>
        Unknown,
    }

    /// <summary>Goes from the root of a document down to a value, with the rules of the resources on the way.</summary>
    public static Kind Of(OutlineResource root, JsonValue value, Func<JsonValue, DialectRules?> embedded)
    {
        var rules = root.Rules;
        var current = root.Root;
        while (!ReferenceEquals(current, value))
        {
            if (current is not JsonObject schema || JsonPointer.MemberAround(schema, value.Span) is not { } member)
            {
                return Kind.Unknown;
            }

            var silenced = rules.RefSilencesSiblings && member.Name != "definitions" && schema["$ref"]?.Value is JsonString;
            var shape = silenced ? Subschemas.None : rules.ShapeOf(member.Name).Subschemas;
            var next = member.Value;
            switch (shape)
            {
                case Subschemas.None:
                    return Kind.Unknown;
                case Subschemas.List or Subschemas.OneOrList when next is JsonArray array:
                    if (ReferenceEquals(next, value))
                    {
                        return Kind.Map;
                    }

                    var index = JsonPointer.ItemAround(array, value.Span);
                    if (index < 0)
                    {
                        return Kind.Unknown;
                    }

                    next = array.Items[index];
                    break;
                case Subschemas.Map or Subschemas.MapOrNames:
                    if (ReferenceEquals(next, value))
                    {
                        return Kind.Map;
                    }

                    if (next is not JsonObject map || JsonPointer.MemberAround(map, value.Span) is not { } entry)
                    {
                        return Kind.Unknown;
                    }

                    next = entry.Value;
                    break;
            }

            current = next;
            rules = embedded(current) ?? rules;
        }

        return Kind.Schema;
    }
}
