using System;
using System.Collections.Generic;

namespace ContractKit.Compiler.Output;

/// <summary>
/// Paragraphs that are made one by one while they are written, each in a scope of its own: however many types a file has, the text of
/// one of them is all that is held beside the file's. For a place that has more text behind it.
/// </summary>
internal sealed class CodeSequence(IEnumerable<Code> paragraphs)
{
    /// <summary>What others must know of it before it is made: it has lines.</summary>
    public static CodeTree Tree { get; } = new(0, 0, 0, CodeLine.OfMany);

    /// <summary>Makes and writes the paragraphs that are there, with a blank line between each two.</summary>
    public void Write(CodeWriter writer, int margin)
    {
        using var made = paragraphs.GetEnumerator();
        var any = false;
        while (true)
        {
            using var scope = CodeScope.Begin();
            if (!made.MoveNext())
            {
                return;
            }

            if (made.Current.IsEmpty)
            {
                continue;
            }

            if (any)
            {
                writer.Write("\n\n".AsSpan(), margin);
            }

            writer.Write(made.Current, margin);
            any = true;
        }
    }
}
