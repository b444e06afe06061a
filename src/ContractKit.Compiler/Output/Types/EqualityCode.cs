using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Output.Types;

/// <summary>Renders equality by value, and the hash that goes with it.</summary>
internal static class EqualityCode
{
    private const int MostInOneExpression = 64;
    private const int MostHashed = 8;

    /// <summary>The members of a sealed record or, for a language without records, of a sealed class.</summary>
    /// <param name="name">The type.</param>
    /// <param name="tests">Expressions that are true where both are equal.</param>
    /// <param name="hashed">The properties that count in the hash.</param>
    /// <param name="use">What they are rendered with.</param>
    public static Code Render(CSharpName name, Code[] tests, IEnumerable<CSharpName> hashed, TypeRendering use)
    {
        var notNull = use.Consumer.LanguageVersion >= 900 ? Code.Of($"other is not null") : Code.Of($"!(other is null)");
        var equals = tests.Length <= MostInOneExpression
            ? Code.Of(
                $$"""
                public bool Equals({{name}}{{use.Q}} other) =>
                    ReferenceEquals(this, other)
                    || ({{notNull}}{{Code.When(tests.Length > 0, $"\n        && {Code.Join("\n&& ", tests)}")}});
                """)
            : Code.Of(
                $$"""
                public bool Equals({{name}}{{use.Q}} other)
                {
                    if (other is null)
                    {
                        return false;
                    }

                    {{Code.Lines(tests, static test => Code.Of($"if (!({test})) return false;"))}}
                    return true;
                }
                """);
        return Code.Of(
            $$"""
            /// <summary>Whether the members that the contract names are equal: lists by their items, JSON by value.</summary>
            {{equals}}

            /// <inheritdoc />
            public override int GetHashCode() => new {{use.Spell(KnownType.ValueHash)}}(){{Code.Join("", hashed.Take(MostHashed), static property => Code.Of($".And({property})"))}}.Value;
            {{Code.When(!use.Consumer.Records,
                $$"""

                /// <inheritdoc />
                public override bool Equals(object{{use.Q}} obj) => Equals(obj as {{name}});

                /// <summary>Whether both are equal, or both null.</summary>
                public static bool operator ==({{name}}{{use.Q}} left, {{name}}{{use.Q}} right) => left is null ? right is null : left.Equals(right);

                /// <summary>Whether they differ.</summary>
                public static bool operator !=({{name}}{{use.Q}} left, {{name}}{{use.Q}} right) => !(left == right);
                """)}}
            """);
    }
}
