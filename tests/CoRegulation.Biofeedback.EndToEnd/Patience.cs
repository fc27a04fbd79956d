namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>How long a test waits for what must come. What comes ends the wait at once, so this costs time only where a test fails;
/// it is long because nothing here is about speed, and a machine may be busy with other things.</summary>
internal static class Patience
{
    public const int Ms = 120_000;

    public static readonly TimeSpan Time = TimeSpan.FromMilliseconds(Ms);

    /// <summary>Waits until something is so.</summary>
    public static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    /// <summary>Waits until something is so that takes asking.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Time, "It did not happen.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
