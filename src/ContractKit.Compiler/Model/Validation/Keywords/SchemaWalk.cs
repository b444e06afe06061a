using System.Collections.Generic;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Goes through the schemas that stand in schemas.</summary>
internal static class SchemaWalk
{
    /// <summary>The schemas and all within them, each once; definitions too, and references are not followed.</summary>
    public static IEnumerable<Schema> Within(IEnumerable<Schema> schemas)
    {
        var seen = new HashSet<Schema>();
        var open = new Stack<Schema>(schemas);
        while (open.Count > 0)
        {
            var schema = open.Pop();
            if (!seen.Add(schema))
            {
                continue;
            }

            yield return schema;
            foreach (var child in schema.Subschemas)
            {
                open.Push(child);
            }
        }
    }
}
