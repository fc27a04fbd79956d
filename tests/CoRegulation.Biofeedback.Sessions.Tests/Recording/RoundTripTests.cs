using System.Globalization;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using CsCheck;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

public sealed class RoundTripTests : IDisposable
{
    private static readonly string[] Odd = ["é", "😢", "\"", "\\", "\n", "\u2028", "\0", "<", "../", "𝄞"];

    private static readonly Gen<string> People = Gen.Bool.Select(isA => isA ? "A" : "B");

    // Whole characters only: half a surrogate pair is no text and cannot be written as UTF-8.
    private static readonly Gen<string> Text =
        Gen.OneOf(Gen.Char.AlphaNumeric.Select(c => c.ToString()), Gen.Int[0, Odd.Length - 1].Select(i => Odd[i])).Array[0, 8].Select(string.Concat);

    private static readonly Gen<Func<double, Fact>> Facts = Gen.OneOf(
        Gen.Select(People, Gen.Byte.Array[0, 20]).Select(x => new Func<double, Fact>(t => new NotificationFact(t, x.Item1, [.. x.Item2]))),
        Gen.Select(People, Gen.Double[0.001, 1e5].Array[0, 4]).Select(x => new Func<double, Fact>(t => new RrFact(t, x.Item1, [.. x.Item2]))),
        Gen.Select(People, Gen.Enum<SensorState>(), Text.Null(), Text.Null()).Select(x => new Func<double, Fact>(t => new SensorFact(t, x.Item1, x.Item2, x.Item3, x.Item4))),
        Gen.Select(People, Gen.Int[0, 100]).Select(x => new Func<double, Fact>(t => new BatteryFact(t, x.Item1, x.Item2))),
        Text.Select(text => new Func<double, Fact>(t => new PhaseFact(t, text))),
        Text.Select(text => new Func<double, Fact>(t => new MarkerFact(t, text) { Extra = """{"by":"Ben","n":[1.0,2]}""" })),
        Text.Select(text => new Func<double, Fact>(t => new NoteFact(t, text))),
        Gen.Double[0.1, 60].Select(perMin => new Func<double, Fact>(t => new PacerFact(t, perMin > 30 ? null : perMin))));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_kind_of_fact_comes_back_as_it_was_written()
    {
        var path = _folder.File("a.coreg.jsonl");
        using (var writer = SessionRecording.Start(path, Samples.Header, TimeProvider.System))
        {
            foreach (var fact in Samples.Facts)
                writer.Append(fact);
        }

        var session = RecordingReader.Read(path);

        Assert.Equal(Samples.Header, session.Header);
        Assert.Equal(Samples.Facts, session.Facts);
        Assert.True(session.Finished);
        Assert.Null(session.Cut);
        Assert.Empty(session.Warnings);
        Assert.Equal(600, session.DurationS);
    }

    [Fact]
    public void Whatever_facts_come_they_come_back() =>
        Gen.Select(Facts.Array[0, 12], Gen.Long[0, 4_000_000_000].Array[12]).Sample((make, microseconds) =>
        {
            Array.Sort(microseconds);
            var facts = make.Select((fact, i) => fact(microseconds[i] / 1e6)).ToList();
            var path = _folder.File(Guid.NewGuid() + ".coreg.jsonl");
            RecordingFile.WriteWhole(path, Samples.Header, facts);

            Assert.Equal(facts, RecordingReader.Read(path).Facts);
        });

    [Fact]
    public void A_file_that_is_read_and_written_again_is_the_same_to_the_byte()
    {
        var first = _folder.Write(
            "a.coreg.jsonl",
            """{"coreg":1,"program":"other 9","started":"2026-11-24T19:30:00.1234560+00:00","origin":"simulated","session":"0f8fad5b-d9cb-469f-a165-70867728950e","part":3,"partStartS":1.5,"title":"Settling","people":[{"id":"A","name":"../../x","personId":"p1","birthYear":1990,"sex":"f","hand":"left"}],"settings":{"rmssdS":60.0},"room":{"no":[7]}}""",
            """{"t":2.000001,"k":"marker","label":"<script>","colour":"blue","z":1.50}""",
            """{"t":3,"k":"sensor","p":"A","state":"asleep"}""",
            """{ "k":"setting", "t":3, "p":"A", "odd":"\ud800" }""",
            """{"t":1000000000,"k":"end"}""");

        var session = RecordingReader.Read(first);
        var second = _folder.File("b.coreg.jsonl");
        RecordingFile.WriteWhole(second, session.Header, session.Facts);

        Assert.Equal(File.ReadAllText(first), File.ReadAllText(second));
        Assert.Equal("../../x", session.Header.People[0].Name);
    }

    [Fact]
    public void The_file_does_not_depend_on_the_culture()
    {
        var path = _folder.File("a.coreg.jsonl");
        var before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = commas;
            RecordingFile.WriteWhole(path, Samples.Header, [new PacerFact(0.25, 5.5)]);
            Assert.Equal(0.25, RecordingReader.Read(path).Facts[0].TimeS);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal("""{"t":0.25,"k":"pacer","perMin":5.5}""", File.ReadLines(path).Last());
    }

    [Theory]
    [InlineData(0.41231, "0.41231")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(0.0000004, "0")]
    [InlineData(600, "600")]
    [InlineData(86399.999999, "86399.999999")]
    public void Times_are_written_in_plain_decimals_to_the_microsecond(double timeS, string text)
    {
        var path = _folder.File("a.coreg.jsonl");
        RecordingFile.WriteWhole(path, Samples.Header, [new EndFact(timeS)]);

        Assert.Equal($$"""{"t":{{text}},"k":"end"}""", File.ReadLines(path).Last());
    }
}
