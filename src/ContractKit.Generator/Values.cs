using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ContractKit.Generator;

/// <summary>Values on their way from step to step, which the driver knows as objects; <see cref="Value{T}"/> says why.</summary>
/// <typeparam name="T">What they are.</typeparam>
/// <param name="provider">What the driver knows.</param>
internal readonly struct Values<T>(IncrementalValuesProvider<object> provider)
    where T : class
{
    /// <summary>What the driver knows.</summary>
    public IncrementalValuesProvider<object> Provider => provider;

    /// <summary>What is made of each.</summary>
    public Values<TResult> Select<TResult>(Func<T, CancellationToken, TResult> selector)
        where TResult : class =>
        new(provider.Select((value, cancellation) => (object)selector((T)value, cancellation)));

    /// <summary>What is made of each, one by one.</summary>
    public Values<TResult> SelectMany<TResult>(Func<T, CancellationToken, IEnumerable<TResult>> selector)
        where TResult : class =>
        new(provider.SelectMany((value, cancellation) => (IEnumerable<object>)selector((T)value, cancellation)));

    /// <summary>What is made of each together with another value, one by one.</summary>
    public Values<TResult> CombineMany<TOther, TResult>(Value<TOther> other, Func<T, TOther, CancellationToken, IEnumerable<TResult>> selector)
        where TOther : notnull
        where TResult : class =>
        new(provider.Combine(other.Provider).SelectMany((both, cancellation) => (IEnumerable<object>)selector((T)both.Left, (TOther)both.Right, cancellation)));

    /// <summary>Those that are such.</summary>
    public Values<T> Where(Func<T, bool> predicate) => new(provider.Where(value => predicate((T)value)));

    /// <summary>What is made of all of them.</summary>
    public Value<TResult> Collect<TResult>(Func<IReadOnlyList<T>, CancellationToken, TResult> selector)
        where TResult : notnull =>
        new(provider.Collect().Select((values, cancellation) =>
        {
            var all = new T[values.Length];
            for (var i = 0; i < all.Length; i++)
            {
                all[i] = (T)values[i];
            }

            return (object)selector(all, cancellation);
        }));

    /// <summary>The same, with a name by which tests find the step.</summary>
    public Values<T> WithTrackingName(string name) => new(provider.WithTrackingName(name));
}
