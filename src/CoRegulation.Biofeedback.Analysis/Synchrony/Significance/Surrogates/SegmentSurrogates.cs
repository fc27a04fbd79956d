using System.Numerics;
using System.Runtime.InteropServices;
using MathNet.Numerics.Random;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance.Surrogates;

/// <summary>Stretches in another order, none in its place.</summary>
internal sealed class SegmentSurrogates : ISurrogates
{
    private readonly CoarseSeries _series;
    private readonly int[] _starts;
    private readonly int _seed;

    public SegmentSurrogates(CoarseSeries series, double segmentS, int seed)
    {
        (_series, _seed) = (series, seed);
        var segments = Math.Max(2, (int)(series.Count * series.StepS / segmentS));
        _starts = new int[segments + 1];
        for (var i = 0; i < _starts.Length; i++)
            _starts[i] = (int)((long)i * series.Count / segments);
    }

    public void Fill(int number, Complex[] bins)
    {
        var chance = Chance.Of(_seed, number);
        var order = Enumerable.Range(0, _starts.Length - 1).ToArray();
        do
            Shuffle(order, chance);
        while (order.Where((segment, place) => segment == place).Any());

        var values = new List<double>(_series.Count);
        foreach (var segment in order)
            values.AddRange(_series.Values[_starts[segment].._starts[segment + 1]]);
        _series.Bins(CollectionsMarshal.AsSpan(values), bins);
    }

    private static void Shuffle(int[] order, RandomSource chance)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = chance.Next(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
