using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>Squared Fourier magnitudes of a real series whose length is a power of two.</summary>
/// <remarks>The series goes as the complex numbers x[2j] + i x[2j+1] through a transform of half the length (Stockham's autosorting form of
/// Cooley and Tukey, radix 2) and is untangled at the end; see Van Loan (1992), Computational Frameworks for the Fast Fourier Transform,
/// SIAM, sections 1.7 and 4.3. Own, because MathNet's transform alone would use up the time that a day's spectrum may take: WelchBenchmark
/// shows the two side by side. Lanes are 256 bits wide on every machine, so the sums, and their rounding, are the same everywhere.</remarks>
internal sealed class RealFourier
{
    private readonly double[] _cos;
    private readonly double[] _sin;
    private (double[] Re, double[] Im) _from;
    private (double[] Re, double[] Im) _to;

    /// <param name="length">Length of the series; a power of two, at least 8.</param>
    public RealFourier(int length)
    {
        Length = length;
        var half = length / 2;
        (_cos, _sin) = (new double[half], new double[half]);
        for (var k = 0; k < half; k++)
            (_sin[k], _cos[k]) = Math.SinCos(-2 * Math.PI * k / length);
        _from = (new double[half], new double[half]);
        _to = (new double[half], new double[half]);
    }

    /// <summary>Length of the series.</summary>
    public int Length { get; }

    /// <summary>Samples 0, 2, 4, ..: to be written in full before each transform, which overwrites them.</summary>
    public Span<double> Even => _from.Re;

    /// <summary>Samples 1, 3, 5, ..: as <see cref="Even"/>.</summary>
    public Span<double> Odd => _from.Im;

    /// <summary>Transforms and adds <paramref name="scale"/> times the squared magnitude to each sum; twice that for all frequencies but the
    /// first and the last, which have no mirror image.</summary>
    /// <param name="sums">Length / 2 + 1 sums, for the frequencies 0 .. Length / 2 per Length samples.</param>
    /// <param name="scale">Factor of the squared magnitudes.</param>
    public void AddOneSided(Span<double> sums, double scale)
    {
        Transform();
        var (re, im) = _from;
        var half = Length / 2;
        sums[0] += scale * Square(re[0] + im[0], 0);
        sums[half] += scale * Square(re[0] - im[0], 0);
        scale *= 2;
        for (var (k, mirror) = (1, half - 1); k <= mirror; k++, mirror--)
        {
            // The parts of the even and the odd samples; the latter are turned by their half step of delay.
            var (evenRe, evenIm) = (0.5 * (re[k] + re[mirror]), 0.5 * (im[k] - im[mirror]));
            var (oddRe, oddIm) = (0.5 * (im[k] + im[mirror]), 0.5 * (re[mirror] - re[k]));
            var (turnedRe, turnedIm) = ((oddRe * _cos[k]) - (oddIm * _sin[k]), (oddRe * _sin[k]) + (oddIm * _cos[k]));
            sums[k] += scale * Square(evenRe + turnedRe, evenIm + turnedIm);
            if (k < mirror)
                sums[mirror] += scale * Square(evenRe - turnedRe, evenIm - turnedIm);
        }
    }

    private static double Square(double re, double im) => (re * re) + (im * im);

    private void Transform()
    {
        var half = Length / 2;
        for (var stride = 1; stride < half; stride *= 2)
        {
            if (stride < Vector256<double>.Count)
                NarrowStage(stride);
            else
                Stage(stride);
            (_from, _to) = (_to, _from);
        }
    }

    private void NarrowStage(int stride)
    {
        var quarter = Length / 4;
        ReadOnlySpan<double> aRe = _from.Re.AsSpan(0, quarter), aIm = _from.Im.AsSpan(0, quarter);
        ReadOnlySpan<double> bRe = _from.Re.AsSpan(quarter, quarter), bIm = _from.Im.AsSpan(quarter, quarter);
        var (toRe, toIm) = _to;
        for (var i = 0; i < aRe.Length; i++)
        {
            var turn = i & -stride;
            var (cos, sin) = (_cos[2 * turn], _sin[2 * turn]);
            var (re, im) = (aRe[i] - bRe[i], aIm[i] - bIm[i]);
            toRe[i + turn] = aRe[i] + bRe[i];
            toIm[i + turn] = aIm[i] + bIm[i];
            toRe[i + turn + stride] = (re * cos) - (im * sin);
            toIm[i + turn + stride] = (re * sin) + (im * cos);
        }
    }

    // The same, with whole lanes that share their turn.
    private void Stage(int stride)
    {
        var quarter = Length / 4;
        ref var fromRe = ref MemoryMarshal.GetArrayDataReference(_from.Re);
        ref var fromIm = ref MemoryMarshal.GetArrayDataReference(_from.Im);
        ref var toRe = ref MemoryMarshal.GetArrayDataReference(_to.Re);
        ref var toIm = ref MemoryMarshal.GetArrayDataReference(_to.Im);
        for (var turn = 0; turn < quarter; turn += stride)
        {
            var cos = Vector256.Create(_cos[2 * turn]);
            var sin = Vector256.Create(_sin[2 * turn]);
            for (var i = turn; i < turn + stride; i += Vector256<double>.Count)
            {
                var (aRe, aIm) = (Vector256.LoadUnsafe(ref fromRe, (nuint)i), Vector256.LoadUnsafe(ref fromIm, (nuint)i));
                var bRe = Vector256.LoadUnsafe(ref fromRe, (nuint)(i + quarter));
                var bIm = Vector256.LoadUnsafe(ref fromIm, (nuint)(i + quarter));
                var (re, im) = (aRe - bRe, aIm - bIm);
                (aRe + bRe).StoreUnsafe(ref toRe, (nuint)(i + turn));
                (aIm + bIm).StoreUnsafe(ref toIm, (nuint)(i + turn));
                ((re * cos) - (im * sin)).StoreUnsafe(ref toRe, (nuint)(i + turn + stride));
                ((re * sin) + (im * cos)).StoreUnsafe(ref toIm, (nuint)(i + turn + stride));
            }
        }
    }
}
