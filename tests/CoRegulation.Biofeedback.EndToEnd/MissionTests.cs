using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>What the program is for, from the radio to the table: two straps, the page, the recording, the numbers.</summary>
public sealed partial class MissionTests(Chromium chromium)
{
    // Whole with COREG_LONG=1. From here on the two come nearer at once, so that it is said within two minutes.
    private static readonly double FromS = Environment.GetEnvironmentVariable("COREG_LONG") == "1" ? 0 : 200;

    [Fact]
    public async Task Two_people_who_come_nearer_are_seen_recorded_and_analysed()
    {
        using var folder = new TemporaryFolder();
        WriteSample(folder["play.coreg.jsonl"]);
        await using var peer = await BluezPeer.StartAsync($"play={folder["play.coreg.jsonl"]}:A", $"play={folder["play.coreg.jsonl"]}:B");
        await peer.TellAsync("drop 1");
        await peer.TellAsync("drop 2");
        var coreg = Coreg.Start(
            Surroundings.Near(folder, peer.BusAddress),
            "live", "--a", "bluez:AA:BB:CC:DD:EE:01", "--b", "bluez:AA:BB:CC:DD:EE:02", "--name-a", "Ana", "--name-b", "Ben", "--record", folder["recordings"], "--no-browser");
        await using var window = await WindowPage.OpenAsync(coreg, await coreg.UrlAsync(), await chromium.NewPageAsync());
        // Put on when the session runs, so that it has every message from their first subscription on, with which their hearts begin. Straps that waited for
        // a word would be silent so long that the program takes their links for dead: what is sent as it leaves one nobody hears.
        await peer.TellAsync("return 1");
        await peer.TellAsync("return 2");

        var pair = window.Card("Between Ana and Ben");
        await Expect(pair.GetByRole(AriaRole.Status)).ToHaveTextAsync("nearing", new() { Timeout = 600_000 });
        var shown = await DistancesAsync(window, pair);
        Assert.Empty(window.Complaints);
        var ended = await coreg.EndByAsync(Coreg.Terminate);

        var file = Assert.Single(Directory.GetFiles(folder["recordings"]));
        Assert.Contains($"recording  {file}", ended.Output, StringComparison.Ordinal);
        var recording = RecordingReader.Read(file);
        Assert.True(recording.Finished);
        AssertWhole(peer, recording);
        Assert.InRange(shown.Average(one => one.DistanceBpm) - shown.Average(one => TrueDistanceBpm(one.TimeS, recording)), -1, 1);

        var results = folder["results"];
        Assert.Equal(0, (await Coreg.RunAsync("analyze", file, "--out", results)).ExitStatus);
        Assert.All(
            ["beats.csv", "heart_rate.csv", "hrv.csv", "synchrony.csv", "convergence.csv", "summary.json"],
            name => Assert.True(new FileInfo(Path.Combine(results, name)).Length > 100, name));
    }

    [Fact]
    public async Task One_person_has_no_pair_anywhere()
    {
        using var folder = new TemporaryFolder();
        await using var peer = await BluezPeer.StartAsync("name=Polar H10 1,rr=900");
        var coreg = Coreg.Start(Surroundings.Near(folder, peer.BusAddress), "live", "--a", "bluez:AA:BB:CC:DD:EE:01", "--name-a", "Ana", "--record", folder["recordings"], "--no-browser");
        await using var window = await WindowPage.OpenAsync(coreg, await coreg.UrlAsync(), await chromium.NewPageAsync());

        // One strap is named, so the page asks whether somebody else takes part.
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Start with one person" }).ClickAsync();
        await Expect(window.Card("Ana").GetByLabel("heart rate")).ToHaveTextAsync(Number());
        await Expect(window.Page.Locator("[data-panel=synchrony], [data-panel=distance], #lag-map")).ToHaveCountAsync(0);
        await Expect(window.Card("Between Ana and Person B")).ToHaveCountAsync(0);
        await coreg.EndByAsync(Coreg.Terminate);

        var file = Assert.Single(Directory.GetFiles(folder["recordings"]));
        Assert.Equal(["A"], RecordingReader.Read(file).Header.People.Select(person => person.Id));
        Assert.Equal(0, (await Coreg.RunAsync("analyze", file, "--out", folder["results"])).ExitStatus);
        Assert.All(
            ["synchrony.csv", "synchrony_peak.csv", "convergence.csv", "anchor.csv"],
            name => Assert.False(File.Exists(Path.Combine(folder["results"], name)), name));
        Assert.True(File.Exists(Path.Combine(folder["results"], "beats.csv")));
    }

    /// <summary>The sample "settling" from a time on, as a recording of its own for the straps to play.</summary>
    private static void WriteSample(string file)
    {
        var sample = RecordingReader.Read(Path.Combine(Repository.Folder, "samples", "settling.coreg.jsonl"));
        RecordingFile.WriteWhole(file, sample.Header, sample.Facts.Where(fact => fact.TimeS >= FromS).Select(fact => fact with { TimeS = Math.Round(fact.TimeS - FromS, 6) }));
    }

    /// <summary>What the page shows for half a minute: the distance, and the session time beside it.</summary>
    private static async Task<List<(double TimeS, double DistanceBpm)>> DistancesAsync(WindowPage window, ILocator pair)
    {
        var shown = new List<(double, double)>();
        var clock = window.Page.GetByLabel("session time");
        while (shown.Count < 60)
        {
            var time = TimeSpan.ParseExact(await clock.TextContentAsync() ?? "", ["m\\:ss", "mm\\:ss"], CultureInfo.InvariantCulture);
            if (double.TryParse(await pair.GetByLabel("distance").TextContentAsync(), CultureInfo.InvariantCulture, out var distanceBpm))
                shown.Add((time.TotalSeconds + 0.5, distanceBpm));
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        return shown;
    }

    /// <summary>How far apart the two simulated hearts really were.</summary>
    private static double TrueDistanceBpm(double timeS, RecordedSession recording)
    {
        var simulated = Simulator.Run(Scenarios.Settling, seed: 1);
        // Both hearts begin with the first subscription: what this strap sent before its own is nobody's.
        var heard = recording.Facts.OfType<NotificationFact>().Where(fact => fact.Person == "A").Take(5).ToArray();
        var sent = simulated.Messages.OfType<SimulatedNotification>().Where(message => message.Person == "A" && message.ArrivalS >= FromS).ToArray();
        var first = Enumerable.Range(0, 20).First(from => heard.Select(fact => Hex(fact.Bytes)).SequenceEqual(sent.Skip(from).Take(heard.Length).Select(message => Hex(message.Bytes))));
        var index = (int)Math.Round((timeS - heard[0].TimeS + sent[first].ArrivalS) * PersonTruth.SamplesPerSecond);
        return Math.Abs(simulated.Truth.People[0].RateBpm[index] - simulated.Truth.People[1].RateBpm[index]);
    }

    /// <summary>Every message that the radio gave is there once, in order.</summary>
    private static void AssertWhole(BluezPeer peer, RecordedSession recording)
    {
        foreach (var (person, strap) in new[] { ("A", "AA:BB:CC:DD:EE:01"), ("B", "AA:BB:CC:DD:EE:02") })
        {
            var recorded = recording.Facts.OfType<NotificationFact>().Where(fact => fact.Person == person).Select(fact => Hex(fact.Bytes)).ToList();
            Assert.NotEmpty(recorded);
            // The last may have been on its way when the program was told to end.
            var sent = peer.Log.Where(message => message.Strap == strap && message.Subscribed > 0).Select(message => message.Hex).ToList();
            Assert.InRange(sent.Count - recorded.Count, 0, 1);
            Assert.Equal(sent.Take(recorded.Count), recorded);
        }
    }

    private static string Hex(ImmutableArray<byte> bytes) => Convert.ToHexStringLower(bytes.AsSpan());

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex Number();
}
