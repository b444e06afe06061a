using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Documents.Manifest;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;
using ContractKit.Compiler.Model.Validation;

namespace ContractKit.Compiler.Model;

/// <summary>Every kind of problem there is.</summary>
public static class RuleBook
{
    private static readonly Type[] s_chapters =
    [
        typeof(JsonRules), typeof(ManifestRules), typeof(NameRules), typeof(SchemaRules), typeof(KeywordRules), typeof(TypeRules), typeof(CompilerRules),
    ];

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<ProblemRule> All { get; } =
    [
        .. s_chapters
            .SelectMany(static chapter => chapter.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(static field => field.GetValue(null))
            .OfType<ProblemRule>()
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal),
    ];
}
