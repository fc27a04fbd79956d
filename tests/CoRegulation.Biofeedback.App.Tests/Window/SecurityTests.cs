using System.Net;

namespace CoRegulation.Biofeedback.App.Tests.Window;

public class SecurityTests
{
    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LocalHost", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("192.168.1.5", HttpStatusCode.Forbidden)]
    public async Task Only_this_machines_own_names_are_answered(string host, HttpStatusCode status)
    {
        await using var window = await OpenWindow.StartAsync();

        using var answer = await window.GetAsync("/api/live/session", ("Host", $"{host}:{window.Url.Port}"));

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    public async Task A_host_without_the_windows_port_is_refused(string host)
    {
        await using var window = await OpenWindow.StartAsync();

        using var answer = await window.GetAsync("/", ("Host", host));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    public async Task Another_sites_page_cannot_steer(string origin)
    {
        await using var window = await OpenWindow.StartAsync();

        using var answer = await window.PostAsync("/api/live/transport", """{"action":"pause"}""", ("Origin", origin));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.True(window.Session.Transport.Playing);
    }

    [Fact]
    public async Task The_windows_own_page_can_steer_and_so_can_a_program()
    {
        await using var window = await OpenWindow.StartAsync();

        using var page = await window.PostAsync("/api/live/transport", """{"action":"pause"}""", ("Origin", window.Url.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin"));
        Assert.False(window.Session.Transport.Playing);
        using var program = await window.PostAsync("/api/live/transport", """{"action":"play"}""");
        Assert.True(window.Session.Transport.Playing);
    }

    [Fact]
    public async Task A_form_of_another_site_cannot_steer_even_without_an_origin()
    {
        await using var window = await OpenWindow.StartAsync();
        using var form = new StringContent("""{"action":"pause"}""", System.Text.Encoding.UTF8, "text/plain");

        using var answer = await window.Client.PostAsync("/api/live/transport", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.True(window.Session.Transport.Playing);
    }

    [Theory]
    [InlineData("/api/live/stream", "cross-site")]
    [InlineData("/api/live/history", "same-site")]
    [InlineData("/figures/lag-map.svg", "cross-site")]
    [InlineData("/window.js", "cross-site")]
    public async Task Another_sites_page_cannot_read(string path, string site)
    {
        await using var window = await OpenWindow.StartAsync();

        using var answer = await window.GetAsync(path, ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", "no-cors"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_link_from_elsewhere_may_open_the_page_but_not_frame_it()
    {
        await using var window = await OpenWindow.StartAsync();

        using var link = await window.GetAsync("/", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));
        using var frame = await window.GetAsync("/", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (link.StatusCode, frame.StatusCode));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/window.js")]
    [InlineData("/api/live/session")]
    [InlineData("/nothing-here")]
    public async Task Every_answer_forbids_inline_scripts_frames_and_guessing_of_types(string path)
    {
        await using var window = await OpenWindow.StartAsync();

        using var answer = await window.GetAsync(path);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Data_about_people_is_not_kept_by_the_browser()
    {
        await using var window = await OpenWindow.StartAsync();

        using var answer = await window.GetAsync("/api/live/history");

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_body_above_16_kB_is_refused()
    {
        await using var window = await OpenWindow.StartAsync(new FakeLiveSession(canSeek: false));

        using var answer = await window.PostAsync("/api/live/marker", $$"""{"label":"{{new string('a', 17_000)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Names_are_text_on_the_page_whatever_they_are()
    {
        await using var window = await OpenWindow.StartAsync(new FakeLiveSession(nameA: "<script>alert(1)</script>", nameB: "../../x", title: "<img src=x onerror=alert(1)>"));

        var page = await window.TextAsync("/");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_no_inline_script_style_or_handler()
    {
        await using var window = await OpenWindow.StartAsync();

        var page = await window.TextAsync("/");

        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)", page);
        Assert.DoesNotMatch(@"<style|\sstyle=|\son[a-z]+=", page);
    }
}
