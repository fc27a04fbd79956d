namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>There was a jump: the history and the events begin anew, and snapshots of the new run follow.</summary>
public sealed record ResetMessage : LiveMessage;
