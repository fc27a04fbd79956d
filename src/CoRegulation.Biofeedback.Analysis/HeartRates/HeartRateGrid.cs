using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.HeartRates;

/// <summary>Heart rate of one person in bpm at t = k/4 s, as far as the beats so far settle it; the newest samples are kept.</summary>
/// <remarks>At the beat that closes an NN interval the heart rate is 60000/NN; between two such beats it is interpolated
/// linearly. Nothing is interpolated from one segment to another or over a longer time than the options allow, and nothing is
/// continued beyond the first and the last beat: those samples are NaN. A sample is final as soon as it is known.</remarks>
public sealed class HeartRateGrid
{
    /// <summary>Samples a second: 4 Hz holds everything up to 2 Hz, far above any rhythm of the heart rate.</summary>
    public const int SamplesPerSecond = 4;

    private readonly double[] _bpm;
    private readonly double _maxBridgeS;
    private double _lastTimeS = double.NaN;
    private double _lastBpm;
    private int _segment = -1;

    internal HeartRateGrid(HeartRateOptions options)
    {
        _bpm = new double[(int)(options.KeptS * SamplesPerSecond)];
        _maxBridgeS = options.MaxBridgeS;
    }

    /// <summary>Number of samples known so far: those at index 0 to Count - 1.</summary>
    public long Count { get; private set; }

    /// <summary>Index of the oldest sample that is still kept.</summary>
    public long FirstKept => Math.Max(0, Count - _bpm.Length);

    /// <summary>Heart rate at t = index/4 s, bpm; NaN in a gap, and for a sample that is not kept any more.</summary>
    /// <param name="index">From 0 to Count - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sample is not known yet, or the index is negative.</exception>
    public double this[long index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return index < FirstKept ? double.NaN : _bpm[index % _bpm.Length];
        }
    }

    /// <summary>Takes the next decided beat; afterwards <see cref="Count"/> may have grown.</summary>
    internal void Add(in Beat beat)
    {
        if (beat.Segment != _segment)
        {
            _segment = beat.Segment;
            _lastTimeS = double.NaN;
        }

        // Only now, with a beat beyond the longest bridge, is it certain that the samples in between stay without a value.
        if (!(beat.TimeS - _lastTimeS <= _maxBridgeS))
            _lastTimeS = double.NaN;

        if (beat.NnMs is { } nnMs)
            Close(beat.TimeS, 60_000 / nnMs);
        else if (double.IsNaN(_lastTimeS))
            LeaveOpen(beat.TimeS);
    }

    private void Close(double timeS, double bpm)
    {
        if (double.IsNaN(_lastTimeS))
        {
            LeaveOpen(timeS);
        }
        else
        {
            var slope = (bpm - _lastBpm) / (timeS - _lastTimeS);
            for (; TimeS(Count) < timeS; Count++)
                _bpm[Count % _bpm.Length] = _lastBpm + (slope * (TimeS(Count) - _lastTimeS));
        }

        if (TimeS(Count) == timeS)
            _bpm[Count++ % _bpm.Length] = bpm;
        (_lastTimeS, _lastBpm) = (timeS, bpm);
    }

    private void LeaveOpen(double untilS)
    {
        for (; TimeS(Count) < untilS; Count++)
            _bpm[Count % _bpm.Length] = double.NaN;
    }

    private static double TimeS(long index) => index / (double)SamplesPerSecond;
}
