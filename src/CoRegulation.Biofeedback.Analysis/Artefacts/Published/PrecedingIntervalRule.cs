using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Artefacts.Published;

/// <summary>An interval is accepted unless it is too much longer or shorter than the one before it, whether that one was accepted or not.</summary>
/// <remarks>
/// Taken literally: a comparison with the last <em>accepted</em> interval would reject whatever follows a true change of level. The price is that
/// the normal interval after an artefact is rejected too.
/// </remarks>
/// <param name="mostRise">Largest rise that is accepted, as a fraction of the preceding interval.</param>
/// <param name="mostFall">Largest fall that is accepted, as a fraction of the preceding interval.</param>
internal sealed class PrecedingIntervalRule(double mostRise, double mostFall) : IIntervalRule
{
    private double _precedingMs = double.NaN;

    /// <inheritdoc/>
    public int Delay => 0;

    /// <summary>20 % either way: Malik, Farrell, Cripps and Camm (1989), Eur Heart J 10, 1060.</summary>
    public static PrecedingIntervalRule Malik() => new(0.20, 0.20);

    /// <summary>A rise of 32.5 %, a fall of 24.5 %: Kamath and Fallen (1995), in Malik and Camm (eds), Heart Rate Variability, Futura.</summary>
    public static PrecedingIntervalRule Kamath() => new(0.325, 0.245);

    /// <inheritdoc/>
    public BeatFlag Next(double rrMs)
    {
        var changeMs = rrMs - _precedingMs;
        var flag = changeMs > mostRise * _precedingMs ? BeatFlag.Long
            : -changeMs > mostFall * _precedingMs ? BeatFlag.Short
            : BeatFlag.Ok;
        _precedingMs = rrMs;
        return flag;
    }

    /// <inheritdoc/>
    public void Clear() => _precedingMs = double.NaN;
}
