using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>One session in the trend of a person; null where it has no such number.</summary>
/// <param name="Session">Its name in the library.</param>
/// <param name="Started">When it began.</param>
/// <param name="Origin">Where the beats come from.</param>
/// <param name="Partner">The other person's name; null when the person was alone.</param>
/// <param name="Episodes">Rises of the heart rate.</param>
/// <param name="Seen">Those of them whose return was seen.</param>
/// <param name="MedianTimeToBaselineS">Median time to baseline after Kaplan and Meier, s; null where it was never seen.</param>
/// <param name="MeanHeartRateBpm">Mean heart rate, bpm.</param>
/// <param name="BaselineBpm">The own baseline, bpm.</param>
/// <param name="RmssdMs">RMSSD over the whole session, ms.</param>
public sealed record TrendSession(
    string Session,
    DateTimeOffset Started,
    Origin Origin,
    string? Partner,
    int Episodes,
    int Seen,
    double? MedianTimeToBaselineS,
    double? MeanHeartRateBpm,
    double? BaselineBpm,
    double? RmssdMs);
