using CoRegulation.Biofeedback.Analysis.Hrv.Geometry;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Geometry;

public class GeometryReferenceTests
{
    [Fact]
    public void Histogram_and_Poincare_measures_of_every_reference_recording_agree_to_1e_12()
    {
        foreach (var (name, nnMs, expected) in HrvReference.Entries())
        {
            var geometric = Geometric.Compute(nnMs);
            Check("hti", geometric.TriangularIndex);
            Check("tinn", geometric.TinnMs);
            Check("baevskySI", geometric.BaevskySI);
            Check("baevskySqrtSI", geometric.BaevskySqrtSI);

            var poincare = Poincare.Compute(nnMs);
            Check("sd1", poincare.Sd1Ms);
            Check("sd2", poincare.Sd2Ms);
            Check("sd2sd1", poincare.Sd2Sd1);
            Check("ellipseArea", poincare.EllipseAreaMs2);

            void Check(string key, double actual) => HrvReference.Check(name, expected, key, actual, 1e-12);
        }
    }
}
