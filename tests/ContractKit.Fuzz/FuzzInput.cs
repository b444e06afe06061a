using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ContractKit.Fuzz;

/// <summary>The files of one project: the manifest first.</summary>
internal sealed record FuzzInput(IReadOnlyList<(string Path, string Text)> Files)
{
    public int Length => Files.Sum(static file => file.Text.Length);

    /// <summary>The input in such a text; what stands before the first file is left aside.</summary>
    public static FuzzInput Parse(string text)
    {
        var files = new List<(string, string)>();
        foreach (var file in text.Split("==> ").Skip(1))
        {
            var end = file.IndexOf('\n', System.StringComparison.Ordinal);
            files.Add((file[..end], file[(end + 1)..].TrimEnd('\n')));
        }

        return new FuzzInput(files);
    }

    /// <summary>As a text that a reader can take apart again.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (path, content) in Files)
        {
            text.Append("==> ").Append(path).Append('\n').Append(content).Append('\n');
        }

        return text.ToString();
    }
}
