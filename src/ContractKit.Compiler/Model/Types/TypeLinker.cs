using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Finds the types that a manifest's roots lead to, and which way their values travel.</summary>
public static class TypeLinker
{
    /// <summary>Links the roots with all that they lead to.</summary>
    /// <param name="roots">The schemas that the manifest asks for, in its order.</param>
    public static LinkedTypes Link(IEnumerable<SchemaRoot> roots)
    {
        var linked = new LinkedTypes();
        foreach (var root in roots)
        {
            linked.Add(root);
        }

        linked.Settle();
        return linked;
    }
}

/// <summary>The types that a manifest's roots lead to, by the document in which they are at home.</summary>
public sealed class LinkedTypes
{
    private readonly Dictionary<PlannedShape, LinkedType> _types = [];
    private readonly Dictionary<PlannedShape, RecordPlan> _records = [];
    private readonly Dictionary<PlannedShape, TuplePlan> _tuples = [];
    private readonly List<PlannedShape> _order = [];
    private readonly Dictionary<string, List<PlannedShape>> _deferred = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlannedShape>> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<SchemaLocation, CSharpName> _namedPlaces = [];

    internal LinkedTypes()
    {
    }

    /// <summary>The documents that are home to types, in ordinal order.</summary>
    public IReadOnlyCollection<string> Documents { get; private set; } = [];

    /// <summary>The schemas that the values of the types keep: those whose rules the types' converters ask.</summary>
    public IEnumerable<Schema> Evaluated => _order.SelectMany(type => type.Set.Schemas
        .Concat(type.Kind == NamedKind.Union ? BranchesOf(type).SelectMany(static branch => branch.Branch.Schemas) : []));

    internal ShapePlanner Planner { get; } = new();

    /// <summary>What is asked of a document; nothing of a document that is home to no type.</summary>
    public DocumentEntries EntriesOf(string path) => new(
        path,
        TypesOf(path).Select(type => new TypeEntry(
            type.Kind + " " + string.Join(" ", type.Set.Schemas.Select(static schema => schema.Location.ToString())),
            DirectionsOf(type),
            NameOf(type))).ToEquatableArray());

    internal IReadOnlyList<PlannedShape> TypesOf(string path) => _documents.TryGetValue(path, out var types) ? types : [];

    internal Directions DirectionsOf(PlannedShape type) => _types.TryGetValue(type, out var linked) ? linked.Directions ?? Directions.None : Directions.None;

    internal CSharpName? NameOf(PlannedShape type) => RootOf(type)?.Name;

    /// <summary>Whether the type is one that the manifest names, so that the file's name is its own.</summary>
    internal bool IsRoot(PlannedShape type) => RootOf(type) is { IsFile: true };

    /// <summary>The schema that a type's values keep: the root that stands for it, else its own.</summary>
    internal Schema SchemaOf(PlannedShape type) => RootOf(type)?.Schema ?? type.Set.Home;

    /// <summary>The schemas that a type's values keep: the root that stands for it, else all that decide it.</summary>
    internal IEnumerable<Schema> SchemasOf(PlannedShape type) => RootOf(type) is { } root ? [root.Schema] : type.Set.Schemas;

    /// <summary>The name that the manifest gives to the schema at a place, or null.</summary>
    internal CSharpName? NameAt(SchemaLocation place) => _namedPlaces.TryGetValue(place, out var name) ? name : null;

    /// <summary>What the values at a document's places must keep beside their schemas, known once all of its records are planned.</summary>
    internal ShapeLimits LimitsIn(string path)
    {
        if (_deferred.TryGetValue(path, out var records))
        {
            _deferred.Remove(path);
            records.ForEach(record => RecordOf(record));
        }

        return Planner.Limits;
    }

    internal RecordPlan RecordOf(PlannedShape type)
    {
        if (!_records.TryGetValue(type, out var plan))
        {
            _records[type] = plan = RecordPlan.Of(type.Set, Planner);
        }

        return plan;
    }

    /// <summary>Lets go of the plans of a document's types.</summary>
    internal void LetGo(string path)
    {
        foreach (var type in TypesOf(path))
        {
            _records.Remove(type);
            _tuples.Remove(type);
        }
    }

    internal TuplePlan TupleOf(PlannedShape type)
    {
        if (!_tuples.TryGetValue(type, out var plan))
        {
            _tuples[type] = plan = TuplePlan.Of(type.Set.Conjuncts, Planner)!;
        }

        return plan;
    }

    /// <summary>The branches of a union that are objects with known members.</summary>
    internal IReadOnlyList<(SchemaSet Branch, PlannedShape Record)> BranchesOf(PlannedShape union)
    {
        var branches = new List<(SchemaSet, PlannedShape)>();
        foreach (var branch in UnionBranches.Of(union.Set))
        {
            if ((ShapePlanner.KindsOf(branch) & JsonKinds.Object) != 0
                && Planner.OfKind(branch, JsonKinds.Object) is PlannedShape { Kind: NamedKind.Record or NamedKind.Union } shape
                && !branches.Any(known => known.Item2.Set.Equals(shape.Set)))
            {
                branches.Add((branch, new PlannedShape(NamedKind.Record, shape.Set)));
            }
        }

        return branches;
    }

    /// <summary>Whether a branch of a union takes objects without being one of <see cref="BranchesOf"/>.</summary>
    internal bool HasFreeBranch(SchemaSet union) => UnionBranches.Of(union).Any(branch =>
        (ShapePlanner.KindsOf(branch) & JsonKinds.Object) != 0
        && Planner.OfKind(branch, JsonKinds.Object) is not PlannedShape { Kind: NamedKind.Record or NamedKind.Union });

    /// <summary>The kinds of values of a choice, with their types.</summary>
    internal IEnumerable<(JsonKinds Kind, TypeShape Shape)> KindsOf(PlannedShape choice) =>
        ShapePlanner.Split(ShapePlanner.KindsOf(choice.Set)).Select(kind => (kind, Planner.OfKind(choice.Set, kind)));

    internal void Add(SchemaRoot root)
    {
        var resolved = root.Schema.Resolved;
        var shape = Planner.Plan(root.Schema);
        if (root.Name is { } given)
        {
            _namedPlaces[root.Schema.Location] = given;
        }

        if (shape.NotNull is PlannedShape type)
        {
            var sameDocument = resolved.Location.Path == root.Schema.Location.Path;
            var isFile = root.Schema.Location.Pointer.Length == 0 && sameDocument;
            var known = RootOf(type);
            if (known is null || (known.Name is null && root.Name is not null))
            {
                Of(type).Root = new LinkedRoot(root.Name ?? known?.Name, isFile || known is { IsFile: true }, sameDocument || root.Name is not null ? root.Schema : resolved);
            }
        }

        Walk(shape, root.Directions);
    }

    internal void Settle()
    {
        foreach (var type in _order)
        {
            var path = type.Set.Home.Location.Path;
            if (!_documents.TryGetValue(path, out var types))
            {
                _documents[path] = types = [];
            }

            types.Add(type);
        }

        // In the order of the text, whoever asked first.
        foreach (var types in _documents.Values)
        {
            if (types.Count == 1)
            {
                continue;
            }

            var sorted = types
                .OrderBy(static type => type.Set.Home.Json.Span.Start)
                .ThenBy(static type => type.Set.Schemas.Count)
                .ThenBy(static type => type.Kind)
                .ToList();
            types.Clear();
            types.AddRange(sorted);
        }

        Documents = [.. _documents.Keys.OrderBy(static path => path, StringComparer.Ordinal)];
    }

    private void Walk(TypeShape start, Directions directions)
    {
        var open = new Stack<TypeShape>();
        open.Push(start);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case NullableShape nullable:
                    open.Push(nullable.Inner);
                    break;
                case ListShape list:
                    open.Push(list.Item);
                    break;
                case MapShape map:
                    open.Push(map.Value);
                    break;
                case PlannedShape type:
                    var linked = Of(type);
                    if (linked.Directions is not { } known)
                    {
                        _order.Add(type);
                        known = Directions.None;
                    }
                    else if ((known & directions) == directions)
                    {
                        break;
                    }

                    linked.Directions = known | directions;
                    foreach (var part in PartsOf(type))
                    {
                        open.Push(part);
                    }

                    break;
            }
        }
    }

    private LinkedRoot? RootOf(PlannedShape type) => _types.TryGetValue(type, out var linked) ? linked.Root : null;

    private LinkedType Of(PlannedShape type)
    {
        if (!_types.TryGetValue(type, out var linked))
        {
            _types[type] = linked = new LinkedType();
        }

        return linked;
    }

    private IEnumerable<TypeShape> PartsOf(PlannedShape type) => type.Kind switch
    {
        NamedKind.Record when FlatRecord.Is(type) => Defer(type),
        NamedKind.Record => RecordParts(type),
        NamedKind.Union => BranchesOf(type).SelectMany(branch => RecordParts(branch.Record)),
        NamedKind.Tuple => Parts(TupleOf(type).Items, TupleOf(type).More),
        NamedKind.Choice => KindsOf(type).Select(static kind => kind.Shape),
        _ => [],
    };

    private IEnumerable<TypeShape> Defer(PlannedShape record)
    {
        var path = record.Set.Home.Document.Path;
        if (!_deferred.TryGetValue(path, out var records))
        {
            _deferred[path] = records = [];
        }

        records.Add(record);
        return [];
    }

    private IEnumerable<TypeShape> RecordParts(PlannedShape type) => Parts(RecordOf(type).Members, RecordOf(type).Additional);

    private static IEnumerable<TypeShape> Parts(IReadOnlyList<MemberPlan> members, TypeShape? more) =>
        members.Select(static member => member.Shape).Concat(more is null ? [] : [more]);

    private sealed class LinkedType
    {
        // Null until something leads to the type.
        public Directions? Directions { get; set; }

        public LinkedRoot? Root { get; set; }
    }

    // The root that stands for a type, and whether the name of its file is the type's own.
    private sealed record LinkedRoot(CSharpName? Name, bool IsFile, Schema Schema);
}
