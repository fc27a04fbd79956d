using CoRegulation.Biofeedback.Analysis.Hrv.Complexity;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Complexity;

public class ComplexityReferenceTests
{
    [Fact]
    public void Entropies_and_DFA_of_every_reference_recording_agree_to_1e_11()
    {
        foreach (var (name, nnMs, expected) in HrvReference.Entries())
        {
            var dfa = DetrendedFluctuation.Compute(nnMs);
            HrvReference.Check(name, expected, "dfaAlpha1", dfa.Alpha1, 1e-11);
            HrvReference.Check(name, expected, "dfaAlpha2", dfa.Alpha2, 1e-11);
            if (!expected.TryGetProperty("sampEn", out _))
                continue;
            HrvReference.Check(name, expected, "sampEn", SampleEntropy.Compute(nnMs), 1e-12);
            HrvReference.Check(name, expected, "apEn", ApproximateEntropy.Compute(nnMs), 1e-12);
        }
    }

    [Fact]
    public void Counts_of_matches_are_those_of_the_reference_to_the_last_pair()
    {
        var steps = SharedFolder.Json("golden/hrv_steps.json");
        var nnMs = SharedFolder.Lines($"data/rr/{steps.GetProperty("file").GetString()}");

        var pairs = SampleEntropy.Matches(nnMs, steps.GetProperty("sampEn_r").GetDouble());

        Assert.Equal((steps.GetProperty("sampEn_B").GetInt64(), steps.GetProperty("sampEn_A").GetInt64()), (pairs.OverTwo, pairs.OverThree));
    }

    [Fact]
    public void Several_runs_agree_with_Python()
    {
        var golden = GoldenFile.Read("complexity.json");
        var nnMs = HrvReference.Joined(golden.GetProperty("runs"));
        var dfa = DetrendedFluctuation.Compute(nnMs);
        var fragmentation = Fragmentation.Compute(nnMs);

        Equal("sampEn", SampleEntropy.Compute(nnMs));
        Equal("apEn", ApproximateEntropy.Compute(nnMs));
        Equal("dfaAlpha1", dfa.Alpha1);
        Equal("dfaAlpha2", dfa.Alpha2);
        Equal("pip", fragmentation.PipPercent);
        Equal("ials", fragmentation.Ials);
        Equal("pss", fragmentation.PssPercent);
        Equal("pas", fragmentation.PasPercent);

        void Equal(string key, double actual) => Close.Equal(golden.GetProperty("expected").GetProperty(key).GetDouble(), actual, 1e-12, key);
    }
}
