namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>A rise of one person's heart rate while it lasts. Time is counted on, never down: nobody has to be back by then.</summary>
internal static class EpisodeWords
{
    /// <summary>Where the heart rate stands, and for how long it has been on its way back.</summary>
    /// <param name="aboveBpm">Heart rate above the own baseline, bpm.</param>
    /// <param name="sincePeakS">Since the highest value so far, s; null while it rises.</param>
    public static string Now(double aboveBpm, double? sincePeakS)
    {
        var height = $"{ReadingWords.Format(aboveBpm, 0)} bpm above own baseline";
        return sincePeakS is { } since and >= 1 ? $"{height}, {ReadingWords.Format(Math.Floor(since), 0)} s since its peak" : height;
    }
}
