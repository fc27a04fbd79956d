using System.Globalization;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>What a window must hold for a measure to be computed.</summary>
/// <param name="MinimumS">NN intervals, s.</param>
/// <param name="MaxCorrectedShare">Largest share of corrected beats, from 0 to 1.</param>
public readonly record struct HrvNeeds(double MinimumS, double MaxCorrectedShare)
{
    /// <summary>No needs: the bare arithmetic.</summary>
    public static HrvNeeds None => new(0, 1);

    /// <summary>NN intervals, at least so many.</summary>
    public int MinimumIntervals { get; init; }

    /// <summary>A stretch without a break, s.</summary>
    public double MinimumRunS { get; init; }

    /// <summary>NN intervals, at most so many: beyond it the measure would take too long; null for no limit.</summary>
    public int? MaximumIntervals { get; init; }

    /// <summary>Share of corrected beats above which a value comes with a caution; 1 for never.</summary>
    public double CautionCorrectedShare { get; init; } = 1;

    /// <summary>Whether a window holds too little, so that waiting may help.</summary>
    /// <param name="quality">What the window holds.</param>
    public bool IsTooShort(in NnQuality quality) =>
        quality.CoverageS < MinimumS || quality.Intervals < Math.Max(1, MinimumIntervals) || quality.LongestRunS < MinimumRunS;

    /// <summary>Why a window will not do, beginning with what is needed; null when it does.</summary>
    /// <param name="quality">What the window holds.</param>
    public string? WhyNot(in NnQuality quality)
    {
        if (quality.Intervals == 0)
            return "needs normal intervals, has none: not enough data";
        if (quality.CorrectedShare > MaxCorrectedShare)
            return string.Create(CultureInfo.InvariantCulture, $"needs at most {100 * MaxCorrectedShare:0.#} % of beats corrected or left out, has {100 * quality.CorrectedShare:0.#} %");
        if (quality.CoverageS < MinimumS)
            return string.Create(CultureInfo.InvariantCulture, $"needs {MinimumS:0.#} s of normal intervals, has {quality.CoverageS:0.#} s: not enough data");
        if (quality.Intervals < MinimumIntervals)
            return string.Create(CultureInfo.InvariantCulture, $"needs {MinimumIntervals} normal intervals, has {quality.Intervals}: not enough data");
        if (quality.LongestRunS < MinimumRunS)
            return string.Create(CultureInfo.InvariantCulture, $"needs {MinimumRunS:0.#} s without a break, has {quality.LongestRunS:0.#} s: not enough data");
        return quality.Intervals > MaximumIntervals
            ? string.Create(CultureInfo.InvariantCulture, $"needs at most {MaximumIntervals} intervals, has {quality.Intervals}: choose a shorter stretch")
            : null;
    }

    /// <summary>What to bear in mind with a value that is given; null when there is nothing.</summary>
    /// <param name="quality">What the window holds.</param>
    public string? Caution(in NnQuality quality) => quality.CorrectedShare > CautionCorrectedShare
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * quality.CorrectedShare:0.#} % of beats are corrected or left out: with caution above {100 * CautionCorrectedShare:0.#} %")
        : null;
}
