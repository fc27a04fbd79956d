using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.Episodes;
using CoRegulation.Biofeedback.Figures.Tests.Drawing;
using CsCheck;

namespace CoRegulation.Biofeedback.Figures.Tests.Episodes;

public sealed class EpisodesFigureTests
{
    private static readonly FigureFrame Light = new() { Palette = Palette.Light };

    [Fact]
    public void Says_whose_lines_there_are_their_order_and_what_the_marks_mean()
    {
        var texts = Draw(Two()).Texts;

        Assert.Equal(["1", "2", "1"], texts.Where(text => text.Length == 1 && char.IsAsciiDigit(text[0]) && text != "0"));
        Assert.Superset(new HashSet<string> { "— Ana", "- - Ben", "○ not seen back", "● back", "own baseline", "0 s", "180 s" }, texts.ToHashSet());
    }

    [Fact]
    public void The_title_counts_the_returns() =>
        Assert.Equal(
            "Rises of the heart rate above the own baseline, from their onset: 2 of Ana, 1 seen back at the baseline; 1 of Ben, 1 seen back at the baseline.",
            Draw(Two()).Title);

    // Not by colour alone.
    [Fact]
    public void Lines_of_B_are_dashed() =>
        Assert.All(Draw(Two()).Named("polyline"), line => Assert.Equal((Palette.Light.B, "6 4"), (line.Attribute("stroke")!.Value, line.Attribute("stroke-dasharray")?.Value)));

    [Fact]
    public void A_gap_breaks_the_line()
    {
        var episode = Trace(onsetS: 100, endS: 200, isCensored: false);
        var broken = episode with { AboveBaselineBpm = [.. episode.AboveBaselineBpm.Select((bpm, i) => i is > 50 and < 60 ? double.NaN : bpm)] };

        Assert.Single(Draw(OfB(episode)).Named("polyline"));
        Assert.Equal(2, Draw(OfB(broken)).Named("polyline").Count());
    }

    [Fact]
    public void What_is_not_shown_is_not_explained()
    {
        var texts = Draw(OfB(Trace(100, 180, isCensored: false))).Texts;

        Assert.DoesNotContain("○ not seen back", texts);
        Assert.DoesNotContain("— Ana", texts);
    }

    [Fact]
    public void An_episode_that_goes_on_beyond_the_figure_has_no_mark() =>
        Assert.DoesNotContain(Draw(OfB(Trace(100, 400, isCensored: false))).Texts, text => text is "● back" or "○ not seen back");

    [Fact]
    public void Without_an_episode_it_says_so() => Assert.Equal(["no episode"], Draw(new EpisodesData { People = [new("Ana", []), new("Ben", [])] }).Texts);

    [Fact]
    public void A_trace_is_the_median_of_ten_seconds_above_the_baseline_from_20_s_before_the_onset()
    {
        var trace = EpisodeTrace.Of([.. Enumerable.Range(0, 4 * 300).Select(i => 70 + (i / 4.0))], 70, onsetS: 100, endS: 130, isCensored: true);

        Assert.Equal(20 + 30 + 1, trace.AboveBaselineBpm.Length);
        // The middle of forty samples lies an eighth of a second before the one they stand at.
        Assert.Equal(100 - 0.125, trace.AboveBaselineBpm[EpisodeTrace.LeadS], 9);
        Assert.Equal((30, true), (trace.EndS, trace.IsCensored));
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes() => Assert.Equal(EpisodesFigure.Draw(Two(), Light), EpisodesFigure.Draw(Two(), Light));

    [Fact]
    public void A_name_is_never_markup() =>
        Assert.DoesNotContain("<script", EpisodesFigure.Draw(new EpisodesData { People = [new("<script>alert(1)</script>", [Trace(10, 50, true)])] }, Light), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Three_people_are_refused() =>
        Assert.Throws<ArgumentException>(() => Draw(new EpisodesData { People = [new("A", []), new("B", []), new("C", [])] }));

    [Fact]
    public void Whatever_the_numbers_it_is_a_figure() =>
        Gen.Double[-30, 80].Select(Gen.Int[0, 9], (bpm, hole) => hole == 0 ? double.NaN : bpm).Array[0, 300]
            .Select(Gen.Bool, Gen.Int[240, 2000], Gen.Int[100, 900]).Sample((bpm, isCensored, width, height) =>
                Assert.NotEmpty(Draw(
                    new EpisodesData { People = [new("Ana", [new(0, [.. bpm], bpm.Length - 20, isCensored)]), new("Ben", [new(0, [.. bpm], bpm.Length - 30, isCensored)])] },
                    Light with { WidthPx = width, HeightPx = height }).Texts), iter: 30);

    private static EpisodesData OfB(EpisodeTrace episode) => new() { People = [new("Ana", []), new("Ben", [episode])] };

    private static EpisodesData Two() => new()
    {
        People = [new("Ana", [Trace(100, 220, isCensored: false), Trace(300, 360, isCensored: true, riseS: 30)]), new("Ben", [Trace(150, 240, isCensored: false, riseS: 50)])],
    };

    private static EpisodeTrace Trace(double onsetS, double endS, bool isCensored, double riseS = 10) => EpisodeTrace.Of(
        [.. Enumerable.Range(0, 4 * 600).Select(i => 70 + Height((i / 4.0) - onsetS, riseS))], 70, onsetS, endS, isCensored);

    private static double Height(double sinceS, double riseS) => sinceS < 0 ? 0 : sinceS < riseS ? 20 * sinceS / riseS : 20 * Math.Exp((riseS - sinceS) / 60);

    private static Svg Draw(EpisodesData data, FigureFrame? frame = null) => new(EpisodesFigure.Draw(data, frame ?? Light));
}
