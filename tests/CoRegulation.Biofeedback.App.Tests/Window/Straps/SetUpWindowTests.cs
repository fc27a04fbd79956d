using System.Net;
using System.Text.Json;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.App.Tests.Window.Straps;

public class SetUpWindowTests
{
    [Fact]
    public async Task Before_the_start_there_is_the_choosing_and_no_session()
    {
        await using var window = await OpenStage.StartAsync();

        var page = await window.Client.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.Contains("Who wears which strap?", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=", page);
        foreach (var path in new[] { "/api/live/session", "/api/live/stream", "/figures/distance.svg" })
        {
            using var answer = await window.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Straps_in_range_are_listed_and_a_chosen_one_shows_its_pulse()
    {
        await using var window = await OpenStage.StartAsync();
        window.Radio.See("AA:01", "H10", -50);
        window.Radio.See("AA:02", "H10", null);
        var seen = (await window.UntilAsync(state => state.GetProperty("inRange").GetArrayLength() == 2)).GetProperty("inRange");
        Assert.Equal(("AA:01", 4, "signal strong"), (seen[0].GetProperty("tail").GetString(), seen[0].GetProperty("text").GetProperty("bars").GetInt32(), seen[0].GetProperty("text").GetProperty("signal").GetString()));

        Assert.Equal(HttpStatusCode.NoContent, (await window.PostAsync("/api/setup/choose", """{"place":"A","id":"sim:AA:01"}""")).Status);
        window.Radio.Strap("AA:01").Tell(SensorState.Connected);
        window.Radio.Strap("AA:01").Beat(64);

        var state = await window.UntilAsync(state => state.GetProperty("places")[0].GetProperty("beatCount").GetInt64() == 1);
        var place = state.GetProperty("places")[0];
        Assert.Equal(("64", "connected"), (place.GetProperty("text").GetProperty("heartRate").GetString(), place.GetProperty("text").GetProperty("state").GetString()));
        Assert.Equal("A", state.GetProperty("inRange")[0].GetProperty("chosenBy").GetString());
        Assert.True(state.GetProperty("canStart").GetBoolean());
    }

    [Fact]
    public async Task One_strap_for_both_is_refused_with_the_reason()
    {
        await using var window = await OpenStage.StartAsync();
        await window.PostAsync("/api/setup/choose", """{"place":"A","id":"sim:1"}""");

        var (status, text) = await window.PostAsync("/api/setup/choose", """{"place":"B","id":"sim:1"}""");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Person A's already", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("choose", """{"place":"C","id":"sim:1"}""")]
    [InlineData("choose", """{"place":"A"}""")]
    [InlineData("choose", """{"place":"A","id":"sim:\u0007"}""")]
    [InlineData("name", """{"place":"A"}""")]
    [InlineData("clear", "{}")]
    [InlineData("choose", "{")]
    public async Task What_makes_no_sense_is_refused(string what, string json)
    {
        await using var window = await OpenStage.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await window.PostAsync($"/api/setup/{what}", json)).Status);
    }

    [Fact]
    public async Task Another_sites_page_cannot_choose()
    {
        await using var window = await OpenStage.StartAsync();

        var (status, _) = await window.PostAsync("/api/setup/choose", """{"place":"A","id":"sim:1"}""", ("Origin", "https://evil.example"));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Null(window.Stage.SetUp.Now.Places[0].StrapId);
    }

    [Fact]
    public async Task The_session_starts_with_those_who_chose_goes_on_after_requests_and_somebody_joins()
    {
        await using var window = await OpenStage.StartAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await window.PostAsync("/api/setup/start", "{}")).Status);
        await window.PostAsync("/api/setup/name", """{"place":"B","name":"Ben"}""");
        await window.PostAsync("/api/setup/choose", """{"place":"B","id":"sim:2"}""");

        Assert.Equal(HttpStatusCode.NoContent, (await window.PostAsync("/api/setup/start", "{}")).Status);

        Assert.Contains("data-page=\"session\"", await window.Client.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await window.Client.GetStringAsync("/api/live/session", TestContext.Current.CancellationToken);
        Assert.False(window.Stage.Session!.Transport.Ended);
        Assert.Equal([("A", "Ben")], window.Stage.Session.Header.People.Select(person => (person.Id, person.Name)));

        Assert.Equal(HttpStatusCode.Conflict, (await window.PostAsync("/api/setup/join", """{"place":"B"}""")).Status);
        await window.PostAsync("/api/setup/choose", """{"place":"B","id":"sim:3"}""");
        Assert.Equal(HttpStatusCode.NoContent, (await window.PostAsync("/api/setup/join", """{"place":"B"}""")).Status);
        Assert.Equal(["Ben", "Person B"], window.Stage.Session.Header.People.Select(person => person.Name));
        Assert.Equal(HttpStatusCode.NoContent, (await window.PostAsync("/api/setup/swap", "{}")).Status);
        Assert.Equal(["sim:3", "sim:2"], window.Stage.SetUp.Now.Places.Select(place => place.StrapId));
        Assert.Equal(HttpStatusCode.Conflict, (await window.PostAsync("/api/setup/name", """{"place":"A","name":"Bo"}""")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await window.PostAsync("/api/setup/clear", """{"place":"A"}""")).Status);
    }

    [Fact]
    public async Task Two_people_of_one_name_are_refused_with_the_reason()
    {
        await using var window = await OpenStage.StartAsync();
        await window.PostAsync("/api/setup/name", """{"place":"A","name":"Ana"}""");

        var (status, text) = await window.PostAsync("/api/setup/name", """{"place":"B","name":"ana"}""");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("a name of their own", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_keeps_a_strap_from_being_heard_is_told_in_the_stream_until_it_is_over()
    {
        await using var window = await OpenStage.StartAsync();
        await window.PostAsync("/api/setup/choose", """{"place":"A","id":"sim:1"}""");
        await window.PostAsync("/api/setup/start", "{}");
        using var answer = await window.Client.GetAsync("/api/live/stream", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        Assert.Equal("null", await TroubleAsync(lines));
        window.Radio.Strap("1").Tell(SensorState.Lost, "The adapter is off.");
        Assert.Equal("\"Person A: The adapter is off.\"", await TroubleAsync(lines));
        window.Radio.Strap("1").Tell(SensorState.Connected);
        Assert.Equal("null", await TroubleAsync(lines));
    }

    [Fact]
    public async Task The_session_is_ended_from_its_window_and_can_still_be_looked_at()
    {
        await using var window = await OpenStage.StartAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await window.PostAsync("/api/setup/end", "{}")).Status);
        await window.PostAsync("/api/setup/choose", """{"place":"A","id":"sim:1"}""");
        await window.PostAsync("/api/setup/start", "{}");

        Assert.Equal(HttpStatusCode.NoContent, (await window.PostAsync("/api/setup/end", "{}")).Status);

        Assert.True(window.Stage.Session!.Transport.Ended);
        await window.Client.GetStringAsync("/api/live/session", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, (await window.PostAsync("/api/setup/choose", """{"place":"A","id":"sim:2"}""")).Status);
    }

    [Fact]
    public async Task What_nobody_asked_to_record_can_be_recorded_from_the_window()
    {
        await using var window = await OpenStage.StartAsync();
        Assert.Equal(window.RecordInto, (await window.StateAsync()).GetProperty("recordInto").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await window.PostAsync("/api/setup/record", "{}")).Status);
        await window.PostAsync("/api/setup/record", """{"record":true}""");
        Assert.Contains(window.RecordInto, (await window.StateAsync()).GetProperty("recordingText").GetString()!, StringComparison.Ordinal);
        await window.PostAsync("/api/setup/record", """{"record":false}""");
        await window.PostAsync("/api/setup/choose", """{"place":"A","id":"sim:1"}""");
        await window.PostAsync("/api/setup/start", "{}");
        Assert.Null(window.Stage.Session!.Recording);

        Assert.Equal(HttpStatusCode.NoContent, (await window.PostAsync("/api/setup/record", """{"record":true}""")).Status);

        Assert.StartsWith(window.RecordInto, window.Stage.Session.Recording!.Path, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await window.StateAsync()).GetProperty("recordInto").ValueKind);
        Assert.Equal(HttpStatusCode.Conflict, (await window.PostAsync("/api/setup/record", """{"record":true}""")).Status);
    }

    [Fact]
    public async Task Where_nothing_can_be_recorded_the_start_is_refused_with_the_reason()
    {
        await using var window = await OpenStage.StartAsync(new SessionStart
        {
            Program = "test",
            People = [],
            Origin = Origin.Live,
            RecordTo = "/dev/null/folder",
        });
        await window.PostAsync("/api/setup/choose", """{"place":"A","id":"sim:1"}""");

        var (status, text) = await window.PostAsync("/api/setup/start", "{}");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("/dev/null/folder", text, StringComparison.Ordinal);
        Assert.Null(window.Stage.Session);
    }

    /// <summary>What the next event <c>straps</c> says, as JSON.</summary>
    private static async Task<string> TroubleAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line != "event: straps")
                continue;
            using var data = JsonDocument.Parse((await lines.ReadLineAsync(TestContext.Current.CancellationToken))!["data: ".Length..]);
            return data.RootElement.GetProperty("trouble").GetRawText();
        }

        throw new EndOfStreamException();
    }

    [Fact]
    public async Task The_stream_begins_with_the_state_and_goes_on_by_itself()
    {
        await using var window = await OpenStage.StartAsync();
        using var answer = await window.Client.GetAsync("/api/setup/stream", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        window.Radio.See("1", "H10");

        for (var seen = false; !seen;)
            seen = (await lines.ReadLineAsync(TestContext.Current.CancellationToken))!.Contains("\"sim:1\"", StringComparison.Ordinal);
    }
}
