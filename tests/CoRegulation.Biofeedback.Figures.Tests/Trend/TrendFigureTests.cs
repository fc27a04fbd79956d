using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.Tests.Drawing;
using CoRegulation.Biofeedback.Figures.Trend;
using CsCheck;

namespace CoRegulation.Biofeedback.Figures.Tests.Trend;

public sealed class TrendFigureTests
{
    private static readonly FigureFrame Light = new() { Palette = Palette.Light };
    private static readonly DateTimeOffset First = new(2026, 9, 1, 19, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void Says_whose_trend_it_is_what_the_marks_mean_and_when()
    {
        var svg = Draw(Weekly());

        Assert.Contains("Clara", svg.Texts);
        Assert.Contains("● with partner · □ alone · ▲ later than", svg.Texts);
        Assert.Contains("1 Sep", svg.Texts);
        Assert.Equal("Median time of Clara to come back to the own baseline in 8 sessions, 4 of them with the partner; exploratory.", svg.Title);
    }

    [Fact]
    public void What_is_not_shown_is_not_explained() =>
        Assert.Contains("□ alone", Draw(Weekly() with { Sessions = [new(First, 60, 40, 80, WithPartner: false)] }).Texts);

    // Not by colour alone: alone is open, with the partner is full.
    [Fact]
    public void A_session_alone_is_drawn_otherwise_than_one_with_the_partner() =>
        Assert.NotEqual(
            TrendFigure.Draw(new TrendData { Sessions = [new(First, 60, 40, 80, WithPartner: true)] }, Light).Replace("● with partner", "", StringComparison.Ordinal),
            TrendFigure.Draw(new TrendData { Sessions = [new(First, 60, 40, 80, WithPartner: false)] }, Light).Replace("□ alone", "", StringComparison.Ordinal));

    [Fact]
    public void The_trend_alone_is_dashed()
    {
        TrendLine Line(bool withPartner) => new(withPartner, [(First, 90, 70, 110), (First.AddDays(49), 50, 30, 70)]);

        Assert.Empty(Draw(Weekly() with { Lines = [Line(true)] }).Named("polyline"));
        Assert.Single(Draw(Weekly() with { Lines = [Line(false)] }).Named("polyline"));
    }

    [Fact]
    public void Without_a_session_to_show_it_says_so() =>
        Assert.Equal(["no session with an episode yet"], Draw(new TrendData { Sessions = [new(First, double.NaN, double.NaN, double.NaN, true)] }).Texts);

    [Fact]
    public void A_year_names_months() =>
        Assert.Contains("Sep 2026", Draw(new TrendData { Sessions = [new(First, 60, 40, 80, true), new(First.AddDays(400), 50, 40, 80, true)] }).Texts);

    [Fact]
    public void The_same_input_gives_the_same_bytes() => Assert.Equal(TrendFigure.Draw(Weekly(), Light), TrendFigure.Draw(Weekly(), Light));

    [Fact]
    public void A_name_is_never_markup() =>
        Assert.DoesNotContain("<script", TrendFigure.Draw(Weekly() with { Name = "<script>alert(1)</script>" }, Light), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Whatever_the_numbers_it_is_a_figure() =>
        Gen.Double[0, 600].Select(Gen.Double[0, 900], Gen.Int[0, 5], Gen.Bool).Array[0, 40].Select(Gen.Int[240, 2000], Gen.Int[100, 900]).Sample((rows, width, height) =>
            Assert.NotEmpty(Draw(
                new TrendData { Sessions = [.. rows.Select((row, i) => new TrendPoint(First.AddDays(i), row.Item3 == 0 ? double.NaN : row.Item1, row.Item3 == 1 ? double.NaN : row.Item1 / 2, row.Item3 < 2 ? double.PositiveInfinity : row.Item2, row.Item4))] },
                Light with { WidthPx = width, HeightPx = height }).Texts), iter: 30);

    private static TrendData Weekly() => new()
    {
        Sessions = [.. Enumerable.Range(0, 8).Select(i => new TrendPoint(First.AddDays(7 * i), i == 3 ? double.NaN : 90 - (5 * i), 60 - (4 * i), i == 3 ? double.NaN : 120 - (6 * i), i % 2 == 0))],
        Name = "Clara",
    };

    private static Svg Draw(TrendData data, FigureFrame? frame = null) => new(TrendFigure.Draw(data, frame ?? Light));
}
