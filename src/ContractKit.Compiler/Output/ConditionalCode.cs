using System.Runtime.CompilerServices;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Output;

/// <summary>Builds <see cref="Code"/> from an interpolated string where a condition holds; else none of its holes is asked.</summary>
[InterpolatedStringHandler]
public ref struct ConditionalCode
{
    private CodeHandler _code;

    /// <summary>Called by the compiler.</summary>
    public ConditionalCode(int literalLength, int formattedCount, bool condition, out bool isWanted)
    {
        _code = condition ? new CodeHandler(literalLength, formattedCount) : default;
        isWanted = condition;
    }

    /// <inheritdoc cref="CodeHandler.AppendLiteral" />
    public void AppendLiteral(string text) => _code.AppendLiteral(text);

    /// <inheritdoc cref="CodeHandler.AppendFormatted(Code)" />
    public void AppendFormatted(Code code) => _code.AppendFormatted(code);

    /// <inheritdoc cref="CodeHandler.AppendFormatted(CSharpName)" />
    public void AppendFormatted(CSharpName name) => _code.AppendFormatted(name);

    /// <inheritdoc cref="CodeHandler.AppendFormatted(int)" />
    public void AppendFormatted(int number) => _code.AppendFormatted(number);

    /// <inheritdoc cref="CodeHandler.AppendFormatted(long)" />
    public void AppendFormatted(long number) => _code.AppendFormatted(number);

    /// <summary>The code, for a condition that holds.</summary>
    internal Code Finish() => _code.Finish();
}
