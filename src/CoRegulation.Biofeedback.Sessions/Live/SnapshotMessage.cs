using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>A new snapshot.</summary>
/// <param name="Snapshot">The snapshot.</param>
public sealed record SnapshotMessage(Snapshot Snapshot) : LiveMessage;
