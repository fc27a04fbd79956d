using CoRegulation.Biofeedback.Analysis.Baselines;

namespace CoRegulation.Biofeedback.Analysis.Anchors;

/// <summary>Who stayed near the own baseline while the other was up and came back.</summary>
public static class AnchorByLevel
{
    /// <summary>Searches two heart rates on the 4 Hz grid.</summary>
    /// <param name="aBpm">Heart rate of A, bpm; NaN in a gap.</param>
    /// <param name="bBpm">Heart rate of B.</param>
    /// <param name="aBaseline">A's own baseline; null when there is none.</param>
    /// <param name="bBaseline">B's own baseline.</param>
    /// <param name="options">What counts as up, as back and as staying.</param>
    /// <returns>Confidence: the share of 200 sessions made of minutes of this one, drawn with replacement from one seed, that give the same answer
    /// (block bootstrap; Kuensch 1989, Ann. Stat. 17(3), 1217). When the other was up and came back is held fixed in
    /// them, and those that hold nothing of it do not count.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static AnchorFinding Find(ReadOnlySpan<double> aBpm, ReadOnlySpan<double> bBpm, Baseline? aBaseline, Baseline? bBaseline, AnchorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (aBpm.Length != bBpm.Length)
            throw new ArgumentException($"A has {aBpm.Length} samples and B {bBpm.Length}: resample both to one grid first.", nameof(bBpm));

        var tracker = new AnchorTracker(options);
        for (var i = 0; i < aBpm.Length; i++)
            tracker.Add(aBpm[i], bBpm[i]);
        return tracker.Find(aBaseline, bBaseline);
    }
}
