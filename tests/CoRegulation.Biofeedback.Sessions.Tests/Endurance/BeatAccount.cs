using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Sensors.Simulation;

namespace CoRegulation.Biofeedback.Sessions.Tests.Endurance;

/// <summary>What became of every beat of a person's heart.</summary>
internal sealed record BeatAccount
{
    private const int BeatsOfTwoMessages = 4;

    public required int True { get; init; }

    public required int Received { get; init; }

    public required int LostInGaps { get; init; }

    public required int AtTheEdges { get; init; }

    public required int Gaps { get; init; }

    /// <summary>Time as found less true time at each received beat, s.</summary>
    public required IReadOnlyList<(double TimeS, double ErrorS)> Errors { get; init; }

    /// <summary>Holds the beats that came out against the heart that made them; fails where one was made up, came twice, or is missing without a gap.</summary>
    /// <param name="truth">The heart.</param>
    /// <param name="beats">What came out.</param>
    /// <param name="mostNotYet">How many beats at the end may not have come out yet: artefact correction looks some beats ahead.</param>
    public static BeatAccount Of(PersonTruth truth, IReadOnlyList<Beat> beats, int mostNotYet)
    {
        var received = truth.Notifications.Where(sent => sent is { ArrivalS: not null, IsDuplicate: false }).SelectMany(sent => sent.Intervals).ToArray();
        var found = beats.Where(beat => beat.RrMs is not null).ToArray();
        Assert.InRange(received.Length - found.Length, 0, mostNotYet);
        received = received[..found.Length];
        Assert.Equal(received.Select(interval => interval.Rr1024 * 1000 / 1024.0), found.Select(beat => beat.RrMs!.Value));

        // Live, messages that are only late cannot be told from lost ones until the next has come.
        var latest = mostNotYet == 0 ? 0 : BeatsOfTwoMessages;
        var (lost, gaps) = (0, 0);
        for (var i = 1; i < received.Length; i++)
        {
            var missing = received[i].Beat - received[i - 1].Beat - 1;
            if (missing > 0)
            {
                var marked = found[Math.Min(i + latest, found.Length - 1)].Segment > found[i - 1].Segment;
                Assert.True(marked, $"{truth.Id}: {missing} beats before {received[i].TimeS} s are missing without a gap.");
                lost += missing;
            }

            gaps += found[i].Segment > found[i - 1].Segment ? 1 : 0;
        }

        return new()
        {
            True = truth.BeatTimesS.Length,
            Received = received.Length,
            LostInGaps = lost,
            AtTheEdges = received[0].Beat + truth.BeatTimesS.Length - 1 - received[^1].Beat,
            Gaps = gaps,
            Errors = [.. found.Zip(received, (beat, interval) => (interval.TimeS, beat.TimeS - interval.TimeS))],
        };
    }
}
