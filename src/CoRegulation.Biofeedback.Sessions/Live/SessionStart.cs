using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>All that it takes to begin a session of straps, or to take one up again.</summary>
public sealed record SessionStart
{
    /// <summary>The program, with version.</summary>
    public required string Program { get; init; }

    /// <summary>Who takes part: one or two people, A first.</summary>
    public required ImmutableArray<Person> People { get; init; }

    /// <summary>Whether the straps are on people or simulated.</summary>
    public required Origin Origin { get; init; }

    /// <summary>A title for the screen; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>Where to record: a folder, in which the file is called by the time, or a file that is not there yet. Null: nothing is recorded.</summary>
    public string? RecordTo { get; init; }

    /// <summary>The first file of a recording that broke off and is to go on; null for a new session.</summary>
    public string? Resume { get; init; }

    /// <summary>What to encrypt a new recording with, or of an encrypted one that is to go on; null for none.</summary>
    public Passphrase? Passphrase { get; init; }

    /// <summary>Where the last part of the recording may go when its disk takes none to the last, in this order; empty: nowhere.</summary>
    public ImmutableArray<string> SpareFolders { get; init; } = [];

    /// <summary>Facts that are known beforehand, in order of time; see <see cref="StrapSession"/>.</summary>
    public ImmutableArray<Fact> Plan { get; init; } = [];

    /// <summary>Makes sure, long before it begins, that it can be recorded as wished; leaves nothing behind.</summary>
    /// <param name="time">A clock.</param>
    /// <exception cref="RecordingException">The recording cannot be created or taken up.</exception>
    public void MustBePossible(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        if (Resume is not null)
            InterruptedSession.Read(Resume, Passphrase, time.GetLocalNow());
        else if (RecordTo is not null)
            RecordingNames.MustBeFree(RecordTo, time.GetLocalNow(), isEncrypted: Passphrase is not null);
    }

    /// <summary>Begins it now.</summary>
    /// <param name="sensors">Makes the straps of the people, given the timestamp of session time 0.</param>
    /// <param name="time">The clock that stamps the sensors' events.</param>
    /// <exception cref="RecordingException">The recording cannot be created or taken up.</exception>
    public StrapSession Begin(Func<long, IReadOnlyList<SessionSensor>> sensors, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(time);
        // The two clocks are read together: what resuming takes (a long file, a passphrase) is part of the gap.
        var (now, at) = (time.GetLocalNow(), time.GetTimestamp());
        // The straps first, here and below: a wrong identity leaves no file behind.
        if (Resume is not null)
        {
            var interrupted = InterruptedSession.Read(Resume, Passphrase, now);
            var startTimestamp = at - (long)(interrupted.Header.PartStartS * time.TimestampFrequency);
            var worn = sensors(startTimestamp);
            var recording = SessionRecording.Resume(interrupted, time, Passphrase, SpareFolders);
            return Begin(recording, recording.Header, worn, time, startTimestamp);
        }

        var straps = sensors(at);
        var header = new SessionHeader { Program = Program, Started = now, Origin = Origin, People = People, Session = Guid.NewGuid(), Title = Title };
        return Begin(RecordTo is null ? null : SessionRecording.Start(RecordTo, header, time, Passphrase, SpareFolders), header, straps, time, at);
    }

    private StrapSession Begin(
        SessionRecording? recording, SessionHeader header, IReadOnlyList<SessionSensor> sensors, TimeProvider time, long startTimestamp)
    {
        bool TookPart(SessionSensor sensor) => header.People.Any(person => person.Id == sensor.Person);
        var session = new StrapSession(
            header, [.. sensors.Where(TookPart)], time, startTimestamp, Plan, recording, before: recording?.Before);
        // Somebody who was not there before the session broke off.
        foreach (var sensor in sensors.Where(sensor => !TookPart(sensor)))
            session.Join(People.Single(person => person.Id == sensor.Person), sensor.Sensor);
        return session;
    }
}
