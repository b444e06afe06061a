using System.Linq;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model.Services;

/// <summary>What the method gives that returns the success body.</summary>
public enum SuccessKind
{
    /// <summary>Nothing: no success has a body.</summary>
    None,

    /// <summary>The body that all successes have.</summary>
    Body,

    /// <summary>The body that some successes have, or null.</summary>
    BodyOrNull,

    /// <summary>The typed answer: successes have bodies of several types.</summary>
    Answer,
}

/// <summary>What the method gives that returns the success body.</summary>
/// <param name="Kind">Body, answer or nothing.</param>
/// <param name="Shape">The body's shape; null where there is none.</param>
public sealed record SuccessAnswer(SuccessKind Kind, TypeShape? Shape)
{
    /// <summary>What an operation's successes have in common.</summary>
    public static SuccessAnswer Of(OperationContract operation)
    {
        var successes = operation.Responses.Where(response => IsSuccess(operation, response)).ToList();
        var shapes = successes.Where(static response => response.Body is not null)
            .Select(static response => response.Body!.Schema.Shape).Distinct().ToList();
        return shapes.Count switch
        {
            0 => new SuccessAnswer(SuccessKind.None, null),
            1 when successes.All(static response => response.Body is not null) => new SuccessAnswer(SuccessKind.Body, shapes[0]),
            1 => new SuccessAnswer(SuccessKind.BodyOrNull, shapes[0]),
            _ => new SuccessAnswer(SuccessKind.Answer, shapes[0]),
        };
    }

    /// <summary>Whether an answer is taken for a success: a 2xx; the default too, where no 2xx is documented (then its code decides).</summary>
    public static bool IsSuccess(OperationContract operation, ResponseContract response) =>
        response.IsSuccess || (response.Status.IsDefault && !operation.Responses.Any(static other => other.IsSuccess));
}
