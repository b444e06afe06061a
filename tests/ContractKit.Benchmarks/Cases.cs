using System;
using System.Collections.Generic;
using System.Text.Json;
using Acme.Answers;
using ContractKit.Json;

namespace ContractKit.Benchmarks;

/// <summary>What is measured.</summary>
internal static class Cases
{
    public static Answer? Read(byte[] json)
    {
        var cursor = new JsonCursor(json);
        var answer = Answer.Converter.Instance.ReadValue(ref cursor);
        cursor.End();
        return cursor.Failed ? null : answer;
    }

    public static List<Answer> ReadList(byte[] json)
    {
        var cursor = new JsonCursor(json);
        var answers = new List<Answer>();
        cursor.StartArray();
        while (cursor.NextItem())
        {
            answers.Add(Answer.Converter.Instance.ReadValue(ref cursor)!);
        }

        cursor.End();
        return answers;
    }

    public static bool Check(byte[] json)
    {
        var cursor = new JsonCursor(json);
        Answer.Converter.Check(ref cursor);
        cursor.End();
        return !cursor.Failed;
    }

    public static bool Skip(byte[] json)
    {
        var cursor = new JsonCursor(json);
        cursor.Skip();
        cursor.End();
        return !cursor.Failed;
    }

    public static int Walk(byte[] json)
    {
        var tokens = 0;
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    public static int Write(Answer answer)
    {
        var output = new JsonOutput(256);
        Answer.Converter.Instance.WriteValue(ref output, answer);
        var length = output.Length;
        output.Dispose();
        return length;
    }

    public static int Write(GeneratedAnswer answer)
    {
        var output = new JsonOutput(256);
        GeneratedAnswer.Converter.Instance.WriteValue(ref output, answer);
        var length = output.Length;
        output.Dispose();
        return length;
    }

    /// <summary>Throws unless we and the rival read the same.</summary>
    public static void CheckAgreement(byte[] json)
    {
        var own = Read(json) ?? throw new InvalidOperationException("The cursor refuses the answer.");
        if (GeneratedAnswer.Parse(json).TaskId != own.TaskId)
        {
            throw new InvalidOperationException("The generated record does not read the same.");
        }

        var rival = JsonSerializer.Deserialize(json, RivalContext.Default.StrictAnswer)!;
        if ((own.TimeRequired, own.Error, own.ErrorData, own.Input, own.Output, own.AppId, own.TaskId, own.RefId, (int)own.Status)
            != (rival.TimeRequired, rival.Error, rival.ErrorData, rival.Input, rival.Output, rival.AppId, rival.TaskId, rival.RefId, (int)rival.Status))
        {
            throw new InvalidOperationException("The two do not read the same.");
        }
    }
}
