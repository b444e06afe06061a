using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.CodeFixes;

/// <summary>One way to repair a diagnostic: edits of the text, so that whatever is not edited stays as it was written.</summary>
/// <param name="Title">What the user reads.</param>
/// <param name="Key">What tells this way from others when all occurrences are repaired at once.</param>
/// <param name="Changes">The edits.</param>
/// <param name="Namespaces">The namespaces that have to be imported for them.</param>
/// <param name="Locals">The names of locals that they declare.</param>
internal sealed record Repair(string Title, string Key, ImmutableArray<TextChange> Changes, ImmutableHashSet<string> Namespaces, ImmutableHashSet<string> Locals);
