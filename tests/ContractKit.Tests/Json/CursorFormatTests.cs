using System;
using System.Globalization;
using System.Text;
using ContractKit.Json;

namespace ContractKit.Tests.Json;

/// <summary>Dates, uuids and bytes.</summary>
public class CursorFormatTests
{
    [Theory]
    [InlineData("2026-11-23T13:18:12Z", "2026-11-23T13:18:12.0000000+00:00", false)]
    [InlineData("2026-11-23t13:18:12z", "2026-11-23T13:18:12.0000000+00:00", true)]
    [InlineData("2026-11-23T13:18:12+00:00", "2026-11-23T13:18:12.0000000+00:00", true)]
    [InlineData("2026-11-23T13:18:12-00:00", "2026-11-23T13:18:12.0000000+00:00", true)]
    [InlineData("2026-11-23T13:18:12.344237+05:30", "2026-11-23T13:18:12.3442370+05:30", false)]
    [InlineData("2026-11-23T13:18:12.3442371Z", "2026-11-23T13:18:12.3442371+00:00", false)]
    [InlineData("2026-11-23T13:18:12.344237199Z", "2026-11-23T13:18:12.3442371+00:00", true)]
    [InlineData("2026-11-23T13:18:12.50Z", "2026-11-23T13:18:12.5000000+00:00", true)]
    [InlineData("2024-02-29T00:00:00-14:00", "2024-02-29T00:00:00.0000000-14:00", false)]
    [InlineData("2024-02-29T00:00:00+23:59", "2024-02-28T00:01:00.0000000+00:00", true)]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00", false)]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00", false)]
    public void Points_in_time_are_read(string text, string expected, bool respelt)
    {
        var cursor = Over(text);
        var value = cursor.ReadDateTimeOffset();
        Assert.Equal(JsonFaultKind.None, cursor.Fault.Kind);
        Assert.Equal(DateTimeOffset.ParseExact(expected, "O", CultureInfo.InvariantCulture), value);
        Assert.Equal(expected, value.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(respelt, cursor.Respelled);
        if (!respelt)
        {
            var output = new JsonOutput(64);
            output.WriteDateTimeOffset(value);
            Assert.Equal($"\"{text}\"", Encoding.UTF8.GetString(output.Written));
        }
    }

    [Theory]
    [InlineData("2026-11-23T13:18:12")]
    [InlineData("2026-11-23 13:18:12Z")]
    [InlineData("2026-11-23T13:18Z")]
    [InlineData("2026-11-23T13:18:12.Z")]
    [InlineData("2026-11-23T13:18:12,5Z")]
    [InlineData("2026-11-23T13:18:12+0530")]
    [InlineData("2026-11-23T13:18:12+05")]
    [InlineData("2026-11-23T13:18:12+24:00")]
    [InlineData("2026-11-23T13:18:12+05:60")]
    [InlineData("2026-11-23T24:00:00Z")]
    [InlineData("2026-11-23T13:60:00Z")]
    [InlineData("2026-11-23T13:18:60Z")]
    [InlineData("2026-11-23T23:59:61Z")]
    [InlineData("2026-13-23T13:18:12Z")]
    [InlineData("2026-00-23T13:18:12Z")]
    [InlineData("2026-11-00T13:18:12Z")]
    [InlineData("2026-11-31T13:18:12Z")]
    [InlineData("2025-02-29T13:18:12Z")]
    [InlineData("1900-02-29T13:18:12Z")]
    [InlineData("26-11-23T13:18:12Z")]
    [InlineData("2026-11-23T13:18:12Zx")]
    [InlineData(" 2026-11-23T13:18:12Z")]
    [InlineData("2026-1a-23T13:18:12Z")]
    [InlineData("२०२६-11-23T13:18:12Z")]
    [InlineData("")]
    public void What_is_no_point_in_time_is_refused(string text)
    {
        var cursor = Over(text);
        cursor.ReadDateTimeOffset();
        Assert.Equal(JsonFaultKind.InvalidFormat, cursor.Fault.Kind);
        Assert.Equal(0, cursor.Fault.Offset);
    }

    [Theory]
    [InlineData("2016-12-31T23:59:60Z")]
    [InlineData("2016-12-31T15:59:60.5-08:00")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    public void A_point_in_time_that_no_type_holds_is_refused_for_that(string text)
    {
        var cursor = Over(text);
        cursor.ReadDateTimeOffset();
        Assert.Equal(JsonFaultKind.NumberOutOfRange, cursor.Fault.Kind);
    }

    [Fact]
    public void Points_in_time_come_back_as_written()
    {
        var random = new Random(3);
        for (var i = 0; i < 5_000; i++)
        {
            var value = new DateTimeOffset(
                (long)(random.NextDouble() * TimeSpan.FromDays(3_650_000).Ticks) + TimeSpan.TicksPerDay * 2,
                TimeSpan.FromMinutes(random.Next(-14 * 60, (14 * 60) + 1)));
            var output = new JsonOutput(64);
            output.WriteDateTimeOffset(value);
            var cursor = new JsonCursor(output.Written);
            Assert.True(cursor.ReadDateTimeOffset().EqualsExact(value));
            Assert.False(cursor.Respelled);
            Assert.Equal(value, DateTimeOffset.Parse(Encoding.UTF8.GetString(output.Written).Trim('"'), CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("0001-01-01", true)]
    [InlineData("9999-12-31", true)]
    [InlineData("2023-02-29", false)]
    [InlineData("2023-2-9", false)]
    [InlineData("2023-02-09Z", false)]
    [InlineData("0000-01-01", false)]
    public void Dates(string text, bool accepted)
    {
        var cursor = Over(text);
        var value = cursor.ReadDateOnly();
        Assert.Equal(accepted, !cursor.Failed);
        Assert.Equal(accepted ? DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture) : default, value);

        var old = Over(text);
        Assert.Equal(value.ToDateTime(default), old.ReadDateTime());
    }

    [Theory]
    [InlineData("ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c2", true, false)]
    [InlineData("FFB40226-4B5A-4AB1-92AC-9f62d1b0a1c2", true, true)]
    [InlineData("ffb402264b5a4ab192ac9f62d1b0a1c2", false, false)]
    [InlineData("{ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c2}", false, false)]
    [InlineData("ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c", false, false)]
    [InlineData("ffb40226-4b5a-4ab1-92ac-9f62d1b0a1c2 ", false, false)]
    [InlineData("ffb40226-4b5a-4ab1-92ac-9f62d1b0a1cg", false, false)]
    [InlineData("ffb40226+4b5a-4ab1-92ac-9f62d1b0a1c2", false, false)]
    public void Uuids(string text, bool accepted, bool respelt)
    {
        var cursor = Over(text);
        var value = cursor.ReadGuid();
        Assert.Equal(accepted, !cursor.Failed);
        Assert.Equal(accepted ? Guid.Parse(text) : Guid.Empty, value);
        Assert.Equal(respelt, cursor.Respelled);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("AA==", true)]
    [InlineData("AAE=", true)]
    [InlineData("AAEC", true)]
    [InlineData("+/+/", true)]
    [InlineData("AB==", false)]
    [InlineData("AAF=", false)]
    [InlineData("AA", false)]
    [InlineData("AA=", false)]
    [InlineData("A===", false)]
    [InlineData("====", false)]
    [InlineData("AA==AA==", false)]
    [InlineData("-_-_", false)]
    [InlineData("AA E", false)]
    [InlineData("AAECAAE\\n", false)]
    public void Bytes(string text, bool accepted)
    {
        var cursor = Over(text);
        var value = cursor.ReadBytes();
        Assert.Equal(accepted, !cursor.Failed);
        Assert.Equal(accepted ? Convert.FromBase64String(text) : null, value);
    }

    private static JsonCursor Over(string text) => new(Encoding.UTF8.GetBytes($"\"{text}\""));
}
