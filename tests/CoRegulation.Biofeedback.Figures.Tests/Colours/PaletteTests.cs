using CoRegulation.Biofeedback.Figures.Colours;

namespace CoRegulation.Biofeedback.Figures.Tests.Colours;

public sealed class PaletteTests
{
    public static TheoryData<string> Names => ["light", "dark"];

    public static MatrixTheoryData<string, string> NamesAndVisions => new(["light", "dark"], Eye.Visions.Keys);

    [Fact]
    public void Contrast_of_black_on_white_is_21() => Assert.Equal(21, Eye.Contrast("#000000", "#FFFFFF"), 6);

    // Success criterion 1.4.3 (AA): 4.5 to 1 for text.
    [Theory, MemberData(nameof(Names))]
    public void Every_colour_of_words_can_be_read_on_paper(string name)
    {
        var palette = Named(name);

        Assert.All(
            [palette.Ink, palette.Muted, palette.A, palette.B, palette.Between, palette.Attention],
            colour => Assert.True(Eye.Contrast(colour, palette.Paper) >= 4.5, $"{colour}: {Eye.Contrast(colour, palette.Paper):F2}"));
    }

    [Theory, MemberData(nameof(NamesAndVisions))]
    public void A_and_B_stay_apart_for_every_eye(string name, string vision) =>
        Assert.True(Eye.Distance(Named(name).A, Named(name).B, vision) >= 75, $"{Eye.Distance(Named(name).A, Named(name).B, vision):F1}");

    // Areas side by side; 2.3 is just noticeable, 15 is seen at a glance.
    [Theory, MemberData(nameof(NamesAndVisions))]
    public void Both_signs_of_a_correlation_stay_apart_for_every_eye(string name, string vision)
    {
        var palette = Named(name);

        Assert.True(Eye.Distance(palette.Between, palette.Opposite, vision) >= 15, $"{Eye.Distance(palette.Between, palette.Opposite, vision):F1}");
    }

    // Non-text contrast (1.4.11) asks 3 to 1 only of what carries meaning; these two must stay behind it.
    [Theory, MemberData(nameof(Names))]
    public void Grid_and_hatch_are_seen_but_stay_behind_everything_else(string name)
    {
        var palette = Named(name);
        var (grid, hatch) = (Eye.Contrast(palette.Grid, palette.Paper), Eye.Contrast(palette.Hatch, palette.Paper));

        Assert.InRange(grid, 1.1, hatch);
        Assert.InRange(hatch, grid, 2);
    }

    [Fact]
    public void The_colours_come_as_css()
    {
        var css = Palette.Light.ToCss();

        Assert.StartsWith("color-scheme: light;\n--paper: #FBFAF7;\n--a: #0B6E99;\n--b: #B4560B;\n--between: #3F7D6E;\n", css, StringComparison.Ordinal);
        Assert.Matches(@"^(?:(?:color-scheme: light|--[a-z]+: #[0-9A-F]{6});\n)+$", css);
        Assert.DoesNotContain(Palette.Light.Paper, Palette.Dark.ToCss(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FBFAF7")]
    [InlineData("#FBFAF")]
    [InlineData("#FBFAGG")]
    public void What_is_no_colour_is_refused(string text) => Assert.ThrowsAny<FormatException>(() => Rgb.Parse(text));

    [Fact]
    public void Lab_gives_the_colour_back() =>
        Assert.All([Palette.Light.A, Palette.Dark.B, "#000000", "#FFFFFF"], hex => Assert.Equal(hex, Lab.From(Rgb.Parse(hex)).ToRgb().ToHex()));

    internal static Palette Named(string name) => name is "light" ? Palette.Light : Palette.Dark;
}
