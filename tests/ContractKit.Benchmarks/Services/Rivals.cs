using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Acme.Services;
using Refit;

namespace ContractKit.Benchmarks.Services;

/// <summary>The request as the rivals have it.</summary>
internal sealed class PlainRequest
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("refID")]
    public string? RefId { get; set; }
}

/// <summary>The rivals' metadata.</summary>
[JsonSerializable(typeof(PlainRequest))]
[JsonSerializable(typeof(PlainAnswer))]
internal sealed partial class ServiceContext : JsonSerializerContext;

/// <summary>The service as Refit has it.</summary>
internal interface IRefitAnswers
{
    [Post("/getAnswer")]
    Task<PlainAnswer> GetAnswerAsync([Body] PlainRequest request, CancellationToken cancellationToken);
}

/// <summary>What answers requests, as the minimal API is handed it.</summary>
internal interface IPlainHandler
{
    ValueTask<PlainAnswer> GetAnswerAsync(PlainRequest request, CancellationToken cancellationToken);
}

/// <summary>Answers what it was made with, so that what is measured is the endpoint.</summary>
internal sealed class Handlers : IAnswersHandler, IPlainHandler
{
    private readonly PlainAnswer _plain = JsonSerializer.Deserialize(ContractKit.Benchmarks.Answers.All["compact"], ServiceContext.Default.PlainAnswer)!;
    private readonly Acme.Services.Answer _answer = Acme.Services.Answer.Parse(ContractKit.Benchmarks.Answers.All["compact"]);

    public ValueTask<GetAnswerResult> GetAnswerAsync(GetAnswerRequest request, CancellationToken cancellationToken) =>
        new(new GetAnswerResult.Ok(_answer));

    public ValueTask<PlainAnswer> GetAnswerAsync(PlainRequest request, CancellationToken cancellationToken) => new(_plain);
}
