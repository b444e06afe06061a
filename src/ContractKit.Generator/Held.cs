namespace ContractKit.Generator;

/// <summary>
/// A struct behind a reference, on its way from step to step. For each struct type that a step gives, the runtime compiles the driver's tables anew:
/// about a hundred methods, in every cold build (eight such types were 800 of 3,700 methods, and 6 ms a hundred).
/// </summary>
/// <typeparam name="T">The struct.</typeparam>
/// <param name="Value">Its value, by which two are equal.</param>
internal sealed record Held<T>(T Value)
    where T : struct;
