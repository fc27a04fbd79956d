namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>Whether artefact correction finds a sinus rhythm to go by.</summary>
public enum Rhythm
{
    /// <summary>There is one, with artefacts or without.</summary>
    Sinus,

    /// <summary>None can be recovered: intervals change without order, or too many of them are no normal ones. There are no NN intervals then.</summary>
    NotRecoverable,
}
