using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.Rhythm;
using CoRegulation.Biofeedback.Figures.Tests.Drawing;

namespace CoRegulation.Biofeedback.Figures.Tests.Rhythm;

public sealed class TachogramFigureTests
{
    private static readonly FigureFrame Light = new() { Palette = Palette.Light };

    [Fact]
    public void Says_whose_intervals_and_in_what_unit()
    {
        var svg = Draw(Rhythms.Breathing(120, 6));

        Assert.Equal("Intervals from beat to beat of Ana, 0:00 to 2:00; 0 corrected.", svg.Title);
        Assert.Contains("ms", svg.Texts);
        Assert.DoesNotContain(svg.Texts, words => words.Contains("corrected", StringComparison.Ordinal));
    }

    [Fact]
    public void A_corrected_interval_has_a_ring_and_the_ring_is_named()
    {
        var plain = Rhythms.Breathing(120, 6);

        var svg = Draw(plain.WithFlag(30, BeatFlag.Ectopic).WithFlag(31, BeatFlag.Ectopic), Light with { Note = "simulated" });

        Assert.EndsWith("2 corrected.", svg.Title, StringComparison.Ordinal);
        Assert.Contains("simulated · ring: corrected", svg.Texts);
        Assert.Equal(2, Shapes(svg) - Shapes(Draw(plain)));
    }

    [Fact]
    public void A_gap_is_hatched_and_not_bridged()
    {
        Assert.Equal(0, Hatches(Draw(Rhythms.Breathing(120, 6))));
        Assert.Equal(1, Hatches(Draw(Rhythms.Breathing(120, 6).WithGap(40, 55))));
        Assert.Equal(1, Hatches(Draw(Rhythms.Breathing(120, 6).WithFlag(50, BeatFlag.Gap, hasNn: false))));
    }

    [Fact]
    public void The_first_part_of_a_split_interval_is_no_gap() =>
        Assert.Equal(0, Hatches(Draw(Rhythms.Breathing(120, 6).WithFlag(50, BeatFlag.Extra, hasNn: false))));

    [Fact]
    public void Without_intervals_it_says_why()
    {
        Assert.Equal(["warming up"], Draw(new() { Beats = [], NowS = 3 }).Texts);
        Assert.Equal(["no intervals that can be trusted"], Draw(new() { Beats = [], NowS = 300 }).Texts);
    }

    private static int Hatches(Svg svg) => svg.Named("rect").Count(e => e.Attribute("fill")?.Value.StartsWith("url(", StringComparison.Ordinal) is true);

    private static int Shapes(Svg svg) => svg.Named("ellipse").Concat(svg.Named("circle")).Concat(svg.Named("path")).Count();

    private static Svg Draw(RhythmData data, FigureFrame? frame = null) => new(TachogramFigure.Draw(data, frame ?? Light));
}
