using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>The names of the types that are at home in one document: a function of that document and of what the manifest calls its schemas, and of nothing else.</summary>
internal sealed class TypeNames
{
    private readonly Dictionary<PlannedShape, RankedName> _names = [];

    private TypeNames()
    {
    }

    private sealed record RankedName(CSharpName Name, NameRank Rank);

    /// <summary>The types with their names, in the order of the text.</summary>
    public IReadOnlyList<PlannedShape> Types { get; private set; } = [];

    /// <summary>The type's name.</summary>
    public CSharpName this[PlannedShape type] => _names[type].Name;

    /// <summary>Whether the name is the file's or the manifest's own.</summary>
    public bool IsGiven(PlannedShape type) => _names[type].Rank == NameRank.Given;

    /// <summary>Names all types of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="linked">Its types.</param>
    /// <param name="avoided">Names that another document has, which is an error; so that it is the only one, they are not used again.</param>
    public static TypeNames Of(JsonDocument document, LinkedTypes linked, IEnumerable<string>? avoided = null)
    {
        var types = linked.TypesOf(document.Path);
        var given = new Dictionary<string, CSharpName>();
        foreach (var type in types)
        {
            if (linked.NameOf(type) is { } name)
            {
                given[type.Set.Home.Location.Pointer] = name;
            }
        }

        if (linked.NameAt(new SchemaLocation(document.Path, "")) is { } root)
        {
            given[""] = root;
        }

        var schemaNames = new SchemaNames(document, given);
        var suggestions = new SuggestedName[types.Count];
        for (var i = 0; i < suggestions.Length; i++)
        {
            suggestions[i] = Suggest(types[i], document, linked, schemaNames);
        }

        var taken = new NameScope(avoided);
        var names = new TypeNames { Types = types };
        for (var rank = NameRank.Given; rank <= NameRank.Derived; rank++)
        {
            for (var i = 0; i < suggestions.Length; i++)
            {
                if (suggestions[i].Rank == rank)
                {
                    names._names[types[i]] = new RankedName(Take(taken, types[i], suggestions[i]), rank);
                }
            }
        }

        return names;
    }

    /// <summary>The name and those that come with it.</summary>
    public static IReadOnlyList<string> All(NamedKind kind, string name) => [name, .. Companions(kind, name)];

    /// <summary>The names that come with a type: the struct and the static class of an enum.</summary>
    public static IEnumerable<string> Companions(NamedKind kind, string name) =>
        kind is NamedKind.Enum or NamedKind.OpenEnum ? ["Open" + name, name + "Text"] : [];

    /// <summary>The names of all that is declared for a type, and what extends each.</summary>
    public static IEnumerable<(string Name, PartialKind Partial)> Declared(NamedKind kind, string name) => kind switch
    {
        NamedKind.Enum or NamedKind.OpenEnum => [(name, PartialKind.None), ("Open" + name, PartialKind.Struct), (name + "Text", PartialKind.Class)],
        NamedKind.Choice => [(name, PartialKind.Struct)],
        _ => [(name, PartialKind.Record)],
    };

    private static SuggestedName Suggest(PlannedShape type, JsonDocument document, LinkedTypes linked, SchemaNames names)
    {
        if (linked.NameOf(type) is { } given)
        {
            return Given(given.Identifier);
        }

        // A file that only refers to one of its own definitions gives that its name.
        return linked.IsRoot(type)
            ? Given(SchemaNames.OfFile(document.Path))
            : names.Of(type.Set.Home.Location.Pointer);
    }

    private static SuggestedName Given(string name) => new(name, NameRank.Given, name);

    private static CSharpName Take(NameScope taken, PlannedShape type, SuggestedName name)
    {
        // A type cannot be called as one of its own members.
        bool IsFree(string text) => taken.IsFree(text)
            && !ReservedNames.RecordMembers.Contains(text)
            && !ReservedNames.OwnNames.Contains(text)
            && Companions(type.Kind, text).All(taken.IsFree)
            && (name.Rank == NameRank.Given || !ReservedNames.TypeNames.Contains(text));

        var affix = type.Kind switch
        {
            NamedKind.Record => "Object",
            NamedKind.Enum or NamedKind.OpenEnum => type.Words == JsonKinds.Integer ? "Number" : "Word",
            _ => "Value",
        };
        var chosen = IsFree(name.Text) ? name.Text : new[] { name.Derived, name.Text + affix, name.Derived + affix }.FirstOrDefault(IsFree);
        for (var number = 2; chosen is null; number++)
        {
            var numbered = name.Derived + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            chosen = IsFree(numbered) ? numbered : null;
        }

        taken.TryTake(chosen);
        foreach (var companion in Companions(type.Kind, chosen))
        {
            taken.TryTake(companion);
        }

        return CSharpName.Of(chosen);
    }
}
