using System.Security.Claims;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace ConsumerChecks
{
    /// <summary>Verifies the key that the contract asks for.</summary>
    internal sealed class Keys : IAuthenticationHandler
    {
        public const string Scheme = "keys";

        private HttpContext _context;

        public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
        {
            _context = context;
            return Task.CompletedTask;
        }

        public Task<AuthenticateResult> AuthenticateAsync()
        {
            string key = _context.Request.Headers["X-Api-Key"];
            if (key == null)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            return Task.FromResult(key == "secret"
                ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(Scheme)), Scheme))
                : AuthenticateResult.Fail("No such key."));
        }

        public Task ChallengeAsync(AuthenticationProperties properties)
        {
            _context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        public Task ForbidAsync(AuthenticationProperties properties)
        {
            _context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
    }
}
