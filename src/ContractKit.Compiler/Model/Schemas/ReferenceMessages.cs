using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Says why a reference leads nowhere: what was looked for, and what is there.</summary>
internal sealed class ReferenceMessages(DocumentIndex index)
{
    // Looking for near names costs time for each; nobody reads more of them than this.
    private int _looksLeft = 50;

    public static string UnknownDialect(string told) => told.Contains("draft-03") || told.Contains("draft-02") || told.Contains("draft-01")
        ? "The dialect " + JsonText.Shown(told) + " is too old: write the schema in 2020-12, 2019-09, draft-07, draft-06 or draft-04."
        : "No meta-schema " + JsonText.Shown(told) + " is given: "
            + (DialectRemedy(told) is { } remedy
                ? "write " + remedy + "."
                : "write " + JsonText.Shown(s_dialects[0]) + " or another of the dialects 2019-09, draft-07, draft-06 and draft-04, or name its file in \"resources\" of contracts.json.");

    public static string? DialectRemedy(string told) =>
        told.IndexOf("json-schema.org/schema", StringComparison.Ordinal) >= 0 ? JsonText.Quote(s_dialects[0])
        : told.IndexOf("draft-0", StringComparison.Ordinal) < 0 && NearNames.Nearest(told, s_dialects) is { } nearest ? JsonText.Quote(nearest)
        : null;

    private static readonly string[] s_dialects =
    [
        "https://json-schema.org/draft/2020-12/schema", "https://json-schema.org/draft/2019-09/schema", "http://json-schema.org/draft-07/schema#",
        "http://json-schema.org/draft-06/schema#", "http://json-schema.org/draft-04/schema#",
    ];

    public static string UnknownVocabulary(string vocabulary) =>
        "This dialect's meta-schema requires the vocabulary " + JsonText.Shown(vocabulary) + ", which is not known: set it to false there if it can be ignored.";

    public Problem DocumentNotFound(JsonDocument from, JsonString text, string resolved, IReadOnlyList<string> bases, out string? meant)
    {
        meant = null;
        var (uri, fragment) = UriReference.Split(text.Value);
        var suffix = fragment is null ? "" : "#" + fragment;
        if (text.Value.IndexOf('\\') >= 0)
        {
            var slashed = text.Value.Replace('\\', '/');
            meant = UriReference.ToPath(UriReference.Resolve(UriReference.OfPath(from.Path), slashed));
            return SchemaRules.DocumentNotFound.At(
                from.Text, text.Span, JsonText.Shown(text.Value) + " is no URI reference: write " + JsonText.Shown(slashed) + ", with / between folders.", Quoted(slashed));
        }

        if (DefinitionMeant(from, text.Value) is { } definition)
        {
            return SchemaRules.DocumentNotFound.At(
                from.Text, text.Span, JsonText.Shown(text.Value) + " would be another file: write " + JsonText.Shown(definition) + ", which leads into this one.", Quoted(definition));
        }

        if (UriReference.ToPath(resolved) is { } path)
        {
            if (uri.StartsWith("/", StringComparison.Ordinal))
            {
                return SchemaRules.DocumentNotFound.At(
                    from.Text, text.Span, JsonText.Shown(text.Value) + " is an absolute path: write the path relative to this file, so that it is the same on every machine.");
            }

            return NoSuchFile(from, text, path, suffix, out meant);
        }

        if (index.MappedPath(resolved) is { } mapped)
        {
            return SchemaRules.DocumentNotFound.At(
                from.Text, text.Span, JsonText.Shown(text.Value) + " is mapped by \"resources\" to " + index.Display(mapped)
                    + ", and there is no such file among the given ones" + (Near(mapped, out _) is { Length: > 0 } near ? near : "."));
        }

        // A scheme of one letter is a drive.
        if (resolved.StartsWith("file:", StringComparison.Ordinal) || resolved.IndexOf(':') == 1)
        {
            return SchemaRules.DocumentNotFound.At(
                from.Text, text.Span, JsonText.Shown(text.Value) + " is a file of one machine: write the path relative to this file.");
        }

        var beside = bases.Count > 0 && !UriReference.IsAbsolute(uri)
            ? UriReference.ToPath(UriReference.Resolve(UriReference.OfPath(from.Path), uri))
            : null;
        var hint = beside is not null && index.ByPath(beside) is not null
            ? "give " + index.Display(beside) + " the $id " + JsonText.Shown(resolved) + ", or map that URI to it in \"resources\" of contracts.json."
            : "name the file that answers for it in \"resources\" of contracts.json.";
        return SchemaRules.DocumentNotFound.At(
            from.Text, text.Span, "Nothing given answers to " + JsonText.Shown(resolved) + ", and nothing is ever fetched: " + hint);
    }

    public Problem Ambiguous(JsonDocument from, JsonString text, string taken, string rival) => SchemaRules.SameIdentifier.At(
        from.Text, text.Span, "Both " + index.Display(taken) + " and " + index.Display(rival) + " have the identifier that " + JsonText.Shown(text.Value)
            + " names: give one of them another.");

    public Problem MalformedEscape(JsonDocument from, JsonString text) => SchemaRules.MalformedReference.At(
        from.Text, text.Span, JsonText.Shown(text.Value) + " has a percent sign without two hexadecimal digits of UTF-8 after it: write a bare percent sign as %25.");

    public Problem MalformedPointer(JsonDocument from, JsonString text) => SchemaRules.MalformedReference.At(
        from.Text, text.Span, JsonText.Shown(text.Value) + " has a ~ that is neither ~0 nor ~1: write a bare ~ as ~0 and a / in a name as ~1.");

    public Problem PlaceNotFound(JsonDocument from, JsonString text, JsonDocument document, JsonValue root, IReadOnlyList<string> tokens)
    {
        var value = root;
        var found = 0;
        while (found < tokens.Count && JsonPointer.Step(value, tokens[found]) is { } next)
        {
            value = next;
            found++;
        }

        if (DefinitionMeant(from, text.Value) is { } definition && ReferenceEquals(from, document))
        {
            return SchemaRules.PlaceNotFound.At(
                from.Text, text.Span, "This file has no " + JsonText.Shown(text.Value) + ": did you mean " + JsonText.Shown(definition) + "?", Quoted(definition));
        }

        var there = found == 0 ? "" : "/" + string.Join("/", tokens.Take(found).Select(JsonPointer.Escape));
        var missing = tokens[found];
        string message;
        string? remedy = null;
        if (value is JsonObject json)
        {
            var names = json.Members.Select(static member => member.Name).ToArray();
            if (NearNames.Nearest(missing, names) is { } nearest)
            {
                var tail = tokens.Skip(found + 1).Select(JsonPointer.Escape);
                var repaired = UriReference.Split(text.Value).Uri + "#" + there + "/" + string.Join("/", new[] { JsonPointer.Escape(nearest) }.Concat(tail));
                message = "did you mean " + JsonText.Shown(nearest) + "?";
                remedy = found == tokens.Count - 1 && repaired.IndexOfAny(['%', '"', '\\']) < 0 ? Quoted(repaired) : null;
            }
            else
            {
                message = names.Length == 0 ? "it is empty." : "it has " + List(names) + ".";
            }
        }
        else
        {
            message = value is JsonArray array ? "it has " + JsonText.Number(array.Items.Count) + " items, counted from 0." : "it is " + Kind(value) + ".";
        }

        var subject = (ReferenceEquals(from, document) ? "This file" : index.Display(document.Path)) + (there.Length > 0 ? " at #" + there : "");
        return SchemaRules.PlaceNotFound.At(from.Text, text.Span, subject + " has no " + JsonText.Shown(missing) + ": " + message, remedy);
    }

    public Problem AnchorNotFound(JsonDocument from, JsonString text, JsonDocument document, string name, IReadOnlyCollection<string> anchors)
    {
        if (DefinitionMeant(from, text.Value) is { } definition && ReferenceEquals(from, document))
        {
            return SchemaRules.PlaceNotFound.At(
                from.Text, text.Span, "This file has no anchor " + JsonText.Shown(name) + ": did you mean " + JsonText.Shown(definition) + "?", Quoted(definition));
        }

        var subject = ReferenceEquals(from, document) ? "This file" : index.Display(document.Path);
        var nearest = NearNames.Nearest(name, anchors);
        var there = nearest is not null ? "did you mean " + JsonText.Shown(nearest) + "?"
            : anchors.Count > 0 ? "it has " + List(anchors) + "."
            : "write a JSON pointer such as " + JsonText.Shown("#/$defs/" + name) + ", or give the schema that $anchor.";
        return SchemaRules.PlaceNotFound.At(from.Text, text.Span, subject + " has no anchor " + JsonText.Shown(name) + ": " + there);
    }

    public Problem TargetIsNoSchema(JsonDocument from, JsonString text, JsonValue target) => SchemaRules.TargetIsNoSchema.At(
        from.Text, text.Span, target is JsonObject json
            ? JsonText.Shown(text.Value) + " leads to a map of schemas, which is none itself: name one of them"
                + (json.Members.Count > 0 ? ", " + List(json.Members.Select(static member => member.Name).ToArray()) + "." : ".")
            : JsonText.Shown(text.Value) + " leads to " + Kind(target) + ", which is no schema: a schema is an object, or true or false since draft-06.");

    private Problem NoSuchFile(JsonDocument from, JsonString text, string path, string suffix, out string? nearest)
    {
        var near = Near(path, out nearest);
        string? remedy = null;
        if (nearest is not null)
        {
            var folder = from.Path.LastIndexOf('/') + 1;
            var relative = nearest.StartsWith(from.Path.Substring(0, folder), StringComparison.Ordinal) ? nearest.Substring(folder) : null;
            remedy = relative is null || relative.IndexOfAny(['%', '"', '\\', '#', '?']) >= 0 ? null : Quoted(relative + suffix);
        }

        return SchemaRules.DocumentNotFound.At(
            from.Text, text.Span, "There is no file " + index.Display(path) + " among the given ones"
                + (near.Length > 0 ? near : ": correct the path, or add the file; those outside schema/ come in with <Contract Include=\"…\" />."), remedy);
    }

    private string Near(string path, out string? nearest)
    {
        nearest = null;
        if (_looksLeft-- <= 0)
        {
            return "";
        }

        nearest = NearNames.NearestPath(path, index.Paths);
        return nearest is null ? "" : ": did you mean " + index.Display(nearest) + "?";
    }

    // A definition of the same document whose name ends the reference: "Address", "#Address", "/$defs/Address", "#/definitions/Address".
    private static string? DefinitionMeant(JsonDocument from, string reference)
    {
        if (from.Root is not JsonObject root || reference.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = reference.Substring(reference.LastIndexOfAny(['/', '#']) + 1);
        var around = reference.Substring(0, reference.Length - name.Length).Trim('#', '/');
        foreach (var keyword in new[] { "$defs", "definitions" })
        {
            if (around is "" or "$defs" or "definitions" or "defs" or "components/schemas"
                && (root[keyword]?.Value as JsonObject)?[name] is not null && name.IndexOfAny(['%', '~', '"', '\\']) < 0)
            {
                return "#/" + keyword + "/" + name;
            }
        }

        return null;
    }

    private static string Quoted(string text) => JsonText.Quote(text);

    private static string List(IReadOnlyCollection<string> names)
    {
        var list = new StringBuilder();
        foreach (var name in names.Take(5))
        {
            list.Append(list.Length > 0 ? ", " : "").Append(JsonText.Shown(name));
        }

        return names.Count > 5 ? list.Append(" and ").Append((names.Count - 5).ToString(System.Globalization.CultureInfo.InvariantCulture)).Append(" more").ToString() : list.ToString();
    }

    private static string Kind(JsonValue value) => value switch
    {
        JsonObject => "an object",
        JsonArray => "an array",
        JsonString => "a string",
        JsonNumber => "a number",
        JsonBoolean => "a boolean",
        _ => "null",
    };
}
