using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using ContractKit;

namespace ConsumerChecks
{
    /// <summary>Each contract's wait ends rightly for every word that ends a task; every other word keeps it going.</summary>
    internal static class WaitChecks
    {
        private delegate Task<T> Wait<T>(HttpClient http, Clock clock);

        /// <summary>The contracts, each with the check of its words.</summary>
        public static IReadOnlyDictionary<string, Func<Check, Task>> Contracts { get; } = new Dictionary<string, Func<Check, Task>>
        {
            { "TaskStatus", TaskStatusAsync },
            { "Replicate", ReplicateAsync },
            { "Runway", RunwayAsync },
            { "GitHub", GitHubAsync },
            { "GitHubStates", GitHubStatesAsync },
            { "BlackForestLabs", BlackForestLabsAsync },
            { "Stability", StabilityAsync },
            { "ModelArts", ModelArtsAsync },
            { "OpenAI", OpenAIAsync },
            { "Everything", EverythingAsync },
        };

        public static async Task RunAsync(Check check)
        {
            foreach (var contract in Contracts.Values)
            {
                await contract(check).ConfigureAwait(false);
            }
        }

        private static Task TaskStatusAsync(Check check) => WordsAsync(
                check,
                (http, clock) => new Qolaba.Tasks.TaskStatusClient(http, new Qolaba.Tasks.TaskStatusClientOptions { TimeProvider = clock })
                    .WaitForTaskStatusAsync(Qolaba.Tasks.TaskStatusRequest.Parse("{\"id\":\"t1\"}")),
                word => "200 " + Documents.TaskStatus.With(word),
                "SUCCESS",
                "FAILED",
                "",
                "PENDING,PROGRESS,success");

        private static Task ReplicateAsync(Check check) => WordsAsync(
                check,
                (http, clock) => new global::Contracts.Replicate.ReplicateClient(http, new global::Contracts.Replicate.ReplicateClientOptions { TimeProvider = clock }).WaitForPredictionAsync("p1"),
                word => "200 " + Documents.Prediction.With(word),
                "succeeded",
                "failed",
                "canceled,aborted",
                "starting,processing,queued");

        private static Task RunwayAsync(Check check) => WordsAsync(
                check,
                (http, clock) => new global::Contracts.Runway.RunwayClient(http, new global::Contracts.Runway.RunwayClientOptions { TimeProvider = clock })
                    .WaitForTaskAsync(new Guid("17f20503-6c24-4c16-946b-35dbbce2af2f"), "2024-11-06"),
                word => "200 " + Documents.RunwayTask.With(word, word == "RUNNING" ? ",\"progress\":0.5" : word == "FAILED" ? ",\"failure\":\"No\"" : word == "SUCCEEDED" ? ",\"output\":[]" : ""),
                "SUCCEEDED",
                "FAILED",
                "CANCELLED",
                "PENDING,THROTTLED,RUNNING,PAUSED");

        private static Task GitHubAsync(Check check) => WordsAsync(
                check,
                (http, clock) => new global::Contracts.GitHub.ChecksClient(http, new global::Contracts.GitHub.ChecksClientOptions { TimeProvider = clock }).WaitForCheckRunAsync("o", "r", 4),
                word => "200 " + (word.StartsWith("+", StringComparison.Ordinal) ? Documents.CheckRun.With(word.Substring(1), "null") : Documents.CheckRun.With("completed", "\"" + word + "\"")),
                "success,neutral,skipped",
                "failure,timed_out,action_required",
                "cancelled",
                "+queued,+in_progress,+waiting,+requested,+pending,stale");

        private static Task GitHubStatesAsync(Check check) => WordsAsync(
                check,
                (http, clock) => new global::Contracts.GitHub.States.CheckStatesClient(http, new global::Contracts.GitHub.States.CheckStatesClientOptions { TimeProvider = clock }).WaitForCheckRunStateAsync("o", "r", 4),
                word => "200 " + Documents.CheckRun.With(word, "null"),
                "completed",
                "",
                "",
                "queued,in_progress,waiting,requested,pending,paused");

        private static Task BlackForestLabsAsync(Check check) => WordsAsync(
                check,
                (http, clock) => new global::Contracts.BlackForestLabs.FluxClient(http, new global::Contracts.BlackForestLabs.FluxClientOptions { TimeProvider = clock }).WaitForResultAsync("4f1b"),
                word => "200 " + Documents.Picture.With(word),
                "Ready",
                "Error,Request Moderated,Content Moderated,Task not found",
                "",
                "Pending,Reviewing");

        private static Task StabilityAsync(Check check) => WordsAsync(
                check,
                (http, clock) => new global::Contracts.Stability.StabilityClient(http, new global::Contracts.Stability.StabilityClientOptions { TimeProvider = clock })
                    .WaitForGenerationAsync("a6dc6c6e20acda010fe14d71f180658f2896ed9b4ec25aa99a6ff06c796987c4"),
                word => word.StartsWith("+", StringComparison.Ordinal) ? "202 " + Documents.RunningGeneration.With(word.Substring(1)) : "200 " + Documents.Generation.With(word),
                "SUCCESS",
                "CONTENT_FILTERED",
                "",
                "+in-progress,+queued");

        private static Task ModelArtsAsync(Check check) => WordsAsync(
                check,
                (http, clock) => new global::Contracts.ModelArts.ModelArtsClient(http, new global::Contracts.ModelArts.ModelArtsClientOptions { TimeProvider = clock }).WaitForTrainingJobAsync("p", 10, 1),
                word => "200 " + Documents.TrainingJob.With(word),
                "10,10.0,1e1",
                "3,5,6,11,14,16,17,21",
                "12,13",
                "0,1,2,4,7,8,9,15,18,19,20,22,99");

        private static Task OpenAIAsync(Check check) => WordsAsync(
                check,
                (http, clock) => new global::Contracts.OpenAI.BatchesClient(http, new global::Contracts.OpenAI.BatchesClientOptions { TimeProvider = clock }).WaitForBatchAsync("batch_abc123"),
                word => "200 " + Documents.Batch.With(word),
                "completed",
                "failed,expired",
                "cancelled",
                "validating,in_progress,finalizing,cancelling,paused");

        private static Task EverythingAsync(Check check) => WordsAsync(
                check,
                (http, clock) => new global::Contracts.Everything.ThingsClient(http, new global::Contracts.Everything.ThingsClientOptions { TimeProvider = clock }).WaitForThingAsync(Guid.NewGuid()),
                word => "200 " + Documents.Thing.With(word.Length == 0 ? "null" : "\"" + word + "\""),
                "on",
                "off",
                "",
                "half-way,between");

        private static async Task WordsAsync<T>(
            Check check, Wait<T> wait, Func<string, string> answer, string succeeded, string failed, string canceled, string running)
        {
            var going = running.Split(',');
            foreach (var group in new[] { new[] { "succeeded", succeeded }, new[] { "failed", failed }, new[] { "canceled", canceled } })
            {
                foreach (var word in group[1].Split(new[] { ',' }, StringSplitOptions.RemoveEmptyEntries))
                {
                    using (var service = new Service(going.Concat(new[] { word }).Select(answer).ToArray()))
                    {
                        check.Same(group[0], await EndOfAsync(service, wait), typeof(T).FullName + " ends with " + word);
                        check.That(service.Requests.Count == going.Length + 1, typeof(T).FullName + ": every other word keeps the wait going until " + word);
                    }
                }
            }

            foreach (var word in new[] { going[0], going[going.Length - 1] })
            {
                using (var service = new Service(answer(word)))
                {
                    check.Same("timed out", await EndOfAsync(service, wait), typeof(T).FullName + " never ends with " + word);
                }
            }
        }

        private static async Task<string> EndOfAsync<T>(Service service, Wait<T> wait)
        {
            var clock = new Clock();
            using (var http = new HttpClient(service) { BaseAddress = new Uri("https://service.example/"), Timeout = System.Threading.Timeout.InfiniteTimeSpan })
            {
                try
                {
                    await clock.UntilDoneAsync(wait(http, clock));
                    return "succeeded";
                }
                catch (TaskFailedException<T>)
                {
                    return "failed";
                }
                catch (TaskCanceledByServiceException<T>)
                {
                    return "canceled";
                }
                catch (PollingTimeoutException<T>)
                {
                    return "timed out";
                }
            }
        }
    }
}
