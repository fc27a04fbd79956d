using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.Hrv.Complexity;
using CoRegulation.Biofeedback.Analysis.Hrv.Geometry;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>All families of measures over one series of intervals, each computed when it is first asked for and then kept. For one thread at
/// a time.</summary>
public sealed class HrvMeasures
{
    private readonly Lazy<TimeDomainMeasures> _timeDomain;
    private readonly Lazy<GeometricMeasures> _geometric;
    private readonly Lazy<PoincareMeasures> _poincare;
    private readonly Lazy<double> _sampleEntropy;
    private readonly Lazy<double> _approximateEntropy;
    private readonly Lazy<DfaExponents> _dfa;
    private readonly Lazy<FragmentationMeasures> _fragmentation;
    private readonly Lazy<PowerSpectrum> _welchSpectrum;
    private readonly Lazy<BandPowers> _welch;
    private readonly Lazy<BandPowers> _welch300;
    private readonly Lazy<BandPowers> _lomb;
    private readonly Lazy<CoherenceMeasures> _coherence;
    private readonly Lazy<(double RatePerMin, double RsaMs)> _breathing;

    /// <summary>Measures of a series.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break, across which nothing is computed.</param>
    /// <param name="options">The age, which decides where breathing is looked for; the defaults when null.</param>
    /// <param name="workspace">Working memory of spectra to use again; its own when null.</param>
    public HrvMeasures(double[] nnMs, HrvOptions? options = null, SpectralWorkspace? workspace = null)
    {
        ArgumentNullException.ThrowIfNull(nnMs);
        var age = (options ?? new()).AgeYears;
        var memory = new Lazy<SpectralWorkspace>(() => workspace ?? new());
        var bands = new Lazy<SpectralBands>(() => SpectralBands.ForAge(age));
        var tachogram = new Lazy<Spectra.Tachogram>(() => Spectra.Tachogram.Resample(nnMs, memory.Value));

        _timeDomain = new(() => Hrv.TimeDomain.Compute(nnMs));
        _geometric = new(() => Hrv.Geometry.Geometric.Compute(nnMs));
        _poincare = new(() => Hrv.Geometry.Poincare.Compute(nnMs));
        _sampleEntropy = new(() => Complexity.SampleEntropy.Compute(nnMs));
        _approximateEntropy = new(() => Complexity.ApproximateEntropy.Compute(nnMs));
        _dfa = new(() => DetrendedFluctuation.Compute(nnMs));
        _fragmentation = new(() => Complexity.Fragmentation.Compute(nnMs));
        _welchSpectrum = new(() => Spectra.WelchSpectrum.Compute(tachogram.Value, WelchSetting.Segments256S, memory.Value));
        _welch = new(() => BandPowers.Of(_welchSpectrum.Value, bands.Value));
        _welch300 = new(() => BandPowers.Of(Spectra.WelchSpectrum.Compute(tachogram.Value, WelchSetting.Segments300S, memory.Value), bands.Value));
        _lomb = new(() => BandPowers.Of(LombScargleSpectrum.Compute(nnMs, memory.Value), bands.Value));
        _coherence = new(() => Spectra.Coherence.Compute(tachogram.Value, memory.Value));
        _breathing = new(() => BreathingOfSeries.Compute(nnMs, BreathingOptions.ForAge(age)));
    }

    /// <summary>Time domain.</summary>
    public TimeDomainMeasures TimeDomain => _timeDomain.Value;

    /// <summary>Histogram.</summary>
    public GeometricMeasures Geometric => _geometric.Value;

    /// <summary>Poincaré plot.</summary>
    public PoincareMeasures Poincare => _poincare.Value;

    /// <summary>Sample entropy; NaN when undefined.</summary>
    public double SampleEntropy => _sampleEntropy.Value;

    /// <summary>Approximate entropy; NaN when undefined.</summary>
    public double ApproximateEntropy => _approximateEntropy.Value;

    /// <summary>Detrended fluctuation analysis.</summary>
    public DfaExponents Dfa => _dfa.Value;

    /// <summary>Heart rate fragmentation.</summary>
    public FragmentationMeasures Fragmentation => _fragmentation.Value;

    /// <summary>Spectrum by Welch's method in segments of 256 s.</summary>
    public PowerSpectrum WelchSpectrum => _welchSpectrum.Value;

    /// <summary>Its powers.</summary>
    public BandPowers Welch => _welch.Value;

    /// <summary>Powers by Welch's method in segments of 300 s.</summary>
    public BandPowers Welch300 => _welch300.Value;

    /// <summary>Powers by Lomb's method.</summary>
    public BandPowers Lomb => _lomb.Value;

    /// <summary>Coherence.</summary>
    public CoherenceMeasures Coherence => _coherence.Value;

    /// <summary>Breaths a minute: median over windows side by side; NaN where none can be read.</summary>
    public double BreathingPerMin => _breathing.Value.RatePerMin;

    /// <summary>Respiratory sinus arrhythmia, ms: median over the same windows; NaN where none can be read.</summary>
    public double RsaMs => _breathing.Value.RsaMs;
}
