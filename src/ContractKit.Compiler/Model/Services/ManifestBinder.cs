using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Documents.Manifest;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model.Services;

/// <summary>Decides what a manifest means.</summary>
public sealed class ManifestBinder
{
    private const int MostSchemas = 10_000;
    private readonly ManifestDocument _manifest;
    private readonly Consumer _consumer;
    private readonly ManifestScope _scope;

    private ManifestBinder(ManifestDocument manifest, SchemaLibrary library, Consumer consumer, List<Problem> problems)
    {
        _manifest = manifest;
        _consumer = consumer;
        _scope = new ManifestScope(manifest.Json, library, problems);
    }

    /// <summary>Binds the manifest in <paramref name="json"/> against the schemas at hand.</summary>
    public static ManifestContract Bind(JsonDocument json, SchemaLibrary library, Consumer consumer, List<Problem> problems) =>
        new ManifestBinder(ManifestReader.Read(json, problems), library, consumer, problems).Bind();

    private ManifestContract Bind()
    {
        var @namespace = Namespace();
        var options = Options();
        foreach (var type in _manifest.Types)
        {
            AddType(type);
        }

        var services = new List<ServiceContract>();
        foreach (var service in _manifest.Services)
        {
            if (new ServiceBinder(_scope).Bind(service) is { } bound)
            {
                services.Add(bound);
            }
        }

        _scope.CheckAfterwards();
        return new ManifestContract(_manifest.Json, @namespace, options, _scope.Roots, services.ToEquatableArray());
    }

    private EquatableArray<CSharpName> Namespace()
    {
        var text = _manifest.Namespace?.Value;
        var span = _manifest.Namespace?.Span ?? new TextSpan(_manifest.Json.Root?.Span.Start ?? 0, 1);
        if (text is null)
        {
            text = _consumer.RootNamespace.Length == 0 ? "Contracts" : _consumer.RootNamespace;
        }

        var names = new List<CSharpName>();
        foreach (var part in text.Split('.'))
        {
            if (!CSharpName.TryCreate(part, out var name))
            {
                var meant = _manifest.Namespace is { Value.Length: <= 100 } ? string.Join(".", text.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(NameWords.Pascal)) : "";
                var remedy = meant.Length > 0 && meant.Split('.').All(static name => CSharpName.TryCreate(name, out _)) ? JsonText.Quote(meant) : null;
                _scope.Report(
                    ManifestRules.Namespace,
                    span,
                    "A namespace is a list of C# names with dots between them; each has letters, digits and underscores: "
                        + (_manifest.Namespace is null ? $"the project's {JsonText.Shown(text)} is none, so write \"namespace\": \"Acme.Tasks\" here." : $"write {remedy ?? "\"Acme.Tasks\""}."),
                    remedy);
                return new[] { CSharpName.Of("Contracts") }.ToEquatableArray();
            }

            names.Add(name);
        }

        if (names[0].Identifier is "System" or "ContractKit")
        {
            _scope.Report(ManifestRules.Namespace, span, $"The namespace \"{names[0].Identifier}\" belongs to a library. Choose one of your own.");
        }

        return names.ToEquatableArray();
    }

    private ManifestOptions Options() =>
        new(
            Word(_manifest.Formats, "formats", "annotate", "assert") switch
            {
                "annotate" => FormatPolicy.Annotate,
                "assert" => FormatPolicy.Assert,
                _ => FormatPolicy.Typed,
            },
            Word(_manifest.UnknownEnumValues, "unknownEnumValues", "keep", "reject") == "reject",
            Word(_manifest.ResponseValidation, "responseValidation", "read", "enforce") == "enforce");

    private string? Word(JsonString? option, string name, params string[] words)
    {
        if (option is null || words.Contains(option.Value))
        {
            return option?.Value;
        }

        var meant = NearMiss.Of(option.Value, words);
        _scope.Report(
            ManifestRules.Option,
            option.Span,
            $"\"{name}\" is \"{string.Join("\" or \"", words)}\", and never {JsonText.Shown(option.Value)}.",
            meant is null ? null : "\"" + meant + "\"");
        return null;
    }

    private void AddType(TypeDocument type)
    {
        CSharpName? name = null;
        if (type.Name is not null)
        {
            if (!CSharpName.TryCreate(type.Name.Name, out var chosen))
            {
                var spelt = type.Name.Name.Length is > 0 and <= 60 ? JsonText.Quote(NameWords.Pascal(type.Name.Name)) : null;
                _scope.Report(
                    ManifestRules.Name, type.Name.NameSpan,
                    $"{JsonText.Shown(type.Name.Name)} cannot be the name of a C# type: {(spelt is null ? "use letters, digits and underscores." : $"write {spelt}.")}", spelt);
                return;
            }

            if (ReservedNames.OwnNames.Contains(chosen.Identifier))
            {
                _scope.Report(ManifestRules.Name, type.Name.NameSpan, $"{chosen.Identifier} is made for every manifest. Choose another name for the type.");
                return;
            }

            if (chosen.Identifier.All(static c => c is >= 'a' and <= 'z'))
            {
                // C# keeps such type names for keywords to come (CS8981), and code beside a type called var or record means something else.
                var capitalized = char.ToUpperInvariant(chosen.Identifier[0]) + chosen.Identifier.Substring(1);
                _scope.Report(
                    ManifestRules.Name,
                    type.Name.NameSpan,
                    $"C# keeps names of small letters alone, as \"{chosen.Identifier}\", for itself. Write \"{capitalized}\".",
                    "\"" + capitalized + "\"");
                return;
            }

            name = chosen;
        }

        if (type.Schema is JsonString { Value: var pattern } reference && SchemaPattern.IsPattern(pattern))
        {
            if (name is not null)
            {
                _scope.Report(ManifestRules.Name, reference.Span, "One name cannot stand for all schemas that a wild-card finds. Put the wild-card in a list, or under \"*\".");
                return;
            }

            AddPattern(reference);
        }
        else
        {
            _scope.Open(type.Schema, name, Directions.Both);
        }
    }

    private string AtHand()
    {
        var folder = ManifestResources.FolderOf(_manifest.Json);
        var paths = _scope.Library.DocumentPaths.Where(path => path != _manifest.Json.Path).OrderBy(static path => path, StringComparer.Ordinal).ToList();
        return paths.Count == 0 ? "there is none"
            : "given are " + string.Join(", ", paths.Take(3).Select(path => DocumentPath.Relative(folder, path))) + (paths.Count > 3 ? $" and {JsonText.Number(paths.Count - 3)} more" : "");
    }

    private void AddPattern(JsonString reference)
    {
        var found = SchemaPattern.Matches(_scope.Library, ManifestResources.FolderOf(_manifest.Json), reference.Value);
        if (found.Count > MostSchemas)
        {
            _scope.Report(
                ManifestRules.TooManySchemas,
                reference.Span,
                $"{JsonText.Shown(reference.Value)} finds {JsonText.Number(found.Count)} schemas, and at most {JsonText.Number(MostSchemas)} are taken, since each becomes types that the compiler reads on every build: name those that are meant, or use several projects.");
            return;
        }

        foreach (var path in found)
        {
            _scope.Open(new JsonString(reference.Span, path), null, Directions.Both);
        }

        if (found.Count == 0)
        {
            _scope.Report(
                ManifestRules.NothingFound,
                reference.Span,
                $"No schema file at hand matches {JsonText.Shown(reference.Value)}: {AtHand()}. Files outside schema/ come in with <Contract Include=\"…\" />.");
        }
    }
}
