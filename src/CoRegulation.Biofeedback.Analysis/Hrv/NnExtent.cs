namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>What a stretch of places holds, and where it breaks; to be joined with that of the next stretch.</summary>
internal readonly record struct NnExtent
{
    /// <summary>Rows.</summary>
    public int Rows { get; private init; }

    /// <summary>Rows whose interval is not as it came in.</summary>
    public int CorrectedRows { get; private init; }

    /// <summary>NN intervals.</summary>
    public int Intervals { get; private init; }

    /// <summary>Longest stretch of neighbours, s.</summary>
    public double LongestRunS { get; private init; }

    /// <summary>Longest time without an NN interval between two of them, s.</summary>
    public double LongestGapS { get; private init; }

    private double StartS { get; init; }

    private double EndS { get; init; }

    private double FirstRunS { get; init; }

    private double LastRunS { get; init; }

    private bool IsOneRun { get; init; }

    private bool FollowsOn { get; init; }

    /// <summary>One place.</summary>
    public static NnExtent Of(in NnEntry entry)
    {
        var rows = new NnExtent { Rows = entry.Rows, CorrectedRows = entry.CorrectedRows };
        if (!entry.HasNn)
            return rows;

        var lengthS = entry.NnMs / 1000;
        return rows with
        {
            Intervals = 1,
            StartS = entry.TimeS - lengthS,
            EndS = entry.TimeS,
            FirstRunS = lengthS,
            LastRunS = lengthS,
            LongestRunS = lengthS,
            IsOneRun = true,
            FollowsOn = entry.FollowsOn,
        };
    }

    /// <summary>Both stretches as one.</summary>
    public static NnExtent Join(in NnExtent first, in NnExtent second)
    {
        var (rows, corrected) = (first.Rows + second.Rows, first.CorrectedRows + second.CorrectedRows);
        if (first.Intervals is 0)
            return second with { Rows = rows, CorrectedRows = corrected };
        if (second.Intervals is 0)
            return first with { Rows = rows, CorrectedRows = corrected };

        var acrossS = second.FollowsOn ? first.LastRunS + second.FirstRunS : 0;
        var gapS = second.FollowsOn ? 0 : second.StartS - first.EndS;
        return new()
        {
            Rows = rows,
            CorrectedRows = corrected,
            Intervals = first.Intervals + second.Intervals,
            StartS = first.StartS,
            EndS = second.EndS,
            FirstRunS = first.IsOneRun && second.FollowsOn ? acrossS : first.FirstRunS,
            LastRunS = second.IsOneRun && second.FollowsOn ? acrossS : second.LastRunS,
            LongestRunS = Math.Max(acrossS, Math.Max(first.LongestRunS, second.LongestRunS)),
            LongestGapS = Math.Max(gapS, Math.Max(first.LongestGapS, second.LongestGapS)),
            IsOneRun = first.IsOneRun && second.IsOneRun && second.FollowsOn,
            FollowsOn = first.FollowsOn,
        };
    }

    /// <summary>As a window tells it.</summary>
    /// <param name="coverageS">Sum of the NN intervals, s.</param>
    public NnQuality Quality(double coverageS) =>
        new(Intervals, coverageS, Rows is 0 ? 0 : (double)CorrectedRows / Rows, LongestRunS, LongestGapS);
}
