using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

/// <summary>The commands with a window from the outside: their first line, their stream and their end. The page itself has its own tests.</summary>
public class WindowCommandTests
{
    private static readonly HttpClient Http = new();

    public static TheoryData<string[]> Commands =>
    [
        new string[] { "demo" },
        new string[] { "replay", Repository.Sample("solo"), "--speed", "max" },
        new string[] { "simulate", "--scenario", "solo" },
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_address_is_the_first_line_and_an_interrupt_ends_it_properly(string[] command)
    {
        var (coreg, url) = await Coreg.StartWindowAsync(command);
        await using var _ = coreg;
        using var page = await Http.GetAsync(url, TestContext.Current.CancellationToken);

        var end = await coreg.EndByAsync(Coreg.InterruptIsHeard ? Coreg.Interrupt : Coreg.Terminate);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(new CoregResult(0, url.AbsoluteUri + "\n", ""), end);
    }

    [Fact]
    public async Task Ending_it_by_SIGTERM_is_proper_too_even_while_somebody_listens()
    {
        var (coreg, url) = await Coreg.StartWindowAsync("simulate", "--scenario", "solo");
        await using var _ = coreg;
        await using var stream = await Http.GetStreamAsync(new Uri(url, "api/live/stream"), TestContext.Current.CancellationToken);

        Assert.Equal(0, (await coreg.EndByAsync(Coreg.Terminate)).ExitStatus);
    }

    [Fact]
    public async Task The_demo_works_from_an_empty_folder_and_where_there_is_no_browser()
    {
        using var empty = new TemporaryFolder();
        var nowhere = new Surroundings
        {
            WorkingFolder = empty.Path,
            Environment = new Dictionary<string, string> { ["PATH"] = empty.Path, ["DISPLAY"] = ":99", ["WAYLAND_DISPLAY"] = "" },
        };

        await using var coreg = Coreg.Start(nowhere, "demo");
        var url = await coreg.UrlAsync();
        var session = await Http.GetStringAsync(new Uri(url, "api/live/session"), TestContext.Current.CancellationToken);

        Assert.Contains("A couple settling together", session, StringComparison.Ordinal);
        Assert.Equal(new CoregResult(0, url.AbsoluteUri + "\n", ""), await coreg.EndByAsync(Coreg.Terminate));
        Assert.Empty(Directory.GetFileSystemEntries(empty.Path));
    }

    [Fact]
    public async Task A_port_in_use_is_said_with_a_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var result = await Coreg.RunAsync("demo", "--no-browser", "--port", $"{port}");

        Assert.Equal(
            new CoregResult(1, "", $"coreg: Port {port} is in use by another program: choose another with --port, or leave --port out to get a free one.\n"),
            result);
    }

    [Theory]
    [InlineData("--speed 0: a number above 0, or max, is needed", "--speed", "0")]
    [InlineData("--speed -1: a number above 0, or max, is needed", "--speed", "-1")]
    [InlineData("--speed 2,5: a number above 0, or max, is needed", "--speed", "2,5")]
    [InlineData("--speed NaN: a number above 0, or max, is needed", "--speed", "NaN")]
    [InlineData("--speed fast: a number above 0, or max, is needed", "--speed", "fast")]
    [InlineData("--port 99999: a whole number from 0 to 65535 is needed", "--port", "99999")]
    public async Task A_wrong_option_is_said_in_a_line(string message, params string[] arguments) =>
        Assert.Equal(
            new CoregResult(2, "", $"coreg: {message} ('coreg replay --help' shows how)\n"),
            await Coreg.RunAsync(["replay", Repository.Sample("solo"), "--no-browser", .. arguments]));

    [Fact]
    public async Task The_stream_can_be_read_line_by_line_by_any_program()
    {
        var (coreg, url) = await Coreg.StartWindowAsync("replay", Repository.Sample("settling"), "--speed", "200");
        await using var _ = coreg;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience.Time);
        using var reader = new StreamReader(await Http.GetStreamAsync(new Uri(url, "api/live/stream"), patience.Token));

        // It plays since before anybody could listen, and may be over: then nothing but signs of life would come. What counts begins with the jump.
        await SteerAsync(new { action = "jump", positionS = 0 });
        await SteerAsync(new { action = "play" });
        var times = new List<double>();
        var hasJumped = false;
        for (string? line = "", kind = ""; times.Count < 200 && line is not null; line = await reader.ReadLineAsync(patience.Token))
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                kind = line["event: ".Length..];
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            if (kind == "reset")
            {
                hasJumped = true;
                times.Clear();
            }

            if (!hasJumped || kind != "snapshot")
                continue;
            using var snapshot = JsonDocument.Parse(line["data: ".Length..]);
            times.Add(snapshot.RootElement.GetProperty("timeS").GetDouble());
            Assert.Equal(["A", "B"], snapshot.RootElement.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("id").GetString()));
        }

        Assert.Equal(200, times.Count);
        Assert.Equal(times.Order(), times);
        Assert.All(times, time => Assert.Equal(0, time % 0.25));

        async Task SteerAsync(object request)
        {
            using var answer = await Http.PostAsJsonAsync(new Uri(url, "api/live/transport"), request, patience.Token);
            answer.EnsureSuccessStatusCode();
        }
    }
}
