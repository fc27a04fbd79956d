namespace CoRegulation.Biofeedback.Sessions.Engine;

/// <summary>When a strap reported that it touches the skin.</summary>
public sealed class ContactTimes
{
    private readonly List<(double FromS, double ToS)> _stretches = [];
    private double _lastS;
    private bool? _last;
    private bool _tells;

    /// <summary>Share of a stretch of the session in which the strap reported contact, percent; null for a strap that does not tell.</summary>
    /// <param name="startS">Start, s since session start.</param>
    /// <param name="endS">End, s; after the start.</param>
    /// <remarks>A report holds until the next one, or for the seconds after which a silent strap counts as lost.</remarks>
    public double? Percent(double startS, double endS)
    {
        if (!_tells)
            return null;
        var sumS = 0.0;
        foreach (var (fromS, toS) in _stretches)
            sumS += Math.Max(0, Math.Min(toS, endS) - Math.Max(fromS, startS));
        return 100 * Math.Min(1, sumS / (endS - startS));
    }

    /// <summary>Notes what the strap told last when it was heard; null when it told nothing.</summary>
    internal void Add(double timeS, bool? contact)
    {
        Finish(timeS);
        (_lastS, _last) = (timeS, contact);
        _tells |= contact is not null;
    }

    /// <summary>The session ended.</summary>
    internal void Finish(double timeS)
    {
        if (_last is not true)
            return;
        var toS = Math.Min(timeS, _lastS + StrapTrack.SilenceS);
        if (_stretches is [.., var stretch] && stretch.ToS == _lastS)
            _stretches[^1] = (stretch.FromS, toS);
        else
            _stretches.Add((_lastS, toS));
        _lastS = toS;
    }
}
