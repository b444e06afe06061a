using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Model.Types;

/// <summary>Binds planned types to contracts, with the names of all their members.</summary>
internal sealed class ContractBinder(LinkedTypes linked, TypeBinder binder)
{
    private readonly Dictionary<PlannedShape, TypeContract> _bound = [];

    /// <summary>The type's contract.</summary>
    public TypeContract Bind(PlannedShape type)
    {
        if (!_bound.TryGetValue(type, out var contract))
        {
            var name = binder.NameOf(type);
            _bound[type] = contract = type.Kind switch
            {
                NamedKind.Enum => EnumBinder.Bind(type, linked.SchemaOf(type).Location, name, binder.IsOpen(type)),
                NamedKind.Choice => BindChoice(type, name),
                NamedKind.Union => BindUnion(type, name),
                NamedKind.Tuple => BindTuple(type, name),
                _ => BindRecord(type.Set, linked.SchemaOf(type).Location, linked.RecordOf(type), name, [], RecordPlan.HoldsOthers(type.Set, linked.RecordOf(type)), linked.DirectionsOf(type)),
            };
            var kinds = ShapePlanner.KindsOf(type.Set);
            _bound[type] = contract = contract with { RefusesNull = kinds != JsonKinds.Any && (kinds & JsonKinds.Null) != 0, Evaluated = linked.SchemasOf(type).Select(static schema => schema.Location).ToEquatableArray() };
        }

        return contract;
    }

    private RecordContract BindRecord(SchemaSet set, SchemaLocation location, RecordPlan plan, CSharpName name, IEnumerable<string> taken, bool holdsOthers, Directions directions)
    {
        var conjuncts = set.Conjuncts;
        var scope = new NameScope(ReservedNames.InRecords, [name.Identifier, .. taken]);
        var additional = plan.Additional is { } others
            ? new AdditionalContract(scope.Take("AdditionalProperties", ""), binder.Named(others))
            : null;
        var other = holdsOthers ? scope.Take("OtherValue", "") : null;
        var names = MemberNames.Assign([.. plan.Members.Select(static member => member.JsonName)], scope, "Value");
        return new RecordContract(
            name,
            location,
            DocumentationBinder.Of(set, conjuncts),
            SchemaText.Says(set.Schemas, "deprecated"),
            plan.Members.Select((member, index) => BindProperty(MemberDuties.MayLack(member, directions) ? member with { Required = false } : member, names[index])).ToEquatableArray(),
            additional,
            other);
    }

    private PropertyContract BindProperty(MemberPlan member, CSharpName name, bool isItem = false)
    {
        var set = SchemaSet.Of(member.Schemas);
        var conjuncts = set.Conjuncts;
        var shape = binder.Named(member.Shape);

        // An item that is left out is no item.
        var (value, constant) = isItem || !DefaultBinder.HasAny(member, conjuncts) ? (null, false) : BindDefault(member, conjuncts, shape);
        return new PropertyContract(
            member.JsonName,
            name,
            shape,
            member.Required,
            value,
            constant,
            DocumentationBinder.Of(set, conjuncts),
            SchemaText.Says(member.Schemas, "deprecated"));
    }

    private (DefaultContract? Value, bool Constant) BindDefault(MemberPlan member, EquatableArray<Schema> conjuncts, TypeShape shape) =>
        DefaultBinder.Of(member, conjuncts, shape, word => MemberOf(member, word));

    private (CSharpName Enum, CSharpName Member)? MemberOf(MemberPlan member, string word)
    {
        if (member.Shape.NotNull is not PlannedShape { Kind: NamedKind.Enum } type)
        {
            return null;
        }

        var contract = (EnumContract)Bind(type);
        return contract.Members.FirstOrDefault(known => known.Word == word) is { } found ? (contract.Name, found.Name) : null;
    }

    private UnionContract BindUnion(PlannedShape type, CSharpName name)
    {
        var branches = linked.BranchesOf(type);
        var discriminator = Discriminator.Find(type.Set, branches, linked);
        var scope = new NameScope(ReservedNames.InRecords, [name.Identifier]);
        var bound = new List<BranchContract>();
        for (var i = 0; i < branches.Count; i++)
        {
            var (branch, record) = branches[i];
            var words = discriminator?.Words[i] ?? default;
            var suggested = (branch.Branches.Count > 1 ? OfBranches(branch.Branches) : OfBranch(branch.Home))
                ?? (words.Count > 0 ? NameWords.Pascal(words[0]) : null)
                ?? "Option" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var branchName = scope.Take(suggested, "Value");
            var contract = BindRecord(record.Set, branch.Home.Location, linked.RecordOf(record), branchName, [name.Identifier], holdsOthers: false, linked.DirectionsOf(type));
            bound.Add(new BranchContract(
                words.Count == 1 ? SayKind(contract, discriminator!.Property, words[0]) : contract,
                words,
                branch.Schemas.Select(static schema => schema.Location).ToEquatableArray()));
        }

        return new UnionContract(
            name,
            linked.SchemaOf(type).Location,
            DocumentationBinder.Of(type.Set, type.Set.Conjuncts),
            SchemaText.Says(type.Set.Schemas, "deprecated"),
            bound.ToEquatableArray(),
            discriminator?.Property,
            scope.Take("Unknown", "Value"));
    }

    // What tells the branch apart goes without saying, as a constant does.
    private static RecordContract SayKind(RecordContract branch, string property, string word) => branch with
    {
        Properties = branch.Properties
            .Select(member => member.JsonName == property && member is { Required: true, Default: null, Shape: ScalarShape { Kind: ScalarKind.String } }
                ? member with { Default = new DefaultContract(word), Constant = true }
                : member)
            .ToEquatableArray(),
    };

    private static string? OfBranch(Schema branch) =>
        SchemaNames.OfBranch(branch.Json)
        ?? (SchemaNames.DefinitionKey(branch.Location.Pointer) is { } key ? NameWords.Pascal(key) : null);

    // A value that is of a branch of each of several unions is called after all of them.
    private static string? OfBranches(EquatableArray<Schema> branches)
    {
        var names = branches.Select(static branch => OfBranch(branch) ?? OfBranch(branch.Resolved)).ToList();
        return names.Contains(null) ? null : NameWords.Shorten(string.Concat(names));
    }

    private TupleContract BindTuple(PlannedShape type, CSharpName name)
    {
        var plan = linked.TupleOf(type);
        var scope = new NameScope(ReservedNames.InRecords, [name.Identifier, "Deconstruct"]);
        var more = plan.More is { } others ? new AdditionalContract(scope.Take("MoreItems", ""), binder.Named(others)) : null;
        var items = plan.Items.Select((item, index) => BindProperty(item, scope.Take(ItemName(item, index), "Value"), isItem: true)).ToEquatableArray();
        var conjuncts = type.Set.Conjuncts;
        return new TupleContract(
            name,
            linked.SchemaOf(type).Location,
            DocumentationBinder.Of(type.Set, conjuncts),
            SchemaText.Says(type.Set.Schemas, "deprecated"),
            items,
            more);
    }

    private static string ItemName(MemberPlan item, int index) =>
        SchemaNames.OfTitle(SchemaText.Of(item.Schemas, "title")) ?? "Item" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private ChoiceContract BindChoice(PlannedShape type, CSharpName name)
    {
        var scope = new NameScope(ReservedNames.InRecords, [name.Identifier]);
        return new ChoiceContract(
            name,
            linked.SchemaOf(type).Location,
            DocumentationBinder.Of(type.Set, type.Set.Conjuncts),
            SchemaText.Says(type.Set.Schemas, "deprecated"),
            linked.KindsOf(type)
                .Select(kind => new ChoiceKindContract(kind.Kind, scope.Take(KindName(kind.Kind), "Value"), binder.Named(kind.Shape)))
                .ToEquatableArray());
    }

    private static string KindName(JsonKinds kind) => kind switch
    {
        JsonKinds.String => "Text",
        JsonKinds.Integer => "Integer",
        JsonKinds.Boolean => "Boolean",
        JsonKinds.Array => "List",
        JsonKinds.Object => "Object",
        _ => "Number",
    };
}
