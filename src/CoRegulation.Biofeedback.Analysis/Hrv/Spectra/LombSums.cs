using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>The sums over all beats that Lomb's periodogram is made of, at frequencies in even steps.</summary>
/// <remarks>From one frequency to the next each beat's cosine and sine turn by an angle of its own, which costs four products instead of a sine and
/// a cosine (the trigonometric recurrence of Press et al. 2007, Numerical Recipes, 3rd ed., section 13.8). After 400 turns the
/// rounding has grown to some 1e-13. Lanes are 256 bits wide on every machine, so the sums are the same everywhere.</remarks>
internal readonly ref struct LombSums
{
    // Their state and their values stay in the fastest cache while all frequencies pass.
    private const int BlockBeats = 512;

    private readonly Span<double> _y;
    private readonly Span<double> _cos;
    private readonly Span<double> _sin;
    private readonly Span<double> _turnCos;
    private readonly Span<double> _turnSin;

    /// <param name="beats">Number of beats.</param>
    /// <param name="scratch">Working memory of <see cref="ScratchFor"/>.</param>
    public LombSums(int beats, Span<double> scratch)
    {
        var padded = Padded(beats);
        scratch = scratch[..(5 * padded)];
        scratch.Clear();
        _y = scratch[..padded];
        _cos = scratch.Slice(padded, padded);
        _sin = scratch.Slice(2 * padded, padded);
        _turnCos = scratch.Slice(3 * padded, padded);
        _turnSin = scratch.Slice(4 * padded, padded);
    }

    /// <summary>Numbers of working memory for so many beats.</summary>
    public static int ScratchFor(int beats) => 5 * Padded(beats);

    /// <summary>Puts a beat in its place.</summary>
    /// <param name="beat">Its number.</param>
    /// <param name="cycles">Its time in periods of the step from one frequency to the next.</param>
    /// <param name="y">Its value.</param>
    /// <param name="firstBin">Number of the first frequency, in such steps; a power of two.</param>
    public void Set(int beat, double cycles, double y, int firstBin)
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * (cycles - Math.Floor(cycles)));
        (_turnCos[beat], _turnSin[beat], _y[beat]) = (cos, sin, y);
        for (var bin = 1; bin < firstBin; bin *= 2)
            (cos, sin) = ((cos * cos) - (sin * sin), 2 * cos * sin);
        (_cos[beat], _sin[beat]) = (cos, sin);
    }

    /// <summary>Adds to every frequency's four sums: y cos, y sin, cos cos, sin cos.</summary>
    /// <param name="sums">Four sums for each frequency.</param>
    public void AddTo(Span<double> sums)
    {
        for (var start = 0; start < _y.Length; start += BlockBeats)
        {
            var end = Math.Min(_y.Length, start + BlockBeats);
            for (var k = 0; k < sums.Length; k += 4)
                AddAndTurn(start, end, sums.Slice(k, 4));
        }
    }

    private static int Padded(int beats) => (beats + Vector256<double>.Count - 1) & -Vector256<double>.Count;

    private void AddAndTurn(int start, int end, Span<double> sums)
    {
        ref var y = ref MemoryMarshal.GetReference(_y);
        ref var cosine = ref MemoryMarshal.GetReference(_cos);
        ref var sine = ref MemoryMarshal.GetReference(_sin);
        ref var turnCosine = ref MemoryMarshal.GetReference(_turnCos);
        ref var turnSine = ref MemoryMarshal.GetReference(_turnSin);
        Vector256<double> yCos = default, ySin = default, cosCos = default, sinCos = default;
        for (var i = (nuint)start; i < (nuint)end; i += (nuint)Vector256<double>.Count)
        {
            var (cos, sin) = (Vector256.LoadUnsafe(ref cosine, i), Vector256.LoadUnsafe(ref sine, i));
            var value = Vector256.LoadUnsafe(ref y, i);
            yCos += value * cos;
            ySin += value * sin;
            cosCos += cos * cos;
            sinCos += sin * cos;

            var (turnCos, turnSin) = (Vector256.LoadUnsafe(ref turnCosine, i), Vector256.LoadUnsafe(ref turnSine, i));
            ((cos * turnCos) - (sin * turnSin)).StoreUnsafe(ref cosine, i);
            ((cos * turnSin) + (sin * turnCos)).StoreUnsafe(ref sine, i);
        }

        sums[0] += Vector256.Sum(yCos);
        sums[1] += Vector256.Sum(ySin);
        sums[2] += Vector256.Sum(cosCos);
        sums[3] += Vector256.Sum(sinCos);
    }
}
