using System;
using System.Collections.Generic;

namespace ContractKit.Compiler.Documents.Manifest;

/// <summary>One object of the manifest while it is read: says what its keys are, and takes a key that is one letter off for the one that is missing, so that one slip is one warning.</summary>
internal sealed class ManifestObject
{
    private readonly JsonDocument _document;
    private readonly List<Problem> _problems;
    private readonly string _what;
    private readonly Dictionary<string, JsonMember> _members = new(StringComparer.Ordinal);

    /// <summary>Reads the keys of an object that is <paramref name="what"/> (with its article).</summary>
    public ManifestObject(JsonDocument document, JsonObject json, string what, string[] keys, List<Problem> problems)
    {
        _document = document;
        _problems = problems;
        _what = what;
        Json = json;
        foreach (var member in json.Members)
        {
            if (Array.IndexOf(keys, member.Name) >= 0)
            {
                _members[member.Name] = member;
            }
        }

        foreach (var member in json.Members)
        {
            if (!_members.ContainsKey(member.Name))
            {
                Unknown(member, keys);
            }
        }
    }

    /// <summary>The object as it is written.</summary>
    public JsonObject Json { get; }

    /// <summary>The member of that name, or null.</summary>
    public JsonMember? this[string key] => _members.TryGetValue(key, out var member) ? member : null;

    /// <summary>The string at that key; null, and a problem, where it is of another type.</summary>
    public JsonString? String(string key) => Typed<JsonString>(key, "a string");

    /// <summary>The object at that key; null, and a problem, where it is of another type.</summary>
    public JsonObject? Object(string key) => Typed<JsonObject>(key, "an object");

    /// <summary>Whether <c>true</c> stands at that key. Where it stands there in quotes, that is a problem, and taken for what it says.</summary>
    public bool Boolean(string key, bool otherwise = false)
    {
        if (this[key]?.Value is not JsonString { Value: "true" or "false" } quoted)
        {
            return Typed<JsonBoolean>(key, "true or false")?.Value ?? otherwise;
        }

        _problems.Add(ManifestRules.WrongType.At(_document.Text, quoted.Span, $"\"{key}\" of {_what} is true or false: write {quoted.Value} without quotes.", quoted.Value));
        return quoted.Value == "true";
    }

    /// <summary>The array at that key; null, and a problem, where it is of another type. One value is a problem, and taken for a list of it.</summary>
    public JsonArray? List(string key)
    {
        if (this[key]?.Value is not { } value || value is not (JsonString or JsonNumber))
        {
            return Typed<JsonArray>(key, "a list");
        }

        var list = "[" + _document.Text.Text.Substring(value.Span.Start, value.Span.Length) + "]";
        _problems.Add(ManifestRules.WrongType.At(_document.Text, value.Span, $"\"{key}\" of {_what} is a list: write {list}.", list));
        return new JsonArray(value.Span, [value]);
    }

    /// <summary>The member that has to be there; null, and a problem, where it is not.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="place">Where its absence is reported.</param>
    /// <param name="example">The member as one might write it.</param>
    public JsonMember? Required(string key, TextSpan place, string example)
    {
        var member = this[key];
        if (member is null)
        {
            _problems.Add(ManifestRules.Missing.At(_document.Text, place, $"{Capitalized(_what)} needs \"{key}\", as in {example}."));
        }

        return member;
    }

    private T? Typed<T>(string key, string type)
        where T : JsonValue
    {
        var member = this[key];
        switch (member?.Value)
        {
            case null:
                return null;
            case T value:
                return value;
            default:
                _problems.Add(ManifestRules.WrongType.At(_document.Text, member.Value.Span, $"\"{key}\" of {_what} is {type}, and this is {Kind(member.Value)}."));
                return null;
        }
    }

    private void Unknown(JsonMember member, string[] keys)
    {
        var name = member.Name;
        if (name is "$schema" or "$comment" || name.StartsWith("x-", StringComparison.Ordinal))
        {
            return;
        }

        var meant = OtherKeys.Meant(_what, name) ?? NearMiss.Of(name, keys);
        if (meant is null)
        {
            _problems.Add(ManifestRules.UnknownKey.At(
                _document.Text, member.NameSpan,
                $"{JsonText.Shown(name)} says nothing here. {OtherKeys.Advice(_what, name) ?? $"{Capitalized(_what)} has: {string.Join(", ", keys)}."}"));
            return;
        }

        // Both at once would be a name twice.
        var isTaken = _members.ContainsKey(meant);
        _problems.Add(ManifestRules.MisspeltKey.At(
            _document.Text, member.NameSpan, $"{JsonText.Shown(name)} is no key of {_what}. Write \"{meant}\".", isTaken ? null : "\"" + meant + "\""));
        if (!isTaken)
        {
            _members[meant] = member;
        }
    }

    private static string Kind(JsonValue value) => value switch
    {
        JsonObject => "an object",
        JsonArray => "a list",
        JsonString => "a string",
        JsonNumber => "a number",
        JsonBoolean => "a boolean",
        _ => "null",
    };

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
