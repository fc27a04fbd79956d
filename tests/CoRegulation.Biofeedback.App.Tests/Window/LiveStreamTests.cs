using System.Text.Json;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.App.Tests.Window;

public class LiveStreamTests
{
    [Fact]
    public async Task A_snapshot_has_the_shape_of_the_contract()
    {
        await using var window = await OpenWindow.StartAsync();
        window.Session.StepTo(130);

        var snapshot = (await ReadAsync(window, 2))[1];

        Assert.Equal(("snapshot", "520"), (snapshot.Kind, snapshot.Id));
        var data = snapshot.Data;
        Assert.Equal(130, data.GetProperty("timeS").GetDouble());
        Assert.Equal("simulated", data.GetProperty("origin").GetString());
        var a = data.GetProperty("people")[0];
        Assert.Equal("A", a.GetProperty("id").GetString());
        Assert.Equal(window.Session.SnapshotAt(520).People[0].HeartRateBpm.Value, a.GetProperty("heartRateBpm").GetProperty("value").GetDouble());
        Assert.Equal("valid", a.GetProperty("rmssdMs").GetProperty("state").GetString());
        Assert.Equal("good", a.GetProperty("signal").GetString());
        var dyad = data.GetProperty("dyad");
        Assert.All(["r", "lagS", "distanceBpm", "slopeBpmPerMin"], name => Assert.Equal("valid", dyad.GetProperty(name).GetProperty("state").GetString()));
        Assert.Equal("parting", dyad.GetProperty("convergence").GetString());
        Assert.Equal("notYetKnown", dyad.GetProperty("verdict").GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_value_is_null_unless_its_state_is_valid()
    {
        await using var window = await OpenWindow.StartAsync();
        window.Session.StepTo(210);

        var heartRate = (await ReadAsync(window, 2))[1].Data.GetProperty("people")[0].GetProperty("heartRateBpm");

        Assert.Equal((JsonValueKind.Null, "signalLost"), (heartRate.GetProperty("value").ValueKind, heartRate.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_person_alone_has_no_dyad()
    {
        await using var window = await OpenWindow.StartAsync(new FakeLiveSession(people: 1));
        window.Session.StepTo(10);

        var data = (await ReadAsync(window, 2))[1].Data;

        Assert.Equal((1, JsonValueKind.Null), (data.GetProperty("people").GetArrayLength(), data.GetProperty("dyad").ValueKind));
    }

    [Fact]
    public async Task A_jump_is_told_as_a_reset_before_the_new_run()
    {
        await using var window = await OpenWindow.StartAsync();
        window.Session.StepTo(1);

        var events = await ReadAsync(window, 4, then: () => window.Session.Jump(0));

        Assert.Equal(["transport", "snapshot", "reset", "snapshot"], events.Select(e => e.Kind));
        Assert.Equal("0", events[3].Id);
    }

    [Fact]
    public async Task Markers_and_phases_are_told()
    {
        await using var window = await OpenWindow.StartAsync(new FakeLiveSession(canSeek: false));
        window.Session.StepTo(1);

        var events = await ReadAsync(window, 4, then: () => window.Session.Mark("tears"));

        Assert.Equal(["transport", "recording", "snapshot", "marker"], events.Select(e => e.Kind));
        Assert.Equal("not recorded", events[1].Data.GetProperty("text").GetProperty("text").GetString());
        var marker = events[3];
        Assert.Equal(("marker", "marker", "tears"), (marker.Kind, marker.Data.GetProperty("kind").GetString(), marker.Data.GetProperty("label").GetString()));
    }

    [Fact]
    public async Task In_a_pause_the_stream_gives_signs_of_life()
    {
        await using var window = await OpenWindow.StartAsync();
        window.Session.StepTo(1);

        var events = await ReadAsync(window, 3, signsOfLife: true);

        Assert.Single(events, e => e.Kind == "alive");
    }

    [Fact]
    public async Task A_viewer_that_leaves_is_forgotten()
    {
        await using var window = await OpenWindow.StartAsync();
        window.Session.StepTo(1);

        await ReadAsync(window, 2);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(120));
        while (window.Session.Subscribers > 0)
            await Task.Delay(10, limit.Token);
    }

    [Fact]
    public async Task Closing_the_window_ends_the_stream()
    {
        var window = await OpenWindow.StartAsync();
        window.Session.StepTo(1);
        using var answer = await window.GetAsync("/api/live/stream");
        var rest = answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        await window.DisposeAsync();

        Assert.StartsWith("event: transport", await rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_session_tells_who_and_what_happened_so_far()
    {
        await using var window = await OpenWindow.StartAsync(new FakeLiveSession { Script = [new PhaseFact(1, "baseline")] });
        window.Session.StepTo(2);

        using var session = JsonDocument.Parse(await window.TextAsync("/api/live/session"));

        var root = session.RootElement;
        Assert.Equal(["Ana", "Ben"], root.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("name").GetString()));
        Assert.Equal(("Settling", "simulated, replay", true, 600), (root.GetProperty("title").GetString(), root.GetProperty("originLabel").GetString(), root.GetProperty("canSeek").GetBoolean(), root.GetProperty("durationS").GetDouble()));
        Assert.Equal("baseline", Assert.Single(root.GetProperty("events").EnumerateArray()).GetProperty("label").GetString());
    }

    [Fact]
    public async Task The_history_has_the_numbers_of_the_snapshots_from_an_index_on()
    {
        await using var window = await OpenWindow.StartAsync();
        window.Session.StepTo(210);

        using var history = JsonDocument.Parse(await window.TextAsync("/api/live/history?from=816"));

        var root = history.RootElement;
        Assert.Equal((816, 4), (root.GetProperty("firstIndex").GetInt32(), root.GetProperty("perSecond").GetInt32()));
        var a = root.GetProperty("heartRateBpm")[0].EnumerateArray().ToArray();
        Assert.Equal(840 - 816 + 1, a.Length);
        Assert.Equal((float)window.Session.SnapshotAt(816).People[0].HeartRateBpm.Value!, a[0].GetSingle());
        Assert.Equal(JsonValueKind.Null, a[^1].ValueKind);
    }

    [Fact]
    public async Task The_history_has_the_corrected_beats_of_the_snapshots_from_an_index_on()
    {
        await using var window = await OpenWindow.StartAsync();
        window.Session.StepTo(210);

        async Task<double[][]> TimesS(int from)
        {
            using var history = JsonDocument.Parse(await window.TextAsync($"/api/live/history?from={from}"));
            return [.. history.RootElement.GetProperty("correctedBeats").EnumerateArray().Select(person => person.EnumerateArray().Select(beat => beat.GetProperty("timeS").GetDouble()).ToArray())];
        }

        Assert.Equal([[26, 86, 146], []], await TimesS(0));
        Assert.Equal([[146], []], await TimesS(4 * 150));
        Assert.Equal([[], []], await TimesS((4 * 150) + 1));
    }

    [Fact]
    public async Task A_snapshot_tells_breathing_and_which_beats_were_corrected()
    {
        await using var window = await OpenWindow.StartAsync();
        window.Session.StepTo(90);

        var a = (await ReadAsync(window, 2))[1].Data.GetProperty("people")[0];

        Assert.Equal(14, a.GetProperty("breathingPerMin").GetProperty("value").GetDouble());
        Assert.Equal("valid", a.GetProperty("rsaMs").GetProperty("state").GetString());
        Assert.Equal(0.8, a.GetProperty("correctedPercent").GetProperty("value").GetDouble());
        Assert.Equal("sinus", a.GetProperty("rhythm").GetString());
        Assert.Equal("""[{"timeS":86,"flag":"ectopic"}]""", a.GetProperty("correctedBeats").GetRawText());
    }

    /// <summary>The first events of the stream, without the signs of life that come where the computer is slow; <paramref name="then"/> is done when the second has come.</summary>
    private static async Task<List<StreamEvent>> ReadAsync(OpenWindow window, int count, Action? then = null, bool signsOfLife = false)
    {
        using var answer = await window.GetAsync("/api/live/stream");
        Assert.Equal("text/event-stream", answer.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        var events = new List<StreamEvent>();
        var fields = new Dictionary<string, string>();
        while (events.Count < count && await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Length > 0)
            {
                var colon = line.IndexOf(": ", StringComparison.Ordinal);
                fields[line[..colon]] = line[(colon + 2)..];
                continue;
            }

            var come = new StreamEvent(fields["event"], fields.GetValueOrDefault("id"), JsonDocument.Parse(fields["data"]).RootElement);
            fields.Clear();
            if (come.Kind == "alive" && !signsOfLife)
                continue;
            events.Add(come);
            if (events.Count == 2)
                then?.Invoke();
        }

        return events;
    }

    private sealed record StreamEvent(string Kind, string? Id, JsonElement Data);
}
