using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Output.Types;

/// <summary>Renders the members by which every contract type goes to and from JSON. What they do is the converter's business.</summary>
internal static class FaceCode
{
    /// <summary>The members of a type with that name.</summary>
    public static Code Render(CSharpName name, bool isStruct, TypeRendering use)
    {
        var bytes = Code.Of($"{use.Spell(KnownType.ReadOnlySpan)}<byte>");
        var violations = Code.Of($"{use.Spell(KnownType.List)}<{use.Spell(KnownType.Violation)}>");
        var notNull = Code.When(!isStruct && use.Consumer.Has(Model.ConsumerFeatures.NotNullWhen), $"[{use.Attribute("NotNullWhen")}(true)] ");
        var q = isStruct ? Code.Empty : use.Q;
        return Code.Of(
            $$"""
            /// <summary>Reads a document that must keep the schema.</summary>
            /// <exception cref="{{use.Spell(KnownType.ViolationException)}}">It does not; the exception says where, up to 100 places.</exception>
            public static {{name}} Parse({{bytes}} utf8Json) => Converter.Instance.Parse(utf8Json);

            /// <summary>Reads a document that must keep the schema.</summary>
            /// <exception cref="{{use.Spell(KnownType.ViolationException)}}">It does not; the exception says where, up to 100 places.</exception>
            public static {{name}} Parse(string json) => Converter.Instance.Parse(json);

            /// <summary>Reads a document; one that does not keep the schema is told apart by <paramref name="violations" />.</summary>
            public static bool TryParseJson({{bytes}} utf8Json, {{notNull}}out {{name}}{{q}} value, out {{violations}} violations) =>
                Converter.Instance.TryParse(utf8Json, out value, out violations);

            /// <summary>Whether the document keeps the schema, as strictly as when it is read.</summary>
            public static bool IsValid({{bytes}} utf8Json) => Converter.Instance.IsValid(utf8Json);

            /// <summary>Where the document does not keep the schema, up to 100 places; nothing for a valid one.</summary>
            public static {{violations}} Validate({{bytes}} utf8Json) => Converter.Instance.Validate(utf8Json);

            /// <summary>The value as compact UTF-8 JSON.</summary>
            public byte[] ToUtf8Json() => Converter.Instance.ToUtf8Json(this);

            /// <summary>The value as compact JSON.</summary>
            public string ToJson() => Converter.Instance.ToJson(this);

            /// <summary>Writes the value as JSON.</summary>
            public void WriteTo({{use.Spell(KnownType.Utf8JsonWriter)}} writer) => Converter.Instance.WriteTo(writer, this);

            /// <summary>The type's metadata for System.Text.Json, without reflection.</summary>
            public static {{use.Spell(KnownType.JsonTypeInfo)}}<{{name}}> TypeInfo => Converter.Instance.TypeInfo;
            """);
    }
}
