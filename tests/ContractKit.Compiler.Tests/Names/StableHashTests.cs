using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Tests.Names;

/// <summary>Numbers of enum members and names of files are made of the hash: another one would renumber every consumer's enums.</summary>
public class StableHashTests
{
    [Theory]
    [InlineData("", 0x811c9dc5)]
    [InlineData("a", 0x2b24d044)]
    [InlineData("SUCCESS", 0x2a69332e)]
    [InlineData("\u00e9", 0x59fb6f0c)]
    [InlineData("\u0100", 0x1076963a)]
    [InlineData("\u65e5\u672c", 0xa041c2aa)]
    public void Is_fnv_1a_over_both_bytes_of_each_code_unit(string text, uint hash)
    {
        Assert.Equal(hash, StableHash.Of(text));
        Assert.Equal(hash.ToString("x8", null), StableHash.Text(text));
    }
}
