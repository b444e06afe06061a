using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>The types that are made of one document's schemas.</summary>
/// <param name="Path">The document.</param>
/// <param name="Types">The types, in the order of the text.</param>
public sealed record DocumentTypes(string Path, EquatableArray<TypeContract> Types);

/// <summary>A type name that has been chosen, and where one would write another.</summary>
/// <param name="Name">The name, without its namespace.</param>
/// <param name="Location">The schema.</param>
/// <param name="Span">The place to report at.</param>
/// <param name="Given">Whether it is the file's or the manifest's own.</param>
/// <param name="Partial">What extends the type.</param>
public sealed record ChosenName(CSharpName Name, SchemaLocation Location, TextSpan Span, bool Given, PartialKind Partial);

/// <summary>Binds schemas to the C# types of their values, document by document.</summary>
public sealed class TypeBinder
{
    private readonly LinkedTypes _linked;
    private readonly ContractBinder _contracts;
    private readonly Dictionary<string, TypeNames> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<SchemaLocation, TypeShape?>> _places = new(StringComparer.Ordinal);
    private readonly List<(string Path, string Name)> _clashes = [];
    private IReadOnlyList<ChosenName>? _chosen;

    /// <summary>A binder of what has been linked.</summary>
    public TypeBinder(LinkedTypes linked)
    {
        _linked = linked;
        _contracts = new ContractBinder(linked, this);
    }

    /// <summary>The types of a document.</summary>
    public DocumentTypes Bind(string path)
    {
        var types = _linked.TypesOf(path);
        return new DocumentTypes(path, types.Count == 0 ? default : types.Select(_contracts.Bind).ToEquatableArray());
    }

    /// <summary>The type that is made of the schema at that place and of no other, nullable where that allows null; null for none.</summary>
    public TypeShape? TypeAt(SchemaLocation location)
    {
        if (!_places.TryGetValue(location.Path, out var places))
        {
            _places[location.Path] = places = [];
            foreach (var type in _linked.TypesOf(location.Path))
            {
                // Two types of one schema (its words and its integers) are told apart by nothing here.
                var place = _linked.SchemaOf(type).Location;
                var kinds = ShapePlanner.KindsOf(type.Set);
                var shape = kinds != JsonKinds.Any && (kinds & JsonKinds.Null) != 0 ? Named(type).OrNull : Named(type);
                places[place] = places.ContainsKey(place) || type.Set.Schemas.Count > 1 ? null : shape;
            }
        }

        return places.TryGetValue(location, out var found) ? found : null;
    }

    /// <summary>The type of a linked schema's values, going that way.</summary>
    public TypeShape ShapeOf(Schema schema, Directions directions) => Named(_linked.Planner.Plan(schema));

    /// <summary>The enum that a shape is, or null.</summary>
    public EnumContract? EnumOf(Schema schema) =>
        _linked.Planner.Plan(schema).NotNull is PlannedShape { Kind: NamedKind.Enum } type ? (EnumContract)_contracts.Bind(type) : null;

    /// <summary>All names that have been chosen, with those of companions, by document and place.</summary>
    public IReadOnlyList<ChosenName> Names => _chosen ??= ChosenNames();

    /// <summary>The schemas whose validators the converters of the types call.</summary>
    public IReadOnlyList<Schema> EvaluatedSchemas =>
    [
        .. _linked.Documents
            .SelectMany(_linked.TypesOf)
            .SelectMany(type => type.Kind == NamedKind.Union
                ? _linked.BranchesOf(type).SelectMany(static branch => branch.Branch.Schemas).Concat(_linked.SchemasOf(type))
                : _linked.SchemasOf(type))
            .Distinct(),
    ];

    /// <summary>What a record asks of a value of that schema beside the schema itself; null for nothing.</summary>
    public ScalarLimit? LimitOf(Schema schema) => _linked.LimitsIn(schema.Document.Path).LimitOf(schema);

    /// <summary>The kinds of values that a record's C# type holds of that schema, where the schema leaves others open; else any.</summary>
    public JsonKinds KindsOf(Schema schema) => _linked.LimitsIn(schema.Document.Path).KindsOf(schema);

    /// <summary>Whether a record may lack a member that the schema at that place requires.</summary>
    public bool MayLack(SchemaLocation location, string name) => Lacking.TryGetValue(location, out var names) && names.Contains(name);

    /// <summary>Whether a word that the <c>enum</c> of that schema does not have passes in a record, since its type holds other words too.</summary>
    public bool IsOpenEnum(SchemaLocation location) => OpenEnums.Contains(location);

    /// <summary>Names that two documents want, each reported where it may be changed.</summary>
    /// <param name="folder">The manifest's folder, to which the references in messages are relative.</param>
    /// <param name="isWeb">Whether the project imports what web projects do.</param>
    public IReadOnlyList<Problem> Check(string folder = "", bool isWeb = false)
    {
        var problems = new List<Problem>();

        // Where two roots are called the same, so is all that is named after them: one error a pair of documents.
        var told = new HashSet<(string, string)>();
        var first = new Dictionary<string, (string Path, string Pointer)>(StringComparer.Ordinal);
        foreach (var path in _linked.Documents)
        {
            var names = NamesOf(path);
            foreach (var type in names.Types)
            {
                var home = type.Set.Home;
                var name = names[type].Identifier;
                foreach (var wanted in TypeNames.All(type.Kind, name))
                {
                    if (!first.TryGetValue(wanted, out var other))
                    {
                        first[wanted] = (path, home.Location.Pointer);
                    }
                    else if (other.Path != path)
                    {
                        _clashes.Add((path, wanted));
                        if (!told.Add((other.Path, path)))
                        {
                            break;
                        }

                        problems.Add(NameRules.TypeNameTaken.At(
                            home.Document.Text,
                            PlaceOf(home),
                            $"The type of this schema and that of {Reference(other.Path, other.Pointer)} are both called {wanted}: name one of them in the manifest, as in \"types\": {{ \"Another{wanted}\": {JsonText.Shown(Reference(path, home.Location.Pointer))}, \"*\": [the others] }}."));
                        break;
                    }
                }

                var hidden = !names.IsGiven(type) ? null
                    : ReservedNames.NamespaceRoots.Contains(name) ? "is also a namespace of .NET, whose types it hides from code that spells them in full"
                    : ImportedTypes.OfEveryProject.Contains(name) || (isWeb && ImportedTypes.OfWebProjects.Contains(name)) ? "is also a type of .NET that most files import, so that C# asks which one is meant"
                    : null;
                if (hidden is not null)
                {
                    problems.Add(NameRules.ImportedTypeName.At(
                        home.Document.Text,
                        PlaceOf(home),
                        $"{name} {hidden}: name the schema in the manifest, as in \"types\": {{ \"My{name}\": {JsonText.Shown(Reference(path, home.Location.Pointer))}, \"*\": [the others] }}."));
                }
            }
        }

        foreach (var clash in _clashes)
        {
            _names.Remove(clash.Path);
        }

        _chosen = null;

        return problems;

        string Reference(string path, string pointer) => DocumentPath.Relative(folder, path) + (pointer.Length == 0 ? "" : "#" + pointer);
    }

    /// <summary>Names that two documents want, with the document that gave way; there are none unless <see cref="Check"/> has found some.</summary>
    public IEnumerable<string> Clashes => _clashes.Select(static clash => clash.Path + "|" + clash.Name);

    /// <summary>Lets go of what was worked out about a schema that nobody asks about any more.</summary>
    internal void LetGo(Schema schema) => _linked.Planner.Limits.LetGo(schema);

    /// <summary>Lets go of what was worked out about a document whose types nobody asks for any more.</summary>
    internal void LetGo(string path)
    {
        // These are answers about all documents, and must be known before the first is let go.
        _ = (Lacking, OpenEnums);
        _linked.LetGo(path);
        _places.Remove(path);
    }

    /// <summary>The shape with the names of its types.</summary>
    internal TypeShape Named(TypeShape shape) => shape switch
    {
        NullableShape nullable => new NullableShape(Named(nullable.Inner)),
        ListShape list => new ListShape(Named(list.Item)),
        MapShape map => new MapShape(Named(map.Value)),
        PlannedShape type when _linked.DirectionsOf(type) == Directions.None => TypeShape.Element,
        PlannedShape { Kind: NamedKind.Enum } type when IsOpen(type) => new NamedShape(CSharpName.Of("Open" + NameOf(type).Identifier), NamedKind.OpenEnum),
        PlannedShape type => new NamedShape(NameOf(type), type.Kind),
        _ => shape,
    };

    internal CSharpName NameOf(PlannedShape type) => NamesOf(type.Set.Home.Location.Path)[type];

    /// <summary>An enum is open where its values can come back, or where the schema itself allows other words.</summary>
    internal bool IsOpen(PlannedShape type) =>
        (type.Words == JsonKinds.String && WordFacts.AllowsOthers(type.Set))
        || (_linked.DirectionsOf(type) & Directions.Received) != 0;

    private Dictionary<SchemaLocation, HashSet<string>> Lacking => field ??= LackingMembers();

    private HashSet<SchemaLocation> OpenEnums => field ??=
    [
        .. from path in _linked.Documents
           from type in _linked.TypesOf(path)
           where type.Kind == NamedKind.Enum && IsOpen(type)
           from schema in type.Set.Conjuncts
           select schema.Location,
    ];

    private Dictionary<SchemaLocation, HashSet<string>> LackingMembers()
    {
        var lacking = new Dictionary<SchemaLocation, HashSet<string>>();
        foreach (var type in _linked.Documents.SelectMany(_linked.TypesOf))
        {
            var directions = _linked.DirectionsOf(type);
            if (directions == Directions.None || FlatRecord.IsWithoutDuties(type))
            {
                continue;
            }

            if (type.Kind == NamedKind.Record)
            {
                MemberDuties.AddLacking(lacking, type.Set, _linked.RecordOf(type), directions);
            }
            else if (type.Kind == NamedKind.Union)
            {
                foreach (var (_, record) in _linked.BranchesOf(type))
                {
                    MemberDuties.AddLacking(lacking, record.Set, _linked.RecordOf(record), directions);
                }
            }
        }

        return lacking;
    }

    private List<ChosenName> ChosenNames()
    {
        var chosen = new List<ChosenName>();
        foreach (var path in _linked.Documents)
        {
            var names = NamesOf(path);
            foreach (var type in names.Types)
            {
                var home = type.Set.Home;
                foreach (var (name, partial) in TypeNames.Declared(type.Kind, names[type].Identifier))
                {
                    chosen.Add(new ChosenName(CSharpName.Of(name), home.Location, PlaceOf(home), names.IsGiven(type), partial));
                }
            }
        }

        return chosen;
    }

    private TypeNames NamesOf(string path)
    {
        if (!_names.TryGetValue(path, out var names))
        {
            var types = _linked.TypesOf(path);
            _names[path] = names = TypeNames.Of(types[0].Set.Home.Document, _linked, AvoidedBy(path));
        }

        return names;
    }

    // What gave way must not take the name of a third document's type either.
    private IEnumerable<string>? AvoidedBy(string path) => !_clashes.Exists(clash => clash.Path == path)
        ? null
        : _names.Values.SelectMany(static names => names.Types.SelectMany(type => TypeNames.All(type.Kind, names[type].Identifier)))
            .Concat(_clashes.Select(static clash => clash.Name))
            .ToList();

    // The title where there is one: that is what one would edit. Else the start of the schema.
    private static TextSpan PlaceOf(Schema schema) =>
        (schema.Json as JsonObject)?["title"] is { } title ? title.Value.Span : new TextSpan(schema.Json.Span.Start, 1);
}
