using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>What a recording holds of one person.</summary>
public sealed record PersonContent
{
    /// <summary>A or B.</summary>
    public required string Id { get; init; }

    /// <summary>The person's name.</summary>
    public required string Name { get; init; }

    /// <summary>How many notifications.</summary>
    public required int Notifications { get; init; }

    /// <summary>How many imported intervals.</summary>
    public required int ImportedIntervals { get; init; }

    /// <summary>The times of more than <see cref="RecordingInspection.GapS"/> in which neither came.</summary>
    public required ImmutableArray<SignalGap> Gaps { get; init; }

    /// <summary>Counts a person's facts and looks for gaps.</summary>
    internal static PersonContent Of(Person person, RecordedSession session)
    {
        var (notifications, intervals) = (0, 0);
        var gaps = ImmutableArray.CreateBuilder<SignalGap>();
        var lastS = session.Header.PartStartS;
        foreach (var fact in session.Facts)
        {
            switch (fact)
            {
                case NotificationFact notification when notification.Person == person.Id:
                    notifications++;
                    Note(fact.TimeS, fact.TimeS);
                    break;
                case RrFact rr when rr.Person == person.Id:
                    intervals += rr.RrMs.Length;
                    Note(fact.TimeS - (rr.RrMs.Sum() / 1000), fact.TimeS);
                    break;
            }
        }

        Note(session.DurationS, session.DurationS);
        return new() { Id = person.Id, Name = person.Name, Notifications = notifications, ImportedIntervals = intervals, Gaps = gaps.ToImmutable() };

        void Note(double fromS, double toS)
        {
            if (fromS - lastS > RecordingInspection.GapS)
                gaps.Add(new(lastS, fromS));
            lastS = toS;
        }
    }
}
