namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>Something that a running session tells its subscribers.</summary>
public abstract record LiveMessage;
