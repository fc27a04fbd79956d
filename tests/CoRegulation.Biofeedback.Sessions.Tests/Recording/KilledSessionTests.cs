using System.Diagnostics;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

public sealed class KilledSessionTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static int Kills => Environment.GetEnvironmentVariable("COREG_LONG") == "1" ? 200 : 12;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_any_instant_a_session_of_two_straps_loses_no_message_that_it_took()
    {
        var truth = RecordingChild.Session.People.ToDictionary(
            person => person.Id,
            person => RecordingChild.Session.Messages.OfType<SimulatedNotification>().Where(message => message.Person == person.Id)
                .Select(message => Convert.ToHexStringLower(message.Bytes.AsSpan())).ToArray());
        var chance = new Random(1);
        var (taken, recorded, cut) = (0, 0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            var path = _folder.File($"{kill}.coreg.jsonl");
            var told = await KillAsync(path, chance.Next(1, 200), TimeSpan.FromMilliseconds(chance.NextDouble() * 20));

            var inspection = RecordingReader.Inspect(path);
            Assert.Equal(RecordingCondition.Unfinished, inspection.Condition);
            Assert.Empty(inspection.Problems);
            var facts = RecordingReader.Read(path).Facts.OfType<NotificationFact>().ToLookup(fact => fact.Person, fact => Convert.ToHexStringLower(fact.Bytes.AsSpan()));
            foreach (var (person, messages) in truth)
            {
                var there = facts[person].ToArray();
                Assert.Equal(messages.Take(there.Length), there);
                Assert.InRange(there.Length, told.Count(who => who == person), messages.Length);
            }

            taken += told.Count;
            recorded += inspection.Kinds["notification"];
            cut += inspection.Cut is null ? 0 : 1;
        }

        output.WriteLine($"{Kills} kills: {taken} messages told as taken, {recorded} in the files, none of those told missing; {cut} files cut within their last line");
    }

    private static async Task<List<string>> KillAsync(string path, int afterMessages, TimeSpan andThen)
    {
        using var child = RecordingChild.Start(path);
        var told = new List<string>();
        while (told.Count < afterMessages && await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            Tell(line);
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < andThen)
            Thread.SpinWait(50);
        Assert.False(child.HasExited, "The session ended before it was killed.");
        child.Kill();
        while (await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            Tell(line);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        return told;

        void Tell(string line)
        {
            if (line is "A" or "B")
                told.Add(line);
        }
    }
}
