using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Output.Types;

/// <summary>Renders the struct that holds a member of an enum or a word that the contract does not have.</summary>
internal static class OpenEnumCode
{
    /// <summary>The struct.</summary>
    public static Code Render(EnumContract contract, CSharpName open, TypeRendering use)
    {
        var name = contract.Name;
        var equatable = use.Spell(KnownType.IEquatable);
        var interfaces = Code.List(
        [
            Code.Of($"{equatable}<{open}>"),
            Code.When(use.HasParsable, $"{use.Spell(KnownType.IParsable)}<{open}>, {use.Spell(KnownType.ISpanFormattable)}"),
        ]);
        return Code.Of(
            $$"""
            {{DocComment.Summary("A " + name.Identifier + ", or a " + (contract.Integers ? "number" : "word") + " that this contract does not have: it is kept as it came and written back.")}}
            {{use.Attributes(contract.Location)}}
            [{{use.Attribute("JsonConverter")}}(typeof({{open}}.Converter))]
            {{use.Visibility}} readonly partial struct {{open}} : {{interfaces}}
            {
                {{(contract.Integers ? IntegerState(contract, open, use) : WordState(contract, open, use))}}

                /// <summary>The value of a member.</summary>
                public static implicit operator {{open}}({{name}} value) => new {{open}}(value, {{(contract.Integers ? Code.Of($"{contract.Text}.Words.ValueOf(value)") : Code.Of($"{contract.Text}.ToText(value)"))}});

                /// <summary>Whether both are the same.</summary>
                public static bool operator ==({{open}} left, {{open}} right) => left.Equals(right);

                /// <summary>Whether they differ.</summary>
                public static bool operator !=({{open}} left, {{open}} right) => !left.Equals(right);

                /// <inheritdoc />
                public override bool Equals(object{{use.Q}} obj) => obj is {{open}} other && Equals(other);

                /// <summary>The text as it is on the wire.</summary>
                public override string ToString() => Text;

                {{Parsable(contract, open, use)}}

                {{ConverterCode.Render(
                    Code.Of($"{open}"),
                    isStruct: true,
                    hides: false,
                    contract.Evaluated,
                    contract.RefusesNull,
                    contract.ReadEnforces ? new ConverterParts(Code.Empty, AreHeldByType: true) : null,
                    contract.Integers ? ReadInteger(contract, open) : ReadWord(contract, open, use),
                    contract.Integers ? WriteInteger() : WriteWord(contract),
                    use)}}
            }
            """);
    }

    private static Code WordState(EnumContract contract, CSharpName open, TypeRendering use) => Code.Of(
        $$"""
        private readonly string{{use.Q}} _text;

        private {{open}}({{contract.Name}}? known, string{{use.Q}} text)
        {
            Known = known;
            _text = text;
        }

        /// <summary>The member; null for a word that this contract does not have.</summary>
        public {{contract.Name}}? Known { get; }

        /// <summary>The wire word; empty for <c>default</c>, which is refused on writing.</summary>
        public string Text => _text ?? "";

        /// <summary>The value of a wire word, known or not.</summary>
        public static {{open}} FromText(string text)
        {
            if (text is null)
            {
                throw new {{use.Spell(KnownType.ArgumentNullException)}}(nameof(text));
            }

            return new {{open}}({{contract.Text}}.TryParse(text, out var known) ? known : ({{contract.Name}}?)null, text);
        }

        /// <summary>Whether both are the same word.</summary>
        public bool Equals({{open}} other) => string.Equals(Text, other.Text, global::System.StringComparison.Ordinal);

        /// <inheritdoc />
        public override int GetHashCode() => {{use.Spell(KnownType.StringComparer)}}.Ordinal.GetHashCode(Text);
        """);

    private static Code IntegerState(EnumContract contract, CSharpName open, TypeRendering use) => Code.Of(
        $$"""
        private readonly bool _isSet;

        private {{open}}({{contract.Name}}? known, long value)
        {
            Known = known;
            Value = value;
            _isSet = true;
        }

        /// <summary>The member; null for a number that this contract does not have.</summary>
        public {{contract.Name}}? Known { get; }

        /// <summary>The number on the wire.</summary>
        public long Value { get; }

        /// <summary>The number in digits; empty for <c>default</c>, which is refused on writing.</summary>
        public string Text => _isSet ? Value.ToString(global::System.Globalization.CultureInfo.InvariantCulture) : "";

        /// <summary>The value of a number, known or not.</summary>
        public static {{open}} FromValue(long value) =>
            new {{open}}({{contract.Text}}.Words.TryFind(value, out var known) ? known : ({{contract.Name}}?)null, value);

        /// <summary>The value of a number in digits, known or not.</summary>
        public static {{open}} FromText(string text) =>
            FromValue(long.Parse(text, global::System.Globalization.NumberStyles.AllowLeadingSign, global::System.Globalization.CultureInfo.InvariantCulture));

        /// <summary>Whether both are the same number.</summary>
        public bool Equals({{open}} other) => Value == other.Value && _isSet == other._isSet;

        /// <inheritdoc />
        public override int GetHashCode() => Value.GetHashCode();
        """);

    private static Code Parsable(EnumContract contract, CSharpName open, TypeRendering use)
    {
        if (!use.HasParsable)
        {
            return Code.Empty;
        }

        var provider = use.Spell(KnownType.IFormatProvider);
        return Code.Of(
            $$"""
            /// <inheritdoc />
            public static {{open}} Parse(string s, {{provider}}? provider) => FromText(s);

            /// <inheritdoc />
            public static bool TryParse([{{use.Attribute("NotNullWhen")}}(true)] string? s, {{provider}}? provider, out {{open}} result)
            {
                {{(contract.Integers ? TryParseInteger() : TryParseWord())}}
            }

            /// <inheritdoc />
            public string ToString(string? format, {{provider}}? formatProvider) => Text;

            /// <inheritdoc />
            public bool TryFormat({{use.Spell(KnownType.Span)}}<char> destination, out int charsWritten, {{use.Spell(KnownType.ReadOnlySpan)}}<char> format, {{provider}}? provider)
            {
                var copied = global::System.MemoryExtensions.AsSpan(Text).TryCopyTo(destination);
                charsWritten = copied ? Text.Length : 0;
                return copied;
            }
            """);
    }

    private static Code TryParseWord() => Code.Of(
        $$"""
        if (s is null)
        {
            result = default;
            return false;
        }

        result = FromText(s);
        return true;
        """);

    private static Code TryParseInteger() => Code.Of(
        $$"""
        var isNumber = long.TryParse(s, global::System.Globalization.NumberStyles.AllowLeadingSign, global::System.Globalization.CultureInfo.InvariantCulture, out var number);
        result = isNumber ? FromValue(number) : default;
        return isNumber;
        """);

    private static Code ReadWord(EnumContract contract, CSharpName open, TypeRendering use) => Code.Of(
        $$"""
        var known = {{contract.Text}}.Words.Read(ref cursor, out string{{use.Q}} text);
        return new {{open}}(known, text);
        """);

    private static Code ReadInteger(EnumContract contract, CSharpName open) => Code.Of($"return {open}.FromValue(cursor.ReadInt64());");

    private static Code WriteWord(EnumContract contract) => Code.Of(
        $$"""
        if (value._text is null)
        {
            output.Refuse("No word has been set.");
        }
        else if (value.Known is {{contract.Name}} known)
        {
            {{contract.Text}}.Words.Write(ref output, known);
        }
        else
        {
            output.WriteString(value._text);
        }
        """);

    private static Code WriteInteger() => Code.Of(
        $$"""
        if (value._isSet)
        {
            output.WriteInt64(value.Value);
        }
        else
        {
            output.Refuse("No number has been set.");
        }
        """);
}
