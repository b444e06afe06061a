using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Services;
using ContractKit.Compiler.Model.Services.OpenApi;
using ContractKit.Compiler.Model.Types;
using ContractKit.Compiler.Model.Validation;

namespace ContractKit.Compiler.Model;

/// <summary>Binds a unit: asks each binder about its one document.</summary>
internal static class UnitBinder
{
    public static BoundDocument Bind(DocumentUnit unit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var problems = new List<Problem>(unit.ReferenceProblems);
        BoundDocument? bound = null;
        Guard.Against(unit.Document, problems, () => bound = unit.Bind(links =>
        {
            var contract = Bind(unit, links, problems);
            return new BoundDocument(contract, problems.ToEquatableArray());
        }));
        return bound ?? new BoundDocument(Empty(unit), problems.ToEquatableArray());
    }

    private static DocumentContract Bind(DocumentUnit unit, LinkedManifest links, List<Problem> problems)
    {
        var path = unit.Document.Path;
        var names = new ValidatorNames(unit.Facts.Resources.BaseFolder);
        var named = links.Rules.TryGetValue(path, out var entries) ? entries : [];
        var schemas = SchemaWalk.Within(named).Take(TypeLimits.Subschemas + 1).ToList();
        if (TypeLimits.Check(unit.Document, schemas.Count) is { } tooMany)
        {
            problems.Add(tooMany);
            return Empty(unit);
        }

        problems.AddRange(KeywordCheck.CheckEach(schemas));
        problems.AddRange(TypeLimits.CheckEach(schemas));
        var types = links.Types.Bind(path);
        problems.AddRange(new ExampleCheck(links.Rules, links.Options).CheckEach(schemas));
        var rules = new ValidatorBinder(names, links.Options).Bind(path, named);
        types = new ReadEnforcementBinder(rules, links.Types.TypeAt).Bind(types);
        var services = unit.IsManifest
            ? ServiceLinker.Link(links.Contract, links.Types.ShapeOf, problems)
            : default;
        if (unit.Consumer.Serves)
        {
            services = services.Select(service => service with { OpenApi = OpenApiBinder.Bind(service, links) }).ToEquatableArray();
        }

        return new DocumentContract(unit.Facts, unit.Consumer, path, types, rules, unit.Classes, services, unit.ManifestTypes);
    }

    private static DocumentContract Empty(DocumentUnit unit) => new(
        unit.Facts,
        unit.Consumer,
        unit.Document.Path,
        new DocumentTypes(unit.Document.Path, default),
        new DocumentValidators(unit.Document.Path, "", Names.CSharpName.Of("None"), default, default),
        default,
        default,
        default);
}
