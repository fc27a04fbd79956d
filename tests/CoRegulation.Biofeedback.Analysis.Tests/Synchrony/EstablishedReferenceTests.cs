using System.Collections.Immutable;
using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Analysis.Synchrony.Coherence;
using CoRegulation.Biofeedback.Analysis.Synchrony.Concordance;
using CoRegulation.Biofeedback.Analysis.Synchrony.Phases;
using CoRegulation.Biofeedback.Analysis.Synchrony.Recurrence;
using CoRegulation.Biofeedback.Analysis.Synchrony.Susy;

namespace CoRegulation.Biofeedback.Analysis.Tests.Synchrony;

/// <summary>The established measures against the programs that they are known from, and on a pair of our own against NumPy and SciPy; correlation,
/// its windows and picked peaks are in SynchronyReferenceTests.</summary>
public class EstablishedReferenceTests
{
    private const string Ours = "ours";

    public static TheoryData<string> Pairs => [Ours, .. SynchronyReferenceTests.Pairs.Select(pair => pair.Data)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Susy_agrees(string pair)
    {
        foreach (var (name, segmentS) in new[] { ("susy_60", 60), ("susy_30", 30) })
        {
            var (a, b, golden) = Read(pair, name);
            var susy = SurrogateSynchrony.Compute(a, b, new() { SegmentS = segmentS })!;

            InLagOrderOfR("real_abs_z", susy.Absolute.RealZ);
            InLagOrderOfR("pseudo_abs_z", susy.Absolute.PseudoZ);
            InLagOrderOfR("real_z", susy.Signed.RealZ);
            InLagOrderOfR("pseudo_z", susy.Signed.PseudoZ);
            Assert.Equal(
                (golden.GetProperty("n_data").GetInt32(), golden.GetProperty("n_segments").GetInt32(), golden.GetProperty("n_in_phase").GetInt32(), golden.GetProperty("n_anti_phase").GetInt32()),
                (susy.Samples, susy.Segments, susy.InPhaseLags, susy.AntiPhaseLags));
            Number("z", susy.Absolute.MeanZ);
            Number("z_pseudo", susy.Absolute.MeanPseudoZ);
            Number("sd_z", susy.Absolute.SdZ);
            Number("sd_z_pseudo", susy.Absolute.SdPseudoZ);
            Number("percent_above_pseudo", susy.Absolute.PercentAbovePseudo);
            Number("es", susy.Absolute.EffectSize);
            Number("z_lead1", susy.Absolute.ALeads().MeanZ);
            Number("z_lead2", susy.Absolute.BLeads().MeanZ);
            Number("es_lead1", susy.Absolute.ALeads().EffectSize);
            Number("es_lead2", susy.Absolute.BLeads().EffectSize);
            Number("mean_z_in_phase", susy.InPhaseZ);
            Number("mean_z_anti_phase", susy.AntiPhaseZ);
            Number("z_no_abs", susy.Signed.MeanZ);
            Number("z_pseudo_no_abs", susy.Signed.MeanPseudoZ);
            Number("percent_above_pseudo_no_abs", susy.Signed.PercentAbovePseudo);
            Number("es_no_abs", susy.Signed.EffectSize);

            void Number(string key, double actual) => Close.Equal(golden.GetProperty(key).Number(), actual, 1e-9, $"{name}.{key}");
            void InLagOrderOfR(string key, ImmutableArray<double> ours) =>
                Close.Equal(golden.GetProperty(key).Numbers(), [.. ours.Reverse()], 1e-9, $"{name}.{key}");
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Phase_synchrony_agrees(string pair)
    {
        var (a, b, golden) = Read(pair, "phase_synchrony");

        foreach (var (bandName, band) in new[] { ("lf", FrequencyBand.Lf), ("hf", FrequencyBand.Hf) })
        {
            Compare($"fft_{bandName}", band, PhaseFilter.Fourier, 1e-9);
            Compare($"butterworth_{bandName}", band, PhaseFilter.Butterworth, 1e-9); // 1e-6 is asked for
        }

        void Compare(string key, FrequencyBand band, PhaseFilter filter, double tolerance)
        {
            var result = PhaseSynchrony.Compute(a, b, band, filter, new())!.Value;
            Close.Equal(golden.GetProperty(key).GetProperty("plv").Number(), result.Plv, tolerance, key);
            Close.Equal(golden.GetProperty(key).GetProperty("mean_phase_a_minus_b_rad").Number(), result.MeanDifferenceRad, tolerance, key);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Coherence_agrees_at_every_frequency(string pair)
    {
        var (a, b, golden) = Read(pair, "coherence");

        var coherence = WelchCoherence.Compute(a, b, new())!;

        Close.Equal(golden.GetProperty("hz").Numbers(), [.. coherence.Values.Select((_, bin) => bin * coherence.BinHz)]);
        Close.Equal(golden.GetProperty("c").Numbers(), coherence.Values, 1e-9, "c"); // 1e-6 is asked for
        Close.Equal(golden.GetProperty("mean_lf").Number(), coherence.Mean(FrequencyBand.Lf), 1e-9, "mean_lf");
        Close.Equal(golden.GetProperty("mean_hf").Number(), coherence.Mean(FrequencyBand.Hf), 1e-9, "mean_hf");
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Concordance_agrees(string pair)
    {
        var (a, b, golden) = Read(pair, "concordance");

        var concordance = ConcordanceIndex.Compute(a, b, new())!.Value;

        Assert.Equal(golden.GetProperty("n_correlations").GetInt32(), concordance.Correlations);
        Close.Equal(golden.GetProperty("sum_positive").Number(), concordance.SumPositive, 1e-9, "sum_positive");
        Close.Equal(golden.GetProperty("sum_negative").Number(), concordance.SumNegative, 1e-9, "sum_negative");
        Close.Equal(golden.GetProperty("index").Number(), concordance.Index, 1e-9, "index");
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Cross_recurrence_agrees(string pair)
    {
        var (a, b, golden) = Read(pair, "crqa_1hz");

        var crqa = CrossRecurrence.Compute(a, b, new())!.Value;

        Assert.Equal(
            (golden.GetProperty("NRLINE").GetInt32(), golden.GetProperty("maxL").GetInt32(), golden.GetProperty("max_vertlength").GetInt32()),
            (crqa.Diagonal.Count, crqa.Diagonal.Longest, crqa.Vertical.Longest));
        Number("RR", crqa.RatePercent);
        Number("DET", crqa.DeterminismPercent);
        Number("L", crqa.Diagonal.MeanLength);
        Number("ENTR", crqa.Diagonal.EntropyNat);
        Number("rENTR", crqa.Diagonal.RelativeEntropy);
        Number("LAM", crqa.LaminarityPercent);
        Number("TT", crqa.Vertical.MeanLength);

        void Number(string key, double actual) => Close.Equal(golden.GetProperty(key).Number(), actual, 1e-9, key);
    }

    private static (double[] A, double[] B, JsonElement Golden) Read(string pair, string measure)
    {
        if (pair is Ours)
        {
            var own = GoldenFile.Read("synchrony.json");
            return (own.GetProperty("a").Numbers(), own.GetProperty("b").Numbers(), own.GetProperty(measure));
        }

        var columns = SharedFolder.Columns($"golden/synchrony/inputs/{pair}.csv");
        return (columns[1], columns[2], SharedFolder.Json("golden/synchrony/golden.json").GetProperty(pair).GetProperty(measure));
    }
}
