namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>When a strap sends its messages.</summary>
internal enum EmissionStyle
{
    /// <summary>Too little seen to tell.</summary>
    Unknown,

    /// <summary>Right after each beat.</summary>
    OnBeat,

    /// <summary>Once a second of its own clock, with the beats since the last message.</summary>
    OnTick,
}
