using CoRegulation.Biofeedback.Analysis.Breathing;

namespace CoRegulation.Biofeedback.Analysis.Tests.Breathing;

/// <summary>The study of docs/methods/breathing.md in small; its table is printed by the benchmarks.</summary>
public class BreathingStudyTests
{
    [Fact]
    public void At_rest_most_windows_are_read_and_better_than_by_a_spectral_peak()
    {
        var windows = BreathingStudy.Run(BreathingStudy.Rest, seeds: 4, everyS: 60);
        var sure = Sure(windows);

        Assert.True(sure.Count > 0.75 * windows.Count, $"{sure.Count} of {windows.Count}");
        Assert.InRange(sure.Average(window => window.Error), 0, 0.25);
        Assert.InRange(sure.Max(window => window.Error), 0, 1);
        Assert.True(2 * sure.Average(window => window.Error) < sure.Average(window => Math.Abs(window.HighPeakPerMin - window.TruePerMin)));
        Assert.InRange(sure.Average(window => window.Ours.RsaMs / window.TrueRsaMs), 0.8, 1);
    }

    [Fact]
    public void A_childs_faster_breathing_is_read_in_nearly_every_window()
    {
        var windows = BreathingStudy.Run(BreathingStudy.Child, seeds: 4, everyS: 60);
        var sure = Sure(windows);

        Assert.True(sure.Count > 0.9 * windows.Count, $"{sure.Count} of {windows.Count}");
        Assert.InRange(sure.Max(window => window.Error), 0, 0.5);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Paced_slow_breathing_is_read_right(double perMin)
    {
        var windows = BreathingStudy.Run(BreathingStudy.Paced(perMin, told: true), seeds: 4, everyS: 60);
        var sure = Sure(windows);

        Assert.True(sure.Count > 0.7 * windows.Count, $"{sure.Count} of {windows.Count}");
        Assert.InRange(sure.Average(window => window.Error), 0, 0.25);
    }

    [Fact]
    public void Where_no_breath_is_to_be_seen_only_slow_waves_are_read_and_called_doubtful()
    {
        var windows = BreathingStudy.Run(BreathingStudy.None, seeds: 8);

        Assert.DoesNotContain(Sure(windows), window => window.Ours.RatePerMin > 9.5);
        Assert.True(Sure(windows).Count <= 0.05 * windows.Count);
        Assert.True(windows.Count(window => window.Ours.RatePerMin > 9.5) <= 0.1 * windows.Count);
        Assert.Contains(windows, window => window.Ours.Doubt is BreathingDoubt.TooShallow);
    }

    [Fact]
    public void Very_irregular_breathing_is_mostly_withheld()
    {
        var windows = BreathingStudy.Run(BreathingStudy.Irregular, seeds: 4);

        Assert.True(Sure(windows).Count < 0.15 * windows.Count, $"{Sure(windows).Count} of {windows.Count}");
        Assert.True(windows.Count(window => window.Ours.Doubt is BreathingDoubt.TooIrregular) > 0.5 * windows.Count);
    }

    private static List<BreathingStudy.Window> Sure(List<BreathingStudy.Window> windows) => [.. windows.Where(window => window.Ours.Quality >= 0.5)];
}
