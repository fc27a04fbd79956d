using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>The NN intervals that closed in the last seconds up to the newest beat, with their whole time domain at hand.</summary>
/// <remarks>A difference counts only between neighbours that are both in the window. What can be joined comes from a queue of two stacks: that of
/// the older half is kept for every suffix, that of the newer half as one; so a beat costs O(1) amortised, nothing is subtracted and a day of
/// beats leaves no rounding behind. Medians and percentiles come from the intervals kept sorted. Once the window is full a beat allocates
/// nothing, and neither does reading.</remarks>
internal sealed class NnWindow
{
    private readonly Queue<NnEntry> _newer = new();
    private readonly Stack<Suffix> _older = new();
    private readonly List<NnEntry> _turning = [];
    private readonly SortedValues _sorted = new();
    private readonly NnTrail _trail = new();
    private NnEntries _entries;
    private Joined _ofNewer;
    private TimeDomainMeasures? _timeDomain;

    /// <summary>A window that is empty yet.</summary>
    /// <param name="lengthS">Its length, s, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is not above 0.</exception>
    public NnWindow(double lengthS)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lengthS);
        LengthS = lengthS;
    }

    /// <summary>Length, s.</summary>
    public double LengthS { get; }

    /// <summary>Number of NN intervals.</summary>
    public int Count => _sorted.Count;

    /// <summary>Mean NN, ms; NaN when there is none.</summary>
    public double MeanNnMs => Count > 0 ? All.Moments.Nn.Mean : double.NaN;

    /// <summary>How much the window holds and how good it is.</summary>
    public NnQuality Quality
    {
        get
        {
            var all = All;
            return all.Extent.Quality(all.Moments.Nn.Count * all.Moments.Nn.Mean / 1000);
        }
    }

    /// <summary>The time domain of the window, the same as <see cref="Hrv.TimeDomain.Compute"/> of its intervals.</summary>
    /// <exception cref="InvalidOperationException">The window has no NN interval.</exception>
    public TimeDomainMeasures TimeDomain => _timeDomain ??= Count > 0
        ? TimeDomainOf(All.Moments)
        : throw new InvalidOperationException("The window has no NN interval: look at Count first.");

    /// <summary>The NN intervals of the window, ms, oldest first, with NaN wherever two of them are not neighbours; good until the next row.</summary>
    public ReadOnlySpan<double> NnMs => _trail.NnMs;

    private Joined All => _older.TryPeek(out var oldest) ? Joined.Of(oldest.FromHere, _ofNewer) : _ofNewer;

    /// <summary>Takes the next row and lets go of those that are too old for it.</summary>
    /// <param name="row">The next row, not earlier than the one before.</param>
    public void Add(in Beat row)
    {
        var isPlace = _entries.Take(row, out var entry);
        AdvanceTo(row.TimeS);
        if (!isPlace)
            return;

        if (_newer.Count is 0 && _older.Count is 0)
            entry = entry with { StepMs = double.NaN };
        _newer.Enqueue(entry);
        _ofNewer = Joined.Of(_ofNewer, Joined.WithStep(entry));
        if (!entry.HasNn)
            return;
        _sorted.Add(entry.NnMs);
        _trail.Add(entry);
    }

    /// <summary>Moves the end of the window on to a time without a beat.</summary>
    /// <param name="timeS">Session time, s; not before the newest beat.</param>
    public void AdvanceTo(double timeS)
    {
        _timeDomain = null;
        while (OldestTimeS() <= timeS - LengthS)
        {
            if (_older.Count is 0)
                Turn();
            var entry = _older.Pop().Entry;
            if (!entry.HasNn)
                continue;
            _sorted.Remove(entry.NnMs);
            _trail.RemoveOldest();
        }

        // The step to the first of the newer ones leads back to a beat that may just have left.
        if (_older.Count is 0 && _newer.Count > 0)
            Turn();
    }

    private TimeDomainMeasures TimeDomainOf(in NnMoments moments)
    {
        var differences = moments.Differences;
        return new()
        {
            Count = moments.Nn.Count,
            MeanNnMs = moments.Nn.Mean,
            SdnnMs = moments.Nn.Sd,
            RmssdMs = differences.RootMeanSquare,
            SdsdMs = differences.Sd,
            Nn50 = moments.Over50,
            Nn20 = moments.Over20,
            Pnn50Percent = 100.0 * moments.Over50 / differences.Count,
            Pnn20Percent = 100.0 * moments.Over20 / differences.Count,
            MeanHrBpm = moments.Bpm.Mean,
            SdHrBpm = moments.Bpm.Sd,
            MinNnMs = _sorted[0],
            MaxNnMs = _sorted[Count - 1],
            MedianNnMs = _sorted.Median,
            MadNnMs = Hrv.TimeDomain.MadToSd * _sorted.MedianDeviation(),
            Percentile20NnMs = _sorted.Quantile(0.2),
            Percentile80NnMs = _sorted.Quantile(0.8),
            IqrNnMs = _sorted.Quantile(0.75) - _sorted.Quantile(0.25),
        };
    }

    private double OldestTimeS() =>
        _older.TryPeek(out var suffix) ? suffix.Entry.TimeS : _newer.TryPeek(out var entry) ? entry.TimeS : double.PositiveInfinity;

    private void Turn()
    {
        while (_newer.TryDequeue(out var entry))
            _turning.Add(entry);
        _ofNewer = default;

        var after = default(Joined);
        for (var i = _turning.Count - 1; i >= 0; i--)
        {
            _older.Push(new Suffix(_turning[i], Joined.Of(Joined.Alone(_turning[i]), after)));
            after = Joined.Of(Joined.WithStep(_turning[i]), after);
        }

        _turning.Clear();
    }

    private readonly record struct Joined(NnMoments Moments, NnExtent Extent)
    {
        public static Joined Alone(in NnEntry entry) => new(NnMoments.Alone(entry), NnExtent.Of(entry));

        public static Joined WithStep(in NnEntry entry) => new(NnMoments.WithStep(entry), NnExtent.Of(entry));

        public static Joined Of(in Joined first, in Joined second) =>
            new(NnMoments.Join(first.Moments, second.Moments), NnExtent.Join(first.Extent, second.Extent));
    }

    private readonly record struct Suffix(NnEntry Entry, Joined FromHere);
}
