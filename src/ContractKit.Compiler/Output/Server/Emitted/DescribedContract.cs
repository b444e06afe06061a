#nullable enable

namespace ContractKit.Tests.ContractServer
{
    using global::System;
    using global::System.Collections.Generic;
    using global::System.Text;
    using global::System.Threading.Tasks;
    using global::Microsoft.AspNetCore.Builder;
    using global::Microsoft.AspNetCore.Http;
    using global::Microsoft.OpenApi;

    /// <summary>Describes the operations of a contract to Microsoft.AspNetCore.OpenApi, which by itself knows nothing of types with a converter.</summary>
    internal sealed class DescribedContract : IDescribedContract
    {
        private readonly string _service;
        private readonly Lazy<OpenApiDocument> _contract;

        internal DescribedContract(string service, Func<byte[]> document)
        {
            _service = service;
            _contract = new Lazy<OpenApiDocument>(() =>
                OpenApiDocument.Parse(Encoding.UTF8.GetString(document()), "json").Document ?? new OpenApiDocument());
        }

        /// <inheritdoc />
        public void Describe(IEndpointConventionBuilder endpoint, string operation, RequestDelegate answer)
        {
            endpoint.Add(builder =>
            {
                // By these the API explorer finds the endpoint; of the delegate it sees that the context is all that it takes.
                builder.Metadata.Add(answer.Method);
                builder.Metadata.Add(new TagsAttribute(_service));
            });
            endpoint.AddOpenApiOperationTransformer((described, context, _) =>
            {
                var contracted = Find(operation);
                if (context.Document != null && contracted != null)
                {
                    AddComponents(context.Document);
                    Copy(contracted, described);
                }

                return Task.CompletedTask;
            });
        }

        private static void Copy(OpenApiOperation from, OpenApiOperation to)
        {
            to.OperationId = from.OperationId;
            to.Summary = from.Summary;
            to.Description = from.Description;
            to.Parameters = from.Parameters;
            to.RequestBody = from.RequestBody;
            to.Responses = from.Responses;
            to.Deprecated = from.Deprecated;
            to.Security = from.Security;
        }

        private OpenApiOperation? Find(string operation)
        {
            foreach (var path in _contract.Value.Paths.Values)
            {
                foreach (var candidate in path.Operations?.Values ?? (ICollection<OpenApiOperation>)Array.Empty<OpenApiOperation>())
                {
                    if (candidate.OperationId == operation)
                    {
                        return candidate;
                    }
                }
            }

            return null;
        }

        private void AddComponents(OpenApiDocument document)
        {
            var components = document.Components ?? (document.Components = new OpenApiComponents());
            var schemas = _contract.Value.Components?.Schemas;
            if (schemas != null)
            {
                components.Schemas = components.Schemas ?? new Dictionary<string, IOpenApiSchema>();
                foreach (var schema in schemas)
                {
                    // In place of what the exporter makes of the type: a schema that says nothing.
                    components.Schemas[schema.Key] = schema.Value;
                }
            }

            var schemes = _contract.Value.Components?.SecuritySchemes;
            if (schemes != null)
            {
                components.SecuritySchemes = components.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>();
                foreach (var scheme in schemes)
                {
                    components.SecuritySchemes[scheme.Key] = scheme.Value;
                }
            }

            foreach (var tag in document.Tags ?? (ICollection<OpenApiTag>)Array.Empty<OpenApiTag>())
            {
                if (tag.Name == _service)
                {
                    tag.Description = tag.Description ?? _contract.Value.Info.Description;
                }
            }
        }
    }
}
