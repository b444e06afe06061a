using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model;

/// <summary>A type that has a converter of its own.</summary>
/// <param name="Path">Its name, after those of the types that it is nested in.</param>
public sealed record ConverterOwner(EquatableArray<CSharpName> Path)
{
    /// <summary>The types with converters that come of a contract.</summary>
    public static IEnumerable<ConverterOwner> Of(TypeContract contract) => contract switch
    {
        EnumContract { Open: { } open } words => [Named(words.Text), Named(open)],
        EnumContract words => [Named(words.Text)],
        UnionContract union => [Named(union.Name), .. union.Branches.Select(branch => Named(union.Name, branch.Record.Name))],
        _ => [Named(contract.Name)],
    };

    private static ConverterOwner Named(params CSharpName[] path) => new(path.ToEquatableArray());
}
