using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Model.Services;

/// <summary>The key of a response: one status code, a range such as <c>2XX</c>, or <c>default</c> (First and Last 0).</summary>
/// <param name="First">The first code that it stands for.</param>
/// <param name="Last">The last code that it stands for.</param>
public readonly record struct ResponseStatus(int First, int Last)
{
    // RFC 9110, section 15, and the IANA registry; the words of System.Net.HttpStatusCode.
    private static readonly Dictionary<int, string> s_phrases = new()
    {
        [200] = "Ok", [201] = "Created", [202] = "Accepted", [203] = "NonAuthoritativeInformation", [204] = "NoContent",
        [205] = "ResetContent", [206] = "PartialContent", [207] = "MultiStatus", [208] = "AlreadyReported", [226] = "IMUsed",
        [300] = "MultipleChoices", [301] = "MovedPermanently", [302] = "Found", [303] = "SeeOther", [304] = "NotModified",
        [305] = "UseProxy", [307] = "TemporaryRedirect", [308] = "PermanentRedirect",
        [400] = "BadRequest", [401] = "Unauthorized", [402] = "PaymentRequired", [403] = "Forbidden", [404] = "NotFound",
        [405] = "MethodNotAllowed", [406] = "NotAcceptable", [407] = "ProxyAuthenticationRequired", [408] = "RequestTimeout",
        [409] = "Conflict", [410] = "Gone", [411] = "LengthRequired", [412] = "PreconditionFailed", [413] = "ContentTooLarge",
        [414] = "UriTooLong", [415] = "UnsupportedMediaType", [416] = "RangeNotSatisfiable", [417] = "ExpectationFailed",
        [421] = "MisdirectedRequest", [422] = "UnprocessableContent", [423] = "Locked", [424] = "FailedDependency",
        [425] = "TooEarly", [426] = "UpgradeRequired", [428] = "PreconditionRequired", [429] = "TooManyRequests",
        [431] = "RequestHeaderFieldsTooLarge", [451] = "UnavailableForLegalReasons",
        [500] = "InternalServerError", [501] = "NotImplemented", [502] = "BadGateway", [503] = "ServiceUnavailable",
        [504] = "GatewayTimeout", [505] = "HttpVersionNotSupported", [506] = "VariantAlsoNegotiates", [507] = "InsufficientStorage",
        [508] = "LoopDetected", [510] = "NotExtended", [511] = "NetworkAuthenticationRequired",
    };

    private static readonly string[] s_ranges = ["Success", "Redirection", "ClientError", "ServerError"];

    /// <summary>Whether it stands for one code alone.</summary>
    public bool IsSingle => First == Last && First != 0;

    /// <summary>Whether it stands for all that no other response names.</summary>
    public bool IsDefault => First == 0;

    /// <summary>The key as OpenAPI spells it.</summary>
    public string Text => IsDefault ? "default"
        : IsSingle ? First.ToString(CultureInfo.InvariantCulture)
        : (First / 100).ToString(CultureInfo.InvariantCulture) + "XX";

    /// <summary>The name of its case in the union of answers.</summary>
    public CSharpName Name => CSharpName.Of(
        IsDefault ? "Default"
        : !IsSingle ? s_ranges[(First / 100) - 2]
        : s_phrases.TryGetValue(First, out var phrase) ? phrase
        : "Status" + Text);

    /// <summary>Single codes come first, then ranges, then the default: the order in which an answer is looked up.</summary>
    public int Rank => IsSingle ? 0 : IsDefault ? 2 : 1;

    /// <summary>The key that was meant by the phrase of a status, or by a range in another spelling; null where none is near.</summary>
    public static string? Meant(string text)
    {
        var words = new string([.. text.Where(char.IsLetter)]);
        foreach (var (code, phrase) in s_phrases.Select(static entry => (entry.Key, entry.Value)))
        {
            if (phrase.Equals(words, StringComparison.OrdinalIgnoreCase))
            {
                return code.ToString(CultureInfo.InvariantCulture);
            }
        }

        return text.Equals("default", StringComparison.OrdinalIgnoreCase) || text == "*" ? "default"
            : text.Length is 3 or 4 && text[0] is >= '2' and <= '5' && text.Skip(1).All(static c => c is 'x' or 'X' or '*') ? text[0] + "XX"
            : null;
    }

    /// <summary>Reads a key of <c>responses</c>: 200 to 599, <c>2XX</c> to <c>5XX</c>, or <c>default</c>. A 1xx answer is never the last one (RFC 9110, section 15.2).</summary>
    public static bool TryParse(string text, out ResponseStatus status)
    {
        status = default;
        if (text == "default")
        {
            return true;
        }

        if (text.Length != 3 || text[0] is < '2' or > '5')
        {
            return false;
        }

        var hundreds = (text[0] - '0') * 100;
        if (string.Equals(text.Substring(1), "XX", StringComparison.OrdinalIgnoreCase))
        {
            status = new ResponseStatus(hundreds, hundreds + 99);
            return true;
        }

        if (text[1] is < '0' or > '9' || text[2] is < '0' or > '9')
        {
            return false;
        }

        var code = hundreds + ((text[1] - '0') * 10) + (text[2] - '0');
        status = new ResponseStatus(code, code);
        return true;
    }
}
