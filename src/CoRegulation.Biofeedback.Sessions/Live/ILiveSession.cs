using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>A session that runs now, a replay or straps: the one seam between the session and whatever shows it.
/// All state is here, so that every viewer shows the same. Members may be called from any thread.</summary>
public interface ILiveSession
{
    /// <summary>Who, from where, under which title.</summary>
    SessionHeader Header { get; }

    /// <summary>Whether this is a replay, which plays, pauses, changes speed and jumps; false for straps, real or simulated,
    /// which take markers and phases instead.</summary>
    bool CanSeek { get; }

    /// <summary>Length of the session, s; null while it is not known (live).</summary>
    double? DurationS { get; }

    /// <summary>How the recording goes; null when nothing is recorded.</summary>
    RecordingStatus? Recording => null;

    /// <summary>Where the session stands.</summary>
    Transport Transport { get; }

    /// <summary>The snapshots of this run so far; another object after a jump.</summary>
    SnapshotHistory History { get; }

    /// <summary>Phases, markers, notes and the pacer's changes so far, in order of time; an unchanging copy.</summary>
    IReadOnlyList<Fact> Events { get; }

    /// <summary>What happens from now on, beginning with the transport and the newest snapshot. After a jump a
    /// <see cref="ResetMessage"/> comes before the first snapshot of the new run. A slow subscriber loses snapshots
    /// (their indices then skip; <see cref="History"/> has them all) and never holds up the session.
    /// Ends normally when <paramref name="cancellationToken"/> is cancelled.</summary>
    IAsyncEnumerable<LiveMessage> Subscribe(CancellationToken cancellationToken);

    /// <summary>Plays on; at the end, from the start.</summary>
    /// <exception cref="InvalidOperationException">This session cannot seek.</exception>
    void Play();

    /// <summary>Holds session time where it is.</summary>
    /// <exception cref="InvalidOperationException">This session cannot seek.</exception>
    void Pause();

    /// <summary>Sets how much session time passes in a second; <see cref="double.PositiveInfinity"/> is as fast as possible.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not above 0.</exception>
    /// <exception cref="InvalidOperationException">This session cannot seek.</exception>
    void SetSpeed(double speed);

    /// <summary>Goes to a session time, s, at most the duration.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative or not a number.</exception>
    /// <exception cref="InvalidOperationException">This session cannot seek.</exception>
    void Jump(double positionS);

    /// <summary>Records a marker now.</summary>
    /// <exception cref="InvalidOperationException">This session is a replay: what was recorded is not changed.</exception>
    void Mark(string label);

    /// <summary>Begins a phase now; it lasts until the next.</summary>
    /// <exception cref="InvalidOperationException">This session is a replay: what was recorded is not changed.</exception>
    void BeginPhase(string label);
}
