using System.Globalization;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Straps;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Endurance;

/// <summary>Two straps with something wrong every minute: 25 minutes, or eight hours with <c>COREG_LONG=1</c>.</summary>
[Collection(nameof(Alone))]
public sealed class EnduranceTests(ITestOutputHelper output) : IDisposable
{
    private const double WindowS = 600;
    private const double TenMinutesS = 600;
    private const double LargestDriftBetweenThemS = 0.02;

    // A beat itself, its message in the clock's log and two to three snapshots of the history that the strips draw, in lists that double.
    private const long MostBytesABeat = 300;
    private const long SlackBytes = 1_000_000;

    private readonly TemporaryFolder _folder = new();

    private static double DurationS => Environment.GetEnvironmentVariable("COREG_LONG") == "1" ? 8 * 3600 : 1500;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_beat_is_there_or_in_a_gap_the_two_stay_on_one_clock_and_memory_holds_the_beats_only()
    {
        var simulated = FaultyPair.Run(DurationS, seed: 8);
        var path = _folder.File("endurance.coreg.jsonl");
        var run = new FastSession(simulated);
        var began = TimeProvider.System.GetTimestamp();

        await using var session = await run.RunAsync(path, memoryEveryS: 300);

        var tookS = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var recording = RecordingReader.Read(path);
        IsWhole(simulated, recording);
        var analysis = SessionAnalysis.Run(recording.Header, recording.Facts, new() { Significance = new() { Surrogates = 19 } });
        Say($"{DurationS:0} s of two straps in {tookS:0} s, {DurationS / tookS:0} times as fast; {recording.Facts.Count} lines");
        var final = simulated.Truth.People.Select((truth, person) => Account(truth, analysis.People[person].Beats, mostNotYet: 0)).ToArray();
        var live = simulated.Truth.People.Select((truth, person) => Account(truth, session.History.Beats(person), mostNotYet: 10)).ToArray();

        var apartS = ApartS(final);
        Say($"the two apart from truth in windows of {WindowS:0} s: final {apartS * 1000:0.0} ms, live {ApartS(live) * 1000:0.0} ms at most");
        Assert.InRange(apartS, 0, LargestDriftBetweenThemS);
        Assert.InRange(ApartS(live), 0, LargestDriftBetweenThemS);
        HoldMemory(run, session.History.NextIndex, final.Sum(account => account.Received));
    }

    // Of two messages within a millisecond either may be taken first, and the other is stamped with its time.
    private static void IsWhole(SimulatedSession simulated, RecordedSession recording)
    {
        Assert.True(recording.Finished);
        foreach (var person in simulated.People)
        {
            var sent = simulated.Messages.OfType<SimulatedNotification>().Where(message => message.Person == person.Id).ToArray();
            var there = recording.Facts.OfType<NotificationFact>().Where(fact => fact.Person == person.Id).ToArray();
            Assert.Equal(sent.Select(message => Convert.ToHexString(message.Bytes.AsSpan())), there.Select(fact => Convert.ToHexString(fact.Bytes.AsSpan())));
            Assert.All(sent.Zip(there), pair => Assert.InRange(pair.Second.TimeS - pair.First.ArrivalS, -1e-6, 0.002));
        }
    }

    private BeatAccount Account(PersonTruth truth, IReadOnlyList<Analysis.Beats.Beat> beats, int mostNotYet)
    {
        var account = BeatAccount.Of(truth, beats, mostNotYet);
        Assert.Equal(account.True, account.Received + account.LostInGaps + account.AtTheEdges);
        var errors = account.Errors.Select(error => Math.Abs(error.ErrorS - truth.LatencyS)).Order().ToArray();
        var faults = string.Join(", ", truth.Faults.CountBy(fault => fault.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Value} {kind.Key}"));
        Say($"{truth.Id} {(mostNotYet == 0 ? "final" : "live")}: {account.True} true beats = {account.Received} received + {account.LostInGaps} lost in {account.Gaps} gaps + {account.AtTheEdges} at the edges; off by {errors[errors.Length / 2] * 1000:0.0} ms (median), {errors[(int)(errors.Length * 0.99)] * 1000:0.0} ms (99 %); {faults}; {truth.DriftPpm:0} ppm");
        Assert.Contains(truth.Faults, fault => fault.Kind is StrapFaultKind.LinkLost);
        return account;
    }

    // The median error of each in a window, against the other's: what drifts apart shows, what a strap's latency is cancels.
    private static double ApartS(BeatAccount[] accounts)
    {
        var windows = accounts.Select(account => account.Errors.GroupBy(error => (int)(error.TimeS / WindowS)).ToDictionary(window => window.Key, window => Median(window.Select(error => error.ErrorS)))).ToArray();
        return windows[0].Where(window => windows[1].ContainsKey(window.Key)).Max(window => Math.Abs(window.Value - windows[1][window.Key]));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private void HoldMemory(FastSession run, long snapshots, int beats)
    {
        var (first, last) = (run.Memory.First(memory => memory.TimeS >= TenMinutesS), run.Memory[^1]);
        var grown = last.Bytes - first.Bytes;
        var bytesABeat = grown / (beats * (last.TimeS - first.TimeS) / DurationS);
        Say($"memory {first.Bytes / 1e6:0.0} MB after {first.TimeS:0} s, {last.Bytes / 1e6:0.0} MB after {last.TimeS:0} s: {bytesABeat:0} bytes a beat; {snapshots} snapshots");
        foreach (var (timeS, bytes) in run.Memory.Where((_, index) => index % 12 == 11))
            Say($"  {timeS / 3600:0} h {bytes / 1e6:0.0} MB");
        Assert.InRange(grown, long.MinValue, (MostBytesABeat * beats) + SlackBytes);
    }

    private void Say(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
