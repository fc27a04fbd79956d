namespace CoRegulation.Biofeedback.Figures.Overview;

/// <summary>Stretches without a gap.</summary>
internal static class Stretches
{
    /// <summary>The ranges in which every number is there.</summary>
    /// <param name="known">Whether there is a number, from 0 to count - 1.</param>
    /// <param name="count">How many places there are.</param>
    public static IEnumerable<Range> Of(Func<int, bool> known, int count)
    {
        var start = 0;
        for (var i = 0; i <= count; i++)
        {
            if (i < count && known(i))
                continue;
            if (i > start)
                yield return start..i;
            start = i + 1;
        }
    }
}
