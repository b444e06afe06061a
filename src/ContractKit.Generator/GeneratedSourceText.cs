using System;
using System.Text;
using ContractKit.Compiler.Output;
using Microsoft.CodeAnalysis.Text;

namespace ContractKit.Generator;

/// <summary>A generated text as Roslyn's, left in its pieces (<see cref="GeneratedText"/> says why).</summary>
internal sealed class GeneratedSourceText(GeneratedText text) : SourceText
{
    public override Encoding Encoding => Encoding.UTF8;

    public override int Length => text.Length;

    public override char this[int position] => text[position];

    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
        text.CopyTo(sourceIndex, destination, destinationIndex, count);
}
