namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>Power spectral density straight from the beats, without resampling: Lomb's least-squares periodogram.</summary>
public static class LombScargleSpectrum
{
    private const int FirstBin = 4;
    private const int LastBin = 409;
    private const double BinHz = 1.0 / 1024;
    private const int Bins = LastBin - FirstBin + 1;

    /// <summary>The spectrum of NN intervals.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break.</param>
    /// <param name="workspace">Working memory to use again.</param>
    /// <returns>Densities, one-sided, at k/1024 Hz for k = 4 .. 409 (0.0039 to 0.3994 Hz). NaN when no run has two intervals; all 0 when every
    /// run is constant.</returns>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    /// <remarks>Lomb (1976), Astrophys. Space Sci. 39, 447, doi:10.1007/BF00648343; Scargle (1982), Astrophys. J. 263, 835,
    /// doi:10.1086/160554. Each run loses its least-squares line over time; the periodogram is multiplied by 2 dt, dt the mean interval, to be
    /// ms²/Hz. Runs are averaged with their lengths as weights; at frequencies of which it holds less than two periods a run shorter than the
    /// longest is left out. O(n) a frequency, so a caller sets a limit to n.</remarks>
    public static PowerSpectrum Compute(ReadOnlySpan<double> nnMs, SpectralWorkspace? workspace = null)
    {
        var runs = new NnRuns(nnMs);
        var longestS = 0.0;
        foreach (var run in runs)
            longestS = Math.Max(longestS, LengthS(run));

        var average = new RunAverage(FirstBin, Bins, BinHz, longestS);
        var scratch = (workspace ?? new()).Buffer((5 * Bins) + LombSums.ScratchFor(nnMs.Length));
        foreach (var run in runs)
        {
            if (run.Length < 2)
                continue;
            var lengthS = LengthS(run);
            average.Add(lengthS, Density(run, lengthS, scratch), 1, lengthS);
        }

        return average.Result();
    }

    private static double LengthS(ReadOnlySpan<double> nnMs)
    {
        var sumMs = 0.0;
        foreach (var nn in nnMs[1..])
            sumMs += nn;
        return sumMs / 1000;
    }

    private static Span<double> Density(ReadOnlySpan<double> nnMs, double lengthS, Span<double> scratch)
    {
        var density = scratch[..Bins];
        var sums = scratch.Slice(Bins, 4 * Bins);
        scratch[..(5 * Bins)].Clear();
        var beats = new LombSums(nnMs.Length, scratch[(5 * Bins)..]);
        if (!Load(nnMs, beats))
            return density;

        beats.AddTo(sums);
        var (n, dtS) = ((double)nnMs.Length, lengthS / (nnMs.Length - 1));
        for (var k = 0; k < Bins; k++)
        {
            // Moved by tau, sine and cosine are orthogonal over the beats; the sums over the moved ones follow from those over the unmoved.
            var (yCos, ySin, twiceCos, twiceSin) = (sums[4 * k], sums[(4 * k) + 1], (2 * sums[(4 * k) + 2]) - n, 2 * sums[(4 * k) + 3]);
            var (sin, cos) = Math.SinCos(0.5 * Math.Atan2(twiceSin, twiceCos));
            var radius = Math.Sqrt((twiceCos * twiceCos) + (twiceSin * twiceSin));
            var ofCosine = Explained((yCos * cos) + (ySin * sin), (n + radius) / 2, n);
            var ofSine = Explained((ySin * cos) - (yCos * sin), (n - radius) / 2, n);
            density[k] = dtS * (ofCosine + ofSine);
        }

        return density;
    }

    // A wave whose zeros fall on all beats explains nothing.
    private static double Explained(double product, double power, double n) => power > 1e-12 * n ? product * product / power : 0;

    // Takes the line off; false when nothing is left.
    private static bool Load(ReadOnlySpan<double> nnMs, LombSums beats)
    {
        // About the first interval, so that a constant run leaves exactly nothing, and about the mean time.
        var (n, first) = (nnMs.Length, nnMs[0]);
        var (sumMs, totalMs, total) = (0.0, 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            sumMs += i is 0 ? 0 : nnMs[i];
            totalMs += sumMs;
            total += nnMs[i] - first;
        }

        var (middleMs, mean) = (totalMs / n, total / n);
        var (spread, moment, timeMs) = (0.0, 0.0, -middleMs);
        for (var i = 0; i < n; i++)
        {
            timeMs += i is 0 ? 0 : nnMs[i];
            spread += timeMs * timeMs;
            moment += timeMs * (nnMs[i] - first - mean);
        }

        var slope = moment / spread;
        var left = 0.0;
        sumMs = 0;
        for (var i = 0; i < n; i++)
        {
            sumMs += i is 0 ? 0 : nnMs[i];
            var y = nnMs[i] - first - mean - (slope * (sumMs - middleMs));
            left += y * y;
            beats.Set(i, sumMs / 1000 * BinHz, y, FirstBin);
        }

        var level = TaperedPeriodogram.Rounding * (first + mean);
        return left > n * level * level;
    }
}
