using System.Net;
using System.Text.RegularExpressions;
using CoRegulation.Biofeedback.Figures.Colours;

namespace CoRegulation.Biofeedback.App.Tests.Window;

public partial class PageTests
{
    [Fact]
    public async Task Everything_that_the_page_names_is_there_with_its_type()
    {
        await using var window = await OpenWindow.StartAsync();
        var page = await window.TextAsync("/");

        foreach (var path in FileNames().Matches(page).Select(match => match.Groups[1].Value))
        {
            using var answer = await window.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, path);
            var expected = Path.GetExtension(path) switch { ".js" => "text/javascript", ".css" => "text/css", _ => "image/svg+xml" };
            Assert.Equal(expected, answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task Every_module_that_a_script_imports_is_there()
    {
        await using var window = await OpenWindow.StartAsync();
        var known = new HashSet<string> { "window.js" };
        var open = new Queue<string>(known);
        while (open.TryDequeue(out var name))
        {
            foreach (var import in Imports().Matches(await window.TextAsync("/" + name)).Select(match => match.Groups[1].Value).Where(known.Add))
                open.Enqueue(import);
        }

        Assert.True(known.Count > 10);
    }

    [Fact]
    public async Task An_unchanged_file_is_not_sent_again()
    {
        await using var window = await OpenWindow.StartAsync();
        using var first = await window.GetAsync("/echarts.js");

        using var second = await window.GetAsync("/echarts.js", ("If-None-Match", first.Headers.ETag!.Tag));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_page_has_the_colours_of_the_figures()
    {
        await using var window = await OpenWindow.StartAsync();

        var css = await window.TextAsync("/palette.css");

        foreach (var palette in new[] { Palette.Light, Palette.Dark })
            Assert.Contains(palette.ToCss().Trim(), css, StringComparison.Ordinal);
        Assert.True(css.IndexOf(Palette.Light.A, StringComparison.Ordinal) < css.IndexOf("data-theme=\"dark\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_style_has_a_colour_of_its_own()
    {
        await using var window = await OpenWindow.StartAsync();

        Assert.DoesNotMatch("#[0-9a-fA-F]{3,8}\\b(?=[;, ])", await window.TextAsync("/window.css"));
    }

    [Fact]
    public async Task A_pair_sees_the_panels_of_a_pair()
    {
        await using var window = await OpenWindow.StartAsync();

        var page = await window.TextAsync("/");

        Assert.Contains("aria-label=\"Ben\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Between Ana and Ben\"", page, StringComparison.Ordinal);
        Assert.Contains("exploratory · not a medical device", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("simulated, replay", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_sees_no_panel_of_a_pair()
    {
        await using var window = await OpenWindow.StartAsync(new FakeLiveSession(people: 1));

        var page = await window.TextAsync("/");

        Assert.DoesNotContain("Between", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-panel=\"synchrony\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Ana\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_session_has_buttons_for_phases_and_no_transport()
    {
        await using var window = await OpenWindow.StartAsync(new FakeLiveSession(canSeek: false, durationS: null));

        var page = await window.TextAsync("/");

        Assert.Contains("data-phase=\"recovery\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"play\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"position\"", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:href|src)=\"(/[^\"]+)\"")]
    private static partial Regex FileNames();

    [GeneratedRegex(@"from '\./([^']+)'")]
    private static partial Regex Imports();
}
