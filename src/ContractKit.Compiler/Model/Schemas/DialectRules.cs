using System.Collections.Generic;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Where the schemas stand in a keyword's value.</summary>
internal enum Subschemas
{
    /// <summary>The value holds none.</summary>
    None,

    /// <summary>The value is one.</summary>
    One,

    /// <summary>The value is one, or a boolean where the dialect has no boolean schemas (draft-04's <c>additionalItems</c>).</summary>
    OneOrBoolean,

    /// <summary>The value is a list of them.</summary>
    List,

    /// <summary>The value is one or a list of them (<c>items</c> up to 2019-09).</summary>
    OneOrList,

    /// <summary>The value maps names to them.</summary>
    Map,

    /// <summary>The value maps names to them or to lists of names (<c>dependencies</c>).</summary>
    MapOrNames,
}

/// <summary>What a keyword means for the structure of a schema.</summary>
/// <param name="Subschemas">Where schemas stand in its value.</param>
/// <param name="InPlace">Whether those apply to the same instance as the schema around them.</param>
internal sealed record KeywordShape(Subschemas Subschemas, bool InPlace)
{
    /// <summary>That of a keyword in which no schemas stand.</summary>
    public static KeywordShape None { get; } = new(Subschemas.None, InPlace: false);
}

/// <summary>A dialect together with the vocabularies that a meta-schema switches on: all that decides which members of a schema are keywords.</summary>
internal sealed class DialectRules
{
    private static readonly DialectRules[] s_standard =
    [
        new(Dialect.Draft04, Vocabularies.Draft04, [], false),
        new(Dialect.Draft06, Vocabularies.Draft06, [], false),
        new(Dialect.Draft07, Vocabularies.Draft07, [], false),
        new(Dialect.Draft201909, Vocabularies.Draft201909, [], false),
        new(Dialect.Draft202012, Vocabularies.Draft202012, [], false),
    ];

    private readonly IReadOnlyDictionary<string, KeywordShape> _shapes;
    private readonly HashSet<string> _silenced;

    private DialectRules(Dialect dialect, IReadOnlyDictionary<string, KeywordShape> shapes, HashSet<string> silenced, bool assertsFormat)
    {
        Dialect = dialect;
        _shapes = shapes;
        _silenced = silenced;
        AssertsFormat = assertsFormat;
    }

    /// <summary>The dialect.</summary>
    public Dialect Dialect { get; }

    /// <summary>Whether the meta-schema makes <c>format</c> an assertion.</summary>
    public bool AssertsFormat { get; }

    /// <summary>Whether these are a dialect's rules as its own meta-schema has them.</summary>
    public bool IsStandard => ReferenceEquals(this, For(Dialect));

    /// <summary>The keyword that identifies a schema.</summary>
    public string IdKeyword => Dialect == Dialect.Draft04 ? "id" : "$id";

    /// <summary>Whether <c>$ref</c> stands alone, so that its siblings are ignored (draft-07 core, section 8.3, and before).</summary>
    public bool RefSilencesSiblings => Dialect <= Dialect.Draft07;

    /// <summary>Whether <c>true</c> and <c>false</c> are schemas.</summary>
    public bool HasBooleanSchemas => Dialect >= Dialect.Draft06;

    /// <summary>Whether <c>$anchor</c> is a keyword; before it, an identifier with a fragment was one.</summary>
    public bool HasAnchors => Dialect >= Dialect.Draft201909;

    /// <summary>The rules of a dialect with all the vocabularies of its own meta-schema.</summary>
    public static DialectRules For(Dialect dialect) => s_standard[(int)dialect];

    /// <summary>The rules of a dialect with only the vocabularies that a custom meta-schema lists, each with whether it is required.</summary>
    public static DialectRules With(Dialect dialect, IReadOnlyDictionary<string, bool> vocabularies)
    {
        var silenced = Vocabularies.KeywordsOutside(dialect, vocabularies.Keys);
        return new DialectRules(dialect, For(dialect)._shapes, silenced, Vocabularies.AssertFormat(vocabularies));
    }

    /// <summary>What the keyword means for the structure of a schema that these rules govern.</summary>
    public KeywordShape ShapeOf(string keyword) =>
        _shapes.TryGetValue(keyword, out var shape) && !_silenced.Contains(keyword) ? shape : KeywordShape.None;

    /// <summary>Whether the keyword belongs to a vocabulary of the dialect that the meta-schema leaves out.</summary>
    public bool IsSilenced(string keyword) => _silenced.Count > 0 && _silenced.Contains(keyword);
}
