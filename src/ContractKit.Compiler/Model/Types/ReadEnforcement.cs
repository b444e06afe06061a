using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Types;

/// <summary>How a record's schema is kept while a value is read, so that one pass over the text is enough.</summary>
/// <param name="Rules">For each property its place among the rules of the record's schema, where its rule has to be asked; -1 where reading alone asks all that the rule does.</param>
/// <param name="Parts">The types of properties that must keep their own schemas while they are read.</param>
/// <param name="IsHeldByType">Whether the schema allows whatever the record can hold, so that what it writes need not be checked either.</param>
public sealed record ReadEnforcement(EquatableArray<int> Rules, EquatableArray<TypeShape> Parts, bool IsHeldByType);
