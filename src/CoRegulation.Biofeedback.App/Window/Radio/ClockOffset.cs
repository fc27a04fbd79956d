namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>Puts the times of a page's clock on the service's clock, by asking the page for its time again and again: the quickest answer
/// says most, and half its way there and back is how wrong it can be. Not thread-safe.</summary>
/// <param name="time">The service's clock.</param>
internal sealed class ClockOffset(TimeProvider time)
{
    // At a question every 2 s, half a minute: long enough for a quick one, short enough for clocks that drift.
    private const int Kept = 16;

    // Milliseconds are counted from here: of a clock that counts from long ago they would be too coarse.
    private readonly long _originTimestamp = time.GetTimestamp();
    private readonly Queue<Answer> _answers = new();

    /// <summary>How wrong a time can be, ms; null while nothing is known.</summary>
    public double? ErrorMs => _answers.Count == 0 ? null : Best.ErrorMs;

    private Answer Best => _answers.MinBy(answer => answer.ErrorMs);

    /// <summary>Takes an answer.</summary>
    /// <param name="askedTimestamp">When the question was sent.</param>
    /// <param name="pageMs">What the page's clock said between.</param>
    /// <param name="answeredTimestamp">When the answer was here.</param>
    public void Take(long askedTimestamp, double pageMs, long answeredTimestamp)
    {
        var halfMs = time.GetElapsedTime(askedTimestamp, answeredTimestamp).TotalMilliseconds / 2;
        if (!double.IsFinite(pageMs) || halfMs < 0)
            return;
        var answer = new Answer(MsOf(askedTimestamp) + halfMs - pageMs, halfMs);
        // The page's clock stands while the computer sleeps, this one does not: what was known before is of no use then.
        if (_answers.Count > 0 && Math.Abs(answer.OffsetMs - Best.OffsetMs) > answer.ErrorMs + Best.ErrorMs + StepMs)
            _answers.Clear();
        _answers.Enqueue(answer);
        if (_answers.Count > Kept)
            _answers.Dequeue();
    }

    /// <summary>A time of the page on the service's clock; never in the future, and now while the offset is not known.</summary>
    /// <param name="pageMs">The page's time, ms.</param>
    public long ToTimestamp(double pageMs)
    {
        var now = time.GetTimestamp();
        return _answers.Count == 0 || !double.IsFinite(pageMs)
            ? now
            : Math.Min(now, _originTimestamp + (long)((pageMs + Best.OffsetMs) / 1000 * time.TimestampFrequency));
    }

    // What two answers may contradict each other by before one of the clocks has stepped.
    private const double StepMs = 20;

    private double MsOf(long timestamp) => time.GetElapsedTime(_originTimestamp, timestamp).TotalMilliseconds;

    private readonly record struct Answer(double OffsetMs, double ErrorMs);
}
