using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ContractKit.Generator;

/// <summary>
/// A value on its way from step to step, which the driver knows as an object. For each type that the driver's tables are made for
/// the runtime loads some forty types and, for a struct, compiles a hundred methods, in every cold build: here they are made for one.
/// Two values are equal where <see cref="object.Equals(object)"/> says so.
/// </summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="provider">What the driver knows.</param>
internal readonly struct Value<T>(IncrementalValueProvider<object> provider)
    where T : notnull
{
    /// <summary>What the driver knows.</summary>
    public IncrementalValueProvider<object> Provider => provider;

    /// <summary>What is made of it.</summary>
    public Value<TResult> Select<TResult>(Func<T, CancellationToken, TResult> selector)
        where TResult : notnull =>
        new(provider.Select((value, cancellation) => (object)selector((T)value, cancellation)));

    /// <summary>What is made of it and of another.</summary>
    public Value<TResult> Combine<TOther, TResult>(Value<TOther> other, Func<T, TOther, CancellationToken, TResult> selector)
        where TOther : notnull
        where TResult : notnull =>
        new(provider.Combine(other.Provider).Select((both, cancellation) => (object)selector((T)both.Left, (TOther)both.Right, cancellation)));

    /// <summary>What is made of it, one by one.</summary>
    public Values<TResult> SelectMany<TResult>(Func<T, CancellationToken, IEnumerable<TResult>> selector)
        where TResult : class =>
        new(provider.SelectMany((value, cancellation) => (IEnumerable<object>)selector((T)value, cancellation)));

    /// <summary>The same, with a name by which tests find the step.</summary>
    public Value<T> WithTrackingName(string name) => new(provider.WithTrackingName(name));
}
