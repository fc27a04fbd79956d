using System.Text.Json.Nodes;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Analysis.Synchrony.Coherence;
using CoRegulation.Biofeedback.Analysis.Synchrony.Concordance;
using CoRegulation.Biofeedback.Analysis.Synchrony.Phases;
using CoRegulation.Biofeedback.Analysis.Synchrony.Recurrence;
using CoRegulation.Biofeedback.Analysis.Synchrony.Susy;
using CoRegulation.Biofeedback.Sessions.Import;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>The established measures in the names that the programs have for them which they are known from. No value is null.</summary>
internal static class RawSynchronyJson
{
    /// <summary>Lags of the whole session to either side, in samples: 10 s.</summary>
    public const int WholeSessionMaxLag = 40;

    private const double LagStepS = 1.0 / PairSeries.SamplesPerSecond;

    /// <summary>The windows of rMEA: 60 s every 5 s, lags to 5 s.</summary>
    public static SynchronyOptions Windows { get; } = new() { WindowS = 60 };

    public static JsonObject WholeSession(double[] a, double[] b) => new()
    {
        ["lag_s"] = Numbers(Enumerable.Range(-WholeSessionMaxLag, (2 * WholeSessionMaxLag) + 1).Select(lag => lag * LagStepS)),
        ["biased"] = Numbers(LaggedCorrelation.ComputeBiased(a, b, WholeSessionMaxLag)),
        ["pearson"] = Numbers(LaggedCorrelation.Compute(a, b, WholeSessionMaxLag)),
    };

    public static JsonObject Windowed(double[] a, double[] b)
    {
        var windows = WindowedCorrelation.Compute(a, b, Windows);
        return new()
        {
            ["signed"] = new JsonObject
            {
                ["z"] = new JsonArray([.. windows.Select(window => Numbers(window.R.ToArray().Select(FisherZ.Of)))]),
                ["summary"] = Summary(windows, absolute: false),
            },
            ["abs"] = new JsonObject { ["summary"] = Summary(windows, absolute: true) },
        };
    }

    public static JsonObject PickedPeaks(double[] a, double[] b)
    {
        var peaks = WindowedCorrelation.Compute(a, b, Windows).Select(window => PeakPicking.Find(window)).ToArray();
        return new()
        {
            ["lag_s"] = Numbers(peaks.Select(peak => peak?.LagS ?? double.NaN)),
            ["z"] = Numbers(peaks.Select(peak => peak?.Z ?? double.NaN)),
        };
    }

    public static JsonObject PhaseSynchronies(double[] a, double[] b)
    {
        return new()
        {
            ["fft_lf"] = Of(FrequencyBand.Lf, PhaseFilter.Fourier),
            ["fft_hf"] = Of(FrequencyBand.Hf, PhaseFilter.Fourier),
            ["butterworth_lf"] = Of(FrequencyBand.Lf, PhaseFilter.Butterworth),
            ["butterworth_hf"] = Of(FrequencyBand.Hf, PhaseFilter.Butterworth),
        };

        JsonObject? Of(FrequencyBand band, PhaseFilter filter) => PhaseSynchrony.Compute(a, b, band, filter, new()) is { } phase
            ? new() { ["plv"] = Number(phase.Plv), ["mean_phase_a_minus_b_rad"] = Number(phase.MeanDifferenceRad) }
            : null;
    }

    // "lead1" is A's, whose lags are R's negative ones; the arrays run in R's order too, which is ours reversed.
    public static JsonObject? Of(SusyResult? susy) => susy is null ? null : new()
    {
        ["n_data"] = Number(susy.Samples),
        ["z"] = Number(susy.Absolute.MeanZ),
        ["z_pseudo"] = Number(susy.Absolute.MeanPseudoZ),
        ["sd_z"] = Number(susy.Absolute.SdZ),
        ["sd_z_pseudo"] = Number(susy.Absolute.SdPseudoZ),
        ["n_lags"] = Number(susy.Absolute.RealZ.Length),
        ["percent_above_pseudo"] = Number(susy.Absolute.PercentAbovePseudo),
        ["n_segments"] = Number(susy.Segments),
        ["es"] = Number(susy.Absolute.EffectSize),
        ["z_lead1"] = Number(susy.Absolute.ALeads().MeanZ),
        ["z_lead2"] = Number(susy.Absolute.BLeads().MeanZ),
        ["es_lead1"] = Number(susy.Absolute.ALeads().EffectSize),
        ["es_lead2"] = Number(susy.Absolute.BLeads().EffectSize),
        ["mean_z_in_phase"] = Number(susy.InPhaseZ),
        ["mean_z_anti_phase"] = Number(susy.AntiPhaseZ),
        ["n_in_phase"] = Number(susy.InPhaseLags),
        ["n_anti_phase"] = Number(susy.AntiPhaseLags),
        ["z_no_abs"] = Number(susy.Signed.MeanZ),
        ["z_pseudo_no_abs"] = Number(susy.Signed.MeanPseudoZ),
        ["percent_above_pseudo_no_abs"] = Number(susy.Signed.PercentAbovePseudo),
        ["es_no_abs"] = Number(susy.Signed.EffectSize),
        ["r_lag_s_of_R_ccf"] = Numbers(susy.Signed.RealZ.Select((_, place) => (place - (susy.Signed.RealZ.Length / 2)) * LagStepS)),
        ["real_abs_z"] = Numbers(susy.Absolute.RealZ.Reverse()),
        ["pseudo_abs_z"] = Numbers(susy.Absolute.PseudoZ.Reverse()),
        ["real_z"] = Numbers(susy.Signed.RealZ.Reverse()),
        ["pseudo_z"] = Numbers(susy.Signed.PseudoZ.Reverse()),
    };

    public static JsonObject? Of(RecurrenceResult? recurrence) => recurrence is not { } crqa ? null : new()
    {
        ["RR"] = Number(crqa.RatePercent),
        ["DET"] = Number(crqa.DeterminismPercent),
        ["NRLINE"] = Number(crqa.Diagonal.Count),
        ["maxL"] = Number(crqa.Diagonal.Longest),
        ["L"] = Number(crqa.Diagonal.MeanLength),
        ["ENTR"] = Number(crqa.Diagonal.EntropyNat),
        ["rENTR"] = Number(crqa.Diagonal.RelativeEntropy),
        ["LAM"] = Number(crqa.LaminarityPercent),
        ["TT"] = Number(crqa.Vertical.MeanLength),
        ["max_vertlength"] = Number(crqa.Vertical.Longest),
    };

    public static JsonObject? Of(CoherenceResult? coherence) => coherence is null ? null : new()
    {
        ["hz"] = Numbers(coherence.Values.Select((_, bin) => bin * coherence.BinHz)),
        ["c"] = Numbers(coherence.Values),
        ["mean_lf"] = Number(coherence.Mean(FrequencyBand.Lf)),
        ["mean_hf"] = Number(coherence.Mean(FrequencyBand.Hf)),
    };

    public static JsonObject? Of(ConcordanceResult? concordance) => concordance is not { } sums ? null : new()
    {
        ["n_correlations"] = Number(sums.Correlations),
        ["sum_positive"] = Number(sums.SumPositive),
        ["sum_negative"] = Number(sums.SumNegative),
        ["index"] = Number(sums.Index),
    };

    private static JsonObject Summary(SynchronyWindow[] windows, bool absolute)
    {
        WindowSummary[] summaries = [.. windows.Select(window => WindowSummary.Of(window, absolute))];
        return new()
        {
            ["all_lags"] = Each(summary => summary.AllLagsZ),
            ["s1_lead"] = Each(summary => summary.ALeadsZ),
            ["s2_lead"] = Each(summary => summary.BLeadsZ),
            ["lag_zero"] = Each(summary => summary.LagZeroZ),
            ["s1_lead_0"] = Each(summary => summary.ALeadsOrTogetherZ),
            ["s2_lead_0"] = Each(summary => summary.BLeadsOrTogetherZ),
            ["bestLag"] = Each(summary => summary.BestLagS),
            ["grandAver"] = Number(WindowSummary.GrandMeanZ(windows, absolute)),
        };

        JsonArray Each(Func<WindowSummary, double> value) => Numbers(summaries.Select(value));
    }

    private static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(Number)]);

    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
