using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ConsumerChecks
{
    /// <summary>A service in the same process: answers with what it was given, the last one again and again.</summary>
    internal sealed class Service : HttpMessageHandler
    {
        private readonly string[] _answers;
        private int _asked;

        /// <param name="answers">Each a status code, a space and a body.</param>
        public Service(params string[] answers) => _answers = answers;

        public List<string> Requests { get; } = new List<string>();

        public HttpRequestMessage Last { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Last = request;
            var body = request.Content == null ? "" : await request.Content.ReadAsStringAsync().ConfigureAwait(false);
            Requests.Add(request.Method + " " + request.RequestUri.PathAndQuery + (body.Length == 0 ? "" : " " + body));
            var answer = _answers[Math.Min(_asked++, _answers.Length - 1)];
            var response = new HttpResponseMessage((HttpStatusCode)int.Parse(answer.Substring(0, 3), System.Globalization.CultureInfo.InvariantCulture));
            if (answer.Length > 4)
            {
                response.Content = new StringContent(answer.Substring(4), Encoding.UTF8, "application/json");
            }

            response.Headers.TryAddWithoutValidation("ETag", "\"r7\"");
            response.Headers.TryAddWithoutValidation("X-Revision", "7");
            return response;
        }
    }
}
