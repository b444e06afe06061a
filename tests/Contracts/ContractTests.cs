using System;
using System.Threading.Tasks;
using ConsumerChecks;

namespace ContractKit.Contracts.Tests;

/// <summary>Contracts of services that there are: their real documents, and waiting for their tasks.</summary>
public class ContractTests
{
    public static TheoryData<string> Waits => [.. WaitChecks.Contracts.Keys];

    [Theory]
    [MemberData(nameof(Waits))]
    public Task A_wait_ends_with_every_final_word_and_with_no_other(string contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return WaitChecks.Contracts[contract](new Check());
    }

    [Fact]
    public void Documents_lose_nothing_and_mistakes_are_told() => TypeChecks.Run(new Check());

    [Fact]
    public Task Clients_send_and_receive_what_the_contract_says() => ClientChecks.RunAsync(new Check());
}
