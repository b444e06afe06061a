using System.Text;
using ContractKit.Validation;

namespace ContractKit.Tests.Validation;

/// <summary>Formats, by the examples of their RFCs and by what is nearly right.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("date-time", "1985-04-12T23:20:50.52Z", "1990-12-31T23:59:60Z", "1990-12-31t15:59:60-08:00", "1937-01-01T12:00:27.87+00:20")]
    [InlineData("date", "2024-02-29", "2000-02-29", "0000-01-01")]
    [InlineData("time", "08:30:06.283185Z", "23:59:60Z", "22:59:60-01:00", "08:30:06+23:59")]
    [InlineData("duration", "P4DT12H30M5S", "P4Y", "PT0S", "P1M", "PT1M", "PT36H", "P1DT12H", "P2W", "P1Y2M3DT4H")]
    [InlineData("email", "te~st@example.com", "\"joe bloggs\"@example.com", "\"joe@bloggs\"@example.com", "joe.bloggs@[127.0.0.1]", "a@[IPv6:::1]")]
    [InlineData("idn-email", "실례@실례.테스트")]
    [InlineData("hostname", "www.example.com", "xn--4gbwdl.xn--wgbh1c", "1host", "h", "a.b-c.d9", "xn--ihqwcrb4cv8a8dqg056pqjye")]
    [InlineData("idn-hostname", "실례.테스트", "l·l", "α͵β", "א׳ב", "・ぁ", "ab٠б", "क्‍ष", "example。com", "a-b")]
    [InlineData("ipv4", "192.168.0.1", "0.0.0.0", "255.255.255.255")]
    [InlineData("ipv6", "::1", "::", "1::d6:192.168.0.1", "1:2::192.168.0.1", "::ffff:192.168.0.1", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::")]
    [InlineData("uri", "http://foo.bar/?baz=qux#quux", "urn:oasis:names:x:d:x", "mailto:John.Doe@example.com", "http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com", "ldap://[2001:db8::7]/c=GB?objectClass?one", "http://x:80/")]
    [InlineData("uri-reference", "/abc", "", "#frag", "//foo.bar/?baz=qux#quux", "a/b:c")]
    [InlineData("iri", "http://ƒøø.ßår/?∂éœ=πîx#πîüx")]
    [InlineData("iri-reference", "âππ", "#ƒräg")]
    [InlineData("uri-template", "http://example.com/dictionary/{term:1}/{term}", "dictionary/{?a,b*}", "{+path}/here", "")]
    [InlineData("uuid", "2EB8AA08-aa98-11ea-B4aa-73B441D16380", "00000000-0000-0000-0000-000000000000")]
    [InlineData("json-pointer", "", "/", "/foo//bar", "/a~1b/c~0d", "/~01")]
    [InlineData("relative-json-pointer", "1", "0/foo/bar", "2/0/baz/1/zip", "0#", "1+2/x", "120/foo")]
    [InlineData("regex", "([abc])+\\s+$", "^[\\w.-]+$", "(?<year>\\d{4})\\k<year>", "\\p{Letter}")]
    public void Valid(string format, params string[] texts) =>
        Assert.All(texts, text => Assert.True(FormatCheck.IsOf(FormatCheck.Of(format), Encoding.UTF8.GetBytes(text)), text));

    [Theory]
    [InlineData("date-time", "1990-02-31T15:59:59Z", "1990-12-31T10:59:60Z", "1998-12-31T23:58:60Z", "2013-350T01:01:01", "1963-06-19T08:30:06.283185", "1963-6-19T08:30:06Z", "1963-06-1৪T00:00:00Z", "1963-06-19T08:30:06.Z", "2020-01-01T24:00:00Z", "1985-04-12 23:20:50Z")]
    [InlineData("date", "2023-02-29", "1900-02-29", "2020-13-01", "2020-00-01", "2020-01-00", "2020-01-32", "2020-1-01", "06/19/1963", "2020-01-01Z", "")]
    [InlineData("time", "08:30:06", "24:00:00Z", "00:60:00Z", "00:00:61Z", "22:59:60Z", "08:30:06 PST", "01:02:03+24:00", "01:02:03+00:60", "1:02:03Z", "01:01:01,1111")]
    [InlineData("duration", "P", "PT", "P1", "4DT12H30M5S", "P2D1Y", "P1D2H", "P2S", "P1YT", "PT1D", "P1Y2W", "P1Y2D", "PT1H2S", "P২Y", "P1.5Y", "")]
    [InlineData("email", "2962", ".test@example.com", "test.@example.com", "te..st@example.com", "a@", "@b", "joe bloggs@example.com", "joe.bloggs@invalid=domain.com", "joe.bloggs@[127.0.0.300]", "실례@example.com")]
    [InlineData("hostname", "-bad", "bad-", "a..b", ".a", "a.", "", "under_score", "a-very-long-label-of-more-than-sixty-three-characters-is-not-a-hostname-label.com", "XN--aa---o47jg78q", "ab--cd", "xn--X")]
    [InlineData("idn-hostname", "〮한", "a·l", "l·", "α͵S", "A׳ב", "def・abc", "ب٠۰", "क‍ष", "-a", "a-", "-> $1.00 --", "ß_", "")]
    [InlineData("ipv4", "127.0.0.0.1", "256.1.1.1", "127.0", "0x7f000001", "2130706433", "087.10.0.1", "1২7.0.0.1", "192.168.1.0/24", " 1.1.1.1", "1.1.1.1\n")]
    [InlineData("ipv6", "12345::", "1:1:1:1:1:1:1:1:1", "::laptop", ":2:3:4:5:6:7:8", "1:2:3:4:5:6:7:", "1::d6::42", "1:2:3", "1", "::1%eth1", "1:2:3:4:1.2.3", "1:2:3:4:5:6:7:8::", "100:100:100:100:100:100:255.255.255.255.255", "")]
    [InlineData("uri", "//foo.bar/?baz", "/abc", "\\\\WINDOWS\\fileshare", "abc", "http:// shouldfail.com", ":// should fail", "bar,baz:foo", "https://[@example.org/test.txt", "https://example.org/foobar\\.txt", "https://example.org/foobar<>.txt", "https://example.org/foobar%zz", "http://ƒøø/", "http://x:a/", "")]
    [InlineData("uri-reference", "\\\\WINDOWS\\fileshare", "#frag\\ment", "a:b c", "1:2", "é")]
    [InlineData("iri", "http://2001:0db8:85a3:0000:0000:8a2e:0370:7334", "/abc", "âππ", "http:// x")]
    [InlineData("uri-template", "http://example.com/dictionary/{term:1}/{term", "{}", "{a:0}", "{a b}", "}", "a b")]
    [InlineData("uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d1638", "2eb8aa08aa9811eab4aa73b441d16380", "2eb8aa08-aa98-11ea-b4aa73b441d16380-", "zeb8aa08-aa98-11ea-b4aa-73b441d16380", "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}")]
    [InlineData("json-pointer", "a", "/~", "/~2", "#/a", "/foo/bar~")]
    [InlineData("relative-json-pointer", "", "/foo", "-1/foo", "01/a", "0##", "01#", "+1/x", "1a")]
    [InlineData("regex", "^(abc]", "\\a", "[", "(?<n>a)(?<n>b)", "a{2,1}", "(?#x)", "*", "^\\S(|(.|\\n)*\\S)\\Z")]
    public void Invalid(string format, params string[] texts) =>
        Assert.All(texts, text => Assert.False(FormatCheck.IsOf(FormatCheck.Of(format), Encoding.UTF8.GetBytes(text)), text));
}
