using System.Text.Json;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

/// <summary>Recordings that broke off and are taken up again, by <c>record</c> and by <c>live</c>.</summary>
public sealed class ResumedTests : IDisposable
{
    private const int Kill = 9;
    private const string One = "bluez:AA:BB:CC:DD:EE:01";
    private const string Two = "bluez:AA:BB:CC:DD:EE:02";

    private readonly TemporaryFolder _folder = new();

    private string First => _folder["s.coreg.jsonl"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(One, "is no strap of BlueZ", "--a", "bluez:xx")]
    [InlineData(One, "is no strap that this machine can reach", "--a", "moon:1")]
    [InlineData(One, "Ana and Person B have the same strap", "--b", "bluez:aa:bb:cc:dd:ee:01")]
    [InlineData(One, "in the recording A is called Ana", "--name-a", "Ben")]
    [InlineData(One, "is recorded in the clear, and would go on so", "--encrypt")]
    [InlineData(null, "does not tell who wore which strap")]
    [InlineData("web:6uGQ", "coreg live --resume ")]
    public async Task What_is_refused_leaves_nothing_behind_however_often(string? strap, string says, params string[] arguments)
    {
        WriteBrokenOff(new SensorFact(1, "A", SensorState.Connected, strap, "H10"));

        for (var time = 0; time < 2; time++)
        {
            var refused = await Coreg.RunInAsync(Surroundings.Near(_folder), ["record", "--resume", First, .. arguments]);

            Assert.Equal((2, ""), (refused.ExitStatus, refused.Output));
            Assert.Contains(says, refused.Error, StringComparison.Ordinal);
            Assert.Equal([First], Directory.GetFiles(_folder.Path));
        }
    }

    [Fact]
    public async Task The_window_knows_people_and_straps_as_the_recording_does()
    {
        WriteBrokenOff(
            new SensorFact(1, "A", SensorState.Connected, Two, "Polar H10 87654321"),
            new PersonFact(2, "B", Person.Nameless("B")),
            new SensorFact(3, "B", SensorState.Connected, Two, "Polar H10 87654321"),
            new AssignFact(4, "A", One, "Polar H10 12345678"));
        await using var live = await LiveProgram.StartAsync(busAddress: null, "live", "--resume", First);

        using var setUp = JsonDocument.Parse(await live.Client.GetStringAsync("/api/setup", TestContext.Current.CancellationToken));
        Assert.Equal(
            [("Ana", One, "Polar H10 12345678"), ("Person B", Two, "Polar H10 87654321")],
            setUp.RootElement.GetProperty("places").EnumerateArray().Select(place => (Text(place, "name"), Text(place.GetProperty("strap"), "id"), Text(place.GetProperty("strap"), "name"))));
        Assert.Equal(["Ana"], Remembered(live));
        await live.EndAsync();
    }

    [Fact]
    public async Task A_strap_with_another_address_since_then_is_found_by_its_name()
    {
        const string randomAddress = "C0:00:00:00:00:01";
        await using var peer = await BluezPeer.StartAsync($"name=Polar H10 12345678,address={randomAddress},address-type=random");
        await using (var broken = Coreg.Start(Surroundings.Near(_folder, peer.BusAddress), "record", "--a", $"bluez:{randomAddress}", "--record", First))
        {
            // Not only sent: what the resumed one knows of the strap stands in the recording.
            await Patience.UntilAsync(() => broken.Output.StartsWith("recording", StringComparison.Ordinal) && RecordingReader.Read(First).Facts.Any(fact => fact is NotificationFact));
            await broken.EndByAsync(Kill);
        }

        await peer.TellAsync("address 1 C0:00:00:00:00:02");
        var heard = peer.Log.Count(message => message.Subscribed > 0);
        await using var resumed = Coreg.Start(Surroundings.Near(_folder, peer.BusAddress), "record", "--resume", First);
        await Patience.UntilAsync(() => peer.Log.Skip(heard).Count(message => message is { Strap: "C0:00:00:00:00:02", Subscribed: > 0 }) > 1);
        var ended = await resumed.EndByAsync(Coreg.Terminate);

        Assert.Equal(0, ended.ExitStatus);
        Assert.Contains(
            RecordingReader.Read(First).Facts.OfType<SensorFact>(), fact => fact.Detail?.StartsWith("Polar H10 12345678 has another address now", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task Who_has_no_name_is_called_alike_everywhere_and_remembered_nowhere()
    {
        await using var live = await LiveProgram.StartAsync(busAddress: null, "live", "--a", One, "--b", Two, "--record", First);
        await live.EndAsync();
        await using var record = Coreg.Start(Surroundings.Near(_folder), "record", "--a", One, "--record", _folder["t.coreg.jsonl"]);
        await Patience.UntilAsync(() => record.Output.StartsWith("recording", StringComparison.Ordinal));
        await record.EndByAsync(Coreg.Terminate);

        Assert.Equal(["Person A", "Person B"], RecordingReader.Read(First).Header.People.Select(person => person.Name));
        Assert.Equal(["Person A"], RecordingReader.Read(_folder["t.coreg.jsonl"]).Header.People.Select(person => person.Name));
        Assert.Empty(Remembered(live));
    }

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;

    private static string[] Remembered(LiveProgram live)
    {
        var file = Path.Combine(live.Home, "coreg", "straps.json");
        if (!File.Exists(file))
            return [];
        using var straps = JsonDocument.Parse(File.ReadAllText(file));
        return [.. straps.RootElement.EnumerateArray().Select(strap => Text(strap, "person"))];
    }

    private void WriteBrokenOff(params Fact[] facts) => RecordingFile.WriteWhole(
        First,
        new SessionHeader
        {
            Program = "coreg 0.1.0",
            Started = DateTimeOffset.Now.AddMinutes(-1),
            Origin = Origin.Live,
            Session = Guid.NewGuid(),
            People = [new Person { Id = "A", Name = "Ana" }],
        },
        facts);
}
