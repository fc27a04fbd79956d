using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.Rhythm;
using CoRegulation.Biofeedback.Figures.Tests.Drawing;

namespace CoRegulation.Biofeedback.Figures.Tests.Rhythm;

public sealed class SpectrumFigureTests
{
    private static readonly FigureFrame Light = new() { Palette = Palette.Light };

    [Theory]
    [InlineData(6)]
    [InlineData(15)]
    public void The_fullest_colour_stands_at_the_rate_of_the_swing(double perMin)
    {
        var svg = Draw(Rhythms.Breathing(300, perMin));
        using var image = svg.Image();

        // Rows go down from 30 a minute.
        var row = Enumerable.Range(0, image.Height).MinBy(y => image.GetPixel(image.Width / 2, y).Red);
        Assert.Equal(perMin, 30 * (1 - ((row + 0.5) / image.Height)), 1.0);
        Assert.Contains("line: breathing", svg.Texts);
    }

    [Fact]
    public void Says_whose_it_is_and_that_it_is_exploratory() =>
        Assert.Equal("How fast the intervals of Ana swing, 0:00 to 5:00; exploratory.", Draw(Rhythms.Breathing(300, 6)).Title);

    [Fact]
    public void Two_minutes_without_a_gap_are_needed()
    {
        Assert.Equal(["warming up: two minutes of beats are needed"], Draw(Rhythms.Breathing(100, 6)).Texts);
        Assert.Equal(["too many gaps"], Draw(Rhythms.Breathing(230, 6).WithGap(115, 116.5)).Texts);
        Assert.Contains(Draw(Rhythms.Breathing(600, 6).WithGap(300, 302)).Named("rect"), e => e.Attribute("fill")?.Value.StartsWith("url(", StringComparison.Ordinal) is true);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes() =>
        Assert.Equal(SpectrumFigure.Draw(Rhythms.Breathing(300, 6), Light), SpectrumFigure.Draw(Rhythms.Breathing(300, 6), Light));

    private static Svg Draw(RhythmData data) => new(SpectrumFigure.Draw(data, Light));
}
