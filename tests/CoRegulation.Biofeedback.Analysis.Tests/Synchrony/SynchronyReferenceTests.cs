using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Synchrony;

namespace CoRegulation.Biofeedback.Analysis.Tests.Synchrony;

public class SynchronyReferenceTests
{
    /// <summary>The settings of the reference: 60 s windows every 5 s, lags to 5 s.</summary>
    private static readonly SynchronyOptions Reference = new() { WindowS = 60 };

    public static TheoryData<string> Pairs =>
    [
        "real1_nsr_10min", "real2_nsr_5min", "syn1_delayed_noise", "syn2_hr_coupled",
        "syn3_hr_uncoupled", "syn4_sines", "syn5_random_walks", "syn6_opposed_flat",
    ];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_whole_session_agrees_at_every_lag(string pair)
    {
        var (a, b, golden) = Read(pair, "whole_session");

        Close.Equal(golden.GetProperty("pearson").Numbers(), LaggedCorrelation.Compute(a, b, 40));
        Close.Equal(golden.GetProperty("biased").Numbers(), LaggedCorrelation.ComputeBiased(a, b, 40));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_window_agrees_at_every_lag(string pair)
    {
        var (a, b, golden) = Read(pair, "windowed");
        double[][] expected = [.. golden.GetProperty("signed").GetProperty("z").EnumerateArray().Select(SharedFolder.Numbers)];

        var windows = WindowedCorrelation.Compute(a, b, Reference);

        Assert.Equal(expected.Length, windows.Length);
        for (var w = 0; w < expected.Length; w++)
            Close.Equal(expected[w], Array.ConvertAll(windows[w].R.ToArray(), FisherZ.Of), 1e-9, $"window {w}");
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_windows_summaries_agree(string pair)
    {
        var (a, b, golden) = Read(pair, "windowed");
        var windows = WindowedCorrelation.Compute(a, b, Reference);

        foreach (var absolute in new[] { false, true })
        {
            var expected = golden.GetProperty(absolute ? "abs" : "signed").GetProperty("summary");
            WindowSummary[] actual = [.. windows.Select(window => WindowSummary.Of(window, absolute))];

            Compare("all_lags", summary => summary.AllLagsZ);
            Compare("s1_lead", summary => summary.ALeadsZ);
            Compare("s2_lead", summary => summary.BLeadsZ);
            Compare("s1_lead_0", summary => summary.ALeadsOrTogetherZ);
            Compare("s2_lead_0", summary => summary.BLeadsOrTogetherZ);
            Compare("lag_zero", summary => summary.LagZeroZ);
            Compare("bestLag", summary => summary.BestLagS);
            Close.Equal(expected.GetProperty("grandAver").GetDouble(), WindowSummary.GrandMeanZ(windows, absolute));

            void Compare(string key, Func<WindowSummary, double> value) =>
                Close.Equal(expected.GetProperty(key).Numbers(), [.. actual.Select(value)], 1e-9, key);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_picked_peaks_agree(string pair)
    {
        var (a, b, golden) = Read(pair, "peak_picking");
        var peaks = WindowedCorrelation.Compute(a, b, Reference).Select(window => PeakPicking.Find(window)).ToArray();

        Close.Equal(golden.GetProperty("lag_s").Numbers(), [.. peaks.Select(peak => peak?.LagS ?? double.NaN)]);
        Close.Equal(golden.GetProperty("z").Numbers(), [.. peaks.Select(peak => peak?.Z ?? double.NaN)]);
    }

    private static (double[] A, double[] B, JsonElement Golden) Read(string pair, string measure)
    {
        var columns = SharedFolder.Columns($"golden/synchrony/inputs/{pair}.csv");
        return (columns[1], columns[2], SharedFolder.Json("golden/synchrony/golden.json").GetProperty(pair).GetProperty(measure));
    }
}
