namespace CoRegulation.Biofeedback.Analysis.Anchors;

/// <summary>Whole numbers drawn evenly, the same for a seed everywhere; without an object, since they are drawn every ten seconds of a session.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood 2014, OOPSLA).</remarks>
internal struct PieceDraws(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to below a bound.</summary>
    public int Next(int below)
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
            return (int)(((z >> 32) * (ulong)below) >> 32);
        }
    }
}
