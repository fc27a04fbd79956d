using System.Globalization;
using System.Xml.Linq;
using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.Overview;
using CoRegulation.Biofeedback.Figures.Tests.Drawing;

namespace CoRegulation.Biofeedback.Figures.Tests.Overview;

public sealed class SessionOverviewFigureTests
{
    private static readonly FigureFrame Light = new() { Palette = Palette.Light };

    private static readonly OverviewData Pair = new()
    {
        People = [new("Ana", [.. Wave(80)]), new("Ben", [.. Wave(65)])],
        DurationS = 300,
        Phases = [new("baseline", 0, 100), new("interaction", 100, 300)],
        Markers = [new("door bell", 200)],
    };

    [Fact]
    public void Names_people_phases_markers_unit_and_time()
    {
        var svg = Draw(Pair);

        Assert.Equal("Heart rate of Ana and Ben, 0:00 to 5:00.", svg.Title);
        Assert.Superset(new HashSet<string> { "Ana", "Ben", "baseline", "interaction", "door bell", "bpm", "70", "1:00", "5:00" }, svg.Texts.ToHashSet());
    }

    [Fact]
    public void Each_person_has_a_line_and_a_name_of_their_colour_and_the_same_width()
    {
        var svg = Draw(Pair);

        foreach (var (name, colour) in new[] { ("Ana", Palette.Light.A), ("Ben", Palette.Light.B) })
        {
            Assert.Equal("1.5", Assert.Single(Lines(svg, colour)).Attribute("stroke-width")!.Value);
            Assert.Equal(colour, svg.Named("text").Single(e => e.Value == name).Attribute("fill")!.Value);
        }
    }

    [Fact]
    public void What_lies_between_two_people_is_an_area_and_one_person_has_none()
    {
        Assert.Single(Areas(Draw(Pair)));
        Assert.Empty(Areas(Draw(Pair with { People = Pair.People[..1] })));
    }

    [Fact]
    public void A_gap_breaks_line_and_area_and_is_hatched()
    {
        var svg = Draw(Pair with { People = [new("Ana", [.. Wave(80, gapStartS: 100, gapEndS: 160)]), Pair.People[1]] });

        Assert.Equal(2, Lines(svg, Palette.Light.A).Count());
        Assert.Single(Lines(svg, Palette.Light.B));
        Assert.Equal(2, Areas(svg).Count());
        var hatch = Assert.Single(svg.Named("rect"), e => e.Attribute("fill")?.Value.StartsWith("url(", StringComparison.Ordinal) is true);
        Assert.Equal(60.0 / 300, Number(hatch, "width") / (600 - 44 - 24 - 24), 0.01);
    }

    [Fact]
    public void Two_names_never_stand_on_each_other()
    {
        var svg = Draw(Pair with { People = [new("Ana", [.. Wave(70)]), new("Ben", [.. Wave(70.2)])] });

        var places = svg.Named("text").Where(e => e.Value is "Ana" or "Ben").Select(e => Number(e, "y")).ToArray();
        Assert.True(Math.Abs(places[0] - places[1]) >= Sheet.LinePx - 0.01, $"{places[0]} and {places[1]}");
    }

    [Fact]
    public void Where_markers_crowd_each_has_a_tick_and_some_a_label()
    {
        var svg = Draw(Pair with { Markers = [.. Enumerable.Range(0, 10).Select(i => new MarkerTick($"marker {i}", 100 + i))] });

        Assert.Equal(10, svg.Named("rect").Count(e => e.Attribute("fill")?.Value == Palette.Light.Ink && Number(e, "height") == 8));
        Assert.Equal(["marker 0"], svg.Texts.Where(words => words.StartsWith("marker", StringComparison.Ordinal)));
    }

    [Fact]
    public void Simulated_data_are_called_so() => Assert.Contains("simulated", Draw(Pair, Light with { Note = "simulated" }).Texts);

    [Fact]
    public void No_name_or_label_is_markup()
    {
        var svg = SessionOverviewFigure.Draw(
            new OverviewData { People = [new("<script>alert(1)</script>", Pair.People[0].HeartRateBpm)], DurationS = 300, Phases = [new("<b>&", 0, 300)], Markers = [new("</svg>", 10)] },
            Light);

        Assert.DoesNotContain("<script", svg, StringComparison.OrdinalIgnoreCase);
        Assert.Superset(new HashSet<string> { "<script>ale…", "<b>&", "</svg>" }, new Svg(svg).Texts.ToHashSet());
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_and_the_dark_others()
    {
        var light = SessionOverviewFigure.Draw(Pair, Light);

        Assert.Equal(light, SessionOverviewFigure.Draw(Pair, Light));
        Assert.NotEqual(light, SessionOverviewFigure.Draw(Pair, Light with { Palette = Palette.Dark }));
    }

    [Fact]
    public void Before_the_first_beat_it_says_warming_up()
    {
        Assert.Equal(["warming up"], Draw(new OverviewData { People = [new("Ana", [])], DurationS = 0 }).Texts);
        Assert.Equal(["warming up"], Draw(Pair with { People = [new("Ana", [.. Enumerable.Repeat(double.NaN, 1200)])] }).Texts);
    }

    [Fact]
    public void A_single_beat_is_no_error() => Assert.Contains("Ana", Draw(new OverviewData { People = [new("Ana", [72])], DurationS = 0.25 }).Texts);

    [Fact]
    public void Somebody_without_a_beat_is_still_named() =>
        Assert.Contains("Ben", Draw(Pair with { People = [Pair.People[0], new("Ben", [])] }).Texts);

    [Fact]
    public void Three_people_are_refused() =>
        Assert.Throws<ArgumentException>(() => Draw(Pair with { People = [.. Pair.People, new("Cem", [])] }));

    [Fact]
    public void The_last_minute_is_only_that_minute() =>
        Assert.Equal("Heart rate of Ana and Ben, 4:00 to 5:00.", Draw(Pair, Light with { LastS = 60 }).Title);

    [Fact]
    public void An_hour_stays_below_200_kB()
    {
        var chance = new Random(1);
        var hour = Enumerable.Range(0, 14_400).Select(_ => 60 + 40 * chance.NextDouble()).ToArray();

        Assert.InRange(SessionOverviewFigure.Draw(Pair with { People = [new("Ana", [.. hour]), new("Ben", [.. hour.Reverse()])], DurationS = 3600 }, Light with { WidthPx = 1200 }).Length, 10_000, 200_000);
    }

    private static IEnumerable<double> Wave(double meanBpm, double gapStartS = -1, double gapEndS = -1) =>
        Enumerable.Range(0, 1201).Select(i => i / 4.0).Select(timeS => timeS >= gapStartS && timeS < gapEndS ? double.NaN : meanBpm + 4 * Math.Sin(timeS / 7));

    private static IEnumerable<XElement> Lines(Svg svg, string colour) => svg.Named("path").Where(e => e.Attribute("stroke")?.Value == colour);

    private static IEnumerable<XElement> Areas(Svg svg) => svg.Named("path").Where(e => e.Attribute("fill")?.Value == Palette.Light.Between);

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static Svg Draw(OverviewData session, FigureFrame? frame = null) => new(SessionOverviewFigure.Draw(session, frame ?? Light));
}
