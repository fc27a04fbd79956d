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

    /// <summary>What stands elsewhere after something was said than before: text, and both places. In one go, before the next word of the program.</summary>
    /// <param name="page">The page.</param>
    /// <param name="elements">Selects what is looked at, as far as it is seen.</param>
    /// <param name="said">What is said, in script: <c>put(selector, words)</c> shows an element, with words if there are any.</param>
    /// <param name="before">The same, for what stands there already.</param>
    public static Task<string[]> MovedAsync(IPage page, string elements, string said, string before = "") => page.EvaluateAsync<string[]>(
        $$"""
        () => {
          const put = (selector, words) => {
            const element = document.querySelector(selector);
            element.hidden = false;
            if (words !== undefined) element.textContent = words;
          };
          const seen = () => [...document.querySelectorAll('{{elements}}')].filter(element => element.offsetParent)
            .map(element => [element.textContent || element.type, JSON.stringify(element.getBoundingClientRect())]);
          {{before}}
          const places = seen();
          {{said}}
          return seen().flatMap(([text, place], i) => place === places[i][1] ? [] : `${text}: ${places[i][1]} to ${place}`);
        }
        """);

    /// <summary>Starts the session of one person, who wears strap 1.</summary>
    public static async Task StartAsync(IPage page)
    {
        await Strap(page, "A", "EE:01").ClickAsync();
        await Expect(page.GetByLabel("heart rate of person A")).ToHaveTextAsync(Number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with one person" }).ClickAsync();
        await Expect(page.GetByLabel("heart rate", new() { Exact = true })).ToHaveTextAsync(Number);
    }
}
