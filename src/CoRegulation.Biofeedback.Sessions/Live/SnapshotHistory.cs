using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>What strips and maps draw of all snapshots of a run, as compact columns, 48 bytes a snapshot at most, and the beats
/// of each person.
/// One writer and any number of readers at once.</summary>
public sealed class SnapshotHistory
{
    private readonly Lock _lock = new();
    private readonly long _firstIndex;
    private readonly List<float>[] _heartRateBpm;
    private readonly List<float>[] _baselineSd;
    private readonly Baseline?[] _baselines;
    private readonly List<Beat>[] _beats;
    private readonly List<int>[] _beatsBefore;
    private readonly List<float> _r = [];
    private readonly List<float> _lagS = [];
    private readonly List<float> _distanceBpm = [];
    private readonly List<float> _slopeBpmPerMin = [];
    private readonly List<ConvergenceState?> _convergence = [];
    private readonly List<SynchronyWindow> _windows = [];
    private LiveVerdict _verdict = LiveVerdict.NotYet;

    /// <summary>An empty history.</summary>
    /// <param name="people">Number of people, 1 or 2.</param>
    /// <param name="lagsS">Lags of the synchrony windows, s, ascending; empty for one person.</param>
    /// <param name="firstIndex">Index of the first snapshot that will come.</param>
    public SnapshotHistory(int people, ImmutableArray<double> lagsS, long firstIndex = 0)
    {
        _firstIndex = firstIndex;
        _heartRateBpm = [.. Enumerable.Range(0, people).Select(_ => new List<float>())];
        _baselineSd = [.. Enumerable.Range(0, people).Select(_ => new List<float>())];
        _baselines = new Baseline?[people];
        _beats = [.. Enumerable.Range(0, people).Select(_ => new List<Beat>())];
        _beatsBefore = [.. Enumerable.Range(0, people).Select(_ => new List<int>())];
        LagsS = lagsS;
    }

    /// <summary>Lags of the synchrony windows, s, ascending; positive: B follows A.</summary>
    public ImmutableArray<double> LagsS { get; }

    /// <summary>Index of the snapshot that will come next.</summary>
    public long NextIndex
    {
        get
        {
            lock (_lock)
                return _firstIndex + _heartRateBpm[0].Count;
        }
    }

    /// <summary>The synchrony windows so far, in order of time; an unchanging copy.</summary>
    public ImmutableArray<SynchronyWindow> Windows
    {
        get
        {
            lock (_lock)
                return [.. _windows];
        }
    }

    /// <summary>Whether the pair moves together beyond chance, as known at the newest snapshot.</summary>
    public LiveVerdict Verdict
    {
        get
        {
            lock (_lock)
                return _verdict;
        }
    }

    /// <summary>Adds the next snapshot.</summary>
    /// <exception cref="ArgumentException">Its index is not <see cref="NextIndex"/>, or it has other people.</exception>
    public void Add(Snapshot snapshot)
    {
        lock (_lock)
        {
            var next = _firstIndex + _heartRateBpm[0].Count;
            if (snapshot.Index != next || snapshot.People.Length != _heartRateBpm.Length)
                throw new ArgumentException($"Snapshot {snapshot.Index} of {snapshot.People.Length} people does not follow: {next} of {_heartRateBpm.Length} is next.", nameof(snapshot));
            for (var i = 0; i < _heartRateBpm.Length; i++)
            {
                _heartRateBpm[i].Add(Number(snapshot.People[i].HeartRateBpm));
                _baselineSd[i].Add(Number(snapshot.People[i].BaselineSd));
                _baselines[i] = snapshot.People[i] is { BaselineBpm.Value: { } bpm, BaselineSpreadBpm.Value: { } spreadBpm }
                    ? new Baseline(bpm, spreadBpm, IsFromPhase: false, FromS: double.NaN, ToS: double.NaN)
                    : null;
                _beatsBefore[i].Add(_beats[i].Count);
                _beats[i].AddRange(snapshot.People[i].NewBeats);
            }

            if (_heartRateBpm.Length < 2)
                return;
            _r.Add(Number(snapshot.Dyad?.R ?? default));
            _lagS.Add(Number(snapshot.Dyad?.LagS ?? default));
            _distanceBpm.Add(Number(snapshot.Dyad?.DistanceBpm ?? default));
            _slopeBpmPerMin.Add(Number(snapshot.Dyad?.SlopeBpmPerMin ?? default));
            _convergence.Add(snapshot.Dyad?.Convergence);
            _verdict = snapshot.Dyad?.Verdict ?? _verdict;
        }
    }

    /// <summary>Adds the next synchrony window.</summary>
    /// <exception cref="ArgumentException">It has another number of lags.</exception>
    public void Add(SynchronyWindow window)
    {
        if (window.R.Length != LagsS.Length)
            throw new ArgumentException($"The window has {window.R.Length} lags and the history {LagsS.Length}.", nameof(window));
        lock (_lock)
            _windows.Add(window);
    }

    /// <summary>A copy of the columns from a snapshot on.</summary>
    /// <param name="fromIndex">The first snapshot wanted; earlier than there are any gives all, later than there are any gives none.</param>
    public HistoryColumns Read(long fromIndex = 0)
    {
        lock (_lock)
        {
            var count = _heartRateBpm[0].Count;
            var skip = (int)Math.Clamp(fromIndex - _firstIndex, 0, count);
            ImmutableArray<T> Tail<T>(List<T> column) => [.. column.Skip(skip)];
            return new HistoryColumns
            {
                FirstIndex = _firstIndex + skip,
                HeartRateBpm = [.. _heartRateBpm.Select(Tail)],
                BaselineSd = [.. _baselineSd.Select(Tail)],
                R = Tail(_r),
                LagS = Tail(_lagS),
                DistanceBpm = Tail(_distanceBpm),
                SlopeBpmPerMin = Tail(_slopeBpmPerMin),
                Convergence = Tail(_convergence),
            };
        }
    }

    /// <summary>A person's baseline as known at the newest snapshot, without where it comes from; null while it is not known.</summary>
    /// <param name="person">0 for A, 1 for B.</param>
    public Baseline? BaselineOf(int person)
    {
        lock (_lock)
            return _baselines[person];
    }

    /// <summary>The rows of beats decided so far, as known live: some beats late, never revised; an unchanging copy.</summary>
    /// <param name="person">0 for A, 1 for B.</param>
    /// <param name="fromIndex">The first snapshot whose new beats are wanted; earlier than there are any gives all, later than there are any gives
    /// none.</param>
    public ImmutableArray<Beat> Beats(int person, long fromIndex = 0)
    {
        lock (_lock)
        {
            var (beats, before) = (_beats[person], _beatsBefore[person]);
            var skip = Math.Clamp(fromIndex - _firstIndex, 0, before.Count);
            var from = skip < before.Count ? before[(int)skip] : beats.Count;
            return [.. CollectionsMarshal.AsSpan(beats)[from..]];
        }
    }

    private static float Number(Reading reading) => (float)(reading.Value ?? double.NaN);
}
