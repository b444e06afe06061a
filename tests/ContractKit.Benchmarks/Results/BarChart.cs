using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;

namespace ContractKit.Benchmarks.Results;

/// <summary>
/// A result as bars, for people who would rather look than read. The colours follow the reader's light or dark theme; the paper is drawn too, so that
/// the chart can be read wherever it is put.
/// </summary>
internal static class BarChart
{
    private const int Width = 840;
    private const int Label = 300;
    private const int BarsWidth = 380;
    private const int RowHeight = 22;

    // From here on the short bars of a linear scale could not be told from none.
    private const double LogarithmicFrom = 100;

    public static string Of(TableResult result, string title)
    {
        var body = new StringBuilder();
        var y = 40;
        Text(body, 20, 28, "title", title);
        foreach (var group in result.Groups)
        {
            y += 22;
            var scale = Scale.Of(group.Rows);
            Text(body, 20, y, "group", scale.IsLogarithmic ? group.Title + " (logarithmic scale)" : group.Title);
            y += 10;
            foreach (var row in group.Rows)
            {
                Draw(body, row, group, scale, y);
                y += RowHeight;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $$"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{{Width}}" height="{{y + 20}}" viewBox="0 0 {{Width}} {{y + 20}}" role="img" aria-label="{{Escape(title)}}">
            <style>
            text { font: 13px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: #24292f; }
            .title { font-size: 17px; font-weight: 600; } .group { font-weight: 600; } .name { text-anchor: end; } .own { font-weight: 600; }
            .paper { fill: #ffffff; } .bar { fill: #b6bec8; } .ownbar { fill: #0969da; } .spread { stroke: #57606a; stroke-width: 1.5; }
            @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3; } .paper { fill: #0d1117; } .bar { fill: #484f58; } .ownbar { fill: #4493f8; } .spread { stroke: #9198a1; }
            }
            </style>
            <rect class="paper" width="100%" height="100%"/>
            {{body}}</svg>

            """);
    }

    private static void Draw(StringBuilder body, ResultRow row, ResultGroup group, Scale scale, int y)
    {
        var length = scale.LengthOf(row.Median);
        var own = row.Own ? " own" : "";
        Text(body, Label - 10, y + 15, "name" + own, row.Name);
        body.Append(CultureInfo.InvariantCulture, $"<rect class=\"{(row.Own ? "ownbar" : "bar")}\" x=\"{Label}\" y=\"{y + 3}\" width=\"{length:0.#}\" height=\"{RowHeight - 6}\" rx=\"2\"/>\n");
        if (row.Rounds > 1)
        {
            body.Append(CultureInfo.InvariantCulture, $"<path class=\"spread\" d=\"M{Label + scale.LengthOf(row.Low):0.#} {y + 11}H{Label + scale.LengthOf(row.High):0.#}\"/>\n");
        }

        var first = group.Rows[0].Median;
        var ratio = first > 0 && row != group.Rows[0] ? $"  ({Figure.Short(row.Median / first)}×)" : "";
        Text(body, Label + (int)Math.Max(length, scale.LengthOf(row.High)) + 8, y + 15, "value" + own, Figure.Of(row.Median, group.Unit) + ratio);
    }

    private static void Text(StringBuilder body, int x, int y, string style, string text) =>
        body.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" class=\"{style}\">{Escape(text)}</text>\n");

    private static string Escape(string text) => SecurityElement.Escape(text);

    private sealed record Scale(double From, double To, bool IsLogarithmic)
    {
        public static Scale Of(IReadOnlyList<ResultRow> rows)
        {
            var to = rows.Max(static row => row.High);
            var least = rows.Where(static row => row.Median > 0).Select(static row => row.Low).DefaultIfEmpty(to).Min();
            return least > 0 && to / least > LogarithmicFrom
                ? new Scale(Math.Pow(10, Math.Floor(Math.Log10(least))) / 2, to, true)
                : new Scale(0, to, false);
        }

        public double LengthOf(double value) => value <= From || To <= 0
            ? 0
            : BarsWidth * (IsLogarithmic ? Math.Log(value / From) / Math.Log(To / From) : value / To);
    }
}
