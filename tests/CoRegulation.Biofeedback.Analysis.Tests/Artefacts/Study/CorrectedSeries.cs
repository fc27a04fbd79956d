using CoRegulation.Biofeedback.Analysis.Beats;
using MathNet.Numerics.IntegralTransforms;
using MathNet.Numerics.Interpolation;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

/// <summary>RMSSD, SDNN and HF of a corrected series, and how much of its time is left.</summary>
internal sealed class CorrectedSeries
{
    private readonly List<double> _nnMs = [];
    private readonly List<double> _atMs = [];
    private readonly List<double> _differencesMs = [];

    /// <summary>From rows as a corrector gives them. A row without NN ends a run, unless it is one of an extra beat, whose time is in the next row.</summary>
    public CorrectedSeries(IEnumerable<Beat> rows)
    {
        var (lastMs, waitingMs) = (double.NaN, 0.0);
        foreach (var row in rows)
        {
            if (row.NnMs is { } nnMs)
            {
                TimeMs += nnMs;
                waitingMs = 0;
                _nnMs.Add(nnMs);
                _atMs.Add(TimeMs);
                _differencesMs.Add(nnMs - lastMs);
                lastMs = nnMs;
            }
            else if (row.Flag is BeatFlag.Extra)
            {
                waitingMs += row.RrMs ?? 0;
            }
            else
            {
                TimeMs += waitingMs + (row.RrMs ?? 0);
                (lastMs, waitingMs) = (double.NaN, 0);
                Withheld++;
            }
        }

        _differencesMs.RemoveAll(double.IsNaN);
    }

    /// <summary>From clean intervals.</summary>
    public CorrectedSeries(IEnumerable<double> nnMs)
        : this(nnMs.Select(nn => new Beat(0, nn, nn, 0, BeatFlag.Ok)))
    {
    }

    /// <summary>Time of all rows together, ms; of those without NN the time that came in.</summary>
    public double TimeMs { get; private set; }

    /// <summary>Rows without NN whose time is not in another row.</summary>
    public int Withheld { get; }

    /// <summary>RMSSD, ms, over neighbours of a run.</summary>
    public double Rmssd => Math.Sqrt(_differencesMs.Sum(d => d * d) / _differencesMs.Count);

    /// <summary>SDNN, ms.</summary>
    public double Sdnn => Math.Sqrt(_nnMs.Sum(nn => Math.Pow(nn - _nnMs.Average(), 2)) / (_nnMs.Count - 1));

    /// <summary>HF power, ms²: welch300_ of golden/HRV.md; a spline bridges what is withheld.</summary>
    public double HfMs2()
    {
        const double fs = 4;
        const int transform = 2048;
        var spline = CubicSpline.InterpolateNaturalSorted([.. _atMs.Select(at => at - _atMs[0])], [.. _nnMs]);
        var samples = Enumerable.Range(0, (int)Math.Floor((_atMs[^1] - _atMs[0]) / 250) + 1).Select(k => spline.Interpolate(k * 250)).ToArray();
        var length = Math.Min(1200, samples.Length);
        var window = Enumerable.Range(0, length).Select(j => 0.5 - (0.5 * Math.Cos(2 * Math.PI * j / length))).ToArray();
        var (power, segments) = (0.0, 0);
        for (var from = 0; from + length <= samples.Length; from += length / 2, segments++)
        {
            var y = samples[from..(from + length)];
            var (offset, slope) = MathNet.Numerics.Fit.Line([.. Enumerable.Range(0, length).Select(j => (double)j)], y);
            var spectrum = new System.Numerics.Complex[transform];
            for (var j = 0; j < length; j++)
                spectrum[j] = (y[j] - offset - (slope * j)) * window[j];
            Fourier.Forward(spectrum, FourierOptions.NoScaling);
            for (var k = 1; k < transform / 2; k++)
            {
                if (k * fs / transform is >= 0.15 and < 0.40)
                    power += 2 * Math.Pow(spectrum[k].Magnitude, 2);
            }
        }

        return power / (fs * window.Sum(w => w * w)) / segments * fs / transform;
    }
}
