using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>Makes entries of rows as they come: an interval with the step that leads to it from its neighbour.</summary>
internal struct NnEntries
{
    private NnEntry _last;
    private int _segment;
    private bool _hasLast;
    private int _splits;

    /// <summary>Takes the next row.</summary>
    /// <returns>False for the first part of a split interval: it waits for the merged one, in which its time is, and parts no neighbours.</returns>
    public bool Take(in Beat row, out NnEntry entry)
    {
        entry = default;
        if (row.IsInNext)
        {
            _splits++;
            return false;
        }

        var nnMs = row.NnMs ?? double.NaN;
        entry = new()
        {
            TimeS = row.TimeS,
            NnMs = nnMs,
            Rows = 1 + _splits,
            CorrectedRows = _splits + (row.Flag is BeatFlag.Ok ? 0 : 1),
            StepMs = _hasLast && _segment == row.Segment ? nnMs - _last.NnMs : double.NaN,
        };
        (_last, _segment, _hasLast, _splits) = (entry, row.Segment, true, 0);
        return true;
    }
}
