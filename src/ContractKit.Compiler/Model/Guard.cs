using System;
using System.Collections.Generic;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model;

/// <summary>Turns what nobody foresaw into an error of ours: a generator that throws is only a warning to the compiler, and the build goes on without its code.</summary>
internal static class Guard
{
    private const string Advice = "This is a mistake of ContractKit's, not yours. Please report it with this file: ";

    public static void Against(JsonDocument document, List<Problem> problems, Action work)
    {
        try
        {
            work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            problems.Add(CompilerRules.Unforeseen.At(
                document.Text,
                new TextSpan(0, Math.Min(1, document.Text.Text.Length)),
                Advice + failure.GetType().Name + ": " + failure.Message + " " + FirstFrame(failure)));
        }
    }

    private static string FirstFrame(Exception failure)
    {
        var trace = failure.StackTrace ?? "";
        var end = trace.IndexOf('\n');
        return (end < 0 ? trace : trace.Substring(0, end)).Trim();
    }
}
