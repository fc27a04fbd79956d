using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>The page on which straps are chosen, as a person finds their way on it.</summary>
internal static class StrapsPage
{
    public static readonly BrowserNewContextOptions Laptop = new() { ViewportSize = new() { Width = 1280, Height = 800 } };

    /// <summary>A heart rate as it is shown.</summary>
    public static readonly Regex Number = new("^\\d+$");

    /// <summary>Opens it.</summary>
    public static async Task<IPage> OpenAsync(Chromium chromium, LiveProgram live, BrowserNewContextOptions options)
    {
        var page = await chromium.NewPageAsync(options);
        live.Watch(page);
        await page.GotoAsync(live.Url.AbsoluteUri);
        return page;
    }

    /// <summary>The place of a person without a name.</summary>
    public static ILocator Place(IPage page, string id) => page.GetByRole(AriaRole.Region, new() { Name = $"Person {id}", Exact = true });

    /// <summary>A strap in the list of a place.</summary>
    public static ILocator Strap(IPage page, string place, string tail) =>
        page.Locator($"[data-place={place}]").GetByRole(AriaRole.Button, new() { Name = tail }).First;

    /// <summary>Starts the session of one person, who wears strap 1.</summary>
    public static async Task StartAsync(IPage page)
    {
        await Strap(page, "A", "EE:01").ClickAsync();
        await Expect(page.GetByLabel("heart rate of person A")).ToHaveTextAsync(Number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with one person" }).ClickAsync();
        await Expect(page.GetByLabel("heart rate", new() { Exact = true })).ToHaveTextAsync(Number);
    }
}
