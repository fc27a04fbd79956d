using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Analysis.Synchrony.Coherence;
using CoRegulation.Biofeedback.Analysis.Synchrony.Concordance;
using CoRegulation.Biofeedback.Analysis.Synchrony.Phases;
using CoRegulation.Biofeedback.Analysis.Synchrony.Recurrence;
using CoRegulation.Biofeedback.Analysis.Synchrony.Susy;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Synchrony;

public class EstablishedMeasuresTests
{
    private static readonly SusyOptions ShortSegments = new() { SegmentS = 10, MaxLagS = 3 };
    private static readonly CoherenceOptions ShortSpectra = new() { SegmentS = 16 };
    private static readonly PhaseFilter[] Filters = [PhaseFilter.Fourier, PhaseFilter.Butterworth];

    // Two series of 50 to 60 s, a multiple of nothing.
    private static readonly Gen<(double[] A, double[] B)> Pairs =
        Gen.Int[201, 243].SelectMany(n => Gen.Double[40, 180].Array[n].Select(Gen.Double[40, 180].Array[n]));

    [Fact]
    public void Swapping_the_people_mirrors_who_is_ahead() =>
        Pairs.Sample(
            pair =>
            {
                var (a, b) = pair;
                var (susy, swapped) = (SurrogateSynchrony.Compute(a, b, ShortSegments)!, SurrogateSynchrony.Compute(b, a, ShortSegments)!);
                Close.Equal(susy.Signed.RealZ, [.. swapped.Signed.RealZ.Reverse()]);
                Close.Equal(susy.Absolute.PseudoZ, [.. swapped.Absolute.PseudoZ.Reverse()]);
                Close.Equal(susy.Absolute.ALeads().MeanZ, swapped.Absolute.BLeads().MeanZ);
                foreach (var filter in Filters)
                {
                    var (phase, mirrored) = (Phase(a, b, filter), Phase(b, a, filter));
                    Close.Equal(phase.Plv, mirrored.Plv);
                    Close.Equal(phase.MeanDifferenceRad, -mirrored.MeanDifferenceRad);
                }

                Close.Equal(WelchCoherence.Compute(a, b, ShortSpectra)!.Values, WelchCoherence.Compute(b, a, ShortSpectra)!.Values);
                Close.Equal(ConcordanceIndex.Compute(a, b, new())!.Value.Index, ConcordanceIndex.Compute(b, a, new())!.Value.Index);
                Assert.Equal(CrossRecurrence.Compute(a, b, new())!.Value.Diagonal, CrossRecurrence.Compute(b, a, new())!.Value.Diagonal);
            },
            iter: 20);

    [Fact]
    public void Units_and_levels_do_not_matter() =>
        Pairs.Select(Gen.Double[0.1, 10], Gen.Double[-500, 500]).Sample(
            (pair, scale, offset) =>
            {
                var (a, b) = pair;
                var other = Array.ConvertAll(b, x => (scale * x) + offset);
                Close.Equal(SurrogateSynchrony.Compute(a, b, ShortSegments)!.Signed.PseudoZ, SurrogateSynchrony.Compute(a, other, ShortSegments)!.Signed.PseudoZ);
                foreach (var filter in Filters)
                    Close.Equal(Phase(a, b, filter).Plv, Phase(a, other, filter).Plv);
                Close.Equal(WelchCoherence.Compute(a, b, ShortSpectra)!.Values, WelchCoherence.Compute(a, other, ShortSpectra)!.Values);
                Close.Equal(ConcordanceIndex.Compute(a, b, new())!.Value.SumPositive, ConcordanceIndex.Compute(a, other, new())!.Value.SumPositive);
                Assert.Equal(CrossRecurrence.Compute(a, b, new())!.Value.Diagonal.Count, CrossRecurrence.Compute(a, other, new())!.Value.Diagonal.Count);
            },
            iter: 20);

    [Fact]
    public void B_turned_over_is_against_A_and_as_far_from_chance()
    {
        var (a, b) = Delayed(12 * 60 + 1, 0);
        var over = Array.ConvertAll(b, x => -x);

        Close.Equal(SurrogateSynchrony.Compute(a, b, new())!.Absolute.EffectSize, SurrogateSynchrony.Compute(a, over, new())!.Absolute.EffectSize);
        Close.Equal(Math.PI, Math.Abs(Phase(a, over, PhaseFilter.Fourier).MeanDifferenceRad), 1e-6);
        Close.Equal(
            ConcordanceIndex.Compute(a, b, new())!.Value.SumPositive, -ConcordanceIndex.Compute(a, over, new())!.Value.SumNegative);
    }

    // Of noise: a broad peak far from lag 0 is moved inwards by SUSY's estimator, which shrinks with the lag.
    [Fact]
    public void A_delayed_copy_peaks_at_its_delay() =>
        Gen.Double[40, 180].Array[260].Select(Gen.Int[-8, 8]).Sample(
            (noise, samples) =>
            {
                var susy = SurrogateSynchrony.Compute(noise.AsSpan(10, 240), noise.AsSpan(10 - samples, 240), new() { MaxLagS = 2 })!;
                Assert.Equal(8 + samples, susy.Signed.RealZ.IndexOf(susy.Signed.RealZ.Max()));
            },
            iter: 50);

    [Theory]
    [InlineData(3)]
    [InlineData(-7)]
    public void A_delayed_copy_stands_out_and_has_its_leader(int samples)
    {
        var (a, b) = Delayed(1500, samples);

        var susy = SurrogateSynchrony.Compute(a, b, new())!;
        var crqa = CrossRecurrence.Compute(a, b, new())!.Value;

        Assert.Equal(samples > 0, susy.Absolute.ALeads().MeanZ > susy.Absolute.BLeads().MeanZ);
        Assert.All(Filters, filter => Assert.Equal(Math.Sign(samples), Math.Sign(Phase(a, b, filter).MeanDifferenceRad)));
        Assert.True(WelchCoherence.Compute(a, b, new())!.Mean(FrequencyBand.Lf) > 0.9);
        Assert.True(crqa.Diagonal.Longest > 20);
    }

    // Of a single wave: a delay is another phase at every frequency of a band.
    [Theory]
    [InlineData(3)]
    [InlineData(-7)]
    public void A_delayed_wave_has_the_phase_of_its_delay(int samples)
    {
        double[] a = [.. Enumerable.Range(0, 1600).Select(i => Math.Sin(2 * Math.PI * 0.1 * i / 4))];
        double[] b = [.. Enumerable.Range(0, 1600).Select(i => Math.Sin(2 * Math.PI * 0.1 * (i - samples) / 4))];

        Assert.All(Filters, filter =>
        {
            var phase = Phase(a, b, filter);
            Close.Equal(1, phase.Plv, 0.001);
            Close.Equal(2 * Math.PI * 0.1 * samples / 4, phase.MeanDifferenceRad, 0.001);
        });
    }

    [Fact]
    public void A_copy_in_whole_seconds_is_one_line_as_long_as_the_overlap()
    {
        var (a, b) = Delayed(1500, 8);

        var crqa = CrossRecurrence.Compute(a, b, new() { Radius = 0.05 })!.Value;

        Assert.Equal(crqa.States - 2, crqa.Diagonal.Longest);
        Assert.Equal((375 - 6, 0, false), (crqa.States, crqa.Vertical.Longest, crqa.Vertical.Count > 0));
    }

    [Fact]
    public void A_copy_is_as_synchronous_as_can_be()
    {
        var (a, _) = Delayed(1003, 0);

        var susy = SurrogateSynchrony.Compute(a, a, new())!;

        Close.Equal(FisherZ.Most, susy.Absolute.RealZ[20]);
        Assert.All(WelchCoherence.Compute(a, a, new())!.Values, value => Close.Equal(1, value));
        Close.Equal(1, Phase(a, a, PhaseFilter.Butterworth).Plv);
        Assert.Equal(0, Phase(a, a, PhaseFilter.Fourier).MeanDifferenceRad);
        Assert.True(double.IsNaN(ConcordanceIndex.Compute(a, a, new())!.Value.Index)); // ln(sum / 0)
    }

    [Fact]
    public void A_constant_series_has_no_synchrony_and_none_that_is_0()
    {
        // 8615/78: a value whose mean over many samples is not the value itself.
        double[] flat = [.. Enumerable.Repeat(8615 / 78.0, 1003)];
        var (a, _) = Delayed(1003, 0);

        Assert.True(double.IsNaN(SurrogateSynchrony.Compute(a, flat, new())!.Absolute.EffectSize));
        Assert.All(WelchCoherence.Compute(a, flat, new())!.Values, value => Assert.Equal(double.NaN, value));
        Assert.All(Filters, filter => Assert.Equal(new(double.NaN, double.NaN), Phase(a, flat, filter)));
        Assert.Equal(new ConcordanceResult(0, 0, 0), ConcordanceIndex.Compute(flat, a, new()));
        Assert.Null(CrossRecurrence.Compute(flat, a, new()));
    }

    [Fact]
    public void A_straight_line_has_no_phase()
    {
        var (a, _) = Delayed(1003, 0);
        double[] line = [.. Enumerable.Range(0, 1003).Select(i => 60 + (i * 0.01))];

        Assert.All(Filters, filter => Assert.Equal(double.NaN, Phase(a, line, filter).Plv));
    }

    [Fact]
    public void A_constant_segment_adds_nothing_and_is_counted()
    {
        var (a, b) = Delayed(480, 0);
        var flat = (double[])b.Clone();
        Array.Fill(flat, 70, 120, 120);

        var (all, some) = (SurrogateSynchrony.Compute(a, b, new())!, SurrogateSynchrony.Compute(a, flat, new())!);

        Assert.Equal(4, some.Segments);
        var without = LaggedCorrelation.ComputeBiased(a.AsSpan(120, 120), b.AsSpan(120, 120), 20).Select(FisherZ.Of).ToArray();
        Close.Equal(all.Signed.RealZ, [.. some.Signed.RealZ.Select((z, place) => z + (without[place] / 4))]);
    }

    [Fact]
    public void Every_measure_begins_at_the_length_that_it_names()
    {
        var (a, b) = Delayed(1000, 3);
        Begins(new SusyOptions().LeastSamples(), (x, y) => SurrogateSynchrony.Compute(x, y, new()) is not null);
        Begins(new CoherenceOptions().LeastSamples(), (x, y) => WelchCoherence.Compute(x, y, new()) is not null);
        Begins(new ConcordanceOptions().LeastSamples(), (x, y) => ConcordanceIndex.Compute(x, y, new()) is { Correlations: > 0 });
        Begins(new RecurrenceOptions().LeastSamples(), (x, y) => CrossRecurrence.Compute(x, y, new()) is { States: > 0 });
        Assert.All(Filters, filter =>
        {
            Begins(new PhaseOptions().LeastSamples(), (x, y) => PhaseSynchrony.Compute(x, y, FrequencyBand.Hf, filter, new()) is not null);
            var noEdge = new PhaseOptions { EdgeS = 0 };
            Begins(noEdge.LeastSamples(), (x, y) => PhaseSynchrony.Compute(x, y, FrequencyBand.Hf, filter, noEdge) is not null);
        });

        void Begins(int samples, Func<double[], double[], bool> isThere) =>
            Assert.Equal(
                (false, true),
                (isThere([.. a.Take(samples - 1)], [.. b.Take(samples - 1)]), isThere([.. a.Take(samples)], [.. b.Take(samples)])));
    }

    [Fact]
    public void A_band_without_a_bin_has_no_phase()
    {
        var (a, b) = Delayed(81, 0);

        // 4/81 Hz from bin to bin: between 0.05 and 0.09 Hz there is none.
        Assert.Equal(double.NaN, PhaseSynchrony.Compute(a, b, new(0.05, 0.09), PhaseFilter.Fourier, new())!.Value.Plv);
    }

    [Fact]
    public void Bands_share_no_frequency()
    {
        Assert.True(FrequencyBand.Lf.Contains(0.04) && FrequencyBand.Hf.Contains(0.15));
        Assert.False(FrequencyBand.Lf.Contains(0.15) || FrequencyBand.Hf.Contains(0.4) || FrequencyBand.Lf.Contains(0.0399));
        Assert.Equal(double.NaN, new CoherenceResult(1, 0.5, [1, 1]).Mean(FrequencyBand.Lf));
    }

    [Theory]
    [InlineData(0, 0.15)]
    [InlineData(0.15, 0.15)]
    [InlineData(0.15, 2)]
    [InlineData(double.NaN, 0.15)]
    public void A_band_that_cannot_be_is_refused(double fromHz, double toHz) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => PhaseSynchrony.Compute(new double[100], new double[100], new(fromHz, toHz), PhaseFilter.Butterworth, new()));

    [Fact]
    public void Series_of_different_length_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SurrogateSynchrony.Compute(new double[300], new double[299], new()));
        Assert.Throws<ArgumentException>(() => WelchCoherence.Compute(new double[300], new double[299], new()));
        Assert.Throws<ArgumentException>(() => ConcordanceIndex.Compute(new double[300], new double[299], new()));
        Assert.Throws<ArgumentException>(() => CrossRecurrence.Compute(new double[300], new double[299], new()));
        Assert.Throws<ArgumentException>(() => PhaseSynchrony.Compute(new double[300], new double[299], FrequencyBand.Lf, PhaseFilter.Fourier, new()));
    }

    [Fact]
    public void Where_nothing_recurs_there_is_a_rate_of_0_and_no_share_of_it()
    {
        var (a, b) = Delayed(400, 1);

        var crqa = CrossRecurrence.Compute(a, b, new() { Radius = 0 })!.Value;

        Assert.Equal(
            (0.0, 0, 0, double.NaN, double.NaN, double.NaN),
            (crqa.RatePercent, crqa.Diagonal.Count, crqa.Diagonal.Longest, crqa.DeterminismPercent, crqa.Diagonal.EntropyNat, crqa.Vertical.MeanLength));
    }

    /// <summary>A sum of waves of 6 to 26 s that never repeats, and the same some samples later.</summary>
    private static (double[] A, double[] B) Delayed(int n, int samples)
    {
        return ([.. Enumerable.Range(0, n).Select(i => Wave(i))], [.. Enumerable.Range(0, n).Select(i => Wave(i - samples))]);

        static double Wave(double i) =>
            70 + (4 * Math.Sin(i / 6.1)) + (3 * Math.Sin(i / 16.7)) + (2 * Math.Sin(i / 4.3)) + (3 * Math.Sin(i / 10.3 + 3 * Math.Sin(i / 97.1)));
    }

    private static PhaseSynchronyResult Phase(double[] a, double[] b, PhaseFilter filter) =>
        PhaseSynchrony.Compute(a, b, FrequencyBand.Lf, filter, new())!.Value;
}
