using System;
using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;

namespace ContractKit.Compiler.Output.Types;

/// <summary>What all types of a manifest are rendered with.</summary>
/// <param name="consumer">Who gets them.</param>
/// <param name="namespace">The namespace of the generated types.</param>
/// <param name="version">The version of this compiler, for <c>[GeneratedCode]</c>.</param>
/// <param name="takenNames">All type names of the namespace that the code goes to, the generated ones included.</param>
/// <param name="sourceOf">What to call a schema's place in <c>[ContractType]</c>: a path relative to the manifest and a JSON pointer.</param>
/// <param name="ruleOf">The expression that gives the validator of the schema at a place, a <c>SchemaRule</c>; null where there are no validators.</param>
public sealed class TypeRendering(
    Consumer consumer,
    EquatableArray<CSharpName> @namespace,
    string version,
    IEnumerable<string> takenNames,
    Func<SchemaLocation, string> sourceOf,
    Func<SchemaLocation, Code>? ruleOf)
{
    private static readonly Dictionary<string, string> s_attributes = new()
    {
        ["ContractEnum"] = "ContractKit",
        ["ContractProperty"] = "ContractKit",
        ["ContractType"] = "ContractKit",
        ["ContractWord"] = "ContractKit",
        ["GeneratedCode"] = "System.CodeDom.Compiler",
        ["JsonConverter"] = "System.Text.Json.Serialization",
        ["NotNullWhen"] = "System.Diagnostics.CodeAnalysis",
        ["Obsolete"] = "System",
    };

    private readonly HashSet<string> _taken = new(takenNames, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _attributes = [];
    private HashSet<string> _nested = [];

    /// <summary>The namespaces whose types the code calls by their short names.</summary>
    public static IReadOnlyList<string> Usings { get; } =
    [
        "System",
        "System.CodeDom.Compiler",
        "System.Collections.Generic",
        "System.Diagnostics.CodeAnalysis",
        "System.Text.Json",
        "System.Text.Json.Serialization",
        "System.Text.Json.Serialization.Metadata",
        "ContractKit",
        "ContractKit.Json",
        "ContractKit.Validation",
        "ContractKit.Values",
    ];

    /// <summary>A rendering of shapes alone, without any name taken.</summary>
    public static TypeRendering Plain(Consumer consumer) => new(consumer, default, "", [], static location => location.ToString(), null);

    /// <summary>Who gets the code.</summary>
    public Consumer Consumer => consumer;

    /// <summary>Whether <c>IParsable</c> can be implemented: it has static abstract members, which need C# 11.</summary>
    public bool HasParsable => consumer.LanguageVersion >= 1100 && consumer.Has(ConsumerFeatures.Parsable);

    /// <summary>The question mark of a reference type that may be null.</summary>
    public Code Q => Code.When(consumer.NullableAnnotations, $"?");

    /// <summary>The exclamation mark of a reference that is known not to be null.</summary>
    public Code Bang => Code.When(consumer.NullableAnnotations, $"!");

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public Code Visibility => consumer.Visibility == GeneratedVisibility.Internal ? Code.Of($"internal") : Code.Of($"public");

    /// <summary>The attributes of every generated type, but for its converter's.</summary>
    public Code Attributes(SchemaLocation location) => Code.Of(
        $"""
        [{Attribute("ContractType")}({Literal.String(sourceOf(location))})]
        {GeneratedCode}
        """);

    /// <summary>A generated type that is not called for once.</summary>
    public Code GeneratedCode => Code.Of($"[{Attribute("GeneratedCode")}(\"ContractKit\", {Literal.String(version)})]");

    /// <summary><c>[Obsolete]</c> where a thing is deprecated.</summary>
    public Code Obsolete(bool deprecated) => Code.When(deprecated, $"[{Attribute("Obsolete")}(\"The contract calls this deprecated.\")]");

    /// <summary>Whether there are validators.</summary>
    public bool HasRules => ruleOf is not null;

    /// <summary>The validator of the schema at a place; empty where there are none.</summary>
    public Code RuleOf(SchemaLocation location) => ruleOf is null ? Code.Empty : ruleOf(location);

    /// <summary>An attribute by its short name or, where a generated type has that with or without its ending, by its full one.</summary>
    internal Code Attribute(string name)
    {
        if (!_attributes.TryGetValue(name, out var attribute))
        {
            _attributes[name] = attribute = _taken.Contains(name) || _taken.Contains(name + "Attribute")
                ? "global::" + s_attributes[name] + "." + name + "Attribute"
                : name;
        }

        return Code.Encoded(attribute);
    }

    /// <summary>The same for the inside of a type in which types of those names are nested: they hide all others of their names.</summary>
    internal TypeRendering Within(IEnumerable<CSharpName> nested)
    {
        var inside = new TypeRendering(consumer, @namespace, version, _taken, sourceOf, ruleOf) { _nested = [.. nested.Select(static name => name.Identifier)] };
        inside._taken.UnionWith(inside._nested);
        return inside;
    }

    /// <summary>A generated type by its name or, where a nested type hides it, by its full name.</summary>
    internal Code Name(CSharpName name) => _nested.Contains(name.Identifier) ? Own(name) : Code.Of($"{name}");

    /// <summary>A generated type by its full name.</summary>
    internal Code Own(CSharpName name) => Code.Of($"global::{Code.Join(".", @namespace.Concat([name]).Select(static part => Code.Of($"{part}")))}");

    /// <summary>A type of .NET or of the library by its short name or, where a generated type or one of <paramref name="members"/> has that, by its full one.</summary>
    internal Code Spell(KnownType type, InnerNames? members = null) =>
        _taken.Contains(type.Name) || members?.Contains(type.Name) == true
            ? Code.Of($"global::{type.Namespace}.{type.Short}")
            : type.Short;
}
