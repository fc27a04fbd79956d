namespace CoRegulation.Biofeedback.Sensors.Simulation.Chance;

/// <summary>Random numbers that are the same for a seed on every runtime: xoshiro256** (Blackman and Vigna 2021, ACM Trans. Math. Softw. 47(4), 36),
/// its state filled by SplitMix64.</summary>
/// <remarks>Every person and purpose draws from a stream of its own, so that changing one part of a simulation leaves the chance in all others as it was.</remarks>
internal sealed class SeededRandom
{
    private ulong _s0, _s1, _s2, _s3;

    /// <param name="seed">The seed of the simulation.</param>
    /// <param name="stream">What the numbers are for, for instance <c>A/slow</c>.</param>
    public SeededRandom(int seed, string stream)
    {
        // FNV-1a, because string.GetHashCode differs from run to run.
        var state = 14695981039346656037UL;
        foreach (var character in stream)
            state = (state ^ character) * 1099511628211UL;
        var seedState = (ulong)(uint)seed;
        state ^= SplitMix64(ref seedState);
        _s0 = SplitMix64(ref state);
        _s1 = SplitMix64(ref state);
        _s2 = SplitMix64(ref state);
        _s3 = SplitMix64(ref state);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform between two numbers.</summary>
    public double Uniform(double low, double high) => low + (high - low) * NextDouble();

    /// <summary>Normal with mean 0 and SD 1 (Box and Muller 1958).</summary>
    public double Gaussian()
    {
        var radius = Math.Sqrt(-2 * PortableMath.Log(1 - NextDouble()));
        return radius * PortableMath.CosTurns(NextDouble());
    }

    /// <summary>Exponential with a given mean.</summary>
    public double Exponential(double mean) => -mean * PortableMath.Log(1 - NextDouble());

    private ulong NextUInt64()
    {
        var result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    private static ulong SplitMix64(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
