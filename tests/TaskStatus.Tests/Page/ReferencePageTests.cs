using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Interactions;
using OpenQA.Selenium.Support.UI;
using TaskStatus.Server;

namespace TaskStatus.Tests.Page;

/// <summary>The reference page of the API at <c>/</c>, in a real browser: the call is made from it, and nothing comes from elsewhere.</summary>
public sealed class ReferencePageTests : IAsyncLifetime
{
    private const string Token = "a-token-of-the-page";
    private readonly string _folder = Directory.CreateTempSubdirectory("task-status-page-").FullName;
    private readonly WebApplication _server;

    public ReferencePageTests() => _server = TaskStatusApplication.Create(
        "--urls", "http://127.0.0.1:0", "--TaskStatus:Folder", _folder, "--TaskStatus:Token", Token, "--Logging:LogLevel:Default", "None");

    [BrowserFact]
    public void The_call_is_made_from_the_page()
    {
        var options = new ChromeOptions { BinaryLocation = Browser.Chromium };
        options.AddArguments(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--window-size=1300,1000");
        using var service = ChromeDriverService.CreateDefaultService(Browser.Driver);
        using var driver = new ChromeDriver(service, options, TimeSpan.FromSeconds(60));
        var wait = new WebDriverWait(driver, TimeSpan.FromSeconds(30));
        var page = new Uri(_server.Urls.First());

        driver.Navigate().GoToUrl(page);
        wait.Until(static it => it.PageSource.Contains("/getImage", StringComparison.Ordinal));
        Assert.Equal("Task status", driver.Title);
        Assert.Contains("Reports where a scheduled task stands.", driver.PageSource, StringComparison.Ordinal);

        driver.FindElement(By.CssSelector("input[placeholder=Token]")).SendKeys(Token);
        var test = driver.FindElement(By.XPath("//button[contains(., 'Test Request')]"));
        driver.ExecuteScript("arguments[0].scrollIntoView({ block: 'center' })", test);
        test.Click();
        var body = wait.Until(static it => it.FindElement(By.CssSelector("[role=dialog] .cm-content")));
        body.Click();
        new Actions(driver).KeyDown(Keys.Control).SendKeys("a").KeyUp(Keys.Control).SendKeys("{\"id\":\"t1\"").Perform();
        driver.FindElement(By.XPath("//*[@role='dialog']//button[contains(., 'Send')]")).Click();

        var answer = wait.Until(static it => it.FindElements(By.CssSelector("[aria-label=Response]")).Select(static part => part.Text)
            .FirstOrDefault(static text => text.Contains("200", StringComparison.Ordinal) && text.Contains("https://images.example.com/1.png", StringComparison.Ordinal)));
        Assert.Contains("SUCCESS", answer, StringComparison.Ordinal);

        var fetched = ((IReadOnlyCollection<object>)driver.ExecuteScript("return performance.getEntriesByType('resource').map(entry => entry.name)")!).Cast<string>().ToList();
        Assert.Contains(fetched, static url => url.EndsWith("/openapi/TaskStatus.json", StringComparison.Ordinal));
        Assert.All(fetched, url => Assert.StartsWith(page.GetLeftPart(UriPartial.Authority) + "/", url));
    }

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "celery-task-meta-t1"),
            """{"status": "SUCCESS", "result": {"result": ["https://images.example.com/1.png"]}, "traceback": null, "children": [], "date_done": "2026-11-23T13:18:12.344237", "task_id": "t1"}""");
        await _server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
