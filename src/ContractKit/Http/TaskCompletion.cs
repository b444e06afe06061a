using System;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using ContractKit.Json;

namespace ContractKit.Http;

/// <summary>Where an answer says how a task stands, and which words end it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskCompletion
{
    private readonly byte[][] _status;
    private readonly string[] _succeeded;
    private readonly string[] _failed;
    private readonly string[] _canceled;

    /// <summary>A rule.</summary>
    /// <param name="status">The tokens of the JSON pointer to the status.</param>
    /// <param name="succeeded">Words that end a task well.</param>
    /// <param name="failed">Words that end it badly.</param>
    /// <param name="canceled">Words that end it because somebody wished so.</param>
    public TaskCompletion(string[] status, string[] succeeded, string[] failed, string[] canceled)
    {
        _status = Array.ConvertAll(status, Encoding.UTF8.GetBytes);
        _succeeded = succeeded;
        _failed = failed;
        _canceled = canceled;
    }

    /// <summary>How the task stands, by the body of an answer; what no word ends is still running.</summary>
    internal TaskStage StageOf(ReadOnlySpan<byte> utf8Json, out string? word)
    {
        word = Find(utf8Json);
        return word is null ? TaskStage.NotTold
            : Array.IndexOf(_succeeded, word) >= 0 ? TaskStage.Succeeded
            : Array.IndexOf(_failed, word) >= 0 ? TaskStage.Failed
            : Array.IndexOf(_canceled, word) >= 0 ? TaskStage.Canceled
            : TaskStage.Running;
    }

    private string? Find(ReadOnlySpan<byte> utf8Json)
    {
        var cursor = new JsonCursor(utf8Json);
        foreach (var token in _status)
        {
            if (!(cursor.Kind == JsonKind.Object ? FindMember(ref cursor, token) : cursor.Kind == JsonKind.Array && FindItem(ref cursor, token)))
            {
                return null;
            }
        }

        var word = cursor.Kind switch
        {
            JsonKind.String => cursor.ReadString(),
            JsonKind.Number => Number(cursor),
            JsonKind.True or JsonKind.False => Encoding.UTF8.GetString(cursor.ReadRaw().ToArray()),
            _ => null,
        };
        return cursor.Failed ? null : word;
    }

    // A whole number by its value: JSON Schema does not tell 10.0 from 10.
    private static string Number(JsonCursor cursor)
    {
        var whole = cursor;
        var value = whole.ReadInt64();
        return whole.Failed ? Encoding.UTF8.GetString(cursor.ReadRaw().ToArray()) : value.ToString(CultureInfo.InvariantCulture);
    }

    private static bool FindMember(ref JsonCursor cursor, byte[] token)
    {
        cursor.StartObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual(token))
            {
                return true;
            }

            cursor.Skip();
        }

        return false;
    }

    private static bool FindItem(ref JsonCursor cursor, byte[] token)
    {
        if (!int.TryParse(Encoding.UTF8.GetString(token), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        cursor.StartArray();
        while (cursor.NextItem())
        {
            if (index-- == 0)
            {
                return true;
            }

            cursor.Skip();
        }

        return false;
    }
}

/// <summary>How a task stands.</summary>
internal enum TaskStage
{
    /// <summary>The answer does not say.</summary>
    NotTold,

    /// <summary>It has not ended.</summary>
    Running,

    /// <summary>It ended well.</summary>
    Succeeded,

    /// <summary>It ended badly.</summary>
    Failed,

    /// <summary>It was ended.</summary>
    Canceled,
}

/// <summary>What an answer says of a task; <c>default</c> where it says nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TaskAnswer<T>
{
    internal TaskAnswer(T body)
    {
        HasBody = true;
        Body = body;
    }

    internal bool HasBody { get; }

    internal T Body { get; }
}

/// <summary>Makes <see cref="TaskAnswer{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TaskAnswer
{
    /// <summary>An answer whose body says how the task stands.</summary>
    public static TaskAnswer<T> Of<T>(T body) => new(body);
}
