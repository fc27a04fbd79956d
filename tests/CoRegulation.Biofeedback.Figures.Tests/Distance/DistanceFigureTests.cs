using System.Collections.Immutable;
using System.Globalization;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Distance;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.Overview;
using CoRegulation.Biofeedback.Figures.Tests.Drawing;
using CsCheck;

namespace CoRegulation.Biofeedback.Figures.Tests.Distance;

public sealed class DistanceFigureTests
{
    private static readonly FigureFrame Light = new() { Palette = Palette.Light };

    [Fact]
    public void Says_what_the_distance_does_whose_lines_there_are_and_what_the_band_means()
    {
        var texts = Draw(Nearing()).Texts;

        Assert.Superset(
            new HashSet<string> { "bpm", "apart", "nearing", "steady", "Ana", "Ben", "baseline", "interaction", "spreads above own baseline · band: within it" },
            texts.ToHashSet());
    }

    // Not by colour alone: the form of nearing narrows to the right, that of parting widens.
    [Theory]
    [InlineData(ConvergenceState.Nearing, -1)]
    [InlineData(ConvergenceState.Steady, 0)]
    [InlineData(ConvergenceState.Parting, 1)]
    public void The_form_of_a_state_tells_it_without_colour(ConvergenceState state, int wider)
    {
        var form = Draw(Nearing() with { States = [.. Enumerable.Repeat<ConvergenceState?>(state, 600)] }).Named("polygon").Single();
        var corners = form.Attribute("points")!.Value.Split(' ').Select(corner => corner.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var (left, right) = (corners[3][1] - corners[0][1], corners[2][1] - corners[1][1]);

        Assert.Equal(wider, Math.Sign(right - left));
    }

    [Fact]
    public void A_state_that_is_not_known_has_no_form() =>
        Assert.Empty(Draw(Nearing() with { States = [.. Enumerable.Repeat<ConvergenceState?>(null, 600)] }).Named("polygon"));

    [Fact]
    public void A_gap_is_hatched()
    {
        var data = Nearing();
        var gap = data with { DistanceBpm = [.. data.DistanceBpm.Select((bpm, second) => second is > 200 and < 300 ? double.NaN : bpm)] };

        Assert.DoesNotContain(Draw(data).Named("rect"), IsHatch);
        Assert.Single(Draw(gap).Named("rect"), IsHatch);
    }

    [Fact]
    public void A_low_figure_has_the_distance_only()
    {
        var texts = Draw(Nearing(), Light with { HeightPx = FigureFrame.LeastHeightPx, WidthPx = 418 }).Texts;

        Assert.Contains("apart", texts);
        Assert.DoesNotContain("Ana", texts);
    }

    [Fact]
    public void Before_there_is_a_distance_it_says_warming_up() =>
        Assert.Equal(["warming up"], Draw(Nearing() with { NowS = 9, DistanceBpm = [double.NaN] }).Texts);

    [Fact]
    public void Two_hearts_that_were_never_seen_at_once_have_no_distance() =>
        Assert.Equal(["no time in which both hearts were seen"], Draw(Nearing() with { DistanceBpm = [.. Enumerable.Repeat(double.NaN, 600)] }).Texts);

    [Fact]
    public void Without_a_baseline_it_says_so() =>
        Assert.Contains("no baseline yet", Draw(Nearing() with { ABaselineSd = [], BBaselineSd = [] }).Texts);

    [Fact]
    public void The_same_input_gives_the_same_bytes() => Assert.Equal(DistanceFigure.Draw(Nearing(), Light), DistanceFigure.Draw(Nearing(), Light));

    [Fact]
    public void A_name_is_never_markup() =>
        Assert.DoesNotContain("<script", DistanceFigure.Draw(Nearing() with { NameA = "<script>alert(1)</script>" }, Light), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Whatever_the_numbers_it_is_a_figure() =>
        Gen.Double[0, 150].Select(Gen.Double[-40, 40], Gen.Int[0, 12]).Array[1, 300].Select(Gen.Int[240, 2000], Gen.Int[100, 900]).Sample((rows, width, height) =>
        {
            var data = Nearing() with
            {
                DistanceBpm = [.. rows.Select(row => row.Item3 == 0 ? double.NaN : row.Item1)],
                ABaselineSd = [.. rows.Select(row => row.Item3 < 3 ? double.NaN : row.Item2)],
                States = [.. rows.Select(row => row.Item3 < 3 ? (ConvergenceState?)null : (ConvergenceState)(row.Item3 % 3))],
                NowS = rows.Length,
            };
            Assert.NotEmpty(Draw(data, Light with { WidthPx = width, HeightPx = height }).Texts);
        }, iter: 30);

    [Fact]
    public void Ten_seconds_are_smoothed_to_their_median_and_half_of_them_must_be_there()
    {
        float[] column = [.. Enumerable.Repeat(float.NaN, 19), .. Enumerable.Range(0, 41).Select(i => (float)i)];

        var medians = RunningMedian.EachSecond(column, firstIndex: 0);

        // Sample 39 is the 21st number; from sample 58 on all forty are there.
        Assert.Equal(15, medians.Length);
        Assert.Equal(double.NaN, medians[9]);
        Assert.Equal((0 + 21) / 2.0, medians[10]);
        Assert.Equal(Enumerable.Range(0, 38).Average(), medians[14]);
    }

    private static bool IsHatch(System.Xml.Linq.XElement e) => e.Attribute("fill")?.Value.StartsWith("url(", StringComparison.Ordinal) is true;

    private static DistanceData Nearing() => new()
    {
        DistanceBpm = Column(t => 26 * Math.Exp(-t / 200)),
        ABaselineSd = Column(t => 5 * Math.Exp(-t / 200)),
        BBaselineSd = Column(t => 0.5 * Math.Sin(t / 10)),
        States = [.. Enumerable.Range(0, 600).Select(t => t < 60 ? (ConvergenceState?)null : t < 400 ? ConvergenceState.Nearing : ConvergenceState.Steady)],
        NowS = 600,
        Phases = [new PhaseBand("baseline", 0, 120), new PhaseBand("interaction", 120, 600)],
        NameA = "Ana",
        NameB = "Ben",
    };

    private static ImmutableArray<double> Column(Func<double, double> at) => [.. Enumerable.Range(0, 600).Select(t => at(t))];

    private static Svg Draw(DistanceData data, FigureFrame? frame = null) => new(DistanceFigure.Draw(data, frame ?? Light));
}
