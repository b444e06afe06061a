using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContractKit.Analyzers.Contracts;

/// <summary>Finds contract types by the attributes that the generator puts on them, in this compilation and in the assemblies it references.</summary>
internal sealed class ContractIndexReader(Compilation compilation, CancellationToken cancellation)
{
    private readonly List<INamedTypeSymbol> _types = [];
    private readonly ImmutableHashSet<ISymbol>.Builder _records = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
    private readonly List<ContractOperation> _operations = [];

    public static ContractIndex Read(Compilation compilation, CancellationToken cancellation) =>
        new ContractIndexReader(compilation, cancellation).Read();

    private ContractIndex Read()
    {
        FindInSource();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (MayHoldContracts(assembly))
            {
                FindIn(assembly.GlobalNamespace);
            }
        }

        var enums = _types.Where(static type => type.TypeKind == TypeKind.Enum).Select(ReadEnum).OfType<ContractEnum>().ToImmutableArray();
        var enumByType = new Dictionary<ISymbol, ContractEnum>(SymbolEqualityComparer.Default);
        foreach (var contract in enums)
        {
            enumByType[contract.Type] = contract;
            if (contract.Open is { } open)
            {
                enumByType[open] = contract;
            }
        }

        var properties = ImmutableArray.CreateBuilder<ContractProperty>();
        foreach (var type in _types.Where(static type => type.TypeKind != TypeKind.Enum))
        {
            ReadType(type, enumByType, properties);
        }

        return new ContractIndex(enums, properties.ToImmutable(), _operations.ToImmutableArray(), _records.ToImmutable());
    }

    // Only files that spell "[Contract" are asked for symbols: a name search through the text costs next to nothing.
    private void FindInSource()
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (ContractMarks.In(tree, cancellation) is not { Count: > 0 } marked)
            {
                continue;
            }

#pragma warning disable RS1030 // One model per file with contract types, once per compilation: the types are needed before any file is analyzed.
            var model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
            foreach (var declaration in marked)
            {
                if (model.GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol type && !_types.Contains(type, SymbolEqualityComparer.Default))
                {
                    _types.Add(type);
                }
            }
        }
    }

    private static bool MayHoldContracts(IAssemblySymbol assembly) =>
        assembly.Name != "ContractKit"
        && (assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == "ContractKit"))
            || assembly.GetTypeByMetadataName("ContractKit.ContractEnumAttribute") is not null);

    private void FindIn(INamespaceSymbol space)
    {
        foreach (var member in space.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                FindIn(inner);
            }
            else if (member is INamedTypeSymbol type)
            {
                FindIn(type);
            }
        }
    }

    private void FindIn(INamedTypeSymbol type)
    {
        cancellation.ThrowIfCancellationRequested();
        if (type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.NotApplicable)
        {
            _types.Add(type);
            foreach (var nested in type.GetTypeMembers())
            {
                FindIn(nested);
            }
        }
    }

    private ContractEnum? ReadEnum(INamedTypeSymbol type)
    {
        var mark = Attribute(type, "ContractEnumAttribute");
        if (mark is null)
        {
            return null;
        }

        var text = mark.ConstructorArguments.Length > 0 ? mark.ConstructorArguments[0].Value as INamedTypeSymbol : null;
        var open = mark.NamedArguments.FirstOrDefault(static argument => argument.Key == "Open").Value;
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue)
            .Select(static field => new ContractMember(field, Argument(Attribute(field, "ContractWordAttribute"), 0) ?? field.Name))
            .ToImmutableArray();
        return new ContractEnum(type, text, open.Kind == TypedConstantKind.Type ? open.Value as INamedTypeSymbol : null, members);
    }

    private void ReadType(INamedTypeSymbol type, Dictionary<ISymbol, ContractEnum> enums, ImmutableArray<ContractProperty>.Builder properties)
    {
        if (!enums.ContainsKey(type) && Attribute(type, "ContractTypeAttribute") is not null)
        {
            _records.Add(type);
        }

        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol property && Argument(Attribute(property, "ContractPropertyAttribute"), 0) is { } jsonName)
            {
                _records.Add(type);
                enums.TryGetValue(ContractIndex.Unwrap(property.Type)!.OriginalDefinition, out var values);
                properties.Add(new ContractProperty(property, jsonName, values));
            }
            else if (member is IMethodSymbol method && Attribute(method, "ContractOperationAttribute") is { } operation
                && Argument(operation, 0) is { } httpMethod && Argument(operation, 1) is { } path)
            {
                _operations.Add(new ContractOperation(
                    method, httpMethod, path,
                    method.Parameters.Select(static parameter => parameter.Type).OfType<INamedTypeSymbol>().ToImmutableArray(),
                    Responses(method.ReturnType)));
            }
        }
    }

    private static ImmutableArray<INamedTypeSymbol> Responses(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1, Name: "Task" or "ValueTask" } task && task.TypeArguments[0] is INamedTypeSymbol result
            ? ImmutableArray.Create(result).AddRange(result.GetTypeMembers().SelectMany(static answer => answer.GetMembers().OfType<IPropertySymbol>())
                .Where(static property => property.Name == "Body").Select(static property => property.Type).OfType<INamedTypeSymbol>())
            : ImmutableArray<INamedTypeSymbol>.Empty;

    private static AttributeData? Attribute(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { ContainingNamespace: { Name: "ContractKit", ContainingNamespace.IsGlobalNamespace: true } } type && type.Name == name)
            {
                return attribute;
            }
        }

        return null;
    }

    private static string? Argument(AttributeData? attribute, int index) =>
        attribute is not null && attribute.ConstructorArguments.Length > index ? attribute.ConstructorArguments[index].Value as string : null;
}
