using System.Collections.Concurrent;
using System.Globalization;
using Replicate;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IPredictionsHandler, Runs>();
builder.Services.AddAuthentication();
builder.Services.AddAuthorization();

var app = builder.Build();
app.MapPredictions().AllowAnonymous();

// A contract type as a parameter of somebody's own endpoint.
app.MapPost("/echo", (PredictionRequest request) => request);
app.Run();

internal sealed class Runs : IPredictionsHandler
{
    private readonly ConcurrentDictionary<string, (PredictionRequest Request, int Asked)> _runs = new();

    public ValueTask<CreatePredictionResult> CreatePredictionAsync(PredictionRequest request, CancellationToken cancellationToken)
    {
        var id = "run-" + (_runs.Count + 1).ToString(CultureInfo.InvariantCulture);
        _runs[id] = (request, 0);
        return new(new CreatePredictionResult.Created(new Prediction { Id = id, Status = PredictionStatus.Starting }));
    }

    public ValueTask<GetPredictionResult> GetPredictionAsync(string id, CancellationToken cancellationToken)
    {
        if (!_runs.TryGetValue(id, out var run))
        {
            return new(new GetPredictionResult.NotFound());
        }

        _runs[id] = run with { Asked = run.Asked + 1 };
        return new(new GetPredictionResult.Ok(new Prediction
        {
            Id = id,
            Version = run.Request.Version,
            Status = run.Asked < 2 ? OpenPredictionStatus.FromText("queued-elsewhere") : PredictionStatus.Succeeded,
            Metrics = new PredictionMetrics { PredictTime = 1.5 },
        }));
    }
}
