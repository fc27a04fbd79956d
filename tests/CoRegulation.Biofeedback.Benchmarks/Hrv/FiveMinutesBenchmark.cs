using BenchmarkDotNet.Attributes;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

namespace CoRegulation.Biofeedback.Benchmarks.Hrv;

/// <summary>The spectra of five minutes: 1 ms for all measures together leaves about 0.6 ms for <see cref="All"/>.</summary>
[MemoryDiagnoser]
public class FiveMinutesBenchmark
{
    private readonly double[] _nnMs = BeatsOfADay.NnMs(400);
    private readonly SpectralWorkspace _workspace = new();

    [Benchmark]
    public Tachogram Resampled() => Tachogram.Resample(_nnMs, _workspace);

    [Benchmark]
    public PowerSpectrum Welch256() => WelchSpectrum.Compute(_nnMs, null, _workspace);

    [Benchmark]
    public PowerSpectrum Welch300() => WelchSpectrum.Compute(_nnMs, WelchSetting.Segments300S, _workspace);

    [Benchmark]
    public PowerSpectrum Lomb() => LombScargleSpectrum.Compute(_nnMs, _workspace);

    [Benchmark]
    public CoherenceMeasures Coherent() => Coherence.Compute(_nnMs, _workspace);

    [Benchmark]
    public double All() => Together(_workspace);

    [Benchmark]
    public double AllWithoutAWorkspace() => Together(new());

    private double Together(SpectralWorkspace workspace)
    {
        var tachogram = Tachogram.Resample(_nnMs, workspace);
        return BandPowers.Of(WelchSpectrum.Compute(tachogram, null, workspace)).HfMs2
            + BandPowers.Of(WelchSpectrum.Compute(tachogram, WelchSetting.Segments300S, workspace)).HfMs2
            + BandPowers.Of(LombScargleSpectrum.Compute(_nnMs, workspace)).HfMs2
            + Coherence.Compute(tachogram, workspace).Mean;
    }
}
