using CoRegulation.Biofeedback.Figures.Colours;

namespace CoRegulation.Biofeedback.Figures.Drawing;

/// <summary>What a figure is drawn on.</summary>
public sealed record FigureFrame
{
    /// <summary>Narrower than this the words leave no room for the data, px.</summary>
    public const int LeastWidthPx = 240;

    /// <summary>Lower than this the words meet each other, px.</summary>
    public const int LeastHeightPx = 100;

    /// <summary>Wider or higher than this is a mistake, px.</summary>
    public const int LargestPx = 4000;

    /// <summary>The colours.</summary>
    public required Palette Palette { get; init; }

    /// <summary>Width, px, from <see cref="LeastWidthPx"/> to <see cref="LargestPx"/>. Default 600: half of a laptop's window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside its range.</exception>
    public int WidthPx { get; init => field = Within(value, LeastWidthPx, nameof(WidthPx)); } = 600;

    /// <summary>Height, px, from <see cref="LeastHeightPx"/> to <see cref="LargestPx"/>. Default 300.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside its range.</exception>
    public int HeightPx { get; init => field = Within(value, LeastHeightPx, nameof(HeightPx)); } = 300;

    /// <summary>The last so many seconds; null, the default, for the whole session.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number above 0.</exception>
    public double? LastS { get; init => field = Positive(value); }

    /// <summary>What must be said wherever these data appear, such as "simulated"; null where there is nothing to say.</summary>
    public string? Note { get; init; }

    private static int Within(int value, int least, string name) => value >= least && value <= LargestPx
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is in pixels, from {least} to {LargestPx}.");

    private static double? Positive(double? value) => value is null || (double.IsFinite(value.Value) && value > 0)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "LastS is in seconds and must be above 0.");
}
