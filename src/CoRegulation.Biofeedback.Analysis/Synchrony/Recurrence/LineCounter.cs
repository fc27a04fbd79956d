namespace CoRegulation.Biofeedback.Analysis.Synchrony.Recurrence;

/// <summary>Counts the lengths of runs of recurrent points.</summary>
internal sealed class LineCounter(int longest)
{
    private readonly int[] _counts = new int[longest + 1];
    private int _run;

    /// <summary>The next point of the line.</summary>
    public void Add(bool isRecurrent)
    {
        if (isRecurrent)
            _run++;
        else
            End();
    }

    /// <summary>The line leaves the plot.</summary>
    public void End()
    {
        if (_run > 0)
            _counts[_run]++;
        _run = 0;
    }

    /// <summary>All points that recur, in lines or not.</summary>
    public long Points => PointsFrom(1);

    /// <summary>The lines of a length or more.</summary>
    public LineStatistics From(int shortest)
    {
        var counts = _counts.Skip(shortest).Where(count => count > 0).ToArray();
        var lines = counts.Sum();
        if (lines is 0)
            return new(0, 0, 0, double.NaN, 0);

        // 0 - so that lines of a single length have an entropy of 0 and not of -0.
        var entropy = 0 - counts.Sum(count => (double)count / lines * Math.Log((double)count / lines));
        return new(lines, PointsFrom(shortest), Array.FindLastIndex(_counts, count => count > 0), entropy, counts.Length);
    }

    private long PointsFrom(int shortest)
    {
        var points = 0L;
        for (var length = shortest; length < _counts.Length; length++)
            points += (long)length * _counts[length];
        return points;
    }
}
