using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>The current episode, from heart-rate samples in order; nothing that was said is revised.</summary>
/// <remarks>It cannot look ahead as <see cref="EpisodeFinder"/> does, and so asks for a larger rise. The running median is of the last 10 s and is
/// taken to speak of their middle. O(log n) a sample.</remarks>
internal sealed class EpisodeTracker
{
    private const int PerSecond = HeartRateGrid.SamplesPerSecond;

    private readonly EpisodeOptions _options;
    private readonly SortedWindow _window;
    private readonly RunningLowest _lowest;
    private readonly double[] _recent;
    private readonly int _behind;
    private Baseline? _baseline;
    private double _smoothed = double.NaN;
    private Course? _course;
    private long _highSince = -1;
    private bool _hasSmoothed;

    public EpisodeTracker(EpisodeOptions options)
    {
        _options = options;
        _window = new(options.SmoothingSamples);
        _lowest = new((int)(options.LiveRiseS * PerSecond));
        _recent = new double[(int)(options.LiveRiseS * PerSecond)];
        _behind = options.SmoothingSamples / 2;
    }

    /// <summary>Takes the heart rate at index/4 s, bpm or NaN, with the baseline known by then.</summary>
    public void Add(long index, double bpm, Baseline? baseline)
    {
        _baseline = baseline;
        _window.Add(bpm);
        _smoothed = 2 * _window.Finite >= _options.SmoothingSamples ? _window.Median : double.NaN;
        if (double.IsNaN(_smoothed))
        {
            // A gap ends what was going on: where the heart rate went in it is not known.
            _course = null;
            _highSince = -1;
            _lowest.Clear();
            return;
        }

        _hasSmoothed = true;
        _lowest.Add(index, _smoothed);
        _recent[index % _recent.Length] = _smoothed;
        if (baseline is not { } own)
            return;

        // Asked first, for a rise above the peak so far would move that peak.
        var onset = Begins(index, own);
        _course?.Advance(index, _smoothed, _options);
        if (onset is { } start)
            _course = new Course(own, start, index, _smoothed);
        else if (_course is { } shown && shown.IsOver(index, _options))
            _course = null;
    }

    /// <summary>What is known of the episode at a time, s.</summary>
    public EpisodeReading Read(double nowS)
    {
        if (double.IsNaN(_smoothed))
            return EpisodeReading.Missing(_hasSmoothed ? ReadingState.NotEnoughData : ReadingState.WarmingUp);
        if (_baseline is null)
            return EpisodeReading.Missing(ReadingState.WarmingUp);
        return EpisodeReading.Of(_course is not { } course ? null : new EpisodeNow(
            nowS - TimeS(course.Onset),
            nowS - TimeS(course.Peak),
            course.PeakBpm - course.Own.Bpm,
            course.Back < 0 ? null : (course.Back - course.Peak) / (double)PerSecond));
    }

    private long? Begins(long index, Baseline own)
    {
        var above = _smoothed - own.Bpm;
        var isHigh = above > Math.Max(_options.HighBpm, _options.HighSpreads * own.SpreadBpm);
        _highSince = !isHigh ? -1 : _highSince < 0 ? index : _highSince;

        var (trough, troughBpm) = _lowest.Lowest;
        var hasRisen = _smoothed - troughBpm >= _options.LiveBpm && above >= Math.Max(_options.LiveBpm, _options.LiveSpreads * own.SpreadBpm);
        var hasStayedHigh = _highSince >= 0 && index - _highSince >= (int)(_options.HighS * PerSecond);
        // Within an episode only a rise from a low after its peak is another one.
        var begins = _course is { Back: < 0 } running ? hasRisen && trough > running.Peak : hasRisen || hasStayedHigh;
        return begins ? RiseStart(trough, troughBpm, index) : null;
    }

    /// <summary>Where the straight line from a fifth of the rise so far to its end leaves the trough.</summary>
    private long RiseStart(long trough, double troughBpm, long index)
    {
        var low = index;
        while (low > trough && _recent[low % _recent.Length] > troughBpm + (0.2 * (_smoothed - troughBpm)))
            low--;
        return Math.Max(trough, low - ((index - low) / 4));
    }

    private double TimeS(long index) => (index - _behind) / (double)PerSecond;

    /// <summary>An episode on its way; indices are those of the running median.</summary>
    private sealed class Course(Baseline own, long onset, long peak, double peakBpm)
    {
        private long _down = -1;

        /// <summary>The baseline when it began.</summary>
        public Baseline Own { get; } = own;

        public long Onset { get; } = onset;

        public long Peak { get; private set; } = peak;

        public double PeakBpm { get; private set; } = peakBpm;

        /// <summary>When the heart rate came back; negative before it was.</summary>
        public long Back { get; private set; } = -1;

        private long KnownSince { get; set; }

        public void Advance(long index, double bpm, EpisodeOptions options)
        {
            if (Back >= 0)
                return;
            if (bpm > PeakBpm)
                (Peak, PeakBpm) = (index, bpm);
            var limitBpm = Own.Bpm + Math.Max(options.ReturnSpreads * Own.SpreadBpm, options.ReturnBpm);
            _down = bpm > limitBpm ? -1 : _down < 0 ? index : _down;
            if (_down >= 0 && index - _down >= (int)(options.ReturnStayS * PerSecond))
                (Back, KnownSince) = (_down, index);
        }

        /// <summary>Whether it was shown for long enough after the return.</summary>
        public bool IsOver(long index, EpisodeOptions options) => Back >= 0 && index - KnownSince >= (int)(options.LiveShownS * PerSecond);
    }
}
