namespace CoRegulation.Biofeedback.Analysis.Tests;

/// <summary>Equality of numbers within a tolerance, absolute or relative, the larger; NaN equals NaN only.</summary>
internal static class Close
{
    public static bool Numbers(double expected, double actual, double tolerance = 1e-9) =>
        double.IsNaN(expected)
            ? double.IsNaN(actual)
            : expected == actual || Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected));

    public static void Equal(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance = 1e-9, string of = "")
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
            Equal(expected[i], actual[i], tolerance, $"{of}[{i}]");
    }

    public static void Equal(double expected, double actual, double tolerance = 1e-9, string of = "") =>
        Assert.True(Numbers(expected, actual, tolerance), $"{of}: expected {expected:R}, was {actual:R}");
}
