using System.Net;

namespace CoRegulation.Biofeedback.App.Tests.Window;

public class RhythmTests
{
    [Theory]
    [InlineData("tachogram")]
    [InlineData("spectrum")]
    public async Task The_figure_comes_as_a_picture_in_the_colours_and_size_asked_for(string figure)
    {
        await using var window = await OpenWindow.StartAsync();
        window.Session.StepTo(300);

        using var answer = await window.GetAsync($"/figures/{figure}.svg?person=B&theme=dark&width=400&height=150&lastS=200");

        var svg = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches("<svg[^>]*width=\"400\"[^>]*height=\"150\"", svg);
        Assert.Contains("simulated", svg, StringComparison.Ordinal);
        Assert.Contains("Ben", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person=C", "The person is one of: A, B.")]
    [InlineData("theme=pink", "The theme is light or dark.")]
    [InlineData("lastS=0", "lastS is in seconds, above 0 and at most a week.")]
    public async Task What_cannot_be_is_refused_with_a_reason(string query, string reason)
    {
        await using var window = await OpenWindow.StartAsync();

        using var answer = await window.GetAsync($"/figures/tachogram.svg?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(reason + "\n", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_person_has_figures_too()
    {
        await using var window = await OpenWindow.StartAsync(new FakeLiveSession(people: 1));
        window.Session.StepTo(60);

        Assert.Contains("<svg", await window.TextAsync("/figures/tachogram.svg"), StringComparison.Ordinal);
    }
}
