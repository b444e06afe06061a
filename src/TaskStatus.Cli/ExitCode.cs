namespace TaskStatus.Cli;

/// <summary>What the program's exit codes mean; <c>--help</c> lists them.</summary>
internal static class ExitCode
{
    /// <summary>The task has succeeded.</summary>
    public const int Succeeded = 0;

    /// <summary>The task has failed, or was canceled.</summary>
    public const int Failed = 1;

    /// <summary>The task has not ended: not yet, or not before the deadline.</summary>
    public const int NotEnded = 2;

    /// <summary>The service gave no answer that its contract has.</summary>
    public const int NoAnswer = 3;

    /// <summary>The service refuses the token.</summary>
    public const int Refused = 4;

    /// <summary>The command line is wrong: EX_USAGE of sysexits.h.</summary>
    public const int Usage = 64;

    /// <summary>Stopped with Ctrl-C: 128 and SIGINT, as shells have it.</summary>
    public const int Stopped = 130;
}
