using System.Collections.Generic;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Goes through the schemas that stand in schemas.</summary>
internal static class SchemaWalk
{
    /// <summary>The schemas and all within them, each once; definitions too, and references are not followed.</summary>
    public static IEnumerable<Schema> Within(IEnumerable<Schema> schemas)
    {
        var open = new Stack<Schema>(schemas);

        // Below one root each schema stands once; a root may stand below another.
        var seen = open.Count > 1 ? new HashSet<Schema>() : null;
        while (open.Count > 0)
        {
            var schema = open.Pop();
            if (seen?.Add(schema) == false)
            {
                continue;
            }

            yield return schema;
            var children = schema.Subschemas;
            for (var i = 0; i < children.Count; i++)
            {
                open.Push(children[i]);
            }
        }
    }
}
