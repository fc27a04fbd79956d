using System.Net;

namespace CoRegulation.Biofeedback.App.Tests.Window;

public class PairFigureTests
{
    [Fact]
    public async Task The_map_comes_as_a_picture_in_the_colours_and_size_asked_for()
    {
        await using var window = await OpenWindow.StartAsync();
        window.Session.StepTo(200);

        using var answer = await window.GetAsync("/figures/lag-map.svg?theme=dark&width=400&height=150&lastS=60");

        var svg = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches("<svg[^>]*width=\"400\"[^>]*height=\"150\"", svg);
        Assert.Contains("simulated", svg, StringComparison.Ordinal);
        Assert.Contains("Ben", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_there_is_a_window_it_says_why()
    {
        await using var window = await OpenWindow.StartAsync();
        window.Session.StepTo(5);

        Assert.Contains("warming up", await window.TextAsync("/figures/lag-map.svg"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theme=pink")]
    [InlineData("width=100")]
    [InlineData("width=100000")]
    [InlineData("height=10")]
    [InlineData("height=x")]
    [InlineData("lastS=0")]
    [InlineData("lastS=NaN")]
    [InlineData("lastS=1e300")]
    public async Task A_size_that_cannot_be_is_refused(string query)
    {
        await using var window = await OpenWindow.StartAsync();

        using var answer = await window.GetAsync($"/figures/lag-map.svg?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_distance_comes_with_each_persons_own_baseline_and_the_phases_so_far()
    {
        await using var window = await OpenWindow.StartAsync();
        window.Session.BeginPhase("recovery");
        window.Session.StepTo(400);

        var svg = await window.TextAsync("/figures/distance.svg?width=600&height=340");

        Assert.All(["apart", "<polygon", "Ana", "Ben", "recovery", "spreads above own baseline"], words => Assert.Contains(words, svg, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_way_back_is_drawn_of_one_person_or_two(int people)
    {
        await using var window = await OpenWindow.StartAsync(new FakeLiveSession(people));
        window.Session.StepTo(60);
        Assert.Contains("no baseline yet", await window.TextAsync("/figures/episodes.svg"), StringComparison.Ordinal);

        window.Session.StepTo(300);

        Assert.Contains("— Ana", await window.TextAsync("/figures/episodes.svg"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/figures/lag-map.svg")]
    [InlineData("/figures/distance.svg")]
    public async Task One_person_has_no_figure_of_a_pair(string path)
    {
        await using var window = await OpenWindow.StartAsync(new FakeLiveSession(people: 1));

        using var answer = await window.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
