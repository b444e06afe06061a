using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContractKit.Fuzz;

/// <summary>Changes contracts: most often as the trees that they are, sometimes as mere text.</summary>
internal sealed class Mutator(Random random, IReadOnlyList<FuzzInput> pool)
{
    private const int MostNodes = 400;
    private const string Marks = "{}[],:\"\\/ntu0123456789.eE+-\0\n\u2028\ufeff'#";
    private static readonly JsonDocumentOptions s_lenient = new() { MaxDepth = 512, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private static readonly JsonSerializerOptions s_write = new() { MaxDepth = 1_000, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ConditionalWeakTable<string, JsonNode> _trees = [];

    /// <summary>Another input, made of one by a few changes.</summary>
    public FuzzInput Change(FuzzInput input)
    {
        var files = input.Files.ToList();
        var index = files.Count == 1 ? 0 : random.Next(3) == 0 ? 0 : 1 + random.Next(files.Count - 1);
        var (path, text) = files[index];
        var changed = (random.Next(12) == 0 || Tree(text) is not { } tree ? null : ChangeTree(tree.DeepClone())) ?? ChangeText(text);
        files[index] = (path, changed);
        switch (random.Next(60))
        {
            case 0 when files.Count > 1:
                files.RemoveAt(1 + random.Next(files.Count - 1));
                break;
            case 1:
                var other = pool[random.Next(pool.Count)];
                var added = other.Files[random.Next(other.Files.Count)];
                files.RemoveAll(file => file.Path == added.Path);
                files.Add(added);
                break;
        }

        return new FuzzInput(files);
    }

    private JsonNode? Tree(string text)
    {
        if (_trees.TryGetValue(text, out var tree))
        {
            return tree;
        }

        try
        {
            if (JsonNode.Parse(text, documentOptions: s_lenient) is { } parsed && Nodes(parsed).Count > 0)
            {
                _trees.Add(text, parsed);
                return parsed;
            }
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException)
        {
            // A text that was broken before is changed as a text.
        }

        return null;
    }

    // Null where the tree has come to hold what JSON cannot be written with.
    private string? ChangeTree(JsonNode root)
    {
        var holder = new JsonArray(root);
        for (var changes = 1 + random.Next(1 + random.Next(4)); changes > 0; changes--)
        {
            try
            {
                ChangeOne(holder);
            }
            catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
            {
                // A change that the tree does not allow is none.
            }
        }

        try
        {
            return holder[0]?.ToJsonString(s_write) ?? "null";
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private void ChangeOne(JsonArray holder)
    {
        var nodes = Nodes(holder);
        var node = nodes[random.Next(nodes.Count)];
        switch (random.Next(12))
        {
            case 0 or 1 when node is JsonObject target:
                target[Pick(HostileWords.Keywords)] = NewValue();
                break;
            case 2 when node is JsonObject { Count: > 0 } renamed:
                var (name, value) = renamed.ElementAt(random.Next(renamed.Count));
                renamed.Remove(name);
                renamed[random.Next(3) == 0 ? Pick(HostileWords.Keywords) : Text()] = value;
                break;
            case 3 when node is JsonObject { Count: > 0 } smaller:
                smaller.Remove(smaller.ElementAt(random.Next(smaller.Count)).Key);
                break;
            case 4 when node is JsonArray { Count: > 0 } list && list != holder:
                if (random.Next(2) == 0)
                {
                    list.RemoveAt(random.Next(list.Count));
                }
                else
                {
                    list.Add(list[random.Next(list.Count)]?.DeepClone());
                }

                break;
            case 5 when node is JsonObject target:
                target[Pick(HostileWords.Keywords)] = node.DeepClone();
                break;
            case 6:
                Replace(node, new JsonObject { [Pick("allOf", "anyOf", "oneOf", "prefixItems")] = new JsonArray(node.DeepClone(), nodes[random.Next(nodes.Count)].DeepClone()) });
                break;
            case 7:
                Replace(node, new JsonObject { [Pick("not", "items", "additionalProperties", "if", "contains", "unevaluatedProperties")] = node.DeepClone() });
                break;
            case 8:
                Replace(node, new JsonObject { ["$ref"] = random.Next(2) == 0 ? "#" + nodes[random.Next(nodes.Count)].GetPath().Replace("$[0]", "", StringComparison.Ordinal).Replace('.', '/').Replace('[', '/').Replace("]", "", StringComparison.Ordinal) : Text() });
                break;
            case 9:
                var other = pool[random.Next(pool.Count)].Files[^1].Text;
                if (Tree(other) is { } tree)
                {
                    var others = Nodes(tree);
                    Replace(node, others[random.Next(others.Count)].DeepClone());
                }

                break;
            default:
                Replace(node, NewValue());
                break;
        }
    }

    private static void Replace(JsonNode node, JsonNode? by)
    {
        switch (node.Parent)
        {
            case JsonObject parent:
                parent[node.GetPropertyName()] = by;
                break;
            case JsonArray parent:
                parent[node.GetElementIndex()] = by;
                break;
        }
    }

    private JsonNode? NewValue() => random.Next(3) == 0 ? JsonValue.Create(Text()) : JsonNode.Parse(Pick(HostileWords.Values));

    private string Text() => random.Next(8) == 0 ? Pick(HostileWords.Texts) + Pick(HostileWords.Texts) : random.Next(200) == 0 ? new string('x', 1 << random.Next(14)) : Pick(HostileWords.Texts);

    private string ChangeText(string text)
    {
        var changed = new StringBuilder(text.Length > 20_000 ? text[..20_000] : text);
        for (var changes = 1 + random.Next(3); changes > 0; changes--)
        {
            var at = random.Next(changed.Length + 1);
            var length = Math.Min(changed.Length - at, 1 + random.Next(random.Next(8) == 0 ? 200 : 4));
            switch (random.Next(6))
            {
                case 0:
                    changed.Remove(at, length);
                    break;
                case 1:
                    changed.Insert(at, changed.ToString(at, length));
                    break;
                case 2:
                    changed.Insert(at, Marks[random.Next(Marks.Length)]);
                    break;
                case 3:
                    changed.Insert(at, Text());
                    break;
                case 4 when at < changed.Length:
                    changed[at] = (char)random.Next(random.Next(2) == 0 ? 128 : 65_536);
                    break;
                default:
                    changed.Length = at;
                    break;
            }
        }

        return changed.ToString();
    }

    private static List<JsonNode> Nodes(JsonNode root)
    {
        var nodes = new List<JsonNode>();
        var open = new Stack<JsonNode>([root]);
        while (open.Count > 0 && nodes.Count < MostNodes)
        {
            var node = open.Pop();
            if (node.Parent is not null)
            {
                nodes.Add(node);
            }

            foreach (var child in node switch { JsonObject members => members.Select(static member => member.Value), JsonArray items => items, _ => [] })
            {
                if (child is not null)
                {
                    open.Push(child);
                }
            }
        }

        return nodes;
    }

    private T Pick<T>(params T[] of) => of[random.Next(of.Length)];
}
