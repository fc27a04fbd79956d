namespace CoRegulation.Biofeedback.Sessions.Snapshots;

/// <summary>What the strap of a person is doing at the instant of a snapshot.</summary>
public enum Signal
{
    /// <summary>Nothing has come yet.</summary>
    Waiting,

    /// <summary>Beats come.</summary>
    Good,

    /// <summary>The strap says that it does not touch the skin.</summary>
    NoContact,

    /// <summary>Nothing has come for five seconds, or the connection is gone.</summary>
    Lost,
}
