using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>Every A with every B of another recording: people who cannot have moved together.</summary>
internal static class PseudoDyads
{
    /// <summary>Computes them on all cores, those of one A at a time, and keeps them as they come.</summary>
    /// <param name="pairs">The pairs, in order.</param>
    /// <param name="folder">Where they are kept.</param>
    /// <param name="options">Bands and lags.</param>
    /// <param name="progress">Told after each A: how many of how many.</param>
    /// <param name="stop">Ends it early; what is complete is kept.</param>
    /// <returns>For each pair its own numbers and its A with every other's B, in the order of the pairs.</returns>
    public static (PairNumbers Own, IReadOnlyList<PseudoDyad> Others)[] Of(
        IReadOnlyList<BatchPair> pairs, BatchFolder folder, SignificanceOptions options, Action<int, int>? progress, CancellationToken stop)
    {
        var results = new (PairNumbers, IReadOnlyList<PseudoDyad>)[pairs.Count];
        var (done, gate) = (0, new Lock());
        Parallel.For(0, pairs.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop }, i =>
        {
            results[i] = Of(pairs[i], pairs, folder, options, stop);
            lock (gate)
                progress?.Invoke(++done, pairs.Count);
        });
        return results;
    }

    private static (PairNumbers Own, IReadOnlyList<PseudoDyad> Others) Of(BatchPair a, IReadOnlyList<BatchPair> pairs, BatchFolder folder, SignificanceOptions options, CancellationToken stop)
    {
        var known = folder.Strangers(a.Name);
        var numbers = new Dictionary<string, PairNumbers>();
        var others = new List<PseudoDyad>(pairs.Count);
        var isNew = false;
        foreach (var b in pairs)
        {
            if (ReferenceEquals(a, b))
            {
                Numbers(b);
                continue;
            }

            var left = a.Shares(b) ? "sameRecording" : null;
            var of = left is null ? Numbers(b) : new(0, []);
            others.Add(new(a.Name, b.Name, of, left ?? (of.Peaks.IsEmpty ? "notEnoughData" : a.IsPaced || b.IsPaced ? "paced" : null)));
        }

        if (isNew || known.Count != numbers.Count)
            folder.Keep(a.Name, numbers);
        return (Numbers(a), others);

        PairNumbers Numbers(BatchPair b)
        {
            var key = $"{a.DigestA} {b.DigestB}";
            if (numbers.TryGetValue(key, out var there))
                return there;
            stop.ThrowIfCancellationRequested();
            if (!known.TryGetValue(key, out var value))
                (value, isNew) = (PairStatistic.Of(a.A, b.B, options), true);
            return numbers[key] = value;
        }
    }
}
