using System.Net;
using System.Net.Sockets;
using CoRegulation.Biofeedback.App.Window;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.App.Tests.Window;

public class SteeringTests
{
    [Fact]
    public async Task A_replay_is_paused_sped_up_and_moved()
    {
        await using var window = await OpenWindow.StartAsync();

        (await window.PostAsync("/api/live/transport", """{"action":"pause"}""")).EnsureSuccessStatusCode();
        (await window.PostAsync("/api/live/transport", """{"action":"speed","speed":0.5}""")).EnsureSuccessStatusCode();
        (await window.PostAsync("/api/live/transport", """{"action":"jump","positionS":60}""")).EnsureSuccessStatusCode();

        Assert.Equal((false, 0.5, 60), (window.Session.Transport.Playing, window.Session.Transport.Speed, window.Session.Transport.PositionS));
    }

    [Fact]
    public async Task As_fast_as_possible_is_the_word_max_both_ways()
    {
        await using var window = await OpenWindow.StartAsync();

        using var answer = await window.PostAsync("/api/live/transport", """{"action":"speed","speed":"max"}""");

        Assert.Equal(double.PositiveInfinity, window.Session.Transport.Speed);
        Assert.Contains("\"speed\":\"max\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"action":"speed","speed":0}""", "A speed is a number above 0")]
    [InlineData("""{"action":"speed","speed":-1}""", "A speed is a number above 0")]
    [InlineData("""{"action":"speed"}""", "A speed is a number above 0")]
    [InlineData("""{"action":"jump","positionS":-1}""", "A position is a number of seconds")]
    [InlineData("""{"action":"jump"}""", "A position is a number of seconds")]
    [InlineData("""{"action":"explode"}""", "The action is play, pause, speed or jump")]
    [InlineData("{}", "The action is play, pause, speed or jump")]
    public async Task What_makes_no_sense_is_refused_with_a_reason(string json, string reason)
    {
        await using var window = await OpenWindow.StartAsync();

        using var answer = await window.PostAsync("/api/live/transport", json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(reason, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"action":"speed","speed":"fast"}""")]
    [InlineData("[")]
    [InlineData("")]
    public async Task What_is_no_request_is_refused(string json)
    {
        await using var window = await OpenWindow.StartAsync();

        using var answer = await window.PostAsync("/api/live/transport", json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_live_session_takes_markers_and_phases_and_cannot_be_moved()
    {
        await using var window = await OpenWindow.StartAsync(new FakeLiveSession(canSeek: false));

        using var marker = await window.PostAsync("/api/live/marker", """{"label":"<b>tears</b> ../../x"}""");
        using var phase = await window.PostAsync("/api/live/phase", """{"label":"recovery"}""");
        using var pause = await window.PostAsync("/api/live/transport", """{"action":"pause"}""");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.Conflict), (marker.StatusCode, phase.StatusCode, pause.StatusCode));
        Assert.Equal<Fact>([new MarkerFact(0, "<b>tears</b> ../../x"), new PhaseFact(0, "recovery")], window.Session.Events);
    }

    [Fact]
    public async Task What_was_recorded_is_not_changed()
    {
        await using var window = await OpenWindow.StartAsync();

        using var answer = await window.PostAsync("/api/live/marker", """{"label":"late"}""");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Empty(window.Session.Events);
    }

    [Theory]
    [InlineData("""{"label":""}""")]
    [InlineData("""{"label":"  "}""")]
    [InlineData("""{}""")]
    [InlineData("""{"label":"two\nlines"}""")]
    [InlineData("""{"label":"bell\u0007"}""")]
    public async Task A_label_is_one_line_of_text(string json)
    {
        await using var window = await OpenWindow.StartAsync(new FakeLiveSession(canSeek: false));

        using var answer = await window.PostAsync("/api/live/marker", json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(window.Session.Events);
    }

    [Theory]
    [InlineData(200, HttpStatusCode.NoContent)]
    [InlineData(201, HttpStatusCode.BadRequest)]
    public async Task A_label_has_at_most_200_characters(int length, HttpStatusCode status)
    {
        await using var window = await OpenWindow.StartAsync(new FakeLiveSession(canSeek: false));

        using var answer = await window.PostAsync("/api/live/phase", $$"""{"label":"{{new string('é', length)}}"}""");

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_line_with_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var error = await Assert.ThrowsAsync<PortUnavailableException>(() =>
            WindowHost.StartAsync(new FakeLiveSession(), new WindowOptions { Port = port, OpenBrowser = false }, TestContext.Current.CancellationToken));

        Assert.Equal($"Port {port} is in use by another program: choose another with --port, or leave --port out to get a free one.", error.Message);
    }

    [Fact]
    public async Task The_token_closes_the_window()
    {
        using var close = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var window = await WindowHost.StartAsync(new FakeLiveSession(), new WindowOptions { OpenBrowser = false }, close.Token);

        await close.CancelAsync();

        await window.Completion.WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
    }
}
