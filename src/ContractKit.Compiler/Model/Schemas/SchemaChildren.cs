using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>The schemas that a schema's keywords apply to values or parts of them.</summary>
internal static class SchemaChildren
{
    /// <summary>Those of all keywords; what only stands there for others to refer to is none of them.</summary>
    public static IEnumerable<Schema> Of(Schema schema) => schema.Keywords
        .Where(static member => member.Name is not ("$defs" or "definitions" or "contentSchema"))
        .SelectMany(member => Of(schema, member));

    /// <summary>Those of all keywords, definitions among them: for <see cref="Schema.Subschemas"/>.</summary>
    public static IReadOnlyList<Schema> All(Schema schema)
    {
        List<Schema>? found = null;
        var keywords = schema.Keywords;
        for (var i = 0; i < keywords.Count; i++)
        {
            if (keywords[i].Value is JsonObject or JsonArray or JsonBoolean && SubschemasOf(schema, keywords[i]) != Subschemas.None)
            {
                (found ??= new List<Schema>(keywords[i].Value is JsonObject map ? map.Members.Count : 4)).AddRange(Of(schema, keywords[i]));
            }
        }

        return (IReadOnlyList<Schema>?)found ?? [];
    }

    /// <summary>Those that stand in one keyword.</summary>
    public static IEnumerable<Schema> Of(Schema schema, JsonMember keyword)
    {
        var name = keyword.Name;
        switch (SubschemasOf(schema, keyword))
        {
            case Subschemas.One or Subschemas.OneOrBoolean when IsSchema(keyword.Value):
                return [schema.Subschema(name)];
            case Subschemas.OneOrList when IsSchema(keyword.Value):
                return [schema.Subschema(name)];
            case Subschemas.List or Subschemas.OneOrList when keyword.Value is JsonArray array:
                return Enumerable.Range(0, array.Items.Count)
                    .Where(i => IsSchema(array.Items[i]))
                    .Select(i => schema.Subschema(name, i.ToString(CultureInfo.InvariantCulture)));
            case Subschemas.Map or Subschemas.MapOrNames when keyword.Value is JsonObject map:
                return OfMap(schema, map);
            default:
                return [];
        }
    }

    // Of a name that is written twice, which is reported, the last one counts.
    private static IEnumerable<Schema> OfMap(Schema schema, JsonObject map)
    {
        for (var i = 0; i < map.Members.Count; i++)
        {
            var member = map.Members[i];
            if (IsSchema(member.Value) && ReferenceEquals(map[member.Name], member))
            {
                yield return schema.At(member.Value);
            }
        }
    }

    private static Subschemas SubschemasOf(Schema schema, JsonMember keyword) => schema.Resource.Rules.ShapeOf(keyword.Name).Subschemas;

    /// <summary>Whether a value can be a schema at all.</summary>
    public static bool IsSchema(JsonValue value) => value is JsonObject or JsonBoolean;
}
