using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

public sealed class CutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cut_at_any_byte_a_recording_is_read_up_to_there_and_the_cut_is_reported()
    {
        var whole = _folder.File("whole.coreg.jsonl");
        RecordingFile.WriteWhole(whole, Samples.Header, Samples.Facts);
        var bytes = File.ReadAllBytes(whole);
        var headerLength = Array.IndexOf(bytes, (byte)'\n');
        var cut = _folder.File("cut.coreg.jsonl");

        for (var length = headerLength; length <= bytes.Length; length++)
        {
            File.WriteAllBytes(cut, bytes[..length]);

            var session = RecordingReader.Read(cut);

            var lastLine = bytes.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            var lines = bytes.AsSpan(0, length).Count((byte)'\n');
            var isLineWithoutFeed = length < bytes.Length && bytes[length] == '\n';
            var facts = isLineWithoutFeed ? lines : lines - 1;
            Assert.Equal(Samples.Facts.Take(facts), session.Facts);
            Assert.Equal(isLineWithoutFeed || lastLine == length ? null : new RecordingCut(cut, lines + 1, lastLine, length - lastLine), session.Cut);
            Assert.Equal(facts == Samples.Facts.Count, session.Finished);
            Assert.Equal(session.Finished ? RecordingCondition.Whole : RecordingCondition.Unfinished, RecordingReader.Inspect(cut).Condition);
        }
    }

    [Fact]
    public void Cut_within_the_header_it_is_no_whole_recording_and_says_so()
    {
        var cut = _folder.File("cut.coreg.jsonl");
        for (var length = 1; length < Samples.HeaderLine.Length; length++)
        {
            File.WriteAllText(cut, Samples.HeaderLine[..length]);

            var fault = Assert.Throws<RecordingException>(() => RecordingReader.Read(cut));

            Assert.Equal(RecordingFault.HeaderCut, fault.Fault);
            Assert.Equal($"'{cut}' is not a whole recording: it is cut within its header, after {length} bytes. There is nothing in it to use; choose another file.", fault.Message);
            Assert.Equal(fault.Message, RecordingReader.Inspect(cut).Unreadable);
        }
    }

    [Fact]
    public void A_tail_of_zeros_that_a_power_failure_leaves_is_a_cut()
    {
        var path = _folder.File("a.coreg.jsonl");
        File.WriteAllText(path, Samples.HeaderLine + "\n" + new string('\0', 4096));

        Assert.Equal(new RecordingCut(path, 2, Samples.HeaderLine.Length + 1, 4096), RecordingReader.Read(path).Cut);
    }
}
