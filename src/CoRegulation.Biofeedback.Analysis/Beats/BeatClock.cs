namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>Turns the messages of one strap into beat times on the session's clock.</summary>
/// <remarks>A strap tells intervals, not times. Their running sum is the time of its beats on its own clock; arrivals anchor it to the
/// session's clock, to which a message may come late but never early. The strap's least latency cannot be known and is in every time.
/// See docs/methods/beat-times.md.</remarks>
public sealed class BeatClock
{
    // No living heart pauses that long, and a saturated field (65535/1024 s) would pull all later beats with it.
    private const double LongestRrMs = 10_000;
    private const double ExactToleranceS = 0.001;

    private readonly BeatClockOptions _options;
    private readonly List<MessageLog> _earlier = []; // of straps that were worn before
    private MessageLog _log = new();
    private LiveTimes _live;

    /// <summary>A clock that has seen nothing yet.</summary>
    /// <param name="options">Settings; the defaults when null.</param>
    public BeatClock(BeatClockOptions? options = null)
    {
        _options = options ?? new();
        _live = new(_log, _options);
    }

    /// <summary>Messages recognised as a repetition of the one before and dropped.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Intervals that cannot be (0 or less, above 10 s, not a number) and were left out.</summary>
    public int Rejected { get; private set; }

    /// <summary>Segments begun so far, as known live.</summary>
    public int Segments => _live.Segment + 1;

    /// <summary>Adds one message and tells the beats that it closed, with their times as known now; they are never revised.</summary>
    /// <param name="packet">The message; one without intervals tells something, too: that the strap's clock ticked.</param>
    /// <param name="closed">The list to which its beats are appended; their times increase strictly from beat to beat and call to call.</param>
    /// <remarks>An interval of 0 took no time and is left out. One below 0, above 10 s or not a number is left out and starts a new segment.</remarks>
    public void Add(in RrPacket packet, List<TimedBeat> closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        var rrMs = packet.RrMs.Span;
        if (packet.RepeatsPrevious && _live.Contradicts(packet.ArrivalS, SumS(rrMs)))
        {
            Duplicates++;
            return;
        }

        AddPossible(packet.ArrivalS, rrMs, packet.RepeatsPrevious, isExact: false, closed);
    }

    /// <summary>Adds intervals of which the times are known exactly, as imported files have them.</summary>
    /// <param name="timeS">Time of the last closing beat, s since session start.</param>
    /// <param name="rrMs">Intervals, ms, oldest first.</param>
    /// <param name="closed">The list to which the beats are appended.</param>
    /// <remarks>Intervals that do not begin within 1 ms of the beat before start a new segment.</remarks>
    public void AddExact(double timeS, ReadOnlySpan<double> rrMs, List<TimedBeat> closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        if (!_log.Messages.IsEmpty && (!_log.Messages[^1].IsExact || Math.Abs(timeS - SumS(rrMs) - _log.Messages[^1].ArrivalS) > ExactToleranceS))
            _log.Break();
        AddPossible(timeS, rrMs, repeats: false, isExact: true, closed);
    }

    /// <summary>Says that beats may be missing here (the link was lost, the contact was lost): what follows starts a new segment.</summary>
    public void Break() => _log.Break();

    /// <summary>Another strap from here on: its clock runs at its own rate and its messages come in their own way, so nothing that was
    /// learnt of the one before holds. A new segment begins; times go on increasing.</summary>
    public void ChangeStrap()
    {
        _earlier.Add(_log);
        _log = new();
        _live = new(_log, _options, _live);
    }

    /// <summary>The final times of all beats, from everything seen so far: the same for the same messages, however they were added.
    /// Adding goes on undisturbed.</summary>
    public IReadOnlyList<TimedBeat> Final()
    {
        var beats = new List<TimedBeat>();
        foreach (var log in _earlier)
            FinalTimes.Append(log, _options, beats);
        FinalTimes.Append(_log, _options, beats);
        return beats;
    }

    private static bool IsPossible(double rrMs) => rrMs is > 0 and <= LongestRrMs;

    private static double SumS(ReadOnlySpan<double> rrMs)
    {
        var sumMs = 0.0;
        foreach (var rr in rrMs)
            sumMs += IsPossible(rr) ? rr : 0;
        return sumMs / 1000;
    }

    private void AddPossible(double arrivalS, ReadOnlySpan<double> rrMs, bool repeats, bool isExact, List<TimedBeat> closed)
    {
        if (!isExact && !_log.Messages.IsEmpty && _log.Messages[^1].IsExact)
            _log.Break();
        var possible = rrMs.Length <= 16 ? stackalloc double[16] : new double[rrMs.Length];
        var count = 0;
        foreach (var rr in rrMs)
        {
            if (IsPossible(rr))
            {
                possible[count++] = rr;
                continue;
            }

            Rejected++;
            if (rr == 0)
                continue;
            count = 0;
            _log.Break();
        }

        _log.Add(arrivalS, possible[..count], repeats, isExact);
        _live.TimeLast(closed);
    }
}
