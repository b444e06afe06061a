using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;
using Xunit;

namespace ContractKit.Compiler.Tests.Model;

/// <summary>What was worked out about a document is let go when nobody can ask for it any more, and not before.</summary>
public sealed class UnboundUnitsTests
{
    // Documents that reach each other in a ring, one that two others reach, one that nothing reaches, one that stands for a definition of its own, and a service.
    private static readonly (string Path, string Text)[] s_files =
    [
        ("/app/contracts.json", """
            { "namespace": "Acme", "types": ["schema/*.json"], "services": { "Orders": { "operations": {
              "FetchOrder": { "method": "GET", "path": "/orders/{id}", "parameters": { "id": { "in": "path", "schema": { "type": "string" } } },
                "responses": { "200": { "body": { "schema": "schema/order.json" } } } } } } } }
            """),
        ("/app/schema/alone.json", """{ "type": "object", "properties": { "id": { "type": "string" }, "count": { "type": "integer" }, "when": { "type": "string", "format": "date-time" } }, "required": ["id"] }"""),
        ("/app/schema/order.json", """{ "type": "object", "properties": { "buyer": { "$ref": "person.json" }, "state": { "$ref": "shared.json#/$defs/state" }, "parts": { "type": "array", "items": { "type": "object", "properties": { "amount": { "type": "number" } } } } } }"""),
        ("/app/schema/person.json", """{ "type": "object", "properties": { "orders": { "type": "array", "items": { "$ref": "order.json" } }, "age": { "type": "integer", "minimum": 0 } } }"""),
        ("/app/schema/shared.json", """{ "$defs": { "state": { "enum": ["open", "closed"] }, "money": { "type": "object", "properties": { "cents": { "type": "integer", "readOnly": true } }, "required": ["cents"] } } }"""),
        ("/app/schema/stands-for.json", """{ "$ref": "#/$defs/part", "$defs": { "part": { "type": "object", "properties": { "size": { "type": "integer" } } } } }"""),
        ("/app/schema/bill.json", """{ "oneOf": [ { "type": "object", "properties": { "kind": { "const": "a" }, "sum": { "$ref": "shared.json#/$defs/money" } }, "required": ["kind"] }, { "type": "object", "properties": { "kind": { "const": "b" }, "state": { "$ref": "shared.json#/$defs/state" } }, "required": ["kind"] } ] }"""),
    ];

    [Fact]
    public void The_order_in_which_units_are_bound_changes_nothing()
    {
        var expected = Bound(static units => units);
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var found = Bound(units => [.. units.OrderBy(_ => random.Next())]);
            Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
            Assert.All(expected, document => Assert.True(document.Value == found[document.Key], document.Key + " with seed " + seed));
        }
    }

    [Fact]
    public void Schemas_live_until_the_last_unit_that_reaches_them_is_bound()
    {
        var documents = s_files.Select(static file => ContractCompiler.Read(file.Path, file.Text)).ToList();
        var library = SchemaLibrary.Create(documents, SchemaResources.None);
        var roots = documents.Skip(1).Select(document => library.OpenInline(document, document.Root!)).ToDictionary(static schema => schema.Document.Path, StringComparer.Ordinal);
        var types = new TypeBinder(TypeLinker.Link(roots.Values.Select(static schema => new SchemaRoot(schema, null, Directions.Both))));
        var unbound = new UnboundUnits(library, types);
        var alone = unbound.Closure(["/app/schema/alone.json"], default);
        var ring = unbound.Closure(["/app/schema/order.json", "/app/schema/person.json"], default);
        var more = unbound.Closure(["/app/schema/person.json"], default);
        alone.Add();
        ring.Add();
        ring.Add();
        more.Add();
        var (id, buyer, age) = (Member("alone", "id"), Member("order", "buyer"), Member("person", "age"));
        _ = roots.Values.Select(static schema => schema.Subschemas.Count).Sum();

        alone.Bound();
        Assert.NotSame(id, Member("alone", "id"));
        ring.Bound();
        Assert.Same(buyer, Member("order", "buyer"));
        ring.Bound();
        Assert.NotSame(buyer, Member("order", "buyer"));
        Assert.Same(age, Member("person", "age"));
        more.Bound();
        Assert.NotSame(age, Member("person", "age"));

        Schema Member(string name, string property) => roots["/app/schema/" + name + ".json"].Subschema("properties", property);
    }

    private static Dictionary<string, BoundDocument> Bound(Func<IReadOnlyList<DocumentUnit>, IReadOnlyList<DocumentUnit>> order)
    {
        var newest = GoldenConsumer.Newest;
        var consumer = newest with { RootNamespace = "", Features = newest.Features | ConsumerFeatures.AspNetCore };
        Assert.True(consumer.Serves);
        var linked = ContractCompiler.Link([.. s_files.Select(static file => ContractCompiler.Read(file.Path, file.Text))], consumer);
        Assert.Empty(linked.Problems);
        return order([.. linked.Units]).ToDictionary(static unit => unit.Document.Path, static unit => ContractCompiler.Bind(unit), StringComparer.Ordinal);
    }
}
