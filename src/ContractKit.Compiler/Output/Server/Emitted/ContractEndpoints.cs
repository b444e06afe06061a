#nullable enable

namespace ContractKit.Tests.ContractServer
{
    using global::System;
    using global::System.Collections.Generic;
    using global::System.Threading.Tasks;
    using global::ContractKit.Http;
    using global::Microsoft.AspNetCore.Authorization;
    using global::Microsoft.AspNetCore.Builder;
    using global::Microsoft.AspNetCore.Http;
    using global::Microsoft.AspNetCore.Routing;
    using global::Microsoft.Extensions.DependencyInjection;
    using global::Microsoft.Extensions.Options;

    /// <summary>The endpoints of one service; what is said of all of them is said to each.</summary>
    internal sealed class ContractEndpoints : IEndpointConventionBuilder
    {
        private readonly IEndpointRouteBuilder _routes;
        private readonly List<IEndpointConventionBuilder> _endpoints = new List<IEndpointConventionBuilder>();
        private readonly string _service;
        private readonly object? _handler;
        private readonly IDescribedContract? _described;
        private readonly bool _authorizes;
        private readonly string? _policy;

        /// <summary>No endpoints yet.</summary>
        /// <param name="routes">Where they will be mapped.</param>
        /// <param name="service">The service's name, which is the name of its authorization policy too.</param>
        /// <param name="handler">What answers all requests; null where each request's services have one.</param>
        /// <param name="described">What describes the operations to the application's own OpenAPI document, where it can have one.</param>
        internal ContractEndpoints(IEndpointRouteBuilder routes, string service, object? handler, IDescribedContract? described = null)
        {
            _routes = routes ?? throw new ArgumentNullException(nameof(routes));
            _service = service;
            _handler = handler;
            _described = described;
            _authorizes = routes.ServiceProvider.GetService<IAuthorizationService>() != null;
            _policy = routes.ServiceProvider.GetService<IOptions<AuthorizationOptions>>()?.Value.GetPolicy(service) is null ? null : service;
        }

        /// <summary>Maps one operation.</summary>
        /// <exception cref="InvalidOperationException">The contract secures the operation, and the application has nothing that verifies credentials.</exception>
        internal void Map(ContractOperation operation, string pattern, Func<ContractCall, Task> answer)
        {
            if (!operation.Security.IsNone && !_authorizes)
            {
                throw new InvalidOperationException(
                    _service + "." + operation.Name + ": the contract asks for credentials, and the application has no authorization services, so that nobody would verify them. "
                    + "Before Build(), call Services.AddAuthentication() with the scheme that verifies them, and Services.AddAuthorization(). "
                    + "Where something in front of the application verifies them, call Services.AddAuthorization(), and Map" + _service + "().AllowAnonymous().");
            }

            var handler = _handler;
            RequestDelegate served = context => answer(new ContractCall(context, operation, handler));
            var endpoint = _routes.MapMethods(pattern, new[] { operation.Method.Method }, served);
            endpoint.Add(builder =>
            {
                builder.DisplayName = _service + "." + operation.Name;
                builder.Metadata.Add(operation);
            });
            _described?.Describe(endpoint, operation.Name, served);
            if (!operation.Security.IsNone)
            {
                endpoint.RequireAuthorization(_policy is null ? new AuthorizeAttribute() : new AuthorizeAttribute(_policy));
            }

            _endpoints.Add(endpoint);
        }

        /// <inheritdoc />
        public void Add(Action<EndpointBuilder> convention)
        {
            foreach (var endpoint in _endpoints)
            {
                endpoint.Add(convention);
            }
        }

#if NET7_0_OR_GREATER
        /// <inheritdoc />
        public void Finally(Action<EndpointBuilder> finallyConvention)
        {
            foreach (var endpoint in _endpoints)
            {
                endpoint.Finally(finallyConvention);
            }
        }
#endif
    }

    /// <summary>Describes the operations of a contract to the application's own OpenAPI document.</summary>
    internal interface IDescribedContract
    {
        /// <summary>Describes an endpoint as the contract does.</summary>
        void Describe(IEndpointConventionBuilder endpoint, string operation, RequestDelegate answer);
    }
}
