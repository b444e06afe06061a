using System.Linq;
using System.Text;

namespace ContractKit.Benchmarks.Results;

/// <summary>A result as the README shows it.</summary>
internal static class Markdown
{
    public static string Of(TableResult result, string title, string description, string note)
    {
        var text = new StringBuilder();
        text.Append("## ").Append(title).Append("\n\n").Append(description).Append("\n\n");
        text.Append("```\ndotnet run -c Release --project tests/ContractKit.Benchmarks -- ").Append(result.Table).Append("\n```\n\n");
        text.Append(result.Machine).Append("\n\n");
        if (result.Goals.Count > 0)
        {
            text.Append("| goal | measured | must | moonshot | met |\n|---|--:|--:|--:|---|\n");
            foreach (var goal in result.Goals)
            {
                text.Append("| ").Append(goal.What)
                    .Append(" | ").Append(goal.Measured is { } measured ? Figure.Short(measured) : "–")
                    .Append(" | ").Append(goal.Must is { } must ? "≤ " + Figure.Short(must) : "–")
                    .Append(" | ").Append(goal.Moonshot is { } moonshot ? "≤ " + Figure.Short(moonshot) : "–")
                    .Append(" | ").Append(goal.Verdict).Append(" |\n");
            }

            text.Append('\n');
            if (note.Length > 0)
            {
                text.Append(note).Append("\n\n");
            }
        }

        text.Append("![").Append(title).Append("](results/").Append(result.Table).Append(".svg)\n\n");
        foreach (var group in result.Groups)
        {
            var counted = group.Rows.All(static row => row.Rounds < 2);
            var bytes = group.Rows.Any(static row => row.Bytes is not null);
            text.Append("| ").Append(group.Title).Append(counted ? " | |" : " | median | spread |").Append(bytes ? " allocated |" : "").Append(" ratio |\n");
            text.Append(counted ? "|---|--:|" : "|---|--:|--:|").Append(bytes ? "--:|" : "").Append("--:|\n");
            foreach (var row in group.Rows)
            {
                text.Append("| ").Append(row.Own ? $"**{row.Name}**" : row.Name).Append(" | ").Append(Figure.Of(row.Median, group.Unit));
                if (!counted)
                {
                    text.Append(" | ").Append(Figure.Spread(row));
                }

                if (bytes)
                {
                    text.Append(" | ").Append(row.Bytes is { } allocated ? Figure.Of(allocated, "B") : "");
                }

                text.Append(" | ").Append(group.Rows[0].Median > 0 ? Figure.Short(row.Median / group.Rows[0].Median) : "").Append(" |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
