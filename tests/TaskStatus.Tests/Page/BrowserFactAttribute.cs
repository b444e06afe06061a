using System.IO;

namespace TaskStatus.Tests.Page;

/// <summary>A test that needs Debian's chromium and chromium-driver. Without them the test is left out, and says so.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>A test in a browser.</summary>
    public BrowserFactAttribute() =>
        Skip = File.Exists(Browser.Chromium) && File.Exists(Browser.Driver) ? null! : "This machine has no browser: apt-get install chromium chromium-driver.";
}

/// <summary>Where Debian puts its browser.</summary>
internal static class Browser
{
    public const string Chromium = "/usr/bin/chromium";

    public const string Driver = "/usr/bin/chromedriver";
}
