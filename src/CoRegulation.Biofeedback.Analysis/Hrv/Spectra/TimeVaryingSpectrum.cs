using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>Spectrum of NN intervals over time, window by window: beats in, finished columns out. A column is final as soon as it is there, and the
/// same whether the beats come one by one or all at once.</summary>
/// <remarks>The short-time Fourier transform: each window is a tachogram of its own, a natural spline through the beats from the last one
/// at or before its start to the first at or after its last sample, so no later beat can change it; it loses its line and gets a periodic Hann
/// window, which weighs next to nothing where the spline ends. Windows start at whole multiples of the step. O(window) a column.</remarks>
public sealed class TimeVaryingSpectrum
{
    private readonly TimeVaryingOptions _options;
    private readonly SpectralBands _bands;
    private readonly TaperedPeriodogram _periodogram;
    private readonly double[] _samples;
    private readonly double[] _density;
    private readonly ImmutableArray<double> _undefined;
    private readonly List<double> _timesMs = [];
    private readonly List<double> _nnMs = [];
    private double[] _scratch = [];
    private double _lastS = double.NegativeInfinity;
    private long _next = -1;
    private int _segment = -1;

    /// <summary>A spectrum without beats yet.</summary>
    /// <param name="options">Windows; their defaults unless told.</param>
    /// <param name="bands">Edges of LF and HF; those of adults unless told.</param>
    public TimeVaryingSpectrum(TimeVaryingOptions? options = null, SpectralBands? bands = null)
    {
        (_options, _bands) = (options ?? new(), bands ?? new());
        _samples = new double[(int)(_options.WindowS * Tachogram.SamplesPerSecond)];
        // At least twice the window: the picture of a line then has no gaps between its points.
        _periodogram = new((int)BitOperations.RoundUpToPowerOf2((uint)(2 * _samples.Length)));
        _density = new double[(_periodogram.TransformSamples / 2) + 1];
        BinHz = (double)Tachogram.SamplesPerSecond / _periodogram.TransformSamples;
        _undefined = [.. Enumerable.Repeat(double.NaN, (int)Math.Floor(_options.MaxFrequencyHz / BinHz) + 1)];
    }

    /// <summary>From one frequency of a column to the next, Hz; the first is 0.</summary>
    public double BinHz { get; }

    /// <summary>Number of frequencies of a column.</summary>
    public int Bins => _undefined.Length;

    /// <summary>All columns over a recording.</summary>
    /// <param name="timesS">Times of the beats that close the intervals, s, rising strictly; where an interval is NaN it is not looked at.</param>
    /// <param name="nnMs">NN intervals, ms, above 0. NaN marks a break.</param>
    /// <param name="options">Windows; their defaults unless told.</param>
    /// <param name="bands">Edges of LF and HF; those of adults unless told.</param>
    /// <exception cref="ArgumentException">The two differ in length, or hold what <see cref="Add(double, double, List{SpectrumColumn})"/> refuses.</exception>
    public static ImmutableArray<SpectrumColumn> Compute(
        ReadOnlySpan<double> timesS, ReadOnlySpan<double> nnMs, TimeVaryingOptions? options = null, SpectralBands? bands = null)
    {
        if (timesS.Length != nnMs.Length)
            throw new ArgumentException($"There are {timesS.Length} times and {nnMs.Length} intervals.", nameof(nnMs));
        var (spectrum, columns) = (new TimeVaryingSpectrum(options, bands), new List<SpectrumColumn>());
        for (var i = 0; i < nnMs.Length; i++)
        {
            if (double.IsNaN(nnMs[i]))
                spectrum.Break();
            else
                spectrum.Add(timesS[i], nnMs[i], columns);
        }

        return [.. columns];
    }

    /// <summary>The next beat does not follow the last one without a gap.</summary>
    public void Break()
    {
        _timesMs.Clear();
        _nnMs.Clear();
    }

    /// <summary>Takes the next beat.</summary>
    /// <param name="timeS">Its time, s; later than that of the last one.</param>
    /// <param name="nnMs">The interval that it closes, ms.</param>
    /// <param name="finished">Takes the columns whose window this beat completes, those without a spectrum too.</param>
    /// <exception cref="ArgumentException">The interval is not above 0 or not finite, or the time is not finite or not later.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="finished"/> is null.</exception>
    public void Add(double timeS, double nnMs, List<SpectrumColumn> finished)
    {
        ArgumentNullException.ThrowIfNull(finished);
        if (!(nnMs > 0) || double.IsInfinity(nnMs))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"An interval of {nnMs} ms: intervals are above 0 and finite."), nameof(nnMs));
        if (!(timeS > _lastS) || double.IsInfinity(timeS))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A beat at {timeS} s after one at {_lastS} s: times rise."), nameof(timeS));

        if (_next < 0)
            _next = (long)Math.Ceiling(timeS / _options.StepS);
        _timesMs.Add(1000 * timeS);
        _nnMs.Add(nnMs);
        for (_lastS = timeS; timeS >= LastSampleS(_next); _next++)
            finished.Add(Column(_next * _options.StepS));
        Forget();
    }

    /// <summary>Takes the next row of a corrector; it breaks where a row has no interval, or begins a new segment.</summary>
    /// <param name="row">The next row of one person.</param>
    /// <param name="finished">Takes the columns whose window this row completes.</param>
    public void Add(in Beat row, List<SpectrumColumn> finished)
    {
        if (row.IsInNext)
            return;
        if (row.NnMs is null || row.Segment != _segment)
            Break();
        _segment = row.Segment;
        if (row.NnMs is { } nnMs)
            Add(row.TimeS, nnMs, finished);
    }

    private double LastSampleS(long window) => (window * _options.StepS) + ((_samples.Length - 1.0) / Tachogram.SamplesPerSecond);

    private SpectrumColumn Column(double startS)
    {
        var endS = startS + _options.WindowS;
        var from = LastAtOrBefore(1000 * startS);
        if (from < 0)
            return new(startS, endS, _undefined, double.NaN, double.NaN);

        // Not simply the newest beat: when windows stand close, it completes several.
        var lastMs = (1000 * startS) + ((_samples.Length - 1) * Tachogram.StepMs);
        var to = LastAtOrBefore(lastMs);
        if (_timesMs[to] < lastMs)
            to++;
        var knots = CollectionsMarshal.AsSpan(_timesMs)[from..(to + 1)];
        if (_scratch.Length < 2 * knots.Length)
            _scratch = new double[4 * knots.Length];
        NaturalSpline.Read(
            knots, CollectionsMarshal.AsSpan(_nnMs)[from..(to + 1)], 1000 * startS, Tachogram.StepMs, _samples, _scratch.AsSpan(0, 2 * knots.Length));

        Array.Clear(_density);
        _periodogram.Add(_samples, _density, 1);
        var powers = BandPowers.Of(_density, 0, BinHz, _bands);
        return new(startS, endS, [.. _density.AsSpan(0, Bins)], powers.LfMs2, powers.HfMs2);
    }

    private int LastAtOrBefore(double timeMs)
    {
        var found = _timesMs.BinarySearch(timeMs);
        return found >= 0 ? found : ~found - 1;
    }

    // Only now and then, since the rest moves up.
    private void Forget()
    {
        var old = LastAtOrBefore(1000 * _next * _options.StepS);
        if (old <= _timesMs.Count / 2)
            return;
        _timesMs.RemoveRange(0, old);
        _nnMs.RemoveRange(0, old);
    }
}
