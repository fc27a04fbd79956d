using CoRegulation.Biofeedback.Analysis.Hrv.Geometry;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Geometry;

public class GeometricTests
{
    [Fact]
    public void Agrees_with_Python_over_several_runs()
    {
        var golden = GoldenFile.Read("geometry.json");
        var measures = Geometric.Compute(HrvReference.Joined(golden.GetProperty("runs")));

        Equal("hti", measures.TriangularIndex);
        Equal("tinn", measures.TinnMs);
        Equal("baevskySI", measures.BaevskySI);
        Equal("baevskySqrtSI", measures.BaevskySqrtSI);

        void Equal(string key, double actual) => Close.Equal(golden.GetProperty("expected").GetProperty(key).GetDouble(), actual, 1e-12, key);
    }

    [Fact]
    public void Tinn_is_the_triangle_of_least_squares_by_direct_search() =>
        Gen.Double[400, 520].Array[1, 80].Select(Gen.Double[300, 3000].Array[0, 3]).Sample((near, far) =>
        {
            double[] nnMs = [.. near, .. far];
            int[] bins = [.. nnMs.Select(nn => (int)Math.Floor(nn / 7.8125))];
            var counts = new int[bins.Max() + 1];
            foreach (var bin in bins)
                counts[bin]++;
            var mode = Array.IndexOf(counts, counts.Max());
            var direct = Base(counts[bins.Min()..(mode + 1)].Reverse()) + Base(counts[mode..]);

            Assert.Equal(direct * 7.8125, Geometric.Compute(nnMs).TinnMs);
        });

    /// <summary>As it is defined, but in fractions of a common denominator far finer than any difference between two errors.</summary>
    private static int Base(IEnumerable<int> side)
    {
        decimal[] counts = [.. side];
        var distances = Enumerable.Range(1, counts.Length);
        return distances.MinBy(d => Math.Round(counts.Select((g, j) => g - (j < d ? counts[0] * (d - j) / d : 0)).Sum(e => e * e), 20));
    }

    [Fact]
    public void Order_and_breaks_do_not_matter() =>
        Hearts.RrMs.Array[2, 60].Sample(nnMs =>
        {
            var straight = Geometric.Compute(nnMs);
            Assert.Equal(straight, Geometric.Compute([double.NaN, .. nnMs.Reverse().SelectMany(nn => new[] { nn, double.NaN })]));
        });

    [Fact]
    public void A_constant_series_is_one_bin_and_has_no_stress_index()
    {
        var measures = Geometric.Compute([.. Enumerable.Repeat(800.0, 50)]);

        Assert.Equal((1, 2 * 7.8125), (measures.TriangularIndex, measures.TinnMs));
        Assert.Equal((double.NaN, double.NaN), (measures.BaevskySI, measures.BaevskySqrtSI));
    }

    [Fact]
    public void A_pause_of_a_quarter_of_an_hour_is_counted_and_one_of_a_day_leaves_no_histogram()
    {
        Assert.Equal(2, Geometric.Compute([800, 800, 800, 1e6, 700, 600]).TriangularIndex);
        Assert.Equal(double.NaN, Geometric.Compute([800, 800, 86_400_000]).TinnMs);
    }

    [Fact]
    public void What_is_no_interval_is_refused() =>
        Assert.All<double[]>(
            [[], [double.NaN], [800, 0], [800, -1], [800, double.PositiveInfinity]],
            nnMs => Assert.Throws<ArgumentException>(() => Geometric.Compute(nnMs)));
}
