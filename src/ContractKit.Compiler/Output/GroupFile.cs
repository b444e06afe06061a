using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Validation;
using ContractKit.Compiler.Output.Types;
using ContractKit.Compiler.Output.Validation;

namespace ContractKit.Compiler.Output;

/// <summary>Renders a group of documents: their types and validators into one file, and a manifest's services into files of their own.</summary>
internal static class GroupFile
{
    public static EquatableArray<GeneratedFile> Render(FileGroup group, CancellationToken cancellation)
    {
        var files = new List<GeneratedFile>();
        if (group.Contracts.Count == 0)
        {
            return default;
        }

        var first = group.Contracts[0];
        var facts = first.Facts;
        var consumer = first.Consumer;

        // A group is of one manifest, in one project.
        var rendering = Rendering(first);
        using var scope = CodeScope.Begin();
        if (!group.Converters.IsEmpty)
        {
            var resolver = TypesFile.RenderResolver(group.Converters, rendering);
            if (facts.HasDeprecatedTypes)
            {
                resolver = Code.Lines([TypesFile.SilencesObsolete, resolver]);
            }

            return new[] { new GeneratedFile(group.HintName, SourceFile.Render([facts.Relative(first.Path)], facts.Namespace, Usings, resolver, consumer)) }.ToEquatableArray();
        }

        if (group.Contracts.Any(HasBody))
        {
            var body = Code.Of(new CodeSequence(Bodies(group, rendering, cancellation)));
            files.Add(new GeneratedFile(
                group.HintName,
                SourceFile.Render(group.Contracts.Select(contract => facts.Relative(contract.Path)), facts.Namespace, Usings, body, consumer)));
        }

        foreach (var contract in group.Contracts.Where(static contract => !contract.Services.IsEmpty))
        {
            files.AddRange(Services(contract));
        }

        return files.ToEquatableArray();
    }

    private static SortedSet<string> Usings { get; } = new(TypeRendering.Usings.Concat(ValidatorCode.Usings), System.StringComparer.Ordinal);

    private static bool HasBody(DocumentContract contract) => !contract.Types.Types.IsEmpty || !contract.Classes.IsEmpty || !contract.Rules.Rules.IsEmpty;

    private static IEnumerable<Code> Bodies(FileGroup group, TypeRendering rendering, CancellationToken cancellation)
    {
        foreach (var contract in group.Contracts)
        {
            cancellation.ThrowIfCancellationRequested();
            var names = new ValidatorNames(contract.Facts.Resources.BaseFolder);
            foreach (var part in TypesFile.Parts(contract.Types, contract.Facts.HasDeprecatedTypes, rendering))
            {
                yield return part;
            }

            foreach (var schema in contract.Classes)
            {
                yield return ValidatorCode.Schema(schema.Name, schema.Schema, names, contract.Consumer);
            }

            if (!contract.Rules.Rules.IsEmpty)
            {
                yield return ValidatorCode.Rules(contract.Rules, names, contract.Consumer, contract.Facts.TakenNames.Any(CodeVocabulary.RuleNames.Contains));
            }
        }
    }

    private static TypeRendering Rendering(DocumentContract contract) => Rendering(contract, contract.Facts.TakenNames);

    private static TypeRendering Rendering(DocumentContract contract, IEnumerable<string> taken)
    {
        var names = new ValidatorNames(contract.Facts.Resources.BaseFolder);
        return new TypeRendering(
            contract.Consumer,
            contract.Facts.Namespace,
            GeneratedVersion.Text,
            taken,
            location => names.SourceOf(location.Path) + "#" + location.Pointer,
            location => ValidatorCode.Name(location, names));
    }

    private static IEnumerable<GeneratedFile> Services(DocumentContract contract)
    {
        var @namespace = contract.Facts.Namespace;
        var rendering = Rendering(contract, contract.ManifestTypes.Select(static name => name.Identifier).Concat(contract.Consumer.TakenNames));
        var files = contract.Services
            .SelectMany(service => ServiceFiles.Render(service, contract.Facts.Options, contract.Facts.HasDeprecatedTypes, rendering)
                .Select(file => (Name: service.Name.Identifier + file.Suffix, File: file)))
            .ToList();
        if (ServiceFiles.RenderEndpoints(contract.Consumer) is { } endpoints)
        {
            files.Add((endpoints.Suffix, endpoints));
        }

        foreach (var (name, file) in files)
        {
            yield return new GeneratedFile(
                string.Join(".", @namespace.Select(static part => part.Identifier)) + "." + name + ".g.cs",
                SourceFile.Render(
                    [contract.Facts.Relative(contract.Path)],
                    file.SubNamespace is { } sub ? @namespace.Append(sub).ToEquatableArray() : @namespace,
                    file.Usings,
                    file.Body,
                    contract.Consumer));
        }
    }
}
