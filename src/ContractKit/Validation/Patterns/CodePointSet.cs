using System.Collections.Generic;
using System.Globalization;

namespace ContractKit.Validation;

/// <summary>A set of code points, as a character class of ECMA-262 in Unicode mode means it.</summary>
internal sealed class CodePointSet
{
    public const int Last = 0x10FFFF;

    private readonly List<(int First, int Last)> _ranges = [];
    private readonly List<(string Category, bool Negated)> _categories = [];

    /// <summary>Whether the set is the complement of what was added.</summary>
    public bool Negated { get; set; }

    /// <summary>The ranges that were added, in that order.</summary>
    public IReadOnlyList<(int First, int Last)> Ranges => _ranges;

    /// <summary>The general categories (one letter or two) that were added, and whether it was their complement.</summary>
    public IReadOnlyList<(string Category, bool Negated)> Categories => _categories;

    public static CodePointSet Of(int point) => new CodePointSet().Add(point, point);

    /// <summary><c>.</c>: all but line terminators (ECMA-262 section 12.3).</summary>
    public static CodePointSet Dot() =>
        new CodePointSet { Negated = true }.Add('\n', '\n').Add('\r', '\r').Add(0x2028, 0x2029);

    public CodePointSet Add(int first, int last)
    {
        _ranges.Add((first, last));
        return this;
    }

    public void AddCategory(string category, bool negated) => _categories.Add((category, negated));

    /// <summary>Adds <c>\d</c>, <c>\w</c>, <c>\s</c>, or with a capital their complements.</summary>
    public CodePointSet AddClass(char letter)
    {
        var ranges = (letter | 0x20) switch
        {
            'd' => s_digits,
            'w' => s_words,
            _ => s_spaces,
        };
        if (letter is >= 'a')
        {
            _ranges.AddRange(ranges);
            return this;
        }

        var next = 0;
        foreach (var (first, last) in ranges)
        {
            if (first > next)
            {
                _ranges.Add((next, first - 1));
            }

            next = last + 1;
        }

        _ranges.Add((next, Last));
        return this;
    }

    public bool Contains(int point)
    {
        foreach (var (first, last) in _ranges)
        {
            if (point >= first && point <= last)
            {
                return !Negated;
            }
        }

        if (_categories.Count > 0)
        {
            var category = CategoryOf(point);
            foreach (var (name, negated) in _categories)
            {
                if ((category[0] == name[0] && (name.Length == 1 || category == name)) != negated)
                {
                    return !Negated;
                }
            }
        }

        return Negated;
    }

    private static readonly (int First, int Last)[] s_digits = [('0', '9')];

    private static readonly (int First, int Last)[] s_words = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];

    // WhiteSpace and LineTerminator of ECMA-262 sections 12.2 and 12.3, in order.
    private static readonly (int First, int Last)[] s_spaces =
    [
        (0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F),
        (0x3000, 0x3000), (0xFEFF, 0xFEFF),
    ];

    private static readonly string[] s_categoryNames =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe",
        "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];

    private static string CategoryOf(int point)
    {
        var category = point > 0xFFFF
            ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(point), 0)
            : CharUnicodeInfo.GetUnicodeCategory((char)point);
        return s_categoryNames[(int)category];
    }
}
