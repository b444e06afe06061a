using System;
using System.Collections.Generic;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model;

/// <summary>Turns what nobody foresaw into an error of ours: a generator that throws is only a warning to the compiler, and the build goes on without its code.</summary>
internal static class Guard
{
    private const string Advice = "This is a mistake of ContractKit's, not yours. Please report it with this file: ";

    /// <summary>Does the work for a document; what it throws, cancellation aside, is a problem of that document.</summary>
    public static void Against(JsonDocument document, List<Problem> problems, Action work) =>
        Against(document.Path, document.Text.GivenPath, problems, work);

    /// <summary>Does the work for a file; what it throws, cancellation aside, is a problem of that file.</summary>
    public static void Against(string path, string givenPath, List<Problem> problems, Action work)
    {
        try
        {
            work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            problems.Add(new Problem(
                CompilerRules.Unforeseen,
                path,
                new TextSpan(0, 0),
                default,
                default,
                Advice + failure.GetType().Name + ": " + OneLine(failure.Message) + " " + FirstFrame(failure)) { GivenPath = givenPath });
        }
    }

    private static string FirstFrame(Exception failure)
    {
        var trace = failure.StackTrace ?? "";
        var end = trace.IndexOf('\n');
        return (end < 0 ? trace : trace.Substring(0, end)).Trim(' ', '\r');
    }

    // MSBuild reads a diagnostic by the line.
    internal static string OneLine(string text) => string.Join(" ", text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
