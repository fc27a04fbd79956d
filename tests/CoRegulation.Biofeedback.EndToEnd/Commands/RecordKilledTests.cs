using System.Collections.Concurrent;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

/// <summary><c>coreg record</c> with two simulated straps, killed.</summary>
public sealed class RecordKilledTests(ITestOutputHelper output) : IDisposable
{
    private const int Kill = 9;
    private const int AtOnce = 4;

    // A strap sends once a second: what is missing would be more than the message that is on its way at most.
    private const double OnItsWayS = 1;

    private readonly TemporaryFolder _folder = new();

    private static int Kills => Environment.GetEnvironmentVariable("COREG_LONG") == "1" ? 200 : 12;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_a_random_instant_the_recording_has_every_message_up_to_there_and_check_says_what_is_in_it()
    {
        await File.WriteAllTextAsync(_folder["passphrase"], "two hearts\n", Cancellation);
        var chance = new Random(1);
        var killsS = Enumerable.Range(0, Kills).Select(_ => 0.2 + (chance.NextDouble() * 5)).ToArray();
        var left = new ConcurrentBag<Left>();
        var faults = new ConcurrentBag<string>();
        var began = TimeProvider.System.GetTimestamp();
        await Parallel.ForAsync(0, Kills, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancellation }, async (kill, _) =>
        {
            try
            {
                left.Add(await KillAsync(kill, killsS[kill], encrypted: kill % 4 == 3));
            }
            catch (Exception fault) when (!Cancellation.IsCancellationRequested)
            {
                faults.Add(FormattableString.Invariant($"kill {kill} after {killsS[kill]:0.000} s: {fault}"));
            }
        });

        output.WriteLine(FormattableString.Invariant(
            $"{left.Count} of {Kills} kills in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s, {left.Count(one => one.Encrypted)} encrypted; {left.Sum(one => one.Sent)} messages sent, {left.Sum(one => one.Recorded)} recorded, {left.Sum(one => one.Sent - one.Recorded)} on their way, for {left.Select(one => one.LateS).DefaultIfEmpty().Max():0.000} s at most; {left.Count(one => one.Cut)} files cut within their last line"));
        Assert.True(faults.IsEmpty, string.Join("\n", faults));
    }

    private async Task<Left> KillAsync(int number, double afterS, bool encrypted)
    {
        var path = _folder[$"{number}.coreg.{(encrypted ? "enc" : "jsonl")}"];
        string[] passphrase = encrypted ? ["--passphrase-file", _folder["passphrase"]] : [];
        DateTimeOffset said, killed;
        double waitedS;
        await using (var coreg = Coreg.Start(new Surroundings(), ["record", "--a", "sim:settling", "--b", "sim:settling", "--seed", $"{number}", "--record", path, .. passphrase]))
        {
            Assert.StartsWith("recording", await coreg.FirstLineAsync(), StringComparison.Ordinal);
            said = DateTimeOffset.UtcNow;
            var waitedBefore = BusyMachine.WaitedS();
            await Task.Delay(TimeSpan.FromSeconds(afterS), Cancellation);
            killed = DateTimeOffset.UtcNow;
            waitedS = BusyMachine.WaitedS() - waitedBefore;
            await coreg.EndByAsync(Kill);
        }

        var check = await Coreg.RunAsync(["check", path, .. passphrase]);
        Assert.Equal((0, ""), (check.ExitStatus, check.Error));
        Assert.Contains(": unfinished", check.Output, StringComparison.Ordinal);

        var recording = RecordingReader.Read(path, new Passphrase("two hearts"));
        var (saidS, killedS) = ((said - recording.Header.Started).TotalSeconds, (killed - recording.Header.Started).TotalSeconds);
        var facts = recording.Facts.OfType<NotificationFact>().ToLookup(fact => fact.Person);
        var simulated = Simulator.Run(Scenarios.Settling, number).Messages.OfType<SimulatedNotification>().ToLookup(message => message.Person);
        var (all, onTheirWay, lateS) = (0, 0, 0.0);
        foreach (var person in simulated)
        {
            var there = facts[person.Key].ToArray();
            Assert.Matches($@"(?m)^person {person.Key} .*: {there.Length} notifications?,", check.Output);
            var next = Begin(there, [.. person], saidS) + there.Length;
            var late = person.Skip(next).TakeWhile(message => message.ArrivalS <= killedS).ToArray();
            if (late.Length > 0)
                lateS = Math.Max(lateS, killedS - late[0].ArrivalS);
            (all, onTheirWay) = (all + there.Length, onTheirWay + late.Length);
        }

        Assert.InRange(lateS, 0, OnItsWayS + waitedS);
        return new(all + onTheirWay, all, lateS, encrypted, recording.Cut is not null);
    }

    /// <summary>Which message of those that were sent is the first that is there.</summary>
    /// <remarks>A strap is heard from when the session begins; what it sent before that is nobody's. By the time that the program said that it records, both were heard.</remarks>
    private static int Begin(NotificationFact[] there, SimulatedNotification[] sent, double saidS)
    {
        var heard = Array.FindIndex(sent, message => message.ArrivalS > saidS);
        if (there.Length == 0)
            return heard;

        var begin = HeardMessages.Begin(there, sent);
        Assert.True(begin >= 0, $"What is recorded was not sent so: {string.Join(" ", there.Select(fact => $"{fact.TimeS}"))}");
        Assert.InRange(begin, 0, heard);
        return begin;
    }

    private sealed record Left(int Sent, int Recorded, double LateS, bool Encrypted, bool Cut);
}
