using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ContractKit.Benchmarks;

/// <summary>One task-status answer of eight strings and an enum, in the layouts that are met.</summary>
internal static class Answers
{
    private static readonly (string Name, string Value)[] s_members =
    [
        ("time_required", "{\"startup_time\":0.52,\"runtime\":11.84}"),
        ("error", ""),
        ("error_data", "none"),
        ("input", "scheduled by the nightly image job"),
        ("output", "https://cdn.example.com/results/ffb40226/1.png"),
        ("app_id", "image-upscaler"),
        ("task_id", "ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c2"),
        ("ref_id", "nightly-2026-11-23/0042"),
        ("status", "SUCCESS"),
    ];

    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]>
    {
        ["compact"] = Write(s_members, ",", ":", "{", "}"),
        ["spaced"] = Write(s_members, ", ", ": ", "{", "}"),
        ["indented"] = Write(s_members, ",\n  ", ": ", "{\n  ", "\n}"),
        ["shuffled"] = Write(new[] { 5, 2, 8, 0, 7, 3, 1, 6, 4 }.Select(i => s_members[i]), ",", ":", "{", "}"),
        ["escaped"] = Write(s_members.Select(m => (m.Name, m.Value.Replace("-", "\u0001").Replace(" ", "\n"))), ",", ":", "{", "}"),
        ["non-ASCII"] = Write(s_members.Select(m => (m.Name, m.Value.Replace("e", "é"))), ",", ":", "{", "}"),
    };

    public static byte[] List(byte[] answer, int count) =>
        Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat(Encoding.UTF8.GetString(answer), count)) + "]");

    private static byte[] Write(IEnumerable<(string Name, string Value)> members, string comma, string colon, string open, string close) =>
        Encoding.UTF8.GetBytes(open + string.Join(comma, members.Select(m => Quote(m.Name) + colon + Quote(m.Value))) + close);

    private static string Quote(string text) =>
        "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\u0001", "\\u0001") + "\"";
}
