using System.Numerics;
using BenchmarkDotNet.Attributes;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;
using MathNet.Numerics.IntegralTransforms;
using MathNet.Numerics.Providers.FourierTransform;

namespace CoRegulation.Biofeedback.Benchmarks.Hrv;

/// <summary>Welch's spectrum and the bands of a day of beats: budget 15 ms. Does our transform earn its place beside MathNet's, which here does
/// nothing but transform the same 589 segments, two in one?</summary>
[MemoryDiagnoser]
public class WelchBenchmark
{
    private const int Segments = 589;

    private readonly double[] _nnMs = BeatsOfADay.NnMs(80_000);
    private readonly Complex[] _segment = new Complex[1024];
    private readonly SpectralWorkspace _workspace = new();
    private Tachogram _tachogram = Tachogram.Resample([800]);

    [GlobalSetup]
    public void Make()
    {
        FourierTransformControl.UseManaged();
        _tachogram = Tachogram.Resample(_nnMs);
    }

    [Benchmark(Baseline = true)]
    public Complex TransformsOfMathNet()
    {
        for (var pair = 0; pair < Segments / 2; pair++)
        {
            for (var j = 0; j < _segment.Length; j++)
                _segment[j] = new(_nnMs[j], _nnMs[j + 512]);
            Fourier.Forward(_segment, FourierOptions.NoScaling);
        }

        return _segment[1];
    }

    [Benchmark]
    public BandPowers FromTheTachogram() => BandPowers.Of(WelchSpectrum.Compute(_tachogram, null, _workspace));

    [Benchmark]
    public BandPowers FromTheBeats() => BandPowers.Of(WelchSpectrum.Compute(_nnMs, null, _workspace));

    [Benchmark]
    public BandPowers FromTheBeatsInSegmentsOf300S() => BandPowers.Of(WelchSpectrum.Compute(_nnMs, WelchSetting.Segments300S, _workspace));
}
