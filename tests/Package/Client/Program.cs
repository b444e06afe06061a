using ContractKit;
using Replicate;

using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
var client = new PredictionsClient(http);

var started = await client.CreatePredictionAsync(PredictionRequest.Parse("""{"version":"v1","input":{"prompt":"a lighthouse"}}"""));
Require(started.Status == PredictionStatus.Starting, "the prediction starts");

var unknownWords = 0;
var ended = await client.WaitForPredictionAsync(
    started.Id,
    new PollingOptions { InitialDelay = TimeSpan.FromMilliseconds(20) },
    new Watcher(word => unknownWords += word.Known is null ? 1 : 0));
Require(ended.Status == PredictionStatus.Succeeded, "the prediction succeeds");
Require(ended.Metrics?.PredictTime is 1.5, "metrics arrive");
Require(unknownWords > 0, "an unknown word keeps the wait going, and is shown");

var missing = await client.SendGetPredictionAsync("run-999");
Require(missing is GetPredictionResult.NotFound, "404 is a value");

Require(!PredictionRequest.TryParseJson("""{"version":"","input":{}}"""u8, out _, out var violations), "an empty version is refused");
Require(violations.Count == 1 && violations[0].InstanceLocation == "/version", "the violation stands at /version");

using var bad = await http.PostAsync(new Uri("/v1/predictions", UriKind.Relative), new StringContent("""{"input":3}""", null, "application/json"));
Require((int)bad.StatusCode == 400 && bad.Content.Headers.ContentType?.MediaType == "application/problem+json", "a bad request is answered 400 problem+json");

using var echo = await http.PostAsync(new Uri("/echo", UriKind.Relative), new StringContent("""{"version":"v1","input":{},"extra":[1,2]}""", null, "application/json"));
Require(await echo.Content.ReadAsStringAsync() == """{"version":"v1","input":{},"extra":[1,2]}""", "a contract type works in somebody's own endpoint, and nothing is lost");

Console.WriteLine("The client and the server made from the package understand each other.");

static void Require(bool condition, string what)
{
    if (!condition)
    {
        throw new InvalidOperationException("Not so: " + what + ".");
    }
}

internal sealed class Watcher(Action<OpenPredictionStatus> seen) : IProgress<Prediction>
{
    public void Report(Prediction value) => seen(value.Status);
}
