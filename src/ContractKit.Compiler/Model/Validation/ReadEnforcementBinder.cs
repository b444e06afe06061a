using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>
/// Decides which types keep their schemas while they are read. Those are the plain ones: what needs branches, annotations or a look back
/// at the whole value takes a pass of its own.
/// </summary>
internal sealed class ReadEnforcementBinder(DocumentValidators validators, Func<SchemaLocation, TypeShape?> typeAt)
{
    // Types that hold what their schema allows are not looked at for depth: the run-time library takes no more lists around a record than this.
    private const int MostLists = 3;

    private readonly Dictionary<SchemaLocation, Instruction> _rules = validators.Rules.ToDictionary(static rule => rule.Location, static rule => rule.Schema);

    /// <summary>The types of the document, each with what it keeps while it is read.</summary>
    public DocumentTypes Bind(DocumentTypes types) => types with { Types = types.Types.Select(Bind).ToEquatableArray() };

    private TypeContract Bind(TypeContract type)
    {
        if (type.Evaluated.Count != 1 || !_rules.TryGetValue(type.Location, out var rule) || rule is not SchemaInstruction schema)
        {
            return type;
        }

        return type switch
        {
            RecordContract { Other: null } record => record with { Enforcement = Enforce(record, schema) },
            EnumContract { Integers: false } list => list with { ReadEnforces = IsWordsOnly(schema, list) },
            _ => type,
        };
    }

    private ReadEnforcement? Enforce(RecordContract record, SchemaInstruction schema)
    {
        if (schema.Object is not { MinProperties: 0, MaxProperties: long.MaxValue, Names: null } members
            || !members.Patterns.IsEmpty
            || schema with { Object = null } != SchemaInstruction.OfTypes(record.RefusesNull ? ValueKinds.Object | ValueKinds.Null : ValueKinds.Object)
            || !Agree(record.Additional, members.Additional)
            || record.Properties.Count != members.Properties.Count)
        {
            return null;
        }

        var parts = new List<TypeShape>();
        var counts = new List<ItemCount>();
        var rules = new int[record.Properties.Count];
        var isHeld = true;
        var places = new PropertyPlaces(members.Properties);
        for (var i = 0; i < rules.Length; i++)
        {
            var property = record.Properties[i];
            if (places.Of(property.JsonName, i) is not { } place || Ask(property, members.Properties[place], place, parts, out var count) is not { } asked)
            {
                return null;
            }

            rules[i] = asked;
            isHeld &= asked < 0 && count is null && ListsAround(property.Shape) <= MostLists;
            if (count is not null)
            {
                counts.Add(new ItemCount(i, count.MinItems, count.MaxItems));
            }
        }

        return new ReadEnforcement(EquatableArray<int>.Wrap(rules), counts.ToEquatableArray(), parts.Count == 0 ? default : parts.Distinct().ToEquatableArray(), isHeld);
    }

    /// <summary>Finds properties by their names, which mostly stand in the order in which they are asked for.</summary>
    private struct PropertyPlaces(EquatableArray<PropertyInstruction> properties)
    {
        private Dictionary<string, int>? _byName;

        public int? Of(string name, int likely)
        {
            if (properties[likely].Name == name)
            {
                return likely;
            }

            if (_byName is null)
            {
                _byName = new Dictionary<string, int>(properties.Count, StringComparer.Ordinal);
                for (var i = 0; i < properties.Count; i++)
                {
                    _byName[properties[i].Name] = i;
                }
            }

            return _byName.TryGetValue(name, out var place) ? place : null;
        }
    }

    /// <summary>Where the property's rule has to be asked, its place; -1 where it has not; null where no reading can keep it.</summary>
    /// <param name="property">The property.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="place">The rule's place.</param>
    /// <param name="parts">Gets the types that must keep their own schemas.</param>
    /// <param name="count">What limits the number of a list's items while it is read; null where nothing does.</param>
    private int? Ask(PropertyContract property, PropertyInstruction rule, int place, List<TypeShape> parts, out ArrayInstruction? count)
    {
        count = null;
        if (property.Required != rule.IsRequired || !rule.Needs.IsEmpty || rule.Applies is not null)
        {
            return null;
        }

        if (Implies(property.Shape, rule.Schema ?? ConstantInstruction.Anything, parts))
        {
            return -1;
        }

        // A list is counted while it is read; to ask for the count first would look at all of its items, and at those of their lists, once more.
        if (property.Shape.NotNull is ListShape && rule.Schema is SchemaInstruction { Array: { } array } list
            && array == ArrayInstruction.Of(array.Items) with { MinItems = array.MinItems, MaxItems = array.MaxItems }
            && Implies(property.Shape, list with { Array = ArrayInstruction.Of(array.Items) }, parts))
        {
            count = array;
            return -1;
        }

        return IsPlain(rule.Schema!) ? place : null;
    }

    private static int ListsAround(TypeShape shape) => shape.NotNull is ListShape list ? 1 + ListsAround(list.Item) : 0;

    private static bool Agree(AdditionalContract? kept, Instruction? additional) => additional switch
    {
        null or ConstantInstruction { Allows: true } => kept is { Shape: ElementShape },
        ConstantInstruction { Allows: false } => kept is null,
        _ => false,
    };

    /// <summary>Whether whoever has read a value of that shape knows that it keeps the schema.</summary>
    private bool Implies(TypeShape shape, Instruction instruction, List<TypeShape> parts)
    {
        if (shape is ElementShape)
        {
            return instruction is ConstantInstruction { Allows: true };
        }

        if (shape.NotNull is NamedShape named)
        {
            if (TargetOf(instruction) is not { } target || typeAt(target) is not { } type || type.NotNull != named
                || named.Kind is NamedKind.Union or NamedKind.Choice || (shape is NullableShape && type is not NullableShape))
            {
                return false;
            }

            parts.Add(named);
            return true;
        }

        return instruction is SchemaInstruction schema
            && ((schema.Types & ValueKinds.Null) != 0) == shape is NullableShape
            && ImpliesValue(shape.NotNull, (schema.Types & ValueKinds.Null) == 0 ? schema : schema with { Types = schema.Types & ~ValueKinds.Null }, parts);
    }

    private bool ImpliesValue(TypeShape shape, SchemaInstruction schema, List<TypeShape> parts) => shape switch
    {
        ScalarShape { Kind: ScalarKind.String } => schema == SchemaInstruction.OfTypes(ValueKinds.String),
        ScalarShape { Kind: ScalarKind.Boolean } => schema == SchemaInstruction.OfTypes(ValueKinds.Boolean),
        ScalarShape scalar => schema == AskedByReading(scalar.Kind),
        ListShape list => schema with { Array = null } == SchemaInstruction.OfTypes(ValueKinds.Array)
            && schema.Array is { } array && array == ArrayInstruction.Of(array.Items)
            && Implies(list.Item, array.Items ?? ConstantInstruction.Anything, parts),
        _ => false,
    };

    // The limit of a type of C# or .NET is asked by reading a value of it. What is read as an integer is a whole number, however it is
    // written; up to draft-04 it must be written as one, which is asked before.
    private static SchemaInstruction? AskedByReading(ScalarKind kind) => kind switch
    {
        ScalarKind.Int64 or ScalarKind.Int32 => Limited(ValueKinds.Number | ValueKinds.Whole, kind),
        ScalarKind.Double or ScalarKind.Decimal => Limited(ValueKinds.Number, kind),
        ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.Guid => Limited(ValueKinds.String, kind),
        _ => null,
    };

    private static SchemaInstruction Limited(ValueKinds types, ScalarKind kind) => SchemaInstruction.OfTypes(types) with { Limit = ShapeLimits.LimitOf(kind) };

    /// <summary>The one schema that is asked for, and nothing beside.</summary>
    private static SchemaLocation? TargetOf(Instruction instruction) => instruction switch
    {
        RuleInstruction rule => rule.Target,
        SchemaInstruction { Applicators: [ReferenceInstruction reference] } schema when schema with { Applicators = default } == SchemaInstruction.OfTypes(ValueKinds.Any) => reference.Target,
        _ => null,
    };

    /// <summary>Whether asking costs no more than walking the value once, whatever the document.</summary>
    private static bool IsPlain(Instruction instruction) => instruction switch
    {
        ConstantInstruction => true,
        SchemaInstruction { UnevaluatedItems: null, UnevaluatedProperties: null, Object: null } schema =>
            schema.Applicators.IsEmpty && (schema.Array is null || (IsFlat(schema.Array.Items) && IsFlat(schema.Array.Contains) && schema.Array.Prefix.IsEmpty)),
        _ => false,
    };

    // A list of lists would be looked at once more for each level.
    private static bool IsFlat(Instruction? items) => items is null || (items is not SchemaInstruction { Array: not null } && IsPlain(items));

    private static bool IsWordsOnly(SchemaInstruction schema, EnumContract list) =>
        schema.Values is { } values
        && values.IsOpen == list.Open is not null
        && values.Words.Count == list.Members.Count
        && values.Others.All(other => other == "null" && list.RefusesNull)
        && (schema.Types & ~ValueKinds.Null) is ValueKinds.String or (ValueKinds.Any & ~ValueKinds.Null)
        && schema with { Values = null } == SchemaInstruction.OfTypes(schema.Types);
}
