using CoRegulation.Biofeedback.Figures.LagMap;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.Figures.Tests.LagMap;

/// <summary>Maps made for tests: windows of 30 s every 5 s, lags to 5 s in steps of 0.25 s.</summary>
internal static class Maps
{
    /// <summary>A map from a formula.</summary>
    /// <param name="windows">Number of windows.</param>
    /// <param name="r">r from the number of the window and the lag, s.</param>
    public static LagMapData Of(int windows, Func<int, double, double> r) => new()
    {
        Windows = [.. Enumerable.Range(0, windows).Select(i => Window(i, lagS => r(i, lagS)))],
        LagsS = [.. Enumerable.Range(-20, 41).Select(i => i * 0.25)],
        NowS = windows * 5 + 30,
        NameA = "Ana",
        NameB = "Ben",
    };

    /// <summary>B follows A by some seconds.</summary>
    public static LagMapData Following(int windows, double byS) => Of(windows, (_, lagS) => 0.9 - 0.2 * Math.Abs(lagS - byS));

    private static SynchronyWindow Window(int number, Func<double, double> r) =>
        new(number * 5, number * 5 + 30, [.. Enumerable.Range(-20, 41).Select(i => (float)r(i * 0.25))]);
}
