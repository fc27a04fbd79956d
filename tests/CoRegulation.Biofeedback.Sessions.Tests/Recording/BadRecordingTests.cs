using System.Text;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using CsCheck;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

public sealed class BadRecordingTests : IDisposable
{
    private const string Last = """{"t":9,"k":"marker","label":"after"}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("hello\n", "its first line is not JSON")]
    [InlineData("{\"a\":1}\n", "its first line is not the header")]
    [InlineData("{\"t\":1,\"k\":\"end\"}\n", "its first line is not the header")]
    [InlineData("[1]\n", "its first line is not the header")]
    [InlineData("800\n810\n", "its first line is not the header")]
    [InlineData("{\"coreg\":0}\n", "its first line is not the header")]
    [InlineData("{\"coreg\":\"1\"}\n", "its first line is not the header")]
    [InlineData("{\"coreg\":1}\n", "line 1: 'started' is missing")]
    [InlineData("{\"coreg\":1,\"started\":\"2026-11-24T19:30:00\",\"origin\":\"live\"}\n", "line 1: 'started' is not an ISO 8601 time with its offset, such as 2026-11-24T19:30:00.000+01:00")]
    [InlineData("{\"coreg\":1,\"started\":\"2026-11-24T19:30:00Z\",\"origin\":\"guessed\"}\n", "line 1: 'origin' is none of live, simulated, imported")]
    [InlineData("{\"coreg\":1,\"started\":\"2026-11-24T19:30:00Z\",\"origin\":\"live\",\"people\":[]}\n", "line 1: 'people' is not a list of one or more")]
    [InlineData("{\"coreg\":1,\"started\":\"2026-11-24T19:30:00Z\",\"origin\":\"live\",\"people\":[{\"id\":\"A\"},{\"id\":\"A\"}]}\n", "line 1: two of 'people' have the same id")]
    [InlineData("{\"coreg\":1,\"started\":\"2026-11-24T19:30:00Z\",\"origin\":\"live\",\"people\":[{\"id\":\"A\"}],\"session\":\"x\"}\n", "line 1: 'session' is not a UUID")]
    [InlineData("{\"coreg\":1,\"started\":\"2026-11-24T19:30:00Z\",\"origin\":\"live\",\"people\":[{\"id\":\"A\"}],\"partStartS\":-1}\n", "line 1: 'partStartS' is no time")]
    public void What_is_not_a_recording_is_refused_with_the_reason(string text, string reason)
    {
        var path = _folder.File("x.txt");
        File.WriteAllText(path, text);

        Refused(path, RecordingFault.NotARecording, $"'{path}' is not a recording: {reason}. Choose a file that ends in .coreg.jsonl, or import RR intervals with 'coreg import'.", inputIsWrong: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_refused(string text)
    {
        var path = _folder.File("x.coreg.jsonl");
        File.WriteAllText(path, text);

        Refused(path, RecordingFault.Empty, $"'{path}' is empty. Choose another file; a recording has at least its header.", inputIsWrong: true);
    }

    [Fact]
    public void A_newer_format_is_refused_with_what_to_do()
    {
        var path = _folder.Write("x.coreg.jsonl", """{"coreg":2,"program":"coreg 3.1.4\n","people":7}""", "whatever");

        Refused(
            path,
            RecordingFault.NewerFormat,
            $"'{path}' has recording format 2, written by coreg 3.1.4 ; this program reads up to 1. Open it with that version or a later one. The file has not been changed.",
            inputIsWrong: true);
    }

    [Theory]
    [InlineData("oops", "it is not JSON")]
    [InlineData("""{"t":1,"k":"marker","label":"a"}{"t":1}""", "it is not JSON")]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData(Samples.HeaderLine, "a header, which can only be the first line")]
    [InlineData("""{"k":"end"}""", "'t' is missing")]
    [InlineData("""{"t":"1","k":"end"}""", "'t' is not a number")]
    [InlineData("""{"t":1e999,"k":"end"}""", "'t' is not a number")]
    [InlineData("""{"t":-1,"k":"end"}""", "'t' is no time: seconds since the start, from 0 to a thousand million")]
    [InlineData("""{"t":1}""", "'k' is missing")]
    [InlineData("""{"t":1,"k":7}""", "'k' is not a text")]
    [InlineData("""{"t":1,"k":"notification","p":"A"}""", "'hex' is missing")]
    [InlineData("""{"t":1,"k":"notification","hex":"10"}""", "'p' is missing")]
    [InlineData("""{"t":1,"k":"notification","p":"A","hex":"123"}""", "'hex' is not bytes in hexadecimal")]
    [InlineData("""{"t":1,"k":"rr","p":"A","rrMs":800}""", "'rrMs' is not a list")]
    [InlineData("""{"t":1,"k":"rr","p":"A","rrMs":[800,0]}""", "an interval of 'rrMs' is not above 0")]
    [InlineData("""{"t":1,"k":"rr","p":"A","rrMs":[null]}""", "'rrMs' is not a number")]
    [InlineData("""{"t":1,"k":"battery","p":"A","percent":1.5}""", "'percent' is not a whole number")]
    [InlineData("""{"t":1,"k":"pacer","perMin":0}""", "'perMin' is not above 0")]
    [InlineData("""{"t":1,"k":"marker","label":"\ud800"}""", "a text in it is not Unicode")]
    [InlineData("""{"t":0.4,"k":"end"}""", "time goes back from 0.5 s to 0.4 s")]
    public void A_broken_line_before_the_last_is_damage_with_its_number(string line, string what)
    {
        var path = _folder.Write("x.coreg.jsonl", Samples.HeaderLine, """{"t":0.5,"k":"marker","label":"before"}""", line, Last);

        Damaged(path, 3, what);
        var inspection = RecordingReader.Inspect(path);
        Assert.Equal([new RecordingProblem(path, 3, what)], inspection.Problems);
        Assert.Equal(9, inspection.DurationS);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_damage_with_the_number_of_their_line()
    {
        var path = _folder.File("x.coreg.jsonl");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(Samples.HeaderLine + "\n{\"t\":1,\"k\":\"marker\",\"label\":\"Jürgen\"}\n" + Last + "\n"));

        Damaged(path, 2, "it has bytes that are not UTF-8");
    }

    [Fact]
    public void A_line_of_50_MB_is_refused_without_being_loaded()
    {
        var path = _folder.File("x.coreg.jsonl");
        using (var file = new StreamWriter(path))
        {
            file.Write(Samples.HeaderLine + "\n{\"t\":1,\"k\":\"note\",\"text\":\"");
            var piece = new string('x', 1_000_000);
            for (var i = 0; i < 50; i++)
                file.Write(piece);
            file.Write("\"}\n" + Last + "\n");
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Damaged(path, 2, "it is longer than 1 MiB");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
        Assert.Equal(9, RecordingReader.Inspect(path).DurationS);
    }

    [Fact]
    public void A_last_line_that_is_broken_but_complete_is_damage_and_no_cut() =>
        Damaged(_folder.Write("x.coreg.jsonl", Samples.HeaderLine, """{"t":0.5,"k":"""), 2, "it is not JSON");

    [Fact]
    public void The_longest_line_that_a_writer_writes_is_read()
    {
        var path = _folder.File("x.coreg.jsonl");
        var frame = """{"t":1,"k":"note","text":""}""".Length;
        RecordingFile.WriteWhole(path, Samples.Header, [new NoteFact(1, new string('x', (1 << 20) - frame))]);

        Assert.Single(RecordingReader.Read(path).Facts);
        Assert.Throws<ArgumentException>(() => RecordingFile.WriteWhole(_folder.File("y.coreg.jsonl"), Samples.Header, [new NoteFact(1, new string('x', (1 << 20) - frame + 1))]));
        Assert.False(File.Exists(_folder.File("y.coreg.jsonl")));
    }

    [Fact]
    public void Line_ends_of_Windows_blank_lines_and_a_byte_order_mark_do_no_harm()
    {
        var path = _folder.File("x.coreg.jsonl");
        File.WriteAllText(path, "\uFEFF" + Samples.HeaderLine + "\r\n\r\n" + Last + "\r\n\r\n", new UTF8Encoding(false));

        Assert.Equal([new MarkerFact(9, "after")], RecordingReader.Read(path).Facts);
    }

    [Fact]
    public void A_file_that_is_not_there_and_a_folder_are_named()
    {
        var path = _folder.File("none.coreg.jsonl");
        Assert.Equal($"'{path}' is not there. Check the name and the folder.", Assert.Throws<RecordingException>(() => RecordingReader.Inspect(path)).Message);
        Assert.Equal($"'{_folder.Path}' is a folder. Give the file itself.", Assert.Throws<RecordingException>(() => RecordingReader.Read(_folder.Path)).Message);
    }

    [Fact]
    public void Whatever_bytes_are_changed_reading_ends_in_facts_or_in_one_line_for_a_person()
    {
        var whole = _folder.File("whole.coreg.jsonl");
        RecordingFile.WriteWhole(whole, Samples.Header, Samples.Facts);
        var bytes = File.ReadAllBytes(whole);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.OneOf(Gen.Byte, Gen.Byte[32, 126])).Array[1, 6].Sample(changes =>
        {
            var mutated = bytes.ToArray();
            foreach (var (at, value) in changes)
                mutated[at] = value;
            ReadsOrRefuses(mutated);
        });
    }

    [Fact]
    public void Random_bytes_are_no_recording() => Gen.Byte.Array[1, 300].Sample(ReadsOrRefuses);

    private void ReadsOrRefuses(byte[] bytes)
    {
        var path = _folder.File(Guid.NewGuid() + ".jsonl");
        File.WriteAllBytes(path, bytes);

        var inspection = RecordingReader.Inspect(path);
        try
        {
            var session = RecordingReader.Read(path);
            Assert.Equal(session.Finished ? RecordingCondition.Whole : RecordingCondition.Unfinished, inspection.Condition);
            RecordingFile.WriteWhole(path, session.Header, session.Facts, overwrite: true);
            Assert.Equal(session.Facts, RecordingReader.Read(path).Facts);
        }
        catch (RecordingException fault)
        {
            Assert.DoesNotContain(fault.Message, char.IsControl);
            Assert.Equal(fault.Fault == RecordingFault.Damaged ? RecordingCondition.Damaged : RecordingCondition.Unreadable, inspection.Condition);
        }

        File.Delete(path);
    }

    private static void Damaged(string path, int line, string what)
    {
        Refused(path, RecordingFault.Damaged, $"'{path}' is damaged in line {line}: {what}. 'coreg check' lists every such line; mend a copy. The file has not been changed.", inputIsWrong: false);
        Assert.Equal(RecordingCondition.Damaged, RecordingReader.Inspect(path).Condition);
    }

    private static void Refused(string path, RecordingFault expected, string message, bool inputIsWrong)
    {
        var before = File.GetLastWriteTimeUtc(path);
        var fault = Assert.Throws<RecordingException>(() => RecordingReader.Read(path));

        Assert.Equal(message, fault.Message);
        Assert.Equal(expected, fault.Fault);
        Assert.Equal(inputIsWrong, fault.InputIsWrong);
        Assert.Equal(before, File.GetLastWriteTimeUtc(path));
        if (expected != RecordingFault.Damaged)
            Assert.Equal(message, RecordingReader.Inspect(path).Unreadable);
    }
}
