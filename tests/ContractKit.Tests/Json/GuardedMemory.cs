using System;
using System.Runtime.InteropServices;

namespace ContractKit.Tests.Json;

/// <summary>Memory between two pages that must not be touched: whoever reads beside a text that lies at either end dies of it. On Linux only.</summary>
internal sealed unsafe class GuardedMemory : IDisposable
{
    private const int Page = 4096;
    private const int Pages = 16;

    private readonly byte* _start;

    public GuardedMemory()
    {
        _start = (byte*)Map(0, (Pages + 2) * Page, 0, 0x22, -1, 0); // private, anonymous, nothing allowed
        if (_start == (byte*)-1 || Protect((nint)_start + Page, Pages * Page, 3) != 0)
        {
            throw new InvalidOperationException("No memory.");
        }
    }

    /// <summary>A copy that ends where reading ends.</summary>
    public ReadOnlySpan<byte> AtEnd(ReadOnlySpan<byte> bytes) => Copy(bytes, (Pages * Page) - bytes.Length);

    /// <summary>A copy that starts where reading starts.</summary>
    public ReadOnlySpan<byte> AtStart(ReadOnlySpan<byte> bytes) => Copy(bytes, 0);

    public void Dispose() => _ = Unmap((nint)_start, (Pages + 2) * Page);

    private ReadOnlySpan<byte> Copy(ReadOnlySpan<byte> bytes, int offset)
    {
        var copy = new Span<byte>(_start + Page + offset, bytes.Length);
        bytes.CopyTo(copy);
        return copy;
    }

    [DllImport("libc", EntryPoint = "mmap")]
    private static extern nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect")]
    private static extern int Protect(nint address, nint length, int protection);

    [DllImport("libc", EntryPoint = "munmap")]
    private static extern int Unmap(nint address, nint length);
}
