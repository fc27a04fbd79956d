namespace CoRegulation.Biofeedback.Figures.Colours;

/// <summary>The colours of page, figures and report, as <c>#RRGGBB</c>. A and B are equals, neither is red or green;
/// what lies between them is always an area, so that form tells it apart too. Attention never colours a person.</summary>
public sealed record Palette
{
    /// <summary>On paper.</summary>
    public static Palette Light { get; } = new()
    {
        Name = "light",
        Paper = "#FBFAF7",
        A = "#0B6E99",
        B = "#B4560B",
        Between = "#3F7D6E",
        Ink = "#1F2933",
        Muted = "#5B6770",
        Attention = "#8A4B9E",
    };

    /// <summary>In a dim room.</summary>
    public static Palette Dark { get; } = new()
    {
        Name = "dark",
        Paper = "#11161C",
        A = "#58B7E0",
        B = "#F0A24A",
        Between = "#7CCBB5",
        Ink = "#E8EDF1",
        Muted = "#9AA7B2",
        Attention = "#C79BE0",
    };

    private Palette()
    {
    }

    /// <summary><c>light</c> or <c>dark</c>: a value of the CSS property <c>color-scheme</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What everything is drawn on.</summary>
    public required string Paper { get; init; }

    /// <summary>Person A.</summary>
    public required string A { get; init; }

    /// <summary>Person B.</summary>
    public required string B { get; init; }

    /// <summary>What lies between the two: distance, and correlation above 0. Areas only.</summary>
    public required string Between { get; init; }

    /// <summary>Words and numbers that are read first.</summary>
    public required string Ink { get; init; }

    /// <summary>Units, axes and what waits.</summary>
    public required string Muted { get; init; }

    /// <summary>Signal lost, stale: always beside a sign and words.</summary>
    public required string Attention { get; init; }

    /// <summary>Correlation below 0: as light as <see cref="Between"/>, but a violet grey, so that neither sign looks stronger.</summary>
    public string Opposite => Lab.From(Rgb.Parse(Between)).WithHue(degrees: 310, chroma: 24).ToRgb().ToHex();

    /// <summary>Grid lines, just visible.</summary>
    public string Grid => Faint(0.10);

    /// <summary>Strokes of the hatch over what is missing: seen, not read.</summary>
    public string Hatch => Faint(0.18);

    /// <summary>A line across a strong area: the darker of ink and paper, since areas are dark on light paper and bright on dark.</summary>
    internal string OnArea => Lab.From(Rgb.Parse(Ink)).L < Lab.From(Rgb.Parse(Paper)).L ? Ink : Paper;

    /// <summary>The colours as CSS custom properties, to stand within a rule such as <c>:root { … }</c>.</summary>
    /// <returns>One declaration a line, the same at every call: <c>color-scheme: light;</c>, <c>--paper: #FBFAF7;</c> …</returns>
    public string ToCss() =>
        $"""
        color-scheme: {Name};
        --paper: {Paper};
        --a: {A};
        --b: {B};
        --between: {Between};
        --opposite: {Opposite};
        --ink: {Ink};
        --muted: {Muted};
        --attention: {Attention};
        --grid: {Grid};
        --hatch: {Hatch};

        """;

    private string Faint(double share) => Rgb.Parse(Paper).Mix(Rgb.Parse(Ink), share).ToHex();
}
