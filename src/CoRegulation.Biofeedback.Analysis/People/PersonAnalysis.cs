using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.Episodes;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Readings;

namespace CoRegulation.Biofeedback.Analysis.People;

/// <summary>Everything about one person, from beats in order: live, in a replay and offline alike.</summary>
/// <remarks>Windows end at the newest decided beat, so that readings depend on the beats alone and reading changes nothing. Memory is bounded
/// whatever the length of the session.</remarks>
public sealed class PersonAnalysis
{
    private readonly AnalysisOptions _options;
    private readonly IPersonObserver? _observer;
    private readonly IArtefactCorrector _corrector;
    private readonly List<Beat> _decided = [];
    private readonly NnWindow _shown;
    private readonly HrvWindows _hrv;
    private readonly BreathingTracker _breathing;
    private readonly BaselineTracker _baseline;
    private readonly EpisodeTracker _episode;
    private readonly Baseline?[] _baselines;
    private readonly (double TimeS, BreathingEstimate Estimate)[] _breaths;
    private Rhythm? _rhythm;
    private int _segment = -1;
    private double _segmentStartS;
    private double _newestS = double.NaN;
    private double _decidedS = double.NaN;
    private double _resumedS = double.NaN;

    /// <summary>An analysis that has seen nothing yet.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="observer">Hears of each decided beat and each heart-rate sample; null when nobody listens.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public PersonAnalysis(AnalysisOptions options, IPersonObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _observer = observer;
        _corrector = ArtefactCorrection.Create(options.Artefacts);
        _shown = new NnWindow(options.HeartRate.ShownWindowS);
        _hrv = new HrvWindows(options.Hrv);
        _breathing = new BreathingTracker(options.Breathing);
        _baseline = new BaselineTracker(options.Baseline);
        _episode = new EpisodeTracker(options.Episodes);
        _baselines = new Baseline?[(int)(options.HeartRate.KeptS * HeartRateGrid.SamplesPerSecond)];
        _breaths = new (double, BreathingEstimate)[_baselines.Length];
        HeartRate = new HeartRateGrid(options.HeartRate);
    }

    /// <summary>Heart rate on the 4 Hz grid, as far as it is known.</summary>
    public HeartRateGrid HeartRate { get; }

    /// <summary>The person's own baseline as known by now; null while there is none.</summary>
    public Baseline? Baseline => _baseline.Current;

    /// <summary>The measures of heart-rate variability that <see cref="Read(string, double)"/> knows.</summary>
    public ImmutableArray<HrvMetric> Metrics => _hrv.Metrics;

    /// <summary>Takes the next beat.</summary>
    /// <param name="beat">The next beat of this person, not earlier than the one before.</param>
    public void Add(in TimedBeat beat)
    {
        if (beat.Segment != _segment)
            (_segment, _segmentStartS) = (beat.Segment, beat.TimeS - (beat.RrMs / 1000));
        if (beat.TimeS - _newestS > _options.HeartRate.StaleAfterS)
            _resumedS = beat.TimeS;
        _newestS = beat.TimeS;
        _corrector.Add(beat, _decided);
        TakeDecided();
    }

    /// <summary>A phase of the session begins; that of the baseline has a meaning here.</summary>
    /// <param name="label">Its label.</param>
    /// <param name="timeS">When, s since session start; not before the newest beat.</param>
    public void BeginPhase(string label, double timeS) => _baseline.BeginPhase(label, timeS);

    /// <summary>No more beats come: those that wait are decided.</summary>
    public void Finish()
    {
        _corrector.Flush(_decided);
        TakeDecided();
    }

    /// <summary>What is known of the person.</summary>
    /// <param name="nowS">Session time, s; not before the newest beat.</param>
    public PersonReadings Read(double nowS)
    {
        var heartRate = ReadHeartRate(nowS);
        return new PersonReadings
        {
            HeartRateBpm = heartRate,
            RmssdMs = Read("rmssd", nowS),
            SdnnMs = Read("sdnn", nowS),
            Pnn50Percent = Read("pnn50", nowS),
            BreathingPerMin = ReadBreathing(nowS, estimate => estimate.RatePerMin),
            RsaMs = ReadBreathing(nowS, estimate => estimate.RsaMs),
            CorrectedPercent = ReadCorrected(nowS),
            Rhythm = IsStale(nowS) ? null : _rhythm,
            BaselineBpm = ReadBaseline(baseline => baseline.Bpm),
            BaselineSpreadBpm = ReadBaseline(baseline => baseline.SpreadBpm),
            BaselineSd = heartRate.Value is { } bpm
                ? ReadBaseline(baseline => baseline.DistanceSd(bpm))
                : Reading.Missing(heartRate.State),
            Episode = IsStale(nowS) ? EpisodeReading.Missing(ReadingState.Stale) : _episode.Read(nowS),
        };
    }

    /// <summary>One measure of heart-rate variability over its own window.</summary>
    /// <param name="key">The key of one of <see cref="Metrics"/>.</param>
    /// <param name="nowS">Session time, s; not before the newest beat.</param>
    /// <exception cref="KeyNotFoundException">There is no such measure.</exception>
    public Reading Read(string key, double nowS)
    {
        var metric = _hrv.Metric(key);
        if (IsStale(nowS))
            return Reading.Missing(ReadingState.Stale);
        if (metric.Needs.IsTooShort(_hrv.Quality(key)))
            return Reading.Missing(_newestS - _segmentStartS < metric.WindowS || _segment < 0 ? ReadingState.WarmingUp : ReadingState.NotEnoughData);
        return Of(_hrv.Read(key).Value.Value);
    }

    /// <summary>Whether readings are too old to be shown: no beat of late, or none decided yet since they came back. False before the first beat.</summary>
    internal bool IsStale(double nowS) => nowS - _newestS > _options.HeartRate.StaleAfterS || _decidedS < _resumedS;

    /// <summary>The baseline as known when the sample at index was.</summary>
    internal Baseline? BaselineAt(long index) =>
        index < HeartRate.FirstKept ? null : _baselines[index % _baselines.Length];

    /// <summary>Breathing as known when the sample at index was, with the end of its window, s: NaN where there is none.</summary>
    internal (double TimeS, BreathingEstimate Estimate) BreathingAt(long index) =>
        index < HeartRate.FirstKept ? (double.NaN, default) : _breaths[index % _breaths.Length];

    private Reading ReadHeartRate(double nowS)
    {
        if (IsStale(nowS))
            return Reading.Missing(ReadingState.Stale);
        if (_shown.Count >= _options.HeartRate.ShownMinIntervals)
            return Reading.Of(60_000 / _shown.MeanNnMs);
        return Reading.Missing(
            _segment < 0 || _newestS - _segmentStartS < _shown.LengthS ? ReadingState.WarmingUp : ReadingState.NotEnoughData);
    }

    private Reading ReadBreathing(double nowS, Func<BreathingEstimate, double> value)
    {
        if (IsStale(nowS))
            return Reading.Missing(ReadingState.Stale);
        return _breathing.Current switch
        {
            { IsRead: true } estimate => Of(value(estimate)),
            { Doubt: BreathingDoubt.TooShort } => Reading.Missing(ReadingState.WarmingUp),
            _ => Reading.Missing(ReadingState.NotEnoughData),
        };
    }

    private Reading ReadCorrected(double nowS)
    {
        if (IsStale(nowS))
            return Reading.Missing(ReadingState.Stale);
        // Where no interval is normal there is no RMSSD either, and the share says why.
        var quality = _hrv.Quality("rmssd");
        return quality.CoverageS < _options.Hrv.ShortMinimumS && !(_newestS - _segmentStartS >= _options.Hrv.ShortMinimumS)
            ? Reading.Missing(ReadingState.WarmingUp)
            : Reading.Of(100 * quality.CorrectedShare);
    }

    private Reading ReadBaseline(Func<Baseline, double> value) =>
        _baseline.Current is { } baseline ? Of(value(baseline)) : Reading.Missing(ReadingState.WarmingUp);

    private static Reading Of(double value) =>
        double.IsFinite(value) ? Reading.Of(value) : Reading.Missing(ReadingState.NotEnoughData);

    private void TakeDecided()
    {
        foreach (var beat in _decided)
        {
            _observer?.OnBeat(beat);
            _decidedS = beat.TimeS;
            _shown.Add(beat);
            _hrv.Add(beat);
            _rhythm = beat.Flag is BeatFlag.Irregular or BeatFlag.Crowded ? Rhythm.NotRecoverable : Rhythm.Sinus;
            if (_breathing.Add(beat))
                _observer?.OnBreathing(_breathing.CurrentS, _breathing.Current);

            var known = HeartRate.Count;
            HeartRate.Add(beat);
            for (; known < HeartRate.Count; known++)
            {
                _baseline.Add(known, HeartRate[known]);
                _baselines[known % _baselines.Length] = _baseline.Current;
                _breaths[known % _breaths.Length] = (_breathing.CurrentS, _breathing.Current);
                _episode.Add(known, HeartRate[known], _baseline.Current);
                _observer?.OnHeartRate(known, HeartRate[known]);
            }
        }

        _decided.Clear();
    }
}
