using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ContractKit.Json;

/// <summary>Turns a place in a text into a place in a document.</summary>
public static class JsonLocation
{
    /// <summary>
    /// The JSON pointer (RFC 6901) to the value that stands at an offset. A member's name counts as its value, and so does the place right behind a
    /// value; any other place counts as the array or object around it.
    /// </summary>
    /// <param name="utf8Json">The text, which may be cut off or broken behind the offset.</param>
    /// <param name="offset">The place, in bytes from the start.</param>
    public static string PointerAt(ReadOnlySpan<byte> utf8Json, int offset)
    {
        var steps = new List<Step>();
        var index = 0;
        var valueEnded = -1;       // where the value ended that was completed last
        while (index < utf8Json.Length && index <= offset)
        {
            var start = index;
            switch (utf8Json[index])
            {
                case (byte)'{' or (byte)'[':
                    if (index == offset)
                    {
                        return Render(steps, utf8Json);
                    }

                    steps.Add(new Step(utf8Json[index] == '{'));
                    index++;
                    continue;
                case (byte)'}' or (byte)']':
                    if (index == offset)
                    {
                        return valueEnded == offset ? Render(steps, utf8Json) : RenderContainer(steps, utf8Json);
                    }

                    index++;
                    if (steps.Count > 0)
                    {
                        steps.RemoveAt(steps.Count - 1);
                    }

                    valueEnded = index;
                    break;
                case (byte)',':
                    if (index == offset)
                    {
                        return valueEnded == offset ? Render(steps, utf8Json) : RenderContainer(steps, utf8Json);
                    }

                    if (steps.Count > 0)
                    {
                        steps[steps.Count - 1] = steps[steps.Count - 1].Next();
                    }

                    index++;
                    continue;
                case (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t':
                    if (index == offset)
                    {
                        return valueEnded == offset || AfterColon(steps) ? Render(steps, utf8Json) : RenderContainer(steps, utf8Json);
                    }

                    index++;
                    continue;
                case (byte)':':
                    index++;
                    continue;
                case (byte)'"':
                    index = TextEnd(utf8Json, index);
                    if (steps.Count > 0 && steps[steps.Count - 1] is { IsObject: true, Named: false })
                    {
                        steps[steps.Count - 1] = steps[steps.Count - 1].Name(start, index);
                        if (offset < index)
                        {
                            return Render(steps, utf8Json);
                        }

                        continue;
                    }

                    valueEnded = index;
                    break;
                default:
                    while (index < utf8Json.Length && utf8Json[index] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)':' or (byte)'"' or (byte)'{' or (byte)'['))
                    {
                        index++;
                    }

                    valueEnded = index;
                    break;
            }

            if (offset < index)
            {
                return Render(steps, utf8Json);
            }
        }

        return valueEnded == offset || AfterColon(steps) ? Render(steps, utf8Json) : RenderContainer(steps, utf8Json);
    }

    private static bool AfterColon(List<Step> steps) => steps.Count > 0 && steps[steps.Count - 1].Named;

    private static string RenderContainer(List<Step> steps, ReadOnlySpan<byte> json)
    {
        if (steps.Count > 0)
        {
            steps.RemoveAt(steps.Count - 1);
        }

        return Render(steps, json);
    }

    private static string Render(List<Step> steps, ReadOnlySpan<byte> json)
    {
        var pointer = new StringBuilder();
        foreach (var step in steps)
        {
            if (!step.IsObject)
            {
                pointer.Append('/').Append(step.Index.ToString(CultureInfo.InvariantCulture));
            }
            else if (step.Named)
            {
                pointer.Append('/').Append(NameOf(step, json).Replace("~", "~0").Replace("/", "~1"));
            }
        }

        return pointer.ToString();
    }

    private static string NameOf(Step step, ReadOnlySpan<byte> json)
    {
        var cursor = new JsonCursor(json.Slice(step.Start, step.End - step.Start));
        return cursor.ReadString() ?? "";
    }

    /// <summary>Behind the quote that ends the string, or the end of the text.</summary>
    private static int TextEnd(ReadOnlySpan<byte> json, int start)
    {
        var index = start + 1;
        while (index < json.Length)
        {
            var found = json.Slice(index).IndexOfAny((byte)'"', (byte)'\\');
            if (found < 0)
            {
                break;
            }

            index += found + 1;
            if (json[index - 1] == '"')
            {
                return index;
            }

            index++;
        }

        return json.Length;
    }

    /// <summary>A place in a container: of an array the index, of an object the name, if it has been passed.</summary>
    private readonly struct Step(bool isObject, int index = 0, int start = 0, int end = 0)
    {
        public bool IsObject { get; } = isObject;

        public int Index { get; } = index;

        public int Start { get; } = start;

        public int End { get; } = end;

        public bool Named => End > 0;

        public Step Next() => IsObject ? new(true) : new(false, Index + 1);

        public Step Name(int start, int end) => new(true, 0, start, end);
    }
}
