using CoRegulation.Biofeedback.Figures.Colours;
using CoRegulation.Biofeedback.Figures.Drawing;
using CoRegulation.Biofeedback.Figures.LagMap;
using CoRegulation.Biofeedback.Figures.Tests.Drawing;
using CsCheck;

namespace CoRegulation.Biofeedback.Figures.Tests.LagMap;

public sealed class LagMapFigureTests
{
    private static readonly FigureFrame Light = new() { Palette = Palette.Light };

    [Fact]
    public void Says_who_follows_whom_and_that_it_is_exploratory()
    {
        var svg = Draw(Maps.Following(windows: 60, byS: 2));

        Assert.Equal(
            ["Ben follows", "Ana by 5 s", "no lag", "Ana follows", "Ben by 5 s", "1:00", "2:00", "3:00", "4:00", "5:00", "line: lag of the highest r", "r (exploratory)", "1", "0", "−1"],
            svg.Texts);
        Assert.Equal("Correlation of the two heart rates by lag and time, 0:25 to 5:25; exploratory.", svg.Title);
    }

    [Fact]
    public void Above_the_middle_B_follows_A()
    {
        var svg = Draw(Maps.Following(windows: 10, byS: 2));
        double Y(string words) => double.Parse(svg.Named("text").First(e => e.Value == words).Attribute("y")!.Value, System.Globalization.CultureInfo.InvariantCulture);
        using var image = svg.Image();
        var strongest = Enumerable.Range(0, image.Height).MinBy(y => image.GetPixel(5, y).Red);

        Assert.True(Y("Ben follows") < Y("no lag"));
        // Rows go down from +5 s in steps of 0.25 s.
        Assert.Equal(12, strongest);
    }

    [Fact]
    public void What_must_be_said_of_the_data_is_said() =>
        Assert.Contains("simulated · line: lag of the highest r", Draw(Maps.Following(10, 2), Light with { Note = "simulated" }).Texts);

    [Fact]
    public void Where_there_is_little_room_only_what_must_be_said_stays()
    {
        var texts = Draw(Maps.Following(10, 2), Light with { Note = "simulated", WidthPx = FigureFrame.LeastWidthPx }).Texts;

        Assert.Contains("simulated", texts);
        Assert.Contains("r (exploratory)", texts);
        Assert.DoesNotContain(texts, words => words.Contains("line:", StringComparison.Ordinal));
    }

    // The panel of a laptop's window.
    [Fact]
    public void In_a_small_figure_no_words_meet()
    {
        var svg = Draw(Maps.Following(60, 2) with { NameA = "Maximiliana" }, Light with { WidthPx = 418, HeightPx = FigureFrame.LeastHeightPx });

        Assert.Equal(["Ben follows", "Maxi… follows", "2:00", "4:00", "r (exploratory)", "1", "−1"], svg.Texts);
        var lags = svg.Named("text").Take(2).Select(e => double.Parse(e.Attribute("y")!.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.True(lags[1] - lags[0] >= Sheet.LinePx, $"{lags[0]} and {lags[1]}");
    }

    [Fact]
    public void On_a_phone_a_name_has_a_line_of_its_own()
    {
        var svg = Draw(Maps.Following(60, 2) with { NameA = "Person A", NameB = "Person B" }, Light with { WidthPx = FigureFrame.LeastWidthPx, HeightPx = 200 });

        Assert.Equal(["Person B", "follows", "no lag", "Person A", "follows"], svg.Texts.Take(5));
    }

    [Fact]
    public void Names_that_are_alike_as_far_as_they_fit_are_told_by_their_letters()
    {
        var svg = Draw(Maps.Following(60, 2) with { NameA = "Person A", NameB = "Person B" }, Light with { WidthPx = 418, HeightPx = FigureFrame.LeastHeightPx });

        Assert.Equal(["B follows", "A follows"], svg.Texts.Take(2));
    }

    [Fact]
    public void A_name_is_never_markup()
    {
        var svg = LagMapFigure.Draw(Maps.Following(10, 2) with { NameA = "<script>alert(1)</script>", NameB = "\u0001&\"'>" }, Light);

        Assert.DoesNotContain("<script", svg, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&\"'> follows", new Svg(svg).Texts);
        Assert.Contains("<script… follows", new Svg(svg).Texts);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var map = Maps.Following(30, 1);

        Assert.Equal(LagMapFigure.Draw(map, Light), LagMapFigure.Draw(map, Light));
    }

    [Fact]
    public void In_the_dark_it_is_another_figure_of_the_same_words()
    {
        var (light, dark) = (Draw(Maps.Following(30, 1)), Draw(Maps.Following(30, 1), new FigureFrame { Palette = Palette.Dark }));

        Assert.Equal(light.Texts, dark.Texts);
        Assert.Equal(Palette.Light.Paper, light.Named("rect").First().Attribute("fill")!.Value);
        Assert.Equal(Palette.Dark.Paper, dark.Named("rect").First().Attribute("fill")!.Value);
        Assert.Empty(light.Ids.Intersect(dark.Ids));
    }

    [Fact]
    public void Nothing_is_filled_black_for_want_of_a_colour() =>
        Assert.DoesNotContain(Draw(Maps.Following(30, 1)).Named("rect"), e => e.Attribute("fill") is null && e.Parent!.Name.LocalName != "clipPath");

    // Inline in one page, "#cl_4" of the second figure would clip by the first one's rectangle.
    [Fact]
    public void Every_reference_is_to_its_own_parts()
    {
        var text = LagMapFigure.Draw(Maps.Following(30, 1), Light);
        var ids = new Svg(text).Ids;

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(
            System.Text.RegularExpressions.Regex.Matches(text, """(?:url\(|href=")#([^)"]+)"""),
            match => Assert.Contains(match.Groups[1].Value, ids));
    }

    [Fact]
    public void A_gap_has_no_cell_and_is_hatched()
    {
        var svg = Draw(Maps.Of(10, (i, _) => i is 4 or 5 ? double.NaN : 0.8));
        using var image = svg.Image();

        // One column stands before the first window.
        Assert.Equal([0, 5, 6], Enumerable.Range(0, image.Width).Where(x => Enumerable.Range(0, image.Height).All(y => image.GetPixel(x, y).Alpha == 0)));
        Assert.Single(svg.Named("rect"), e => e.Attribute("fill")?.Value.StartsWith("url(", StringComparison.Ordinal) is true && e.Attribute("height")!.Value == "238" && e.Attribute("width")!.Value != "10");
    }

    [Fact]
    public void A_window_left_out_is_a_gap_too()
    {
        var map = Maps.Of(10, (_, _) => 0.8);
        using var image = Draw(map with { Windows = map.Windows.RemoveAt(4) }).Image();

        Assert.Equal(11, image.Width);
        Assert.Equal(0, image.GetPixel(5, 20).Alpha);
        Assert.Equal(255, image.GetPixel(4, 20).Alpha);
    }

    [Fact]
    public void Without_windows_it_says_warming_up() => Assert.Equal(["warming up"], Draw(Maps.Of(0, (_, _) => 0)).Texts);

    [Fact]
    public void One_window_fills_the_figure()
    {
        using var image = Draw(Maps.Of(1, (_, _) => 0.8)).Image();

        Assert.Equal((2, 41), (image.Width, image.Height));
        Assert.Equal(255, image.GetPixel(1, 0).Alpha);
    }

    [Fact]
    public void The_last_minutes_show_no_older_window()
    {
        using var image = Draw(Maps.Of(100, (_, _) => 0.8), Light with { LastS = 60 }).Image();

        Assert.Equal(60 / 5 + 1, image.Width);
    }

    [Fact]
    public void The_last_minutes_of_a_short_session_name_no_time_before_it() =>
        Assert.Equal(["0:00"], Draw(Maps.Of(3, (_, _) => 0.8), Light with { LastS = 600 }).Texts.Where(t => t.Contains(':', StringComparison.Ordinal) && !t.Contains(' ', StringComparison.Ordinal)));

    [Fact]
    public void An_hour_stays_below_200_kB()
    {
        var chance = new Random(1);

        Assert.InRange(LagMapFigure.Draw(Maps.Of(720, (_, _) => 2 * chance.NextDouble() - 1), Light).Length, 1_000, 200_000);
    }

    [Fact]
    public void Whatever_the_numbers_it_is_a_figure() =>
        Gen.Double[-1, 1].Select(Gen.Int[0, 9], (r, hole) => hole < 3 ? double.NaN : r).Array[0, 400].Select(Gen.Int[240, 2000], Gen.Int[100, 900]).Sample((values, width, height) =>
        {
            var map = Maps.Of(values.Length / 10, (i, lagS) => values[i * 10 + (int)(lagS + 5) % 10]);
            Assert.Contains(Draw(map, Light with { WidthPx = width, HeightPx = height }).Texts, t => t is "r (exploratory)" or "warming up");
        }, iter: 30);

    [Fact]
    public void A_session_without_any_value_is_hatched()
    {
        var svg = Draw(Maps.Of(20, (_, _) => double.NaN));

        Assert.Empty(svg.Named("image"));
        Assert.Contains("r (exploratory)", svg.Texts);
    }

    [Fact]
    public void Windows_with_other_lags_are_refused()
    {
        var map = Maps.Of(3, (_, _) => 0);

        Assert.Contains("40 lags and the map 41", Assert.Throws<ArgumentException>(
            () => LagMapFigure.Draw(map with { Windows = map.Windows.SetItem(1, map.Windows[1] with { R = [.. map.Windows[1].R.Take(40)] }) }, Light)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(239, 300)]
    [InlineData(600, 99)]
    [InlineData(4001, 300)]
    public void A_size_that_nothing_fits_in_is_refused(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Light with { WidthPx = width, HeightPx = height });

    [Fact]
    public void Beside_the_map_stands_what_95_percent_of_surrogates_stay_below()
    {
        var svg = Draw(WithProfiles(nullR95: 0.3), Light with { WidthPx = 700 });

        Assert.Superset(new HashSet<string> { "slow", "breathing" }, svg.Texts.ToHashSet());
        Assert.Equal(2, svg.Texts.Count(text => text == "95 %"));
        Assert.Equal(2, svg.Named("polyline").Count(line => line.Attribute("stroke-dasharray") is not null));
    }

    // The line stands where r is as high as it says: a peak above it reaches beyond it, one below does not.
    [Theory]
    [InlineData(0.3, true)]
    [InlineData(0.6, false)]
    public void A_peak_crosses_the_line_only_when_it_is_higher(double nullR95, bool crosses)
    {
        var svg = Draw(WithProfiles(nullR95) with { Profiles = [WithProfiles(nullR95).Profiles[0]] }, Light with { WidthPx = 700 });
        double[] Xs(System.Xml.Linq.XElement e) => [.. e.Attribute("points")!.Value.Split(' ').Select(corner => double.Parse(corner.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture))];
        var line = Xs(svg.Named("polyline").Single(e => e.Attribute("stroke-dasharray") is not null))[0];

        Assert.Equal(crosses, svg.Named("polygon").SelectMany(Xs).Max() > line);
    }

    [Fact]
    public void Before_there_is_a_comparison_there_is_no_line() =>
        Assert.DoesNotContain("95 %", Draw(WithProfiles(double.NaN), Light with { WidthPx = 700 }).Texts);

    [Fact]
    public void Where_there_is_little_room_the_profiles_go_first() =>
        Assert.DoesNotContain("slow", Draw(WithProfiles(0.3), Light with { WidthPx = 320 }).Texts);

    private static LagMapData WithProfiles(double nullR95)
    {
        LagProfile Profile(string name, double maxLagS) => new(name, [-maxLagS, -1, 0, 1, maxLagS], [-0.1, 0.1, 0.4, 0.2, -0.2], nullR95);
        return Maps.Following(60, 2) with { Profiles = [Profile("slow", 5), Profile("breathing", 2.5)] };
    }

    private static Svg Draw(LagMapData map, FigureFrame? frame = null) => new(LagMapFigure.Draw(map, frame ?? Light));
}
