namespace ContractKit.Compiler.Output;

/// <summary>A piece of code within another, whose further lines take a margin.</summary>
/// <param name="code">The code.</param>
/// <param name="margin">Spaces before each of its lines but the first.</param>
internal readonly struct CodePart(Code code, int margin)
{
    public Code Code { get; } = code;

    public int Margin { get; } = margin;
}

/// <summary>
/// Code made of pieces, put together once for a whole file: the text of a type goes through half a dozen interpolated strings on its
/// way out, and none of them copies it.
/// </summary>
/// <param name="first">The place of its first part.</param>
/// <param name="count">How many parts it has.</param>
/// <param name="length">How many characters it has, the margins of long pieces aside.</param>
/// <param name="line">Its last line, and whether there are others.</param>
internal readonly struct CodeTree(int first, int count, int length, CodeLine line)
{
    public int First { get; } = first;

    public int Count { get; } = count;

    public int Length { get; } = length;

    public CodeLine Line { get; } = line;
}
