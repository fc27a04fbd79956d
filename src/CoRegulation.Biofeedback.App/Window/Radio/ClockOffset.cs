namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>Puts the times of a page's clock on the service's clock, by asking the page for its time again and again: the quickest answer
/// says most, and half its way there and back is how wrong it can be. Not thread-safe.</summary>
/// <param name="time">The service's clock.</param>
internal sealed class ClockOffset(TimeProvider time)
{
    // At a question every 2 s, half a minute: long enough for a quick one, short enough for clocks that drift.
    private const int Kept = 16;

    // A question and its answer take a millisecond within one computer, more where it is busy; of so many rounds the quickest is as good as it gets.
    private const double SettledMs = 5;
    private const int SettledRounds = 10;

    // What two answers may contradict each other by before one of the clocks has stepped.
    private const double StepMs = 20;

    // Milliseconds are counted from here: of a clock that counts from long ago they would be too coarse.
    private readonly long _originTimestamp = time.GetTimestamp();
    private readonly Queue<Answer> _answers = new();
    private long _answeredTimestamp = long.MinValue;
    private int _rounds;

    /// <summary>How wrong a time can be, ms; null while nothing is known.</summary>
    public double? ErrorMs => _answers.Count == 0 ? null : Best.ErrorMs;

    /// <summary>Whether times can be put: an answer was quick, or enough were asked for one after the other.</summary>
    public bool IsSettled => _answers.Count > 0 && (Best.ErrorMs <= SettledMs || _rounds >= SettledRounds);

    private Answer Best => _answers.MinBy(answer => answer.ErrorMs);

    /// <summary>Takes an answer.</summary>
    /// <param name="askedTimestamp">When the question was sent.</param>
    /// <param name="pageMs">What the page's clock said between.</param>
    /// <param name="answeredTimestamp">When the answer was here.</param>
    /// <returns>Whether the question was asked after the last answer. Of those that a frozen page answers all at once only the first was.</returns>
    public bool Take(long askedTimestamp, double pageMs, long answeredTimestamp)
    {
        var halfMs = time.GetElapsedTime(askedTimestamp, answeredTimestamp).TotalMilliseconds / 2;
        if (!double.IsFinite(pageMs) || halfMs < 0)
            return false;
        var isRound = askedTimestamp >= _answeredTimestamp;
        _rounds += isRound ? 1 : 0;
        _answeredTimestamp = answeredTimestamp;
        var answer = new Answer(MsOf(askedTimestamp) + halfMs - pageMs, halfMs);
        // The page's clock stood while the computer slept, this one did not: what was known before is of no use then.
        if (_answers.Count > 0 && Math.Abs(answer.OffsetMs - Best.OffsetMs) > answer.ErrorMs + Best.ErrorMs + StepMs)
            _answers.Clear();
        _answers.Enqueue(answer);
        if (_answers.Count > Kept)
            _answers.Dequeue();
        return isRound;
    }

    /// <summary>The page's clock may be another from now on.</summary>
    public void Forget()
    {
        _answers.Clear();
        (_answeredTimestamp, _rounds) = (long.MinValue, 0);
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

    private double MsOf(long timestamp) => time.GetElapsedTime(_originTimestamp, timestamp).TotalMilliseconds;

    private readonly record struct Answer(double OffsetMs, double ErrorMs);
}
