using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ContractKit.Json;

public ref partial struct JsonCursor
{
    /// <summary>Skips a value, checking that it is JSON.</summary>
    public void Skip()
    {
        switch (Peek())
        {
            case '"':
                ReadText(out _, out _);
                break;
            case '{' or '[':
                SkipNested();
                break;
            default:
                SkipScalar();
                break;
        }
    }

    /// <summary>Skips the value of a member that a closed object does not know; with <see cref="Enforces"/> that is a failure.</summary>
    public void SkipUnknownMember()
    {
        if (Enforces && !Failed)
        {
            FailAt(_name, JsonFaultKind.UnknownMember, MemberText);
            return;
        }

        Skip();
    }

    /// <summary>With <see cref="Enforces"/>: asks the rule of a property whether it allows the value that stands next, which is not consumed.</summary>
    /// <param name="rule">The object's rule.</param>
    /// <param name="property">The property's place in it.</param>
    public void Keep(Validation.SchemaRule rule, int property)
    {
        if (Enforces && !Failed && !rule.Allows(property, this))
        {
            Fail(JsonFaultKind.Constraint);
        }
    }

    /// <summary>Skips the value that stands next, if it is neither object nor array and of one of those kinds: bit n for kind n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool SkipIf(int kinds)
    {
        var next = Peek();
        if ((kinds >> (int)KindOf(next) & 1) == 0)
        {
            return false;
        }

        return next == '"' ? ReadText(out _, out _) : SkipScalar();
    }

    /// <summary>Skips a value, checking that it is JSON and that no object in it has two members of the same name.</summary>
    public void SkipCarefully()
    {
        switch (Peek())
        {
            case '{':
                var names = default(JsonNameSet);
                Enter();
                while (ToName() && SkipName())
                {
                    names.Add(ref this);
                    SkipCarefully(); // no deeper than the depth allowed
                }

                names.Dispose();
                break;
            case '[':
                Enter();
                while (NextItem())
                {
                    SkipCarefully();
                }

                break;
            default:
                SkipScalar();
                break;
        }
    }

    /// <summary>Reads a value as it is written, which is a part of the text walked, checking that it is JSON.</summary>
    /// <returns>The value without the white space around it; empty after a failure.</returns>
    public ReadOnlySpan<byte> ReadRaw()
    {
        var json = _json;
        var start = Position;
        Skip();
        return Failed ? default : json.Slice(start, _index - start);
    }

    /// <summary>
    /// Reads a value whose shape is free. The element has memory of its own; numbers keep all their digits. With <see cref="Enforces"/>, two members of
    /// the same name in it are a failure.
    /// </summary>
    /// <returns>The value; <c>default</c> after a failure.</returns>
    public JsonElement ReadElement()
    {
        var json = _json;
        var start = Position;
        if (Enforces)
        {
            SkipCarefully();
        }
        else
        {
            Skip();
        }

        return Failed ? default : JsonElements.Parse(json.Slice(start, _index - start));
    }

    /// <summary>Skips a value that is neither object nor array; false when it is none or no JSON.</summary>
    private bool SkipScalar()
    {
        switch (Peek())
        {
            case '"': return ReadText(out _, out _);
            case 't': return ReadLiteral("true"u8);
            case 'f': return ReadLiteral("false"u8);
            case 'n': return ReadLiteral("null"u8);
            case '-' or (>= '0' and <= '9'): return ReadNumber(out _);
            default: return FailSyntax();
        }
    }

    /// <summary>Skips the object or array that starts here. One bit a level says which it is; below 64 levels the method calls itself.</summary>
    private void SkipNested()
    {
        ulong objects = 0;
        var levels = 0;
        while (true)
        {
            var next = Peek();
            if (next is '{' or '[')
            {
                if (levels == 64)
                {
                    SkipNested();
                }
                else
                {
                    if (!Enter())
                    {
                        return;
                    }

                    objects = (objects << 1) | (next == '{' ? 1ul : 0ul);
                    levels++;
                }
            }
            else if (!SkipScalar())
            {
                return;
            }

            // To the next value, up through every container that ends here.
            while (!((objects & 1) != 0 ? ToName() && SkipName() : NextItem()))
            {
                if (Failed || --levels == 0)
                {
                    return;
                }

                objects >>= 1;
            }
        }
    }

    private bool SkipName()
    {
        _name = _index;
        return ReadText(out _, out _) && ReadColon();
    }
}
