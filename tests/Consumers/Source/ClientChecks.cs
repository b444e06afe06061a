using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Contracts.Everything;

namespace ConsumerChecks
{
    /// <summary>What a client sends and what it makes of the answers.</summary>
    internal static class ClientChecks
    {
        private static readonly Guid s_id = new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff");

        public static async Task RunAsync(Check check)
        {
            var thing = Documents.Thing.With("\"on\"");
            using (var service = new Service("200 " + thing, "201 " + thing, "409", "500 {\"title\":\"No\"}"))
            using (var http = new HttpClient(service) { BaseAddress = new Uri("https://service.example/v1/") })
            {
                var client = new ThingsClient(http, new ThingsClientOptions { TokenProvider = token => new ValueTask<string>("secret") });
                var ok = await client.SendPutThingAsync(s_id, Everything.Parse(thing), true, "\"r6\"") as PutThingResult.Ok;
                check.That(ok != null && ok.ETag == "\"r7\"" && ok.XRevision == 7, "headers of the answer are typed");
                check.That(ok.Equals(new PutThingResult.Ok(Everything.Parse(thing)) { ETag = "\"r7\"", XRevision = 7 }), "answers can be made, and compared");
                check.SameJson(thing, service.Requests[0].Substring(service.Requests[0].IndexOf('{')), "nothing is lost on the way");
                check.That(service.Requests[0].StartsWith("PUT /v1/things/6f9619ff-8b86-d011-b42d-00c04fc964ff?dry-run=true ", StringComparison.Ordinal), service.Requests[0]);
                check.Same("\"r6\"", service.Last.Headers.GetValues("If-Match").Single(), "headers are sent");
                check.Same("secret", service.Last.Headers.GetValues("X-Api-Key").Single(), "the key is sent");
                check.That(await client.SendPutThingAsync(s_id, Everything.Parse(thing)) is PutThingResult.Created, "201 is a value");
                check.That(await client.SendPutThingAsync(s_id, Everything.Parse(thing)) is PutThingResult.ClientError, "4XX is a value");
                var other = await client.SendPutThingAsync(s_id, Everything.Parse(thing));
                check.Same(
                    "No",
                    other.Match(found => "200", created => "201", refused => "4XX", rest => rest.StatusCode == 500 ? rest.Body.Title : "other"),
                    "the default answer has its body");
            }

            using (var service = new Service("200 " + thing, "404", "204"))
            using (var http = new HttpClient(service) { BaseAddress = new Uri("https://service.example/v1/") })
            {
                IThingsClient client = new ThingsClient(http, new ThingsClientOptions { TokenProvider = token => new ValueTask<string>("secret") });
                var found = await client.GetThingAsync(s_id, modes: new[] { ThingMode.Fast, ThingMode.Slow }, since: new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.Zero));
                check.That(found.State == State.On && found.Id == s_id, "the success body is returned");
                check.Same("GET /v1/things/6f9619ff-8b86-d011-b42d-00c04fc964ff?modes=fast&modes=slow", service.Requests[0], "lists of words in the query");
                var status = 0;
                try
                {
                    await client.GetThingAsync(s_id);
                }
                catch (GetThingException exception)
                {
                    status = exception.Result is GetThingResult.NotFound ? exception.StatusCode : -1;
                }

                check.That(status == 404, "a documented refusal is a typed exception");
#pragma warning disable CS0612, CS0618 // it is deprecated, and still there
                await client.DeleteThingAsync(s_id);
#pragma warning restore CS0612, CS0618
                check.That(service.Requests[2].StartsWith("DELETE ", StringComparison.Ordinal) && !service.Last.Headers.Contains("X-Api-Key"), "an operation without security shows no key");
            }
        }
    }
}
