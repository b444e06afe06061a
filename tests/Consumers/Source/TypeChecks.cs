using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using ContractKit;

namespace ConsumerChecks
{
    /// <summary>What types do: read, write, refuse, and stand in for System.Text.Json's own.</summary>
    internal static class TypeChecks
    {
        public static void Run(Check check)
        {
            RoundTrips(check);
            Violations(check);
            Words(check);
            Serializer(check);
        }

        private static void RoundTrips(Check check)
        {
            var thing = Documents.Thing.With("\"on\"");
            check.SameJson(thing, Contracts.Everything.Everything.Parse(thing).ToJson(), "everything");
            check.That(Contracts.Everything.Everything.Parse(thing).Equals(Contracts.Everything.Everything.Parse(thing)), "two readings of one text are equal");
            check.That(Contracts.Everything.Everything.Parse(thing).GetHashCode() == Contracts.Everything.Everything.Parse(thing).GetHashCode(), "and so are their hash codes");
            check.SameJson(Documents.Reading.With("calm!"), Contracts.Everything.Reading.Parse(Documents.Reading.With("calm!")).ToJson(), "a reading");
            foreach (var word in new[] { "starting", "succeeded", "a new word" })
            {
                check.SameJson(Documents.Prediction.With(word), Contracts.Replicate.Prediction.Parse(Documents.Prediction.With(word)).ToJson(), "a prediction");
                check.SameJson(Documents.Picture.With(word), Contracts.BlackForestLabs.Result.Parse(Documents.Picture.With(word)).ToJson(), "a picture");
                check.SameJson(Documents.Batch.With(word), Contracts.OpenAI.Batch.Parse(Documents.Batch.With(word)).ToJson(), "a batch");
                check.SameJson(Documents.CheckRun.With(word, "null"), Contracts.GitHub.CheckRun.Parse(Documents.CheckRun.With(word, "null")).ToJson(), "a check run");
                check.SameJson(Documents.CheckRun.With("completed", "\"" + word + "\""), Contracts.GitHub.CheckRun.Parse(Documents.CheckRun.With("completed", "\"" + word + "\"")).ToJson(), "a conclusion");
                check.SameJson(Documents.RunningGeneration.With(word), Contracts.Stability.Running.Parse(Documents.RunningGeneration.With(word)).ToJson(), "a running generation");
                check.SameJson(Documents.Generation.With(word), Contracts.Stability.Generation.Parse(Documents.Generation.With(word)).ToJson(), "a generation");
                check.SameJson(Documents.TaskStatus.With(word), Qolaba.Tasks.TaskStatusResponse.Parse(Documents.TaskStatus.With(word)).ToJson(), "a task status");
            }

            foreach (var number in new[] { "8", "10", "99" })
            {
                check.SameJson(Documents.TrainingJob.With(number), Contracts.ModelArts.TrainingJob.Parse(Documents.TrainingJob.With(number)).ToJson(), "a training job");
            }

            check.That(Contracts.Runway.RunwayTask.Parse(Documents.RunwayTask.With("PENDING")) is Contracts.Runway.RunwayTask.Pending, "PENDING is a branch");
            var running = Contracts.Runway.RunwayTask.Parse(Documents.RunwayTask.With("RUNNING", ",\"progress\":0.25")) as Contracts.Runway.RunwayTask.Running;
            check.That(running != null && running.Progress == 0.25, "RUNNING has its progress");
            var strange = Documents.RunwayTask.With("PAUSED", ",\"since\":1");
            check.That(!Contracts.Runway.RunwayTask.IsValid(Encoding.UTF8.GetBytes(strange)), "a state that the union lacks is no valid document");
        }

        private static void Violations(Check check)
        {
            var bad = Encoding.UTF8.GetBytes(Documents.Thing.With("\"on\"").Replace("\"count\":1.0", "\"count\":-1"));
            var violations = Contracts.Everything.Everything.Validate(bad);
            check.That(violations.Count == 1 && violations[0].InstanceLocation == "/count", "the violation stands at /count");
            check.That(!Contracts.Everything.Everything.TryParseJson(bad, out var none, out var again) && again.Count == 1, "TryParseJson says the same");
            check.That(!Contracts.Everything.Everything.IsValid(bad), "IsValid too");
            check.That(Contracts.Everything.NumbersSchema.IsValid(Encoding.UTF8.GetBytes("[1,2.5e400]")), "a schema judges numbers of any size");
            var thrown = 0;
            try
            {
                Contracts.Runway.RunwayTask.Parse(Documents.RunwayTask.With("RUNNING"));
            }
            catch (ContractViolationException exception)
            {
                thrown = exception.Violations.Count;
            }

            check.That(thrown > 0, "RUNNING without progress is refused");
        }

        private static void Words(Check check)
        {
            var picture = Contracts.BlackForestLabs.Result.Parse(Documents.Picture.With("Request Moderated"));
            check.That(picture.Status == Contracts.BlackForestLabs.StatusResponse.RequestModerated, "words with spaces are members");
            check.Same("Task not found", Contracts.BlackForestLabs.StatusResponseText.ToText(Contracts.BlackForestLabs.StatusResponse.TaskNotFound), "and are written with them");
            var job = Contracts.ModelArts.TrainingJob.Parse(Documents.TrainingJob.With("99"));
            check.That(job.Status.Known == null && job.Status.Value == 99, "an unknown number is kept");
            check.That(Contracts.ModelArts.TrainingJob.Parse(Documents.TrainingJob.With("8")).Status == Contracts.ModelArts.JobStatus.Running, "8 is Running");
            check.Same("batch", Contracts.OpenAI.Batch.Parse(Documents.Batch.With("failed")).Object, "a member named object");
            check.That(Contracts.OpenAI.Batch.Parse(Documents.Batch.With("failed")).CreatedAt == 1711471533, "Unix seconds are numbers");
            check.That(Contracts.GitHub.CheckRun.Parse(Documents.CheckRun.With("queued", "null")).Conclusion == null, "no conclusion is null");
            check.That(Contracts.Stability.Running.Parse(Documents.RunningGeneration.With("in-progress")).Status == Contracts.Stability.GenerationStatus.InProgress, "kebab words are members");
            check.That(default(Contracts.BlackForestLabs.OpenStatusResponse).Text.Length == 0, "nothing has no text");
        }

        private static void Serializer(Check check)
        {
            var text = Documents.Prediction.With("succeeded");
            var prediction = JsonSerializer.Deserialize(text, Contracts.Replicate.Prediction.TypeInfo);
            check.SameJson(text, JsonSerializer.Serialize(prediction, Contracts.Replicate.Prediction.TypeInfo), "System.Text.Json by the type's metadata");
            var options = new JsonSerializerOptions { TypeInfoResolver = Contracts.Runway.ContractJson.TypeInfoResolver };
            var task = Documents.RunwayTask.With("SUCCEEDED", ",\"output\":[\"https://x/1.mp4\"]");
            var info = (System.Text.Json.Serialization.Metadata.JsonTypeInfo<Contracts.Runway.RunwayTask>)options.GetTypeInfo(typeof(Contracts.Runway.RunwayTask));
            check.SameJson(task, JsonSerializer.Serialize(JsonSerializer.Deserialize(task, info), info), "System.Text.Json by the manifest's resolver");
            check.That(Contracts.Everything.Everything.Parse(Documents.Thing.With("null")).Tags.SequenceEqual(new[] { "a", "b" }), "lists are lists");
        }
    }
}
