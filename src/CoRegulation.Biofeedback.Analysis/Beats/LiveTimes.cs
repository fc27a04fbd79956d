using System.Runtime.InteropServices;

namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>The times of beats as they can be known when their message arrives, from the past only.</summary>
internal sealed class LiveTimes(MessageLog log, BeatClockOptions options, LiveTimes? before = null)
{
    private const int Reach = 120;
    private const int NearReach = 40;
    private const int StyleReach = 256;
    private const int MessagesToDecide = 3;
    private const int MessagesToSettle = 20;
    private const double LeastFallS = 0.2;

    private readonly List<int> _ticks = [];
    private readonly List<LowerHull> _hulls = [];
    private EmissionStyle _style;
    private StrapDrift _drift = new(0, Math.Min(options.MaxDriftPpm, 100) * 1e-6);
    private TickPhase _phase = TickPhase.Any;
    private int _stretchStart;
    private int _start;
    private int _late;
    private int _firstLate;
    private double _previousS = before?._previousS ?? double.NegativeInfinity;
    private bool _isNewSegment = true;

    /// <summary>Number of the segment now, -1 before the first.</summary>
    public int Segment { get; private set; } = before?.Segment ?? -1;

    /// <summary>Whether a message with the bytes of the one before would, taken as a new one, have come before it was sent.</summary>
    public bool Contradicts(double arrivalS, double sumS)
    {
        var messages = log.Messages;
        if (messages.IsEmpty || messages[^1].IsExact || messages[^1].Stretch != log.Stretch)
            return false;
        if (_style is EmissionStyle.OnTick)
            return arrivalS - ((_ticks[^1] + 1) * TickPhase.PeriodS) < LowestDelay(messages.Length) - (TickPhase.PeriodS / 2);
        if (sumS <= 0)
            return false;
        var belowS = LowestDelay(messages.Length) - (arrivalS - messages[^1].LastS - sumS);
        return belowS > (_style is EmissionStyle.OnBeat ? 0.05 : 0) && arrivalS - messages[^1].ArrivalS < 0.5 * sumS;
    }

    /// <summary>Times the beats of the last message of the log.</summary>
    public void TimeLast(List<TimedBeat> closed)
    {
        var last = log.Messages.Length - 1;
        var message = log.Messages[last];
        if (last == 0 || message.Stretch != log.Messages[last - 1].Stretch)
            StartStretch(last);
        _ticks.Add(last == _stretchStart ? 0 : _ticks[^1] + 1);
        if (message.IsExact)
        {
            Emit(message, new(message.ArrivalS - message.LastS, 0), closed);
            return;
        }

        var seen = last - _stretchStart;
        if (seen % (seen < 64 ? 8 : 32) == 0)
            TellStyle(last);
        var undecidedS = FollowLevel(last);
        var isOnTick = _style is EmissionStyle.OnTick;
        if (isOnTick && undecidedS == 0 && message.Beats > 0)
            FollowPhase(message, _ticks[last], last);
        if (isOnTick)
            _hulls[^1].Add(_ticks[last] * TickPhase.PeriodS, message.ArrivalS - (_ticks[last] * TickPhase.PeriodS));
        else if (message.Beats > 0)
            _hulls[^1].Add(message.LastS, message.ArrivalS - message.LastS);
        if (last % 32 == 0)
            _drift = StrapDrift.Of(_hulls, options.MaxDriftPpm * 1e-6);
        if (message.Beats == 0)
            return;
        var offset = isOnTick ? OnTick(last) : StrapOffset.OnBeat(log.Messages[Math.Max(_start, last + 1 - Reach)..(last + 1)], message.LastS, _drift, _style is EmissionStyle.OnBeat);
        Emit(message, offset with { HalfWidthS = offset.HalfWidthS + undecidedS }, closed);
    }

    private void StartStretch(int at)
    {
        _stretchStart = at;
        _hulls.Add(new());
        StartSegment(at);
    }

    private void StartSegment(int at)
    {
        _start = at;
        _isNewSegment = true;
        _late = 0;
        _phase = TickPhase.Any;
    }

    private void TellStyle(int last)
    {
        var before = _style;
        var style = EmissionStyleTest.Of(log.Messages[Math.Max(_stretchStart, last + 1 - StyleReach)..(last + 1)]);
        if (style is EmissionStyle.Unknown || style == before)
            return;
        _style = style;
        _late = 0;
        _hulls.Clear();
        _hulls.Add(new());
        if (style is not EmissionStyle.OnTick)
            return;
        var ticks = CollectionsMarshal.AsSpan(_ticks)[_stretchStart..(last + 1)];
        TickNumbers.Assign(log.Messages[_stretchStart..(last + 1)], ticks, new int[ticks.Length], []);
        var isNew = _isNewSegment;
        StartSegment(Math.Max(_start, last - NearReach));
        _isNewSegment = isNew;
        for (var i = _start; i < last; i++)
        {
            var message = log.Messages[i];
            if (message.Beats == 0)
                continue;
            var says = TickPhase.Of(message, _ticks[i]);
            _phase = _phase.Agrees(says) ? _phase.And(says) : says;
        }
    }

    // Seconds by which the message is late or another was lost before it: undecided until the next ones tell.
    private double FollowLevel(int last)
    {
        var messages = log.Messages;
        var isOnTick = _style is EmissionStyle.OnTick;
        if (last == (isOnTick ? _stretchStart : _start) || (!isOnTick && messages[last].Beats == 0))
            return 0;
        var lowestS = LowestDelay(last);
        var riseS = Delay(last) - lowestS;
        if (riseS < (isOnTick ? -TickPhase.PeriodS / 2 : -LeastFallS) && last - (isOnTick ? _stretchStart : _start) > MessagesToSettle)
        {
            // No message comes early: one before was a repetition that went unseen while messages were held back.
            StartSegment(last);
            if (isOnTick)
                _ticks[last] -= (int)Math.Round(-riseS / TickPhase.PeriodS);
            else
                _hulls.Add(new());
            return 0;
        }

        if (!double.IsFinite(riseS) || riseS < _style switch { EmissionStyle.OnTick => TickPhase.PeriodS / 2, EmissionStyle.OnBeat => 0.35, _ => 1 })
        {
            _late = 0;
            return 0;
        }

        var stepS = isOnTick ? TickPhase.PeriodS : messages[last].LastS - messages[last - 1].LastS;
        if (_late == 0 || messages[last].ArrivalS - messages[last - 1].ArrivalS > 0.5 * stepS)
        {
            if (_late++ == 0)
                _firstLate = last;
        }

        if (_late < MessagesToDecide)
            return riseS + (isOnTick ? TickPhase.PeriodS / 2 : 0.1);
        var first = _firstLate;
        var risenS = double.PositiveInfinity;
        for (var i = first; i <= last; i++)
            risenS = Math.Min(risenS, Delay(i) - lowestS);
        StartSegment(first);
        if (isOnTick)
        {
            var lost = Math.Max(1, TickNumbers.Lost(risenS));
            for (var i = first; i <= last; i++)
            {
                _ticks[i] += lost;
                if (i < last && messages[i].Beats > 0)
                    FollowPhase(messages[i], _ticks[i], i);
            }
        }
        else
        {
            _hulls.Add(new());
        }

        return 0;
    }

    private void FollowPhase(in StrapMessage message, int tick, int at)
    {
        var says = TickPhase.Of(message, tick);
        if (_phase.Agrees(says))
        {
            _phase = _phase.And(says);
            return;
        }

        StartSegment(at);
        _phase = says;
    }

    private StrapOffset OnTick(int last)
    {
        var from = Math.Max(_stretchStart, last + 1 - Reach);
        var phase = double.IsFinite(_phase.LowS) ? _phase : TickPhase.Of(log.Messages[last], _ticks[last]);
        var ticks = CollectionsMarshal.AsSpan(_ticks)[from..(last + 1)];
        return StrapOffset.OnTick(log.Messages[from..(last + 1)], ticks, phase, log.Messages[last].LastS, _drift);
    }

    private double Delay(int index) => _style is EmissionStyle.OnTick
        ? log.Messages[index].ArrivalS - (_ticks[index] * TickPhase.PeriodS)
        : log.Messages[index].ArrivalS - log.Messages[index].LastS;

    private double LowestDelay(int before)
    {
        var lowestS = double.PositiveInfinity;
        for (var i = Math.Max(_style is EmissionStyle.OnTick ? _stretchStart : _start, before - NearReach); i < before; i++)
        {
            if (_style is EmissionStyle.OnTick || log.Messages[i].Beats > 0)
                lowestS = Math.Min(lowestS, Delay(i));
        }

        return lowestS;
    }

    private void Emit(in StrapMessage message, StrapOffset offset, List<TimedBeat> closed)
    {
        if (_isNewSegment)
            Segment++;
        _isNewSegment = false;
        message.AppendBeats(log.RrMs, offset, Segment, ref _previousS, closed);
    }
}
