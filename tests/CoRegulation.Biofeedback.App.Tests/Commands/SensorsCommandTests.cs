using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CoRegulation.Biofeedback.App.Commands;
using CoRegulation.Biofeedback.App.Sensors;
using CoRegulation.Biofeedback.Sensors;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.App.Tests.Commands;

public class SensorsCommandTests
{
    private static readonly SensorSighting Polar = new("radio:01", "Polar H10", -55, 87);

    [Fact]
    public async Task A_strap_is_one_line_when_it_comes_and_one_when_it_goes()
    {
        var radio = new Radio(Polar, Polar with { SignalDbm = -60 }, Polar with { IsInRange = false });

        var (status, output, error) = await ListAsync(json: false, radio);

        Assert.Equal((0, ""), (status, error));
        Assert.Equal("Polar H10  radio:01  ▮▮▮▮ -55 dBm  87 %  radio\nPolar H10  radio:01  out of range\n", output);
    }

    [Fact]
    public async Task Json_has_one_document_a_line_for_each_change()
    {
        var (_, output, _) = await ListAsync(json: true, new Radio(Polar, Polar with { SignalDbm = null, BatteryPercent = null, IsInRange = false }));

        var lines = output.TrimEnd().Split('\n');
        Assert.Equal("""{"id":"radio:01","name":"Polar H10","backend":"radio","signalDbm":-55,"batteryPercent":87,"inRange":true}""", lines[0]);
        Assert.False(JsonDocument.Parse(lines[1]).RootElement.GetProperty("inRange").GetBoolean());
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(lines[1]).RootElement.GetProperty("signalDbm").ValueKind);
    }

    [Fact]
    public async Task The_trouble_of_one_radio_is_a_line_and_does_not_keep_the_other_from_looking()
    {
        var (status, output, error) = await ListAsync(json: false, new Radio(Polar), new Radio { Name = "broken", Trouble = "Mend it." });

        Assert.Equal((0, "coreg: broken: Mend it.\n"), (status, error));
        Assert.StartsWith("Polar H10", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_no_radio_works_it_ends_at_once_with_status_1()
    {
        var (status, output, error) = await ListAsync(json: false, seconds: null, new Radio { Trouble = "Switch it on." });

        Assert.Equal((1, "", "coreg: radio: Switch it on.\n"), (status, output, error));
    }

    [Fact]
    public async Task What_a_trouble_makes_unreachable_is_out_of_range()
    {
        var (_, output, _) = await ListAsync(json: false, new Radio(Polar) { Trouble = "Gone." });

        Assert.EndsWith("Polar H10  radio:01  out of range\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_while_the_table_rests_is_drawn_though_nothing_comes_after_it()
    {
        var (output, time) = (new Screen(), new FakeTimeProvider());
        var radio = new Radio(Polar) { Trouble = "Switch it on." };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var drawing = SensorsCommand.DrawAsync(new SensorScan([radio], time), new SensorTable(output, () => 80), time, end.Token);

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        string shown;
        while (!(shown = output.ToString()).Contains("radio: Switch it on.", StringComparison.Ordinal))
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(1, deadline.Token);
        }

        Assert.DoesNotContain("Polar", shown[shown.LastIndexOf("\u001b[J", StringComparison.Ordinal)..], StringComparison.Ordinal);
        await end.CancelAsync();
        await drawing;
    }

    [Fact]
    public void A_terminal_that_is_too_narrow_for_the_table_has_it_in_lines_and_no_word_is_broken()
    {
        var output = new StringWriter { NewLine = "\n" };
        var table = new SensorTable(output, () => 40);
        table.Take(new("radio", Polar, null));
        table.Take(new("other", null, "The Bluetooth adapter is switched off. Switch it on: bluetoothctl power on"));

        table.Draw();

        Assert.Equal(
            """
            Polar H10
              radio:01
              ▮▮▮▮ -55 dBm  87 %  radio
            other: The Bluetooth adapter is switched
              off. Switch it on: bluetoothctl power
              on
            Ctrl-C ends.

            """.ReplaceLineEndings("\n"), output.ToString());
    }

    [Theory]
    [InlineData(null, "-")]
    [InlineData(-40, "▮▮▮▮ -40 dBm")]
    [InlineData(-61, "▮▮▮▯ -61 dBm")]
    [InlineData(-90, "▮▯▯▯ -90 dBm")]
    [InlineData(-100, "▯▯▯▯ -100 dBm")]
    public void Signal_is_bars_and_decibels(int? dbm, string words) => Assert.Equal(words, SensorWords.Signal(dbm));

    [Fact]
    public void The_table_stays_in_its_place_however_narrow_the_terminal_and_no_name_moves_the_cursor()
    {
        var output = new StringWriter();
        var table = new SensorTable(output, () => 20);
        table.Draw();
        table.Take(new("radio", Polar with { Name = "Evil\u001b[2J" }, null));
        table.Draw();
        output.GetStringBuilder().Clear();
        table.Draw();

        // Name, identity, two lines for the rest and the last one.
        Assert.StartsWith("\u001b[5F\u001b[J", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[2J", output.ToString(), StringComparison.Ordinal);
    }

    private static Task<(int Status, string Output, string Error)> ListAsync(bool json, params ISensorBackend[] radios) => ListAsync(json, 60, radios);

    // The radios say at once what they have to say; the time for looking is over when all was read.
    private static async Task<(int Status, string Output, string Error)> ListAsync(bool json, double? seconds, params ISensorBackend[] radios)
    {
        var (output, error, time) = (new StringWriter(), new StringWriter(), new FakeTimeProvider());
        var listing = SensorsCommand.ListAsync(radios, time, json, seconds, output, error, TestContext.Current.CancellationToken);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!radios.OfType<Radio>().All(radio => radio.HasTold.IsCompleted))
            await Task.Delay(1, deadline.Token);
        time.Advance(TimeSpan.FromSeconds(61));
        return (await listing, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>A terminal that is looked at while it is written to.</summary>
    private sealed class Screen : TextWriter
    {
        private readonly Lock _lock = new();
        private readonly StringBuilder _text = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            lock (_lock)
                _text.Append(value);
        }

        public override string ToString()
        {
            lock (_lock)
                return _text.ToString();
        }
    }

    private sealed class Radio(params SensorSighting[] sightings) : ISensorBackend
    {
        private readonly TaskCompletionSource _told = new();

        public string Name { get; init; } = "radio";

        public string? Trouble { get; init; }

        public Task HasTold => _told.Task;

        public async IAsyncEnumerable<SensorSighting> ScanAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var sighting in sightings)
                yield return sighting;
            _told.TrySetResult();
            if (Trouble is not null)
                throw new SensorException(SensorTrouble.Other, Trouble);
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        public IHeartRateSensor Open(string id, string? name = null) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
