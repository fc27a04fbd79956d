using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>The measures of heart-rate variability that are computed. A new one is a line here, and its formula.</summary>
public static class HrvMetrics
{
    /// <summary>The same measures without smallest lengths and largest shares; what would take too long stays limited.</summary>
    public static ImmutableArray<HrvMetric> Raw() =>
        [.. All(new()).Select(metric => metric with { Needs = HrvNeeds.None with { MaximumIntervals = metric.Needs.MaximumIntervals } })];

    /// <summary>All measures, in the order in which they are written.</summary>
    /// <param name="options">Windows and minimums.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static ImmutableArray<HrvMetric> All(HrvOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. TimeDomain(options),
            .. Histogram(options).Select(metric => metric with { Family = HrvFamily.Geometry }),
            .. PoincarePlot(options).Select(metric => metric with { Family = HrvFamily.NonLinear }),
            .. Complexities(options).Select(metric => metric with { Family = HrvFamily.NonLinear }),
            .. Spectral(options).Select(metric => metric with { Family = HrvFamily.FrequencyDomain }),
            .. Breaths().Select(metric => metric with { Family = HrvFamily.Breathing }),
        ];
    }

    private static IEnumerable<HrvMetric> TimeDomain(HrvOptions options)
    {
        return
        [
            Short("meanNN", "ms", "mean NN interval", t => t.MeanNnMs),
            Long("sdnn", "ms", "SD of the NN intervals", t => t.SdnnMs),
            Short("rmssd", "ms", "root mean square of successive differences", t => t.RmssdMs),
            Short("sdsd", "ms", "SD of successive differences", t => t.SdsdMs),
            Short("nn50", "", "successive differences above 50 ms", t => t.Nn50),
            Short("pnn50", "percent", "share of successive differences above 50 ms", t => t.Pnn50Percent),
            Short("nn20", "", "successive differences above 20 ms", t => t.Nn20),
            Short("pnn20", "percent", "share of successive differences above 20 ms", t => t.Pnn20Percent),
            Short("meanHR", "bpm", "mean of 60000/NN", t => t.MeanHrBpm),
            Short("meanHRfromMeanNN", "bpm", "60000 / mean NN", t => t.MeanHrFromMeanNnBpm),
            Long("sdHR", "bpm", "SD of 60000/NN", t => t.SdHrBpm),
            Short("minHR", "bpm", "heart rate of the longest NN interval", t => t.MinHrBpm),
            Short("maxHR", "bpm", "heart rate of the shortest NN interval", t => t.MaxHrBpm),
            Short("minNN", "ms", "shortest NN interval", t => t.MinNnMs),
            Short("maxNN", "ms", "longest NN interval", t => t.MaxNnMs),
            Long("cvnn", "", "SDNN / mean NN", t => t.CvNn),
            Short("cvsd", "", "RMSSD / mean NN", t => t.CvSd),
            Short("medianNN", "ms", "median NN interval", t => t.MedianNnMs),
            Long("madNN", "ms", "1.4826 times the median distance from the median", t => t.MadNnMs),
            Long("iqrNN", "ms", "distance between the quartiles", t => t.IqrNnMs),
            Long("prc20NN", "ms", "20th percentile", t => t.Percentile20NnMs),
            Long("prc80NN", "ms", "80th percentile", t => t.Percentile80NnMs),
        ];

        HrvMetric Short(string key, string unit, string meaning, Func<TimeDomainMeasures, double> value) =>
            Metric(key, unit, meaning, options.ShortWindowS, options.ShortMinimumS, value);

        HrvMetric Long(string key, string unit, string meaning, Func<TimeDomainMeasures, double> value) =>
            Metric(key, unit, meaning, options.LongWindowS, options.LongMinimumS, value);

        HrvMetric Metric(string key, string unit, string meaning, double windowS, double minimumS, Func<TimeDomainMeasures, double> value) =>
            new(key, unit, meaning, windowS, new(minimumS, options.MaxCorrectedShare), m => value(m.TimeDomain)) { OfTimeDomain = value };
    }

    private static IEnumerable<HrvMetric> Histogram(HrvOptions options)
    {
        var (twentyMinutes, asSdnn) = (new HrvNeeds(options.GeometricMinimumS, options.MaxCorrectedShare), new HrvNeeds(options.LongMinimumS, options.MaxCorrectedShare));
        return
        [
            Long("hti", "", "triangular index: intervals / height of their histogram", twentyMinutes, m => m.Geometric.TriangularIndex),
            Long("tinn", "ms", "base of the triangle that fits the histogram", twentyMinutes, m => m.Geometric.TinnMs),
            Long("baevskySI", "1/s²", "Baevsky's index: peak of the histogram over centre and range; a shape, not a person's stress", asSdnn, m => m.Geometric.BaevskySI),
            Long("baevskySqrtSI", "1/s", "its square root", asSdnn, m => m.Geometric.BaevskySqrtSI),
        ];

        HrvMetric Long(string key, string unit, string meaning, HrvNeeds needs, Func<HrvMeasures, double> value) =>
            new(key, unit, meaning, options.LongWindowS, needs, value);
    }

    private static IEnumerable<HrvMetric> PoincarePlot(HrvOptions options)
    {
        var (asRmssd, asSdnn) = (new HrvNeeds(options.ShortMinimumS, options.MaxCorrectedShare), new HrvNeeds(options.LongMinimumS, options.MaxCorrectedShare));
        return
        [
            new("sd1", "ms", "SD across the diagonal of the Poincaré plot", options.ShortWindowS, asRmssd, m => m.Poincare.Sd1Ms),
            new("sd2", "ms", "SD along the diagonal of the Poincaré plot", options.LongWindowS, asSdnn, m => m.Poincare.Sd2Ms),
            new("sd2sd1", "", "SD2 / SD1", options.LongWindowS, asSdnn, m => m.Poincare.Sd2Sd1),
            new("ellipseArea", "ms²", "area of the ellipse with both as half axes", options.LongWindowS, asSdnn, m => m.Poincare.EllipseAreaMs2),
        ];
    }

    private static IEnumerable<HrvMetric> Complexities(HrvOptions options)
    {
        var ordered = new HrvNeeds(options.LongMinimumS, options.MaxCorrectedShareOfSpectra) { CautionCorrectedShare = options.CautionCorrectedShare };
        var entropy = ordered with { MinimumIntervals = options.EntropyMinIntervals };
        return
        [
            Long("sampEn", "", "sample entropy: how seldom what is alike goes on alike", entropy with { MaximumIntervals = options.SampleEntropyMaxIntervals }, m => m.SampleEntropy),
            Long("apEn", "", "approximate entropy, its older relative", entropy with { MaximumIntervals = options.ApproximateEntropyMaxIntervals }, m => m.ApproximateEntropy),
            Long("dfaAlpha1", "", "growth of fluctuations over 4 to 16 intervals", ordered with { MinimumIntervals = options.DfaShortMinIntervals }, m => m.Dfa.Alpha1),
            Long("dfaAlpha2", "", "growth of fluctuations over 16 to 64 intervals", ordered with { MinimumIntervals = options.DfaLongMinIntervals }, m => m.Dfa.Alpha2),
            Long("pip", "percent", "intervals at which the heart rate turns", ordered, m => m.Fragmentation.PipPercent),
            Long("ials", "", "inverse mean length of what goes one way", ordered, m => m.Fragmentation.Ials),
            Long("pss", "percent", "intervals that do not go one way for three or more", ordered, m => m.Fragmentation.PssPercent),
            Long("pas", "percent", "intervals in stretches of four or more that turn at every beat", ordered, m => m.Fragmentation.PasPercent),
        ];

        HrvMetric Long(string key, string unit, string meaning, HrvNeeds needs, Func<HrvMeasures, double> value) =>
            new(key, unit, meaning, options.LongWindowS, needs, value);
    }

    private static IEnumerable<HrvMetric> Spectral(HrvOptions options)
    {
        var (hf, lf, vlf) = (Needs(options.HfMinimumS), Needs(options.LfMinimumS), Needs(options.VlfMinimumS));
        var coherence = Needs(options.CoherenceMinimumS);
        return
        [
            .. Bands("welch", "Welch, segments of 256 s", m => m.Welch),
            Long("welch_segments", "", "segments of 256 s that were averaged", hf, m => m.WelchSpectrum.Segments),
            .. Bands("welch300", "Welch, segments of 300 s", m => m.Welch300),
            .. Bands("lomb", "Lomb", m => m.Lomb).Select(metric => metric with { Needs = metric.Needs with { MaximumIntervals = options.LombMaxIntervals } }),
            Long("coherence_first64s", "", "power around the largest peak over all other power, first 64 s", coherence, m => m.Coherence.First),
            Long("coherence_first64s_peak", "Hz", "frequency of that peak", coherence, m => m.Coherence.FirstPeakHz),
            Long("coherence_mean", "", "the same, mean over windows of 64 s", coherence, m => m.Coherence.Mean),
        ];

        IEnumerable<HrvMetric> Bands(string prefix, string method, Func<HrvMeasures, BandPowers> of) =>
        [
            Long($"{prefix}_vlf", "ms²", $"power of very low frequency ({method})", vlf, m => of(m).VlfMs2),
            Long($"{prefix}_lf", "ms²", $"power of low frequency ({method})", lf, m => of(m).LfMs2),
            Long($"{prefix}_hf", "ms²", $"power of high frequency ({method})", hf, m => of(m).HfMs2),
            Long($"{prefix}_total", "ms²", $"power of all three ({method})", vlf, m => of(m).TotalMs2),
            Long($"{prefix}_lfhf", "", $"LF / HF ({method})", lf, m => of(m).LfHf),
            Long($"{prefix}_lfnu", "percent", $"LF in LF + HF ({method})", lf, m => of(m).LfNuPercent),
            Long($"{prefix}_hfnu", "percent", $"HF in LF + HF ({method})", lf, m => of(m).HfNuPercent),
            Long($"{prefix}_lfPeak", "Hz", $"frequency of the largest density in LF ({method})", lf, m => of(m).LfPeakHz),
            Long($"{prefix}_hfPeak", "Hz", $"frequency of the largest density in HF ({method})", hf, m => of(m).HfPeakHz),
        ];

        HrvMetric Long(string key, string unit, string meaning, HrvNeeds needs, Func<HrvMeasures, double> value) =>
            new(key, unit, meaning, options.LongWindowS, needs, value);

        HrvNeeds Needs(double minimumRunS) => new(minimumRunS, options.MaxCorrectedShareOfSpectra)
        {
            MinimumRunS = minimumRunS,
            CautionCorrectedShare = options.CautionCorrectedShare,
        };
    }

    private static IEnumerable<HrvMetric> Breaths()
    {
        var breathing = new BreathingOptions();
        var needs = new HrvNeeds(breathing.MinimumS, breathing.MaxCorrectedShare) { MinimumRunS = breathing.MinimumS };
        return
        [
            new("breathingPerMin", "1/min", "breaths a minute, read from the beats", breathing.WindowS, needs, m => m.BreathingPerMin),
            new("rsaMs", "ms", "respiratory sinus arrhythmia: longest less shortest interval of a breath", breathing.WindowS, needs, m => m.RsaMs),
        ];
    }
}
