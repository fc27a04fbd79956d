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

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_a_random_instant_the_recording_has_every_message_up_to_there_and_check_says_what_is_in_it()
    {
        await File.WriteAllTextAsync(_folder["passphrase"], "two hearts\n", TestContext.Current.CancellationToken);
        var chance = new Random(1);
        var killsS = Enumerable.Range(0, Kills).Select(_ => 0.2 + (chance.NextDouble() * 5)).ToArray();
        var (messages, lateS) = (0, 0.0);
        var gate = new Lock();
        await Parallel.ForAsync(0, Kills, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken }, async (kill, _) =>
        {
            var (found, missing) = await KillAsync(kill, killsS[kill], encrypted: kill % 4 == 3);
            lock (gate)
                (messages, lateS) = (messages + found, Math.Max(lateS, missing));
        });

        output.WriteLine(FormattableString.Invariant($"{Kills} kills: {messages} messages in the files; the last one that is not there was on its way for {lateS:0.000} s at most"));
    }

    private async Task<(int Messages, double LateS)> KillAsync(int number, double afterS, bool encrypted)
    {
        var stop = TestContext.Current.CancellationToken;
        var path = _folder[$"{number}.coreg.{(encrypted ? "enc" : "jsonl")}"];
        string[] passphrase = encrypted ? ["--passphrase-file", _folder["passphrase"]] : [];
        double killedS;
        await using (var coreg = Coreg.Start(new Surroundings(), ["record", "--a", "sim:settling", "--b", "sim:settling", "--seed", $"{number}", "--record", path, .. passphrase]))
        {
            while (!coreg.Output.StartsWith("recording", StringComparison.Ordinal))
                await Task.Delay(5, stop);
            await Task.Delay(TimeSpan.FromSeconds(afterS), stop);
            var before = DateTimeOffset.UtcNow;
            await coreg.EndByAsync(Kill);
            killedS = (before - RecordingReader.Read(path, new Passphrase("two hearts")).Header.Started).TotalSeconds;
        }

        var check = await Coreg.RunAsync(["check", path, .. passphrase]);
        Assert.Equal((0, ""), (check.ExitStatus, check.Error));
        Assert.Contains(": unfinished", check.Output, StringComparison.Ordinal);

        var facts = RecordingReader.Read(path, new Passphrase("two hearts")).Facts.OfType<NotificationFact>().ToLookup(fact => fact.Person);
        var simulated = Simulator.Run(Scenarios.Settling, number).Messages.OfType<SimulatedNotification>().ToLookup(message => message.Person);
        var lateS = 0.0;
        foreach (var person in simulated)
        {
            var there = facts[person.Key].ToArray();
            Assert.Contains($"{there.Length} notification", check.Output, StringComparison.Ordinal);

            // A strap is heard from when the session begins; what it sent before that is nobody's. A busy machine takes the first messages late, and some
            // are alike: they begin where all that are there follow as they were sent.
            var sent = person.ToArray();
            var hex = there.Select(fact => Hex(fact.Bytes.AsSpan())).ToArray();
            var begins = Enumerable.Range(0, sent.Count(message => message.ArrivalS < 5))
                .Where(at => sent.Skip(at).Take(hex.Length).Select(message => Hex(message.Bytes.AsSpan())).SequenceEqual(hex)).ToArray();
            Assert.NotEmpty(begins);
            var truth = sent[begins[^1]..];
            if (hex.Length == 0)
                truth = sent;
            if (truth.Length > there.Length)
                lateS = Math.Max(lateS, killedS - truth[there.Length].ArrivalS);
        }

        Assert.InRange(lateS, 0, OnItsWayS);
        return (facts.Sum(person => person.Count()), lateS);
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
