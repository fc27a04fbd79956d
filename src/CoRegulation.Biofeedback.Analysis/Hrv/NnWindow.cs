using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>The NN intervals that closed in the last seconds up to the newest beat, with their moments at hand.</summary>
/// <remarks>A difference counts only between neighbours of one segment that both have an NN and are both in the window.
/// The moments come from a queue of two stacks: those of the older half are kept for every suffix, those of the newer half as
/// one; so a beat costs O(1) amortised, nothing is subtracted and a day of beats leaves no rounding behind.</remarks>
public sealed class NnWindow
{
    private readonly Queue<Entry> _newer = new();
    private readonly Stack<Suffix> _older = new();
    private readonly List<Entry> _turning = [];
    private NnMoments _ofNewer;
    private Beat? _last;
    private int _splits;
    private HrvMeasures? _measures;

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
    public int Count => Moments.Count;

    /// <summary>Total of the NN intervals, s.</summary>
    public double CoverageS => Moments.CoverageS;

    /// <summary>Share of beats in the window whose interval is not normal, from 0 to 1; 0 when it is empty.</summary>
    public double ArtefactShare => Moments.Rows is 0 ? 0 : (double)Moments.ArtefactRows / Moments.Rows;

    /// <summary>Mean NN, ms; NaN when there is none.</summary>
    public double MeanNnMs => Moments.Count > 0 ? Moments.MeanMs : double.NaN;

    /// <summary>SD of NN (n - 1), ms; NaN for fewer than two.</summary>
    public double SdnnMs => Moments.SdnnMs;

    /// <summary>Root mean square of successive differences, ms; NaN without one.</summary>
    public double RmssdMs => Moments.RmssdMs;

    /// <summary>Share of successive differences above 50 ms, percent; NaN without one.</summary>
    public double Pnn50Percent => Moments.Pnn50Percent;

    private NnMoments Moments => _older.TryPeek(out var oldest) ? NnMoments.Join(oldest.FromHere, _ofNewer) : _ofNewer;

    /// <summary>Takes the next decided beat and lets go of those that are too old for it.</summary>
    /// <param name="beat">The next beat, not earlier than the one before.</param>
    public void Add(in Beat beat)
    {
        _measures = null;

        // The first part of a split interval: its time is in the merged interval that follows, so it parts no neighbours.
        if (beat is { NnMs: null, Flag: BeatFlag.Extra })
        {
            _splits++;
            LeaveBehind(beat.TimeS - LengthS);
            return;
        }

        var difference = beat.NnMs is { } nnMs && _last is { NnMs: { } previousMs } last && last.Segment == beat.Segment
            ? nnMs - previousMs
            : double.NaN;
        _last = beat;

        LeaveBehind(beat.TimeS - LengthS);
        if (_newer.Count is 0 && _older.Count is 0)
            difference = double.NaN;

        var entry = new Entry(beat.TimeS, beat.NnMs ?? double.NaN, beat.Flag is not BeatFlag.Ok, _splits, difference);
        _splits = 0;
        _newer.Enqueue(entry);
        _ofNewer = NnMoments.Join(_ofNewer, entry.WithDifference);
    }

    /// <summary>Moves the end of the window on to a time without a beat.</summary>
    /// <param name="timeS">Session time, s; not before the newest beat.</param>
    public void AdvanceTo(double timeS)
    {
        _measures = null;
        LeaveBehind(timeS - LengthS);
    }

    /// <summary>All measures of the window, each computed when it is asked for and kept until the next beat.</summary>
    /// <exception cref="InvalidOperationException">The window has no NN interval.</exception>
    public HrvMeasures Measures()
    {
        if (Count is 0)
            throw new InvalidOperationException("The window has no NN interval: look at Count first.");

        return _measures ??= new HrvMeasures(Intervals());
    }

    /// <summary>How much the window holds and how good it is.</summary>
    public NnQuality Quality()
    {
        var (runS, longestRunS, longestGapS, previousS) = (0.0, 0.0, 0.0, double.NaN);
        foreach (var entry in Entries())
        {
            if (double.IsNaN(entry.NnMs))
                continue;
            if (double.IsNaN(entry.DifferenceMs))
            {
                runS = 0;
                if (!double.IsNaN(previousS))
                    longestGapS = Math.Max(longestGapS, entry.TimeS - (entry.NnMs / 1000) - previousS);
            }

            runS += entry.NnMs / 1000;
            longestRunS = Math.Max(longestRunS, runS);
            previousS = entry.TimeS;
        }

        return new(Count, CoverageS, ArtefactShare, longestRunS, longestGapS);
    }

    /// <summary>The NN intervals of the window, ms, oldest first, with NaN wherever two of them are not neighbours.</summary>
    public double[] Intervals()
    {
        var intervals = new List<double>(2 * (_older.Count + _newer.Count));
        foreach (var entry in Entries())
        {
            if (double.IsNaN(entry.NnMs))
                continue;
            if (intervals.Count > 0 && double.IsNaN(entry.DifferenceMs))
                intervals.Add(double.NaN);
            intervals.Add(entry.NnMs);
        }

        return [.. intervals];
    }

    private IEnumerable<Entry> Entries() => _older.Select(suffix => suffix.Entry).Concat(_newer);

    private void LeaveBehind(double untilS)
    {
        while (OldestTimeS() <= untilS)
        {
            if (_older.Count is 0)
                Turn();
            _older.Pop();
        }

        // The difference of the first of the newer ones leads back to a beat that may just have left.
        if (_older.Count is 0 && _newer.Count > 0)
            Turn();
    }

    private double OldestTimeS() =>
        _older.TryPeek(out var suffix) ? suffix.Entry.TimeS : _newer.TryPeek(out var entry) ? entry.TimeS : double.PositiveInfinity;

    private void Turn()
    {
        while (_newer.TryDequeue(out var entry))
            _turning.Add(entry);
        _ofNewer = default;

        var after = default(NnMoments);
        for (var i = _turning.Count - 1; i >= 0; i--)
        {
            _older.Push(new Suffix(_turning[i], NnMoments.Join(_turning[i].Alone, after)));
            after = NnMoments.Join(_turning[i].WithDifference, after);
        }

        _turning.Clear();
    }

    private readonly record struct Entry(double TimeS, double NnMs, bool IsArtefact, int Splits, double DifferenceMs)
    {
        public NnMoments Alone => double.IsNaN(NnMs) ? NnMoments.OfArtefacts(1 + Splits) : NnMoments.OfInterval(NnMs, IsArtefact, Splits);

        public NnMoments WithDifference =>
            double.IsNaN(DifferenceMs) ? Alone : NnMoments.Join(NnMoments.OfDifference(DifferenceMs), Alone);
    }

    private readonly record struct Suffix(Entry Entry, NnMoments FromHere);
}
