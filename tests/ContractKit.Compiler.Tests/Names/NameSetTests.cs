using System;
using System.Collections.Generic;
using System.Globalization;
using ContractKit.Compiler.Model.Names;
using Xunit;

namespace ContractKit.Compiler.Tests.Names;

public sealed class NameSetTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(3 * NameSet.MostLookedThrough)]
    public void It_is_a_set_whether_it_has_few_names_or_many(int different)
    {
        const int seed = 20261130;
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var comparer = round % 2 == 0 ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
            var (set, expected) = (new NameSet(comparer), new HashSet<string>(comparer));
            for (var step = 0; step < 100; step++)
            {
                var name = (random.Next(2) == 0 ? "name" : "NAME") + random.Next(different).ToString(CultureInfo.InvariantCulture);
                switch (random.Next(4))
                {
                    case 0:
                        set.Remove(name);
                        expected.Remove(name);
                        break;
                    case 1:
                        Assert.Equal(expected.Contains(name), set.Contains(name));
                        break;
                    default:
                        Assert.Equal(expected.Add(name), set.Add(name));
                        break;
                }
            }
        }
    }
}
