using System.Security.Cryptography;

namespace CoRegulation.Biofeedback.EndToEnd.Commands;

/// <summary>Long work that is killed: what it had is whole, and it goes on.</summary>
public sealed class KilledTests : IDisposable
{
    private const int Kill = 9;
    private const int Killed = 128 + Kill;
    private const int Recordings = 5;

    private readonly TemporaryFolder _recordings = new();
    private readonly TemporaryFolder _results = new();

    public void Dispose()
    {
        _recordings.Dispose();
        _results.Dispose();
    }

    [Fact]
    public async Task A_batch_that_was_killed_goes_on_and_ends_with_the_same_bytes()
    {
        await SimulateAsync();
        Assert.Equal(0, (await Coreg.RunAsync(Batch("at-once"))).ExitStatus);

        var kills = 0;
        for (var items = 1; items <= Recordings; items += 2)
        {
            await using var batch = Coreg.Start(new Surroundings(), Batch("killed"));
            while (Items() < items && !batch.HasEnded)
                await Task.Delay(5, TestContext.Current.CancellationToken);
            // It may come to its end before it is killed, but to no other.
            var ended = await batch.EndByAsync(Kill);
            Assert.True(ended.ExitStatus is 0 or Killed, ended.Error);
            kills += ended.ExitStatus is Killed ? 1 : 0;
        }

        Assert.True(kills > 0, "Nothing was killed.");
        var last = await Coreg.RunAsync(Batch("killed"));

        Assert.Equal((0, ""), (last.ExitStatus, last.Error));
        Assert.Equal(Content("at-once"), Content("killed"));
    }

    [Fact]
    public async Task A_rebuild_that_was_killed_leaves_the_index_whole()
    {
        await SimulateAsync();
        var before = await Coreg.RunAsync("library", "list", "--json", "--library", _recordings.Path);

        for (var waitMs = 300; waitMs <= 900; waitMs += 300)
        {
            await using var rebuild = Coreg.Start(new Surroundings(), "library", "rebuild", "--library", _recordings.Path);
            await Task.Delay(waitMs, TestContext.Current.CancellationToken);
            await rebuild.EndByAsync(Kill);
            Assert.Equal(before, await Coreg.RunAsync("library", "list", "--json", "--library", _recordings.Path));
        }

        Assert.Equal(before, await Coreg.RunAsync("library", "rebuild", "--json", "--library", _recordings.Path));
    }

    private string[] Batch(string to) => ["batch", _recordings.Path, "--out", _results[to], "--surrogates", "99"];

    private int Items() => Directory.Exists(_results["killed/work"]) ? Directory.EnumerateFiles(_results["killed/work"], "*.item.json").Count() : 0;

    private async Task SimulateAsync()
    {
        for (var seed = 1; seed <= Recordings; seed++)
            Assert.Equal(0, (await Coreg.RunAsync("simulate", "--seed", $"{seed}", "--duration", "600", "--out", _recordings[$"pair-{seed}.coreg.jsonl"])).ExitStatus);
    }

    private string[] Content(string to) =>
    [
        .. Directory.EnumerateFiles(_results[to], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(_results[to], file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"),
    ];
}
