using MathNet.Numerics.Random;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance.Surrogates;

/// <summary>Random numbers of one copy.</summary>
internal static class Chance
{
    /// <summary>A stream of its own for each seed and number.</summary>
    /// <remarks>Mixed as in SplitMix64 (Steele, Lea and Flood 2014, OOPSLA), since neighbouring seeds are what people choose.</remarks>
    public static Xoshiro256StarStar Of(int seed, int number)
    {
        var mixed = unchecked((ulong)seed + (0x9E3779B97F4A7C15UL * ((ulong)number + 1)));
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
        return new Xoshiro256StarStar(unchecked((int)(mixed ^ (mixed >> 31))), threadSafe: false);
    }
}
