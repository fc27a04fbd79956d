using System.Collections.Immutable;
using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>Many recordings at once: what each gives, and each pair beside all pairs that never met.</summary>
public static class BatchRun
{
    /// <summary>With fewer pseudo-dyads than this, p cannot fall to 0.05.</summary>
    private const int FewStrangers = 19;

    /// <summary>Runs a batch, or goes on with one that was ended; the results are the same bytes, whatever the number of cores.</summary>
    /// <param name="folder">The folder with recordings and tables of pairs; folders within it are not looked at.</param>
    /// <param name="outFolder">The folder for the results: new, empty, or of a batch with the same settings.</param>
    /// <param name="options">Settings.</param>
    /// <param name="passphrase">Of encrypted recordings; results are not encrypted.</param>
    /// <param name="progress">Told what is being done, how many are done, of how many.</param>
    /// <param name="stop">Ends it early; what is complete is kept.</param>
    /// <exception cref="BatchException">A folder will not do.</exception>
    /// <exception cref="RecordingException">Results cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static BatchOutcome Run(string folder, string outFolder, BatchOptions options, Passphrase? passphrase = null, Action<string, int, int>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var (inputs, otherTables) = Inputs(folder);
            using var results = BatchFolder.Open(outFolder, options);
            var items = Items(inputs, results, options, passphrase, (done, all) => progress?.Invoke("recording", done, all), stop);
            var outcome = Compare(items, results, options.Analysis().Significance, (done, all) => progress?.Invoke("pseudo-dyads of recording", done, all), stop);
            return otherTables == 0
                ? outcome
                : outcome with { Notes = [$"{Count(otherTables, "CSV file")} without the columns t_s, a and b {(otherTables == 1 ? "is" : "are")} left out", .. outcome.Notes] };
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            throw new BatchException($"'{folder}' or '{outFolder}' cannot be used: {fault.Message}", inputIsWrong: false, fault);
        }
    }

    private static (IReadOnlyList<BatchInput> Inputs, int OtherTables) Inputs(string folder)
    {
        if (!Directory.Exists(folder))
            throw new BatchException(File.Exists(folder) ? $"'{folder}' is a file: name the folder that holds the recordings." : $"'{folder}' is not there. Check the name of the folder.", inputIsWrong: true);
        var found = BatchInput.In(folder);
        return found.Inputs.Count > 0
            ? found
            : throw new BatchException($"'{folder}' has nothing to compute: put recordings (*.coreg.jsonl) or tables of pairs (*.csv with the columns t_s, a and b) into it.", inputIsWrong: true);
    }

    private static BatchItem[] Items(IReadOnlyList<BatchInput> inputs, BatchFolder results, BatchOptions options, Passphrase? passphrase, Action<int, int> progress, CancellationToken stop)
    {
        var items = new BatchItem[inputs.Count];
        var (done, gate) = (0, new Lock());
        Parallel.For(0, inputs.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop }, i =>
        {
            if (results.Item(inputs[i]) is not { } item)
                results.Keep(item = BatchReading.Read(inputs[i], options.Analysis(), passphrase));
            items[i] = item;
            lock (gate)
                progress(++done, inputs.Count);
        });
        return items;
    }

    private static BatchOutcome Compare(BatchItem[] items, BatchFolder results, SignificanceOptions options, Action<int, int> progress, CancellationToken stop)
    {
        var summaries = Array.ConvertAll(items, item => item.Summary is null ? default : Parse(item.Summary));
        var pairs = items.Index().Where(one => one.Item.IsPair)
            .Select(one => (one.Index, Pair: new BatchPair(one.Item) { IsPaced = SummaryColumn.At(summaries[one.Index], "dyad.synchrony.paced").ValueKind is JsonValueKind.True })).ToArray();
        var compared = PseudoDyads.Of([.. pairs.Select(pair => pair.Pair)], results, options, progress, stop);
        var strangers = compared.SelectMany(pair => pair.Others).ToArray();
        var counted = strangers.Where(stranger => stranger.Left is null).Select(stranger => stranger.Numbers).ToArray();

        var rows = items.Index().Select(one => new BatchRow(one.Item, summaries[one.Index], 0, double.NaN, string.Join("; ", one.Item.Warnings))).ToArray();
        for (var i = 0; i < pairs.Length; i++)
        {
            var (index, pair) = pairs[i];
            var warnings = items[index].Warnings.ToList();
            var own = compared[i].Own;
            var p = pair.IsPaced ? double.NaN : PairStatistic.Among(own, counted, options);
            if (pairs.Where(other => other.Index != index && other.Pair.Shares(pair)).Select(other => other.Pair.Name).FirstOrDefault() is { } twin)
                warnings.Add($"the same session, or the same heart rate, as '{twin}': not compared with it");
            if (pair.IsPaced)
                warnings.Add("paced: not compared with pseudo-dyads, beside which a common pace always looks like coupling");
            else if (own.Peaks.IsEmpty)
                warnings.Add($"not compared with pseudo-dyads: {own.UsedS:0.##} s with both heart rates are too little");
            else if (counted.Length < FewStrangers)
                warnings.Add(counted.Length == 0 ? "no other pair, so there are no pseudo-dyads" : $"only {Count(counted.Length, "pseudo-dyad")}: p cannot fall below {1.0 / (counted.Length + 1):0.###}");
            rows[index] = rows[index] with { Strangers = double.IsNaN(p) ? 0 : counted.Length, P = p, Warnings = string.Join("; ", warnings) };
        }

        foreach (var table in BatchTables.Of(rows, strangers))
            results.Write(table);
        results.KeepOnly([.. items.Select(item => item.Name)]);
        return new(
            items.Length,
            pairs.Length,
            strangers.Length,
            [.. items.Select(item => item.Problem).OfType<string>()],
            Notes(items, pairs.Length));
    }

    private static ImmutableArray<string> Notes(BatchItem[] items, int pairs)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (items.Count(item => item is { Problem: null, IsPair: false }) is > 0 and var alone)
            notes.Add($"{Count(alone, "recording")} of one person {(alone == 1 ? "has" : "have")} no pair");
        if (pairs == 1)
            notes.Add("there is only one pair, so there are no pseudo-dyads to compare it with: put more recordings into the folder");
        return notes.ToImmutable();
    }

    private static JsonElement Parse(string summary)
    {
        using var document = JsonDocument.Parse(summary);
        return document.RootElement.Clone();
    }

    private static string Count(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");
}
