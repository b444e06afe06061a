using System.Collections.Generic;

namespace ContractKit.Validation;

/// <summary>
/// A regular expression of ECMA-262 in Unicode mode, as JSON Schema asks for (2020-12, section 6.4 of the core). Like most real
/// schemas' authors, it takes <c>\-</c>, <c>\_</c> and other escaped punctuation, and a <c>{</c>, <c>}</c> or <c>]</c> that stands
/// for itself, which Unicode mode would refuse.
/// </summary>
internal sealed partial class EcmaPattern
{
    /// <summary>The longest pattern that is read, in UTF-16 code units. Real ones have tens or hundreds; a grammar of addresses has about 6,000.</summary>
    public const int Longest = 8192;

    private const int DeepestGroup = 64;
    private const int HighestCount = 100_000;

    private readonly string _text;
    private readonly List<EcmaNode.BackReference> _references = [];
    private readonly Dictionary<string, int> _names = [];
    private int _position;
    private int _depth;
    private string? _error;

    private EcmaPattern(string text) => _text = text;

    /// <summary>The count of capturing groups.</summary>
    public int Groups { get; private set; }

    /// <summary>What was read.</summary>
    public EcmaNode Root { get; private set; } = new EcmaNode.Sequence([]);

    /// <summary>Whether something only back-tracking can match occurs: a back-reference or a look-around.</summary>
    public bool NeedsBacktracking { get; private set; }

    /// <summary>Reads a pattern. Where it does not parse, <paramref name="error"/> says why, in a clause that begins with a small letter.</summary>
    public static bool TryRead(string text, out EcmaPattern pattern, out string error)
    {
        if (text.Length > Longest)
        {
            pattern = new EcmaPattern("");
            error = "it is longer than 8192 characters";
            return false;
        }

        pattern = new EcmaPattern(text);
        pattern.Root = pattern.ReadChoice();
        if (pattern._error is null && pattern._position < text.Length)
        {
            pattern._error = "a ')' closes nothing";
        }

        pattern.ResolveReferences();
        error = pattern._error ?? "";
        return pattern._error is null;
    }

    private bool AtEnd => _position >= _text.Length || _error is not null;

    private char Next => _position < _text.Length ? _text[_position] : '\0';

    private EcmaNode ReadChoice()
    {
        var alternatives = new List<EcmaNode>();
        do
        {
            alternatives.Add(ReadSequence());
        }
        while (Take('|'));
        return alternatives.Count == 1 ? alternatives[0] : new EcmaNode.Choice(alternatives);
    }

    private EcmaNode ReadSequence()
    {
        var items = new List<EcmaNode>();
        while (!AtEnd && Next != '|' && Next != ')')
        {
            items.Add(ReadTerm());
        }

        return items.Count == 1 ? items[0] : new EcmaNode.Sequence(items);
    }

    private EcmaNode ReadTerm()
    {
        EcmaNode atom;
        var quantifiable = true;
        switch (Next)
        {
            case '^' or '$':
                atom = new EcmaNode.Place(_text[_position++]);
                quantifiable = false;
                break;
            case '(':
                atom = ReadGroup();
                quantifiable = atom is not EcmaNode.Look;
                break;
            case '[':
                _position++;
                atom = new EcmaNode.Set(ReadClass());
                break;
            case '.':
                _position++;
                atom = new EcmaNode.Set(CodePointSet.Dot());
                break;
            case '\\':
                _position++;
                atom = ReadAtomEscape();
                quantifiable = atom is not EcmaNode.Place;
                break;
            case '*' or '+' or '?':
                return Fail("a quantifier stands where there is nothing to repeat");
            default:
                atom = new EcmaNode.Set(CodePointSet.Of(TakePoint()));
                break;
        }

        return ReadQuantifier(atom, quantifiable);
    }

    private EcmaNode ReadQuantifier(EcmaNode atom, bool quantifiable)
    {
        if (AtEnd || !TryTakeCounts(out var min, out var max))
        {
            return atom;
        }

        if (!quantifiable)
        {
            return Fail("a quantifier follows an assertion");
        }

        if (min > max)
        {
            return Fail("the numbers of a quantifier are out of order");
        }

        if (max != EcmaNode.Repeat.Unbounded && max > HighestCount || min > HighestCount)
        {
            return Fail("a quantifier counts beyond 100000");
        }

        return new EcmaNode.Repeat(atom, min, max, Take('?'));
    }

    private bool TryTakeCounts(out int min, out int max)
    {
        (min, max) = (0, EcmaNode.Repeat.Unbounded);
        switch (Next)
        {
            case '*':
                _position++;
                return true;
            case '+':
                _position++;
                min = 1;
                return true;
            case '?':
                _position++;
                max = 1;
                return true;
            case '{':
                var start = _position++;
                if (TryTakeNumber(out min))
                {
                    max = min;
                    if (Take(',') && !TryTakeNumber(out max))
                    {
                        max = EcmaNode.Repeat.Unbounded;
                    }

                    if (Take('}'))
                    {
                        return true;
                    }
                }

                _position = start;
                return false;
            default:
                return false;
        }
    }

    private bool TryTakeNumber(out int number)
    {
        number = 0;
        var start = _position;
        while (Next is >= '0' and <= '9')
        {
            number = number > HighestCount ? number : (number * 10) + (_text[_position] - '0');
            _position++;
        }

        return _position > start;
    }

    private EcmaNode ReadGroup()
    {
        _position++;
        if (++_depth > DeepestGroup)
        {
            return Fail("groups are nested more than 64 deep");
        }

        EcmaNode group;
        if (!Take('?'))
        {
            group = ReadCapture();
        }
        else if (Take(':'))
        {
            group = ReadChoice();
        }
        else if (Next is '=' or '!')
        {
            group = ReadLook(behind: false);
        }
        else if (Take('<'))
        {
            group = Next is '=' or '!' ? ReadLook(behind: true) : ReadNamed();
        }
        else
        {
            return Fail("'(?" + Next + "' begins no group that ECMA-262 has");
        }

        _depth--;
        return Take(')') ? group : Fail("a ')' is missing");
    }

    private EcmaNode ReadCapture()
    {
        var number = ++Groups;
        return new EcmaNode.Group(number, ReadChoice());
    }

    private EcmaNode ReadNamed()
    {
        var end = _text.IndexOf('>', _position);
        if (end <= _position)
        {
            return Fail("a group's name is missing");
        }

        var name = _text.Substring(_position, end - _position);
        _position = end + 1;
        if (!IsName(name) || _names.ContainsKey(name))
        {
            return Fail("a group's name is no identifier, or is taken");
        }

        _names[name] = Groups + 1;
        return ReadCapture();
    }

    private EcmaNode.Look ReadLook(bool behind)
    {
        NeedsBacktracking = true;
        var negative = _text[_position++] == '!';
        return new EcmaNode.Look(ReadChoice(), behind, negative);
    }

    private void ResolveReferences()
    {
        foreach (var reference in _references)
        {
            if (reference.Name is not null && _names.TryGetValue(reference.Name, out var number))
            {
                reference.Number = number;
            }

            if (reference.Number < 1 || reference.Number > Groups)
            {
                _error ??= "a back-reference names a group that is not there";
            }
        }
    }

    private static bool IsName(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsLetter(name[i]) && name[i] is not ('_' or '$') && (i == 0 || !char.IsDigit(name[i])))
            {
                return false;
            }
        }

        return true;
    }

    private bool Take(char expected)
    {
        if (AtEnd || _text[_position] != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    private int TakePoint()
    {
        var c = _text[_position++];
        return char.IsHighSurrogate(c) && _position < _text.Length && char.IsLowSurrogate(_text[_position])
            ? char.ConvertToUtf32(c, _text[_position++])
            : c;
    }

    private EcmaNode.Sequence Fail(string error)
    {
        _error ??= error;
        return new EcmaNode.Sequence([]);
    }
}
