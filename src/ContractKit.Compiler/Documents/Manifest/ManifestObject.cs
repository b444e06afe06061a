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

    /// <summary>Whether <c>true</c> stands at that key.</summary>
    public bool Boolean(string key, bool otherwise = false) => Typed<JsonBoolean>(key, "true or false")?.Value ?? otherwise;

    /// <summary>The array at that key; null, and a problem, where it is of another type.</summary>
    public JsonArray? List(string key) => Typed<JsonArray>(key, "an array");

    /// <summary>The member that has to be there; null, and a problem, where it is not.</summary>
    public JsonMember? Required(string key, TextSpan place)
    {
        var member = this[key];
        if (member is null)
        {
            _problems.Add(ManifestRules.Missing.At(_document.Text, place, $"{Capitalized(_what)} needs \"{key}\"."));
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
                _problems.Add(ManifestRules.WrongType.At(_document.Text, member.Value.Span, $"\"{key}\" of {_what} is {type}."));
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

        var meant = NearMiss.Of(name, keys);
        if (meant is null)
        {
            _problems.Add(ManifestRules.UnknownKey.At(
                _document.Text, member.NameSpan, $"\"{name}\" says nothing here. {Capitalized(_what)} has: {string.Join(", ", keys)}."));
            return;
        }

        _problems.Add(ManifestRules.MisspeltKey.At(
            _document.Text, member.NameSpan, $"\"{name}\" is no key of {_what}. Write \"{meant}\".", "\"" + meant + "\""));
        if (!_members.ContainsKey(meant))
        {
            _members[meant] = member;
        }
    }

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
