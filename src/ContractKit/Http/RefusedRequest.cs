using System.Collections.Generic;
using System.ComponentModel;
using ContractKit.Json;

namespace ContractKit.Http;

/// <summary>Why a server does not take a request, and the problem document (RFC 9457) that says so.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RefusedRequest
{
    private const int MostViolations = 100;

    private readonly string _title;
    private readonly List<(string Place, string? Name, ContractViolation Violation)> _violations = [];

    /// <summary>A refusal.</summary>
    /// <param name="statusCode">The answer's status.</param>
    /// <param name="title">A sentence for the caller.</param>
    public RefusedRequest(int statusCode, string title)
    {
        StatusCode = statusCode;
        _title = title;
    }

    /// <summary>The answer's status.</summary>
    public int StatusCode { get; }

    /// <summary>Adds what is wrong, up to 100 times.</summary>
    /// <param name="place"><c>body</c>, <c>path</c>, <c>query</c> or <c>header</c>.</param>
    /// <param name="name">The parameter; null for the body.</param>
    /// <param name="violation">What is wrong with it.</param>
    public void Add(string place, string? name, ContractViolation violation)
    {
        if (_violations.Count < MostViolations)
        {
            _violations.Add((place, name, violation));
        }
    }

    /// <summary>Whether something is wrong with that parameter.</summary>
    public bool Has(string place, string name) => _violations.Exists(violation => violation.Place == place && violation.Name == name);

    /// <summary>The problem document.</summary>
    public byte[] ToUtf8Json()
    {
        var output = new JsonOutput(1024);
        output.WriteStartObject();
        Write(ref output, "type", Type);
        Write(ref output, "title", _title);
        output.WriteName("status");
        output.WriteInt32(StatusCode);
        if (_violations.Count > 0)
        {
            output.WriteName("violations");
            output.WriteStartArray();
            foreach (var (place, name, violation) in _violations)
            {
                output.WriteStartObject();
                Write(ref output, "in", place);
                if (name is not null)
                {
                    Write(ref output, "name", name);
                }

                Write(ref output, "instanceLocation", violation.InstanceLocation);
                Write(ref output, "keywordLocation", violation.KeywordLocation);
                Write(ref output, "message", violation.Message);
                output.WriteEndObject();
            }

            output.WriteEndArray();
        }

        output.WriteEndObject();
        var json = output.Written.ToArray();
        output.Dispose();
        return json;
    }

    private string Type => StatusCode switch
    {
        401 => "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2",
        413 => "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.14",
        415 => "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.16",
        _ => "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.1",
    };

    // A pointer quotes the names of the request's members, which the reader has found to be Unicode text.
    private static void Write(ref JsonOutput output, string name, string value)
    {
        output.WriteName(name);
        output.WriteString(value);
    }
}
