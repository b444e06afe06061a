using System;
using System.Collections.Generic;
using ContractKit.Benchmarks.Measuring;
using ContractKit.Benchmarks.Results;

namespace ContractKit.Benchmarks.Tables;

/// <summary>Something that is measured with its rivals in one run, by one command, and shown in the README and as a chart.</summary>
internal abstract class Table
{
    /// <summary>Its name on the command line and of its files.</summary>
    public abstract string Name { get; }

    /// <summary>Its heading.</summary>
    public abstract string Title { get; }

    /// <summary>A paragraph for the README: what is measured, and how the rivals are set up.</summary>
    public abstract string Description { get; }

    /// <summary>What stands in the way of the goals that were missed, and what was tried; empty where nothing is.</summary>
    public virtual string Note => "";

    /// <summary>The class with the same inner loops for BenchmarkDotNet, where there is one.</summary>
    public virtual Type? BenchmarkDotNet => null;

    /// <summary>Measures the groups.</summary>
    public abstract IEnumerable<ResultGroup> Measure(Run run);

    /// <summary>What was aimed at, told from what was measured. Not asked in a run of some of the groups only.</summary>
    public virtual IEnumerable<Goal> Goals(IReadOnlyList<ResultGroup> groups) => [];
}
