using System.ComponentModel;
using ContractKit.Json;

namespace ContractKit.Values;

/// <summary>Finds out which branch of a union an object is, by the word in one of its members.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Discriminator
{
    private readonly JsonNames _property;
    private readonly JsonWords _words;

    /// <summary>A discriminator.</summary>
    /// <param name="property">The member's name.</param>
    /// <param name="words">The words that it can have.</param>
    public Discriminator(string property, params string[] words)
    {
        _property = new JsonNames(property);
        _words = new JsonWords(words);
    }

    /// <summary>Looks ahead.</summary>
    /// <param name="cursor">A cursor before the object; a copy, so that the caller's does not move.</param>
    /// <returns>The word's index; -1 where there is no such member or word.</returns>
    public int Find(JsonCursor cursor)
    {
        if (cursor.Kind != JsonKind.Object || !cursor.StartObject())
        {
            return -1;
        }

        var members = default(JsonMembers);
        int member;
        while ((member = cursor.NextMember(_property, ref members)) != JsonNames.End)
        {
            if (member == 0)
            {
                return cursor.Kind == JsonKind.String ? cursor.ReadWord(_words, out _) : -1;
            }

            cursor.Skip();
        }

        return -1;
    }
}
