#nullable enable

namespace ContractKit.Tests.ContractServer
{
    using global::System;
    using global::System.Buffers;
    using global::System.Text.Json;
    using global::System.Threading.Tasks;
    using global::Microsoft.AspNetCore.Builder;
    using global::Microsoft.AspNetCore.Http;
    using global::Microsoft.AspNetCore.Routing;

    /// <summary>Serves the OpenAPI document of a contract.</summary>
    internal static class ContractDocument
    {
        /// <summary>Maps the document.</summary>
        internal static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes, string pattern, Func<byte[]> document)
        {
            var endpoint = (routes ?? throw new ArgumentNullException(nameof(routes))).MapMethods(
                pattern ?? throw new ArgumentNullException(nameof(pattern)),
                new[] { "GET" },
                context => WriteAsync(context, pattern, document()));
            endpoint.Add(builder => builder.DisplayName = "OpenAPI " + pattern);
            return endpoint;
        }

        /// <summary>The document, with the address at which it is asked for before the contract's own, so that calls made from a page about it come here.</summary>
        internal static ReadOnlyMemory<byte> At(string server, byte[] document)
        {
            var output = new ArrayBufferWriter<byte>(document.Length + 256);
            using (var json = JsonDocument.Parse(document, new JsonDocumentOptions { MaxDepth = 256 }))
            using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
            {
                writer.WriteStartObject();
                var written = false;
                foreach (var member in json.RootElement.EnumerateObject())
                {
                    if (!written && (member.NameEquals("servers") || member.NameEquals("paths")))
                    {
                        written = true;
                        writer.WriteStartArray("servers");
                        writer.WriteStartObject();
                        writer.WriteString("url", server);
                        writer.WriteEndObject();
                        if (member.NameEquals("servers"))
                        {
                            foreach (var other in member.Value.EnumerateArray())
                            {
                                other.WriteTo(writer);
                            }
                        }

                        writer.WriteEndArray();
                        if (member.NameEquals("servers"))
                        {
                            continue;
                        }
                    }

                    member.WriteTo(writer);
                }

                writer.WriteEndObject();
            }

            return output.WrittenMemory;
        }

        private static Task WriteAsync(HttpContext context, string pattern, byte[] document)
        {
            var request = context.Request;
            var path = request.PathBase.Add(request.Path).ToUriComponent();
            var here = "/" + pattern.TrimStart('/');
            var server = request.Scheme + "://" + request.Host.ToUriComponent()
                + (path.EndsWith(here, StringComparison.OrdinalIgnoreCase) ? path.Substring(0, path.Length - here.Length) : request.PathBase.ToUriComponent());
            var body = At(server, document);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
        }
    }
}
