namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>Turns the messages of one strap into beat times on the session's clock.</summary>
public sealed class BeatClock
{
    private readonly BeatClockOptions _options;
    private readonly List<TimedBeat> _beats = [];
    private double _strapS;
    private double _floorS = double.PositiveInfinity;
    private double _floorStrapS;
    private double _lastTimeS = double.NegativeInfinity;
    private double _lastArrivalS = double.NegativeInfinity;
    private double _lastSumS;
    private int _segment = -1;
    private int _elevated;
    private bool _breakPending = true;
    private bool _exact;

    /// <summary>A clock that has seen nothing yet.</summary>
    /// <param name="options">Settings; the defaults when null.</param>
    public BeatClock(BeatClockOptions? options = null) => _options = options ?? new();

    /// <summary>Messages recognised as a repetition of the one before and dropped.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Segments begun so far, as known live.</summary>
    public int Segments => _segment + 1;

    /// <summary>Adds one message and tells the beats that it closed, with their times as known now; they are never revised.</summary>
    /// <param name="packet">The message; arrivals must not go back.</param>
    /// <param name="closed">The list to which its beats are appended, strictly increasing in time.</param>
    public void Add(in RrPacket packet, List<TimedBeat> closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        var rrMs = packet.RrMs.Span;
        var sumS = 0.0;
        foreach (var rr in rrMs)
            sumS += rr > 0 ? rr / 1000 : 0;
        var sinceLastS = packet.ArrivalS - _lastArrivalS;
        if (packet.RepeatsPrevious && sumS > 0 && sinceLastS < 0.25 * sumS && packet.ArrivalS - (_strapS + sumS) < _floorS - 0.5 * sumS)
        {
            Duplicates++;
            return;
        }

        _lastArrivalS = packet.ArrivalS;
        if (sumS == 0)
            return;
        if (_breakPending || _exact)
            StartSegment();
        _strapS += sumS;
        var offsetS = packet.ArrivalS - _strapS;
        var excessS = offsetS - _floorS;
        if (excessS > (_options.MaxJitterMs / 1000) + (0.3 * _lastSumS))
            _elevated++;
        else
            _elevated = 0;
        if (_elevated >= 5)
        {
            StartSegment();
            _strapS = sumS;
            offsetS = packet.ArrivalS - sumS;
        }

        _lastSumS = sumS;
        _floorS = Math.Min(offsetS, _floorS + ((_strapS - _floorStrapS) * _options.MaxDriftPpm * 1e-6));
        _floorStrapS = _strapS;
        var first = closed.Count;
        var timeS = _strapS + _floorS - sumS;
        foreach (var rr in rrMs)
        {
            if (!(rr > 0))
                continue;
            timeS += rr / 1000;
            _lastTimeS = timeS > _lastTimeS ? timeS : Math.BitIncrement(_lastTimeS);
            closed.Add(new(_lastTimeS, rr, _segment, _options.MaxJitterMs));
        }

        for (var i = first; i < closed.Count; i++)
            _beats.Add(closed[i]);
        _exact = false;
    }

    /// <summary>Adds intervals of which the times are known exactly, as imported files have them.</summary>
    /// <param name="timeS">Time of the last closing beat, s since session start.</param>
    /// <param name="rrMs">Intervals, ms, oldest first.</param>
    /// <param name="closed">The list to which the beats are appended.</param>
    public void AddExact(double timeS, ReadOnlySpan<double> rrMs, List<TimedBeat> closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        var sumS = 0.0;
        foreach (var rr in rrMs)
            sumS += rr > 0 ? rr / 1000 : 0;
        if (sumS == 0)
            return;
        var beatS = timeS - sumS;
        if (_breakPending || !_exact || Math.Abs(beatS - _lastTimeS) > 0.001)
            StartSegment();
        foreach (var rr in rrMs)
        {
            if (!(rr > 0))
                continue;
            beatS += rr / 1000;
            _lastTimeS = beatS > _lastTimeS ? beatS : Math.BitIncrement(_lastTimeS);
            var beat = new TimedBeat(_lastTimeS, rr, _segment, 0);
            closed.Add(beat);
            _beats.Add(beat);
        }

        _exact = true;
    }

    /// <summary>Says that beats may be missing here (the link was lost, the contact was lost): what follows starts a new segment.</summary>
    public void Break() => _breakPending = true;

    /// <summary>The final times of all beats, from everything seen so far. Adding goes on undisturbed.</summary>
    public IReadOnlyList<TimedBeat> Final() => [.. _beats];

    private void StartSegment()
    {
        _segment++;
        _strapS = 0;
        _floorS = double.PositiveInfinity;
        _floorStrapS = 0;
        _elevated = 0;
        _breakPending = false;
    }
}
