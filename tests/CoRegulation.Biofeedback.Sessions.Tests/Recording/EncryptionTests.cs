using System.Text;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

public sealed class EncryptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Passphrase _passphrase = new("two hearts & one");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_again_with_the_passphrase_and_nothing_of_it_can_be_seen()
    {
        var path = Written();

        var session = RecordingReader.Read(path, new Passphrase("two hearts & one"));

        Assert.Equal(Samples.Facts, session.Facts);
        Assert.Equal(Samples.Header, session.Header);
        Assert.True(session.Encrypted);
        Assert.Equal(RecordingCondition.Whole, RecordingReader.Inspect(path, _passphrase).Condition);
        var text = File.ReadAllText(path);
        foreach (var secret in (string[])["Ana", "Ben", "notification", "tränen", "1048b903", Convert.ToBase64String("Ana"u8)])
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.StartsWith("""{"coregEncrypted":1,"cipher":"AES-256-GCM","kdf":"PBKDF2-SHA256","rounds":600000,"salt":""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_passphrase_or_none_is_told_at_once()
    {
        var path = Written();
        // A frame that does not open would be found first, if the passphrase were not checked before.
        Change(path, lines => lines[1] = "AAAA");

        var wrong = Assert.Throws<RecordingException>(() => RecordingReader.Inspect(path, new Passphrase("two hearts & One")));
        var none = Assert.Throws<RecordingException>(() => RecordingReader.Read(path));
        var notGiven = Assert.Throws<RecordingException>(() => RecordingReader.Read(path, new Passphrase(() => null)));

        Assert.Equal($"'{path}' is encrypted with another passphrase. Check it, capitals and blanks included.", wrong.Message);
        Assert.Equal($"'{path}' is encrypted. Give its passphrase, on a terminal or in a file with --passphrase-file FILE.", none.Message);
        Assert.Equal(none.Message, notGiven.Message);
        Assert.True(wrong.InputIsWrong && none.InputIsWrong);
    }

    [Fact]
    public void A_passphrase_is_asked_for_once_and_only_for_what_is_encrypted()
    {
        var asked = 0;
        var passphrase = new Passphrase(() =>
        {
            asked++;
            return "two hearts & one";
        });
        var plain = _folder.File("plain.coreg.jsonl");
        RecordingFile.WriteWhole(plain, Samples.Header, Samples.Facts);
        RecordingReader.Read(plain, passphrase);
        Assert.Equal(0, asked);

        var path = Written();
        RecordingReader.Read(path, passphrase);
        RecordingReader.Read(path, passphrase);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Cut_at_any_byte_it_is_read_up_to_there_and_the_cut_is_reported()
    {
        var bytes = File.ReadAllBytes(Written());
        var cut = _folder.File("cut.coreg.enc");
        var firstFrames = Array.IndexOf(bytes, (byte)'\n', Array.IndexOf(bytes, (byte)'\n') + 1);

        for (var length = firstFrames; length <= bytes.Length; length++)
        {
            File.WriteAllBytes(cut, bytes[..length]);

            var session = RecordingReader.Read(cut, _passphrase);

            var lastLine = bytes.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            var lines = bytes.AsSpan(0, length).Count((byte)'\n');
            var isLineWithoutFeed = length < bytes.Length && bytes[length] == '\n';
            var facts = isLineWithoutFeed ? lines - 1 : lines - 2;
            Assert.Equal(Samples.Facts.Take(facts), session.Facts);
            Assert.Equal(isLineWithoutFeed || lastLine == length ? null : new RecordingCut(cut, lines + 1, lastLine, length - lastLine), session.Cut);
            Assert.Empty(session.Warnings);
            var inspection = RecordingReader.Inspect(cut, _passphrase);
            Assert.Equal(session.Finished ? RecordingCondition.Whole : RecordingCondition.Unfinished, inspection.Condition);
            Assert.Empty(inspection.Problems);
        }
    }

    [Fact]
    public void Cut_within_its_first_two_lines_there_is_nothing_in_it()
    {
        var bytes = File.ReadAllBytes(Written());
        var cut = _folder.File("cut.coreg.enc");
        var firstFrames = Array.IndexOf(bytes, (byte)'\n', Array.IndexOf(bytes, (byte)'\n') + 1);
        for (var length = 1; length < firstFrames; length++)
        {
            File.WriteAllBytes(cut, bytes[..length]);
            Assert.Equal(RecordingFault.HeaderCut, Assert.Throws<RecordingException>(() => RecordingReader.Read(cut, _passphrase)).Fault);
        }
    }

    [Fact]
    public void A_changed_bit_anywhere_costs_its_frame_and_no_other()
    {
        var path = Written();
        var lines = File.ReadAllLines(path);
        for (var line = 2; line < lines.Length; line++)
        {
            for (var place = 0; place < lines[line].Length; place += 7)
            {
                var bytes = Encoding.UTF8.GetBytes(lines[line]);
                bytes[place] ^= 1;
                // A line feed makes two lines of one, and padding has bits that mean nothing.
                if (bytes[place] is (byte)'\n' or (byte)'=' || lines[line][place] == '=')
                    continue;
                File.WriteAllText(path, string.Concat(lines.Select((text, index) => (index == line ? Encoding.UTF8.GetString(bytes) : text) + "\n")));

                AssertCosts(path, [line - 2], (line + 1, "its frame does not open: a bit of it is not as it was"));
            }
        }
    }

    [Fact]
    public void A_frame_that_was_taken_out_is_noticed()
    {
        var path = Written();
        Change(path, lines => lines.RemoveAt(5));
        AssertCosts(path, [3], (6, "a frame is missing before it"));
        Change(path, lines => lines.RemoveRange(6, 2));
        AssertCosts(path, [3, 5, 6], (6, "a frame is missing before it"), (7, "2 frames are missing before it"));
    }

    [Fact]
    public void A_frame_that_is_repeated_is_noticed_and_counts_once()
    {
        var path = Written();
        Change(path, lines => lines.Insert(9, lines[4]));
        AssertCosts(path, [], (10, "frame 4 stands here once more or out of its place"));
    }

    [Fact]
    public void Frames_that_changed_places_are_noticed()
    {
        var path = Written();
        Change(path, lines => (lines[5], lines[6]) = (lines[6], lines[5]));
        AssertCosts(path, [3], (6, "a frame is missing before it"), (7, "frame 5 stands here once more or out of its place"));
    }

    [Fact]
    public void A_frame_of_another_file_does_not_open()
    {
        var path = Written();
        var other = File.ReadAllLines(Written("b"));
        Change(path, lines => lines[5] = other[5]);
        AssertCosts(path, [3], (6, "its frame does not open: a bit of it is not as it was"));
    }

    [Fact]
    public void No_two_files_have_the_same_salt_and_no_two_frames_the_same_bytes()
    {
        var (one, two) = (File.ReadAllLines(Written("a")), File.ReadAllLines(Written("b")));
        Assert.Empty(one.Intersect(two));
    }

    [Fact]
    public void Parts_read_as_one_and_a_resumed_session_stays_encrypted()
    {
        var first = Written();
        using (var resumed = SessionRecording.Resume(first, Samples.Header.Started.AddSeconds(700), new FakeTimeProvider(), _passphrase))
        {
            Assert.Equal(_folder.File("a.part2.coreg.enc"), resumed.Status.Path);
            resumed.Append(new EndFact(701));
        }

        var session = RecordingReader.Read(first, _passphrase);
        Assert.Equal([.. Samples.Facts.SkipLast(1), new EndFact(701)], session.Facts);
        Assert.True(session.Encrypted);
        Assert.DoesNotContain("Ana", File.ReadAllText(_folder.File("a.part2.coreg.enc")), StringComparison.Ordinal);
        Assert.Throws<RecordingException>(() => SessionRecording.Resume(first, Samples.Header.Started.AddSeconds(700), new FakeTimeProvider()));
    }

    [Fact]
    public void The_longest_line_fits()
    {
        var path = _folder.File("long.coreg.enc");
        var note = new NoteFact(1, new string('x', (1 << 20) - 40));
        using (var recording = SessionRecording.Start(path, Samples.Header, new FakeTimeProvider(), _passphrase))
            recording.Append(note);

        Assert.Equal([note], RecordingReader.Read(path, _passphrase).Facts);
    }

    [Theory]
    [InlineData("\"rounds\":600000", "\"rounds\":1000", "'rounds' is not from 600000 to 20000000")]
    [InlineData("AES-256-GCM", "ROT13", "it is encrypted in a way that this program does not know; it knows AES-256-GCM with PBKDF2-SHA256. Open it with a later version")]
    [InlineData("\"salt\":\"", "\"salt\":\"%", "'salt' is not bytes in base64")]
    public void Weak_or_unknown_encryption_is_refused(string old, string changed, string reason)
    {
        var path = Written();
        Change(path, lines => lines[0] = lines[0].Replace(old, changed, StringComparison.Ordinal));

        Assert.Equal($"'{path}' is encrypted, but cannot be opened: line 1: {reason}.", Assert.Throws<RecordingException>(() => RecordingReader.Read(path, _passphrase)).Message);
    }

    [Theory]
    [InlineData("a.coreg.jsonl")]
    [InlineData("a.enc")]
    public void An_encrypted_recording_is_called_one(string name)
    {
        var path = _folder.File(name);
        var refused = Assert.Throws<RecordingException>(() => SessionRecording.Start(path, Samples.Header, new FakeTimeProvider(), _passphrase));
        Assert.Equal($"'{path}' is no name for an encrypted recording: end it in .coreg.enc, or give a folder.", refused.Message);
    }

    private string Written(string name = "a")
    {
        var path = _folder.File($"{name}.coreg.enc");
        using var recording = SessionRecording.Start(path, Samples.Header, new FakeTimeProvider(), _passphrase);
        foreach (var fact in Samples.Facts)
            recording.Append(fact);
        return path;
    }

    private static void Change(string path, Action<List<string>> change)
    {
        var lines = File.ReadAllLines(path).ToList();
        change(lines);
        File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
    }

    private void AssertCosts(string path, int[] facts, params (int Line, string Message)[] problems)
    {
        var inspection = RecordingReader.Inspect(path, _passphrase);
        Assert.Equal(RecordingCondition.Damaged, inspection.Condition);
        Assert.Equal(problems, inspection.Problems.Select(problem => (problem.Line, problem.Message)));
        var session = RecordingReader.Read(path, _passphrase);
        Assert.Equal(Samples.Facts.Where((_, index) => !facts.Contains(index)), session.Facts);
        Assert.Equal(problems.Select(problem => $"'{path}' is damaged in line {problem.Line} and read without it: {problem.Message}."), session.Warnings);
    }
}
