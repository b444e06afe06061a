using System.Collections.Generic;
using System.Globalization;

namespace ContractKit.Validation;

/// <content>Escapes and character classes.</content>
internal sealed partial class EcmaPattern
{
    private static readonly Dictionary<string, string> s_categories = new()
    {
        ["Letter"] = "L", ["Cased_Letter"] = "LC", ["Uppercase_Letter"] = "Lu", ["Lowercase_Letter"] = "Ll", ["Titlecase_Letter"] = "Lt",
        ["Modifier_Letter"] = "Lm", ["Other_Letter"] = "Lo", ["Mark"] = "M", ["Combining_Mark"] = "M", ["Nonspacing_Mark"] = "Mn",
        ["Spacing_Mark"] = "Mc", ["Enclosing_Mark"] = "Me", ["Number"] = "N", ["Decimal_Number"] = "Nd", ["digit"] = "Nd",
        ["Letter_Number"] = "Nl", ["Other_Number"] = "No", ["Punctuation"] = "P", ["punct"] = "P", ["Connector_Punctuation"] = "Pc",
        ["Dash_Punctuation"] = "Pd", ["Open_Punctuation"] = "Ps", ["Close_Punctuation"] = "Pe", ["Initial_Punctuation"] = "Pi",
        ["Final_Punctuation"] = "Pf", ["Other_Punctuation"] = "Po", ["Symbol"] = "S", ["Math_Symbol"] = "Sm", ["Currency_Symbol"] = "Sc",
        ["Modifier_Symbol"] = "Sk", ["Other_Symbol"] = "So", ["Separator"] = "Z", ["Space_Separator"] = "Zs", ["Line_Separator"] = "Zl",
        ["Paragraph_Separator"] = "Zp", ["Other"] = "C", ["Control"] = "Cc", ["cntrl"] = "Cc", ["Format"] = "Cf", ["Surrogate"] = "Cs",
        ["Private_Use"] = "Co", ["Unassigned"] = "Cn",
    };

    private static readonly HashSet<string> s_categoryCodes = [.. s_categories.Values];

    private EcmaNode ReadAtomEscape()
    {
        if (AtEnd)
        {
            return Fail("a '\\' stands at the end");
        }

        var c = Next;
        switch (c)
        {
            case 'b' or 'B':
                _position++;
                return new EcmaNode.Place(c);
            case >= '1' and <= '9':
                TryTakeNumber(out var number);
                return Reference(number, name: null);
            case 'k':
                _position++;
                var end = _text.IndexOf('>', _position);
                if (!Take('<') || end < 0)
                {
                    return Fail("'\\k' names no group");
                }

                var name = _text.Substring(_position, end - _position);
                _position = end + 1;
                return Reference(0, name);
            default:
                var set = new CodePointSet();
                ReadEscape(set, inClass: false);
                return new EcmaNode.Set(set);
        }
    }

    private EcmaNode.BackReference Reference(int number, string? name)
    {
        NeedsBacktracking = true;
        var reference = new EcmaNode.BackReference(number, name);
        _references.Add(reference);
        return reference;
    }

    /// <summary>Reads what follows a backslash into the set; gives the code point where it is one, else −1.</summary>
    private int ReadEscape(CodePointSet set, bool inClass)
    {
        if (AtEnd)
        {
            Fail("a '\\' stands at the end");
            return -1;
        }

        var c = _text[_position];
        switch (c)
        {
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S':
                _position++;
                set.AddClass(c);
                return -1;
            case 'p' or 'P':
                _position++;
                ReadProperty(set, negated: c == 'P');
                return -1;
        }

        var point = ReadEscapedPoint(inClass);
        if (!inClass)
        {
            set.Add(point, point);
        }

        return point;
    }

    private int ReadEscapedPoint(bool inClass)
    {
        var c = (char)TakePoint();
        switch (c)
        {
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'v':
                return '\v';
            case 'f':
                return '\f';
            case 'r':
                return '\r';
            case 'b' when inClass:
                return '\b';
            case '0' when Next is not (>= '0' and <= '9'):
                return 0;
            case 'c' when (Next | 0x20) is >= 'a' and <= 'z':
                return _text[_position++] & 0x1F;
            case 'x':
                return ReadHex(2);
            case 'u':
                return ReadUnicodeEscape();
        }

        if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9')
        {
            Fail("'\\" + c + "' is no escape that ECMA-262 has");
        }

        return c;
    }

    private int ReadUnicodeEscape()
    {
        if (Take('{'))
        {
            var end = _text.IndexOf('}', _position);
            if (end <= _position || !TryParseHex(_text.Substring(_position, end - _position), out var point) || point > CodePointSet.Last)
            {
                Fail("'\\u{' needs the hexadecimal digits of a code point and a '}'");
                return 0;
            }

            _position = end + 1;
            return point;
        }

        var unit = ReadHex(4);
        if (unit is >= 0xD800 and <= 0xDBFF && string.CompareOrdinal(_text, _position, "\\u", 0, 2) == 0)
        {
            var back = _position;
            _position += 2;
            var low = _error is null && Next != '{' ? ReadHex(4) : 0;
            if (low is >= 0xDC00 and <= 0xDFFF)
            {
                return char.ConvertToUtf32((char)unit, (char)low);
            }

            _position = back;
        }

        return unit;
    }

    private int ReadHex(int digits)
    {
        if (_position + digits > _text.Length || !TryParseHex(_text.Substring(_position, digits), out var value))
        {
            Fail("an escape needs " + (digits == 2 ? "two" : "four") + " hexadecimal digits");
            return 0;
        }

        _position += digits;
        return value;
    }

    private static bool TryParseHex(string text, out int value)
    {
        value = 0;
        return text.Length <= 8 && int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value >= 0;
    }

    private void ReadProperty(CodePointSet set, bool negated)
    {
        var end = Take('{') ? _text.IndexOf('}', _position) : -1;
        if (end < 0)
        {
            Fail("'\\p' needs a property in braces");
            return;
        }

        var property = _text.Substring(_position, end - _position);
        _position = end + 1;
        var equals = property.IndexOf('=');
        var name = equals < 0 ? property : property.Substring(equals + 1);
        if (equals >= 0 && property.Substring(0, equals) is not ("General_Category" or "gc"))
        {
            Fail("the Unicode property '" + property + "' is not supported; general categories, 'Any' and 'ASCII' are");
            return;
        }

        var category = s_categories.TryGetValue(name, out var code) ? code : s_categoryCodes.Contains(name) ? name : null;
        switch (category ?? name)
        {
            case "Any" when equals < 0:
                if (!negated)
                {
                    set.Add(0, CodePointSet.Last);
                }

                break;
            case "ASCII" when equals < 0:
                set.Add(negated ? 0x80 : 0, negated ? CodePointSet.Last : 0x7F);
                break;
            case "LC" when !negated:
                set.AddCategory("Lu", negated: false);
                set.AddCategory("Ll", negated: false);
                set.AddCategory("Lt", negated: false);
                break;
            default:
                if (category is null or "LC")
                {
                    Fail("the Unicode property '" + property + "' is not supported; general categories, 'Any' and 'ASCII' are");
                    break;
                }

                set.AddCategory(category, negated);
                break;
        }
    }

    private CodePointSet ReadClass()
    {
        var set = new CodePointSet { Negated = Take('^') };
        while (!AtEnd && Next != ']')
        {
            var first = ReadClassAtom(set);
            if (Next != '-' || _position + 1 >= _text.Length || _text[_position + 1] == ']')
            {
                if (first >= 0)
                {
                    set.Add(first, first);
                }

                continue;
            }

            _position++;
            var last = ReadClassAtom(set);
            if (first < 0 || last < 0)
            {
                // A class on either side of '-': the hyphen stands for itself, as outside Unicode mode.
                set.Add('-', '-');
                AddPoint(set, first);
                AddPoint(set, last);
            }
            else if (first > last)
            {
                Fail("the ends of a range in a class are out of order");
            }
            else
            {
                set.Add(first, last);
            }
        }

        if (!Take(']'))
        {
            Fail("a ']' is missing");
        }

        return set;
    }

    private int ReadClassAtom(CodePointSet set)
    {
        if (AtEnd)
        {
            return -1;
        }

        if (!Take('\\'))
        {
            return TakePoint();
        }

        return ReadEscape(set, inClass: true);
    }

    private static void AddPoint(CodePointSet set, int point)
    {
        if (point >= 0)
        {
            set.Add(point, point);
        }
    }
}
