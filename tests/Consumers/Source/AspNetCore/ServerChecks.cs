using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Contracts.Everything;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConsumerChecks
{
    /// <summary>The server of the contract and its client understand each other over a socket.</summary>
    internal static class ServerChecks
    {
        public static async Task RunAsync(Check check)
        {
#if NET8_0_OR_GREATER
            var builder = WebApplication.CreateSlimBuilder();
#else
            var builder = WebApplication.CreateBuilder();
#endif
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IThingsHandler, Things>();
            builder.Services.AddSingleton<Keys>();
            builder.Services.AddAuthentication(options =>
            {
                options.DefaultScheme = Keys.Scheme;
                options.AddScheme<Keys>(Keys.Scheme, null);
            });
            builder.Services.AddAuthorization();
            var app = builder.Build();
            app.UseAuthentication();
            app.UseAuthorization();
            app.Urls.Add("http://127.0.0.1:0");
            app.MapThings();
            await app.StartAsync().ConfigureAwait(false);
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>().Addresses.Single();
            using (var http = new HttpClient { BaseAddress = new Uri(address) })
            {
                var client = new ThingsClient(http, new ThingsClientOptions { TokenProvider = token => new ValueTask<string>("secret") });
                var thing = Everything.Parse(Documents.Thing.With("\"on\""));
                var created = await client.SendPutThingAsync(thing.Id, thing, false, "\"r1\"").ConfigureAwait(false) as PutThingResult.Created;
                check.That(created != null && created.Body.Equals(thing), "what was put comes back");
                check.SameJson(thing.ToJson(), created.Body.ToJson(), "and nothing of it is lost");
                var again = await client.SendPutThingAsync(thing.Id, thing).ConfigureAwait(false) as PutThingResult.Ok;
                check.That(again != null && again.ETag == "\"r2\"" && again.XRevision == 2, "headers travel");
                var found = await client.GetThingAsync(thing.Id, modes: new[] { ThingMode.Slow, ThingMode.Fast }, since: DateTimeOffset.UtcNow).ConfigureAwait(false);
                check.SameJson(thing.ToJson(), found.ToJson(), "what was put is found");
                check.That(await client.SendGetThingAsync(Guid.NewGuid()).ConfigureAwait(false) is GetThingResult.NotFound, "what was not is not");
                using (var answer = await http.PutAsync(new Uri("/things/" + thing.Id, UriKind.Relative), new StringContent("{\"id\":3}", Encoding.UTF8, "application/json")).ConfigureAwait(false))
                {
                    check.That((int)answer.StatusCode == 401, "a request without its key is refused");
                }

                http.DefaultRequestHeaders.Add("X-Api-Key", "guessed");
                using (var answer = await http.PutAsync(new Uri("/things/" + thing.Id, UriKind.Relative), new StringContent("{\"id\":3}", Encoding.UTF8, "application/json")).ConfigureAwait(false))
                {
                    check.That((int)answer.StatusCode == 401, "so is one with another key");
                }

                http.DefaultRequestHeaders.Remove("X-Api-Key");
                http.DefaultRequestHeaders.Add("X-Api-Key", "secret");
                using (var answer = await http.PutAsync(new Uri("/things/" + thing.Id, UriKind.Relative), new StringContent("{\"id\":3}", Encoding.UTF8, "application/json")).ConfigureAwait(false))
                {
                    check.That((int)answer.StatusCode == 400 && answer.Content.Headers.ContentType.MediaType == "application/problem+json", "a broken request is told why");
                    check.That((await answer.Content.ReadAsStringAsync().ConfigureAwait(false)).Contains("\"/id\""), "and where");
                }
            }

            await app.StopAsync().ConfigureAwait(false);
        }

        private sealed class Things : IThingsHandler
        {
            private readonly Dictionary<Guid, int> _revisions = new Dictionary<Guid, int>();
            private Everything _kept;

            public ValueTask<PutThingResult> PutThingAsync(Guid id, Everything request, bool? dryRun, string ifMatch, CancellationToken cancellationToken)
            {
                _kept = request;
                var isNew = !_revisions.TryGetValue(id, out var revision);
                _revisions[id] = ++revision;
                return new ValueTask<PutThingResult>(isNew
                    ? (PutThingResult)new PutThingResult.Created(request)
                    : new PutThingResult.Ok(request) { ETag = "\"r" + revision + "\"", XRevision = revision });
            }

#if NET8_0_OR_GREATER
            public ValueTask<GetThingResult> GetThingAsync(Guid id, DateOnly? day, IReadOnlyList<ThingMode> modes, DateTimeOffset? since, CancellationToken cancellationToken)
#else
            public ValueTask<GetThingResult> GetThingAsync(Guid id, DateTime? day, IReadOnlyList<ThingMode> modes, DateTimeOffset? since, CancellationToken cancellationToken)
#endif
            {
                var isRight = _revisions.ContainsKey(id) && modes.SequenceEqual(new[] { ThingMode.Slow, ThingMode.Fast }) && since.HasValue;
                return new ValueTask<GetThingResult>(isRight ? (GetThingResult)new GetThingResult.Ok(_kept) : new GetThingResult.NotFound());
            }

            public ValueTask<DeleteThingResult> DeleteThingAsync(Guid id, CancellationToken cancellationToken) =>
                new ValueTask<DeleteThingResult>(new DeleteThingResult.NoContent());
        }
    }
}
