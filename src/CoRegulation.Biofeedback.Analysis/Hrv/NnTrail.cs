namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>The intervals of a window one after the other in memory, with NaN wherever two of them are not neighbours.</summary>
internal sealed class NnTrail
{
    private double[] _nnMs = new double[64];
    private int _start;
    private int _end;

    /// <summary>The intervals, ms, oldest first.</summary>
    public ReadOnlySpan<double> NnMs => _nnMs.AsSpan(_start, _end - _start);

    /// <summary>Appends an interval.</summary>
    public void Add(in NnEntry entry)
    {
        if (_end + 2 > _nnMs.Length)
            MakeRoom();
        if (_end > _start && !entry.FollowsOn)
            _nnMs[_end++] = double.NaN;
        _nnMs[_end++] = entry.NnMs;
    }

    /// <summary>Lets go of the oldest interval, and of the break after it.</summary>
    public void RemoveOldest()
    {
        _start++;
        if (_start < _end && double.IsNaN(_nnMs[_start]))
            _start++;
    }

    // Moves to the front what is left, into memory that is at least half empty then, so that a move is rare.
    private void MakeRoom()
    {
        var left = NnMs;
        var to = 2 * (left.Length + 2) > _nnMs.Length ? new double[2 * _nnMs.Length] : _nnMs;
        left.CopyTo(to);
        (_nnMs, _start, _end) = (to, 0, left.Length);
    }
}
