using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

/// <summary>A line that is written while a sync runs, the last one that the disk takes.</summary>
public sealed class LineBesideSyncTests
{
    // Which line comes when is not in a test's hand; of so many rounds, most have the one that this is about.
    private const int Rounds = 12;
    private const int Lines = 100;

    // One page is left for the recording, which is full after some seventy of the lines.
    private const int FillerBytes = 60 * 1024;

    // The deeper the folder, the longer a sync looks for the file.
    private const int Depth = 500;

    [Fact]
    public async Task A_disk_that_is_full_just_then_and_fails_again_later_breaks_no_order()
    {
        using var disk = new SmallDisk();
        for (var round = 0; round < Rounds; round++)
            await RoundAsync(Path.Join(disk.Path, $"{round}"), Path.Join(disk.Path, "filler"));
    }

    private static async Task RoundAsync(string folder, string filler)
    {
        var away = folder + "-away";
        var time = new RoomAtFirstTry(filler);
        var first = Path.Join([folder, .. Enumerable.Repeat("d", Depth), "a.coreg.jsonl"]);
        Directory.CreateDirectory(Path.GetDirectoryName(first)!);
        File.WriteAllBytes(filler, new byte[FillerBytes]);
        using (var recording = SessionRecording.Start(first, Samples.Header, time))
        {
            using var both = new Barrier(2);
            var syncing = Task.Run(
                () =>
                {
                    both.SignalAndWait(TestContext.Current.CancellationToken);
                    while (recording.Status.Part == 1)
                        recording.Sync();
                },
                TestContext.Current.CancellationToken);
            both.SignalAndWait(TestContext.Current.CancellationToken);
            for (var i = 1; i <= Lines; i++)
                recording.Append(new MarkerFact(i, "a line of the session"));
            await syncing;

            Directory.Move(folder, away);
            Try();
            Assert.NotNull(recording.Status.Trouble);
            Directory.Move(away, folder);
            recording.Append(new EndFact(Lines + 1));
            Try();
            Assert.Equal((3, null), (recording.Status.Part, recording.Status.Trouble));

            void Try()
            {
                time.Advance(TimeSpan.FromSeconds(1));
                recording.Sync();
            }
        }

        var session = RecordingReader.Read(first);
        Assert.Equal([.. Enumerable.Range(1, Lines).Select(i => (Fact)new MarkerFact(i, "a line of the session")), new EndFact(Lines + 1)], session.Facts);
        Assert.Empty(session.Warnings);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A clock that is asked when the recording is about to go on elsewhere, and makes room just then.</summary>
    private sealed class RoomAtFirstTry(string filler) : FakeTimeProvider
    {
        public override long GetTimestamp()
        {
            File.Delete(filler);
            return base.GetTimestamp();
        }
    }
}
