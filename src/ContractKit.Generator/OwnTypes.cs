using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContractKit.Generator;

/// <summary>Asks the project's own types about the names that were chosen, and about no others: to list all types on every keystroke would undo the caching.</summary>
internal static class OwnTypes
{
    /// <summary>The project's types that are named as generated ones and do not extend them.</summary>
    public static EquatableArray<Problem> Clashes(EquatableArray<GeneratedName> names, Compilation compilation)
    {
        var problems = new List<Problem>();
        var hasRecords = ConsumerReader.HasRecords(compilation);
        foreach (var group in names.GroupBy(static name => name.Namespace))
        {
            if (TypeLookup.Namespace(compilation.Assembly.GlobalNamespace, group.Key) is not { } @namespace)
            {
                continue;
            }

            foreach (var name in group)
            {
                var found = @namespace.GetTypeMembers(name.Name.Identifier, 0)
                    .SelectMany(static type => type.DeclaringSyntaxReferences)
                    .Select(static reference => KindOf(reference.GetSyntax()))
                    .FirstOrDefault(kind => kind != Extending(name.Partial, hasRecords));
                if (found is not null)
                {
                    problems.Add(name.TakenBy(found, hasRecords));
                }
            }
        }

        return problems.ToEquatableArray();
    }

    /// <summary>The names of the code's vocabulary that types of those namespaces have, the project's own or a reference's.</summary>
    public static EquatableArray<string> Taken(IEnumerable<string> namespaces, Compilation compilation)
    {
        var taken = new SortedSet<string>(System.StringComparer.Ordinal);
        foreach (var name in namespaces)
        {
            if (TypeLookup.Namespace(compilation.GlobalNamespace, name) is { } @namespace)
            {
                taken.UnionWith(ContractCompiler.Vocabulary.Where(word => @namespace.GetTypeMembers(word).Length > 0));
            }
        }

        return taken.ToEquatableArray();
    }

    private static string? Extending(PartialKind kind, bool hasRecords) => kind switch
    {
        PartialKind.Record => hasRecords ? "partial record" : "partial class",
        PartialKind.Class => "partial class",
        PartialKind.Struct => "partial struct",
        PartialKind.Interface => "partial interface",
        _ => null,
    };

    private static string KindOf(SyntaxNode declaration)
    {
        var isPartial = declaration is MemberDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.PartialKeyword);
        var kind = declaration switch
        {
            RecordDeclarationSyntax record => record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword) ? "record struct" : "record",
            ClassDeclarationSyntax => "class",
            StructDeclarationSyntax => "struct",
            InterfaceDeclarationSyntax => "interface",
            EnumDeclarationSyntax => "enum",
            _ => "delegate",
        };
        return isPartial ? "partial " + kind : kind;
    }
}
