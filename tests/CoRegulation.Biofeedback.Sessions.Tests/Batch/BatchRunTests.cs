using System.Globalization;
using System.Text.RegularExpressions;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Batch;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Batch;

public sealed partial class BatchRunTests : IDisposable
{
    private static readonly BatchOptions Options = new("tests", Surrogates: 99);

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _results = new();

    public void Dispose()
    {
        _folder.Dispose();
        _results.Dispose();
    }

    [Fact]
    public void A_pair_that_moves_together_stands_out_from_pairs_that_never_met()
    {
        Add("coupled.csv", seed: 1, coupling: 0.9);
        for (var i = 2; i <= 6; i++)
            Add($"stranger-{i}.csv", seed: i, coupling: 0);

        var outcome = Run("out");

        Assert.Equal((6, 6, 30), (outcome.Recordings, outcome.Pairs, outcome.PseudoDyads));
        Assert.Empty(outcome.Problems);
        var rows = Table("out", "batch.csv");
        Assert.Equal(1 / 31.0, Number(rows["coupled.csv"]["p_pseudo"]), 1e-12);
        Assert.All(rows.Where(row => row.Key is not "coupled.csv"), row => Assert.True(Number(row.Value["p_pseudo"]) > 1 / 31.0));
        Assert.Equal(30, Lines("out", "pseudo_dyads.csv").Length - 1);
    }

    [Fact]
    public void A_batch_that_is_stopped_again_and_again_ends_with_the_same_bytes()
    {
        for (var i = 1; i <= 4; i++)
            Add($"pair-{i}.csv", seed: i, coupling: 0.3);
        Record("evening", Scenarios.Settling, 240);
        Run("at once");

        var runs = 0;
        for (var finished = false; !finished; runs++)
        {
            using var stop = new CancellationTokenSource();
            var told = 0;
            try
            {
                // Each run gets one step further than what is known already.
                BatchRun.Run(_folder.Path, _results.File("bit by bit"), Options, null, (_, _, _) => Stop(stop, ++told > runs), stop.Token);
                finished = true;
            }
            catch (OperationCanceledException)
            {
                Assert.False(File.Exists(_results.File("bit by bit/batch.csv")));
            }
        }

        Assert.True(runs > 3, $"It was done after {runs} runs: nothing was interrupted.");
        Assert.Equal(Bytes("at once"), Bytes("bit by bit"));
        Assert.Equal(Bytes("at once"), Bytes("bit by bit", again: true));

        static void Stop(CancellationTokenSource stop, bool now)
        {
            if (now)
                stop.Cancel();
        }
    }

    [Fact]
    public void What_changed_is_computed_anew_and_what_is_gone_goes()
    {
        Add("a.csv", 1, 0);
        Add("b.csv", 2, 0);
        Add("c.csv", 3, 0);
        Run("out");
        File.Delete(_folder.File("c.csv"));
        Add("b.csv", 4, 0, samples: 1600);

        Run("out");
        Run("afresh");

        Assert.Equal(Bytes("afresh"), Bytes("out"));
    }

    [Fact]
    public void A_recording_gives_its_summary_and_a_row()
    {
        Record("evening", Scenarios.Settling, 300);
        Record("alone", Scenarios.Solo, 120);
        File.WriteAllText(_folder.File("broken.coreg.jsonl"), "no recording");
        File.WriteAllText(_folder.File("other.csv"), "x,y\n1,2\n");

        var outcome = Run("out");

        Assert.Contains("is not a recording", Assert.Single(outcome.Problems), StringComparison.Ordinal);
        Assert.Equal(
            "1 CSV file without the columns t_s, a and b is left out; 1 recording of one person has no pair; "
            + "there is only one pair, so there are no pseudo-dyads to compare it with: put more recordings into the folder",
            string.Join("; ", outcome.Notes));
        var rows = Table("out", "batch.csv");
        Assert.Equal("alone.coreg.jsonl, broken.coreg.jsonl, evening.coreg.jsonl", string.Join(", ", rows.Keys));
        Assert.Equal("one person: there is no pair", rows["alone.coreg.jsonl"]["warnings"]);
        Assert.Equal(("Ana", "Ben", ""), (rows["evening.coreg.jsonl"]["a_name"], rows["evening.coreg.jsonl"]["b_name"], rows["evening.coreg.jsonl"]["p_pseudo"]));
        Assert.True(Number(rows["evening.coreg.jsonl"]["a_rmssd_ms"]) > 0);
        Assert.True(File.Exists(_results.File("out/recordings/evening.coreg.jsonl.summary.json")));
    }

    [Fact]
    public void Every_column_is_explained()
    {
        Add("a.csv", 1, 0);
        Run("out");

        var explained = Lines("out", "data_dictionary.csv").Skip(1).Select(line => string.Join(',', line.Split(',')[..2])).ToArray();
        Assert.Equal(
            [.. Columns("batch.csv"), .. Columns("pseudo_dyads.csv")],
            explained);

        IEnumerable<string> Columns(string file) => Lines("out", file)[0].Split(',').Select(column => $"{file},{column}");
    }

    [Fact]
    public void A_copy_is_not_compared_with_its_original()
    {
        Add("a.csv", 1, 0.9);
        Add("b.csv", 2, 0);
        File.Copy(_folder.File("a.csv"), _folder.File("a copy.csv"));

        Run("out");

        Assert.Equal(2, Lines("out", "pseudo_dyads.csv").Count(line => line.EndsWith(",sameRecording", StringComparison.Ordinal)));
        Assert.Contains("as 'a copy.csv'", Table("out", "batch.csv")["a.csv"]["warnings"], StringComparison.Ordinal);
        Assert.Equal("4", Table("out", "batch.csv")["a.csv"]["pseudo_dyads"]);
    }

    [Fact]
    public void People_who_never_meet_in_time_are_said_to()
    {
        _folder.Write("apart.csv", [.. Enumerable.Range(0, 800).Select(i => i < 400 ? $"{i / 4.0},{70 + (i % 7)}," : $"{i / 4.0},,{60 + (i % 5)}").Prepend("t_s,a,b")]);
        Add("b.csv", 2, 0);

        Run("out");

        Assert.Contains("0 s with both heart rates are too little", Table("out", "batch.csv")["apart.csv"]["warnings"], StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_that_will_not_do_are_said()
    {
        Assert.Equal($"'{_folder.Path}' has nothing to compute: put recordings (*.coreg.jsonl) or tables of pairs (*.csv with the columns t_s, a and b) into it.", Refused("out"));
        Add("a.csv", 1, 0);
        Run("out");
        Assert.Contains("holds results of other settings", Refused("out", Options with { Seed = 2 }), StringComparison.Ordinal);
        Directory.CreateDirectory(_results.File("full"));
        _results.Write("full/thesis.txt", "mine");
        Assert.Equal($"'{_results.File("full")}' is not empty and holds no batch that could go on: name another folder.", Refused("full"));
        using (new FileStream(_results.File("out/work/lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Assert.Equal($"another process works in '{_results.File("out")}': wait for it, or name another folder.", Refused("out"));
        Run("out");
    }

    private BatchOutcome Run(string to) => BatchRun.Run(_folder.Path, _results.File(to), Options, stop: TestContext.Current.CancellationToken);

    private string Refused(string to, BatchOptions? options = null) => Assert.Throws<BatchException>(
        () => BatchRun.Run(_folder.Path, _results.File(to), options ?? Options, stop: TestContext.Current.CancellationToken)).Message;

    /// <summary>Two heart rates that share a slow wave of noise.</summary>
    private void Add(string name, int seed, double coupling, int samples = 1200)
    {
        var random = new Random(seed);
        var (shared, a, b) = (Slow(), Slow(), Slow());
        var (own, common) = (Math.Sqrt(1 - coupling), Math.Sqrt(coupling));
        _folder.Write(name, [.. Enumerable.Range(0, samples).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{i / 4.0},{70 + (common * shared[i]) + (own * a[i]):0.000},{65 + (common * shared[i]) + (own * b[i]):0.000}")).Prepend("t_s,a,b")]);

        double[] Slow()
        {
            var (x, value) = (new double[samples], 0.0);
            for (var i = 0; i < samples; i++)
                x[i] = value = (0.95 * value) + (random.NextDouble() - 0.5);
            return x;
        }
    }

    private void Record(string name, Scenario scenario, double durationS)
    {
        var (header, facts) = SimulatedSessions.Of(scenario, durationS: durationS);
        RecordingFile.WriteWhole(_folder.File(name + ".coreg.jsonl"), header, facts);
    }

    private string[] Lines(string to, string file) => File.ReadAllLines(_results.File($"{to}/{file}"));

    private Dictionary<string, Dictionary<string, string>> Table(string to, string file)
    {
        var rows = Lines(to, file).Select(line => Field().Matches(line).Select(field => field.Value.Trim('"')).ToArray()).ToArray();
        return rows[1..].ToDictionary(row => row[0], row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    // A field begins the line or follows a comma, and what stands in quotes may hold commas.
    [GeneratedRegex("""(?<=^|,)(?:"[^"]*"|[^,"]*)(?=,|$)""")]
    private static partial Regex Field();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private string Bytes(string to, bool again = false)
    {
        if (again)
            Run(to);
        return string.Join('\n', Directory.EnumerateFiles(_results.File(to), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(_results.File(to), file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"));
    }
}
