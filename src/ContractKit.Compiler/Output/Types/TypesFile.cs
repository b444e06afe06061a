using System.Collections.Generic;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Output.Types;

/// <summary>Renders the types of one schema document: the body of a file.</summary>
public static class TypesFile
{
    /// <summary>The pragma of files that name something deprecated.</summary>
    public static Code SilencesObsolete { get; } =
        Code.Of($"#pragma warning disable CS0612, CS0618, CS9042 // what is deprecated is still read and written");

    /// <summary>All types, in the order of the text, a paragraph each.</summary>
    /// <param name="types">The document's types.</param>
    /// <param name="silencesObsolete">Whether any type of the manifest is deprecated, so that naming it would be warned about.</param>
    /// <param name="use">What they are rendered with.</param>
    public static IEnumerable<Code> Parts(DocumentTypes types, bool silencesObsolete, TypeRendering use)
    {
        if (!types.Types.IsEmpty && (silencesObsolete || types.Types.Any(HasDeprecated)))
        {
            yield return SilencesObsolete;
        }

        foreach (var type in types.Types)
        {
            yield return Render(type, use);
        }
    }

    /// <summary>One type.</summary>
    public static Code Render(TypeContract contract, TypeRendering use) => contract switch
    {
        RecordContract record => RecordCode.Render(record, use),
        EnumContract words => EnumCode.Render(words, use),
        UnionContract union => UnionCode.Render(union, use),
        TupleContract tuple => TupleCode.Render(tuple, use),
        ChoiceContract choice => ChoiceCode.Render(choice, use),
        _ => Code.Empty,
    };

    /// <summary>The resolver that knows all types of a manifest: the body of a file.</summary>
    /// <param name="converters">The types of all documents that have converters.</param>
    /// <param name="use">What it is rendered with.</param>
    public static Code RenderResolver(IEnumerable<ConverterOwner> converters, TypeRendering use)
    {
        var resolver = use.Spell(KnownType.ContractTypeInfoResolver);
        return Code.Of(
            $$"""
            /// <summary>What System.Text.Json needs to know of the contract's types, without reflection.</summary>
            {{use.GeneratedCode}}
            {{use.Visibility}} static class ContractJson
            {
                /// <summary>A resolver for the options of anybody's serializer: <c>options.TypeInfoResolverChain.Add(ContractJson.TypeInfoResolver)</c>.</summary>
                public static {{use.Spell(KnownType.IJsonTypeInfoResolver)}} TypeInfoResolver { get; } = new {{resolver}}(
                    {{Code.Join(",\n", converters, Converter)}});
            }
            """);
    }

    /// <summary>Whether a type, or one of its members, is deprecated.</summary>
    public static bool HasDeprecated(TypeContract contract) => contract.Deprecated || contract switch
    {
        RecordContract record => record.Properties.Any(static property => property.Deprecated),
        TupleContract tuple => tuple.Items.Any(static item => item.Deprecated),
        UnionContract union => union.Branches.Any(static branch => HasDeprecated(branch.Record)),
        _ => false,
    };

    private static Code Converter(ConverterOwner owner) =>
        Code.Of($"{Code.Join(".", owner.Path, static name => Code.Of($"{name}"))}.Converter.Instance");
}
