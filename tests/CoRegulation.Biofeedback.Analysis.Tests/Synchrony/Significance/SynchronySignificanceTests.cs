using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

namespace CoRegulation.Biofeedback.Analysis.Tests.Synchrony.Significance;

public class SynchronySignificanceTests
{
    private static readonly SignificanceOptions Few = new() { Surrogates = 199 };

    [Theory]
    [InlineData(NullModel.Phase)]
    [InlineData(NullModel.Circular)]
    [InlineData(NullModel.Segments)]
    [InlineData(NullModel.Iaaft)]
    public void FindsSharedDriftAndItsLag(NullModel model)
    {
        var (a, b) = Pair(new() { Strength = 0.9, LagS = 2 });

        var result = SynchronySignificance.Test(a, b, Few with { Null = model });

        Assert.True(result.BeyondChance);
        Assert.Equal(SynchronyBand.Slow, result.Band);
        Assert.InRange(result.Slow!.LagS, 1, 3);
        Assert.InRange(2, result.Slow.LagLowS, result.Slow.LagHighS);
        Assert.Equal('A', result.First);
        Assert.True(result.Slow.R > result.Slow.NullR95);
    }

    [Fact]
    public void FindsSharedBreathing()
    {
        var (a, b) = Pair(new() { Band = CouplingBand.Breathing, Strength = 0.9, LagS = -0.8 });

        var result = SynchronySignificance.Test(a, b, Few);

        Assert.True(result.BeyondChance);
        Assert.Equal(SynchronyBand.Breathing, result.Band);
        Assert.InRange(result.Breathing!.LagS, -1, -0.6);
        Assert.Equal('B', result.First);
    }

    [Fact]
    public void ExchangingThePeopleTurnsTheLag()
    {
        var (a, b) = Pair(new() { Strength = 0.9, LagS = 2 });

        var (one, other) = (SynchronySignificance.Test(a, b, Few), SynchronySignificance.Test(b, a, Few));

        Assert.Equal(one.Slow!.LagS, -other.Slow!.LagS, 9);
        Assert.Equal(one.Slow.LagLowS, -other.Slow.LagHighS, 9);
        Assert.Equal(one.Slow.R, other.Slow.R, 9);
    }

    [Fact]
    public void TheUnitDoesNotMatter()
    {
        var (a, b) = Pair(new() { Strength = 0.7, LagS = 1 });

        var (one, other) = (SynchronySignificance.Test(a, b, Few), SynchronySignificance.Test([.. a.Select(x => 7 - (3 * x))], [.. b.Select(x => -x / 5)], Few));

        Assert.Equal(one.Slow!.R, other.Slow!.R, 9);
        Assert.Equal(one.P, other.P);
    }

    [Fact]
    public void ASeedGivesTheSameBitsAndAnotherSeedOtherCopies()
    {
        var (a, b) = Pair(new() { Strength = 0.3, LagS = 2 });

        Assert.Equal(SynchronySignificance.Test(a, b, Few).Slow!.EffectSd, SynchronySignificance.Test(a, b, Few).Slow!.EffectSd);
        Assert.NotEqual(SynchronySignificance.Test(a, b, Few).Slow!.EffectSd, SynchronySignificance.Test(a, b, Few with { Seed = 2 }).Slow!.EffectSd);
    }

    [Fact]
    public void GapsDoNotMoveTheLag()
    {
        var (a, b) = Pair(new() { Strength = 0.9, LagS = 2 });
        a.AsSpan(400..500).Fill(double.NaN);
        b.AsSpan(1000..1300).Fill(double.NaN);

        var result = SynchronySignificance.Test(a, b, Few);

        Assert.True(result.BeyondChance);
        Assert.InRange(result.Slow!.LagS, 1, 3);
        Assert.Equal(500, result.UsedS);
    }

    [Fact]
    public void SaysWhyThereIsNoResult()
    {
        var (a, b) = Pair(null);
        double[] nothing = [.. a.Select(_ => double.NaN)];
        double[] gappy = [.. a.Select((x, i) => i % 100 < 60 ? double.NaN : x)];

        Assert.Equal(SynchronyDoubt.NoOverlap, SynchronySignificance.Test(a, nothing, Few).Doubt);
        Assert.Equal(SynchronyDoubt.NoOverlap, SynchronySignificance.Test([], [], Few).Doubt);
        Assert.Equal(SynchronyDoubt.TooShort, SynchronySignificance.Test(a.AsSpan(..120), b.AsSpan(..120), Few).Doubt);
        Assert.Equal(SynchronyDoubt.TooManyGaps, SynchronySignificance.Test(a, gappy, Few).Doubt);
        Assert.Equal(SynchronyDoubt.Constant, SynchronySignificance.Test(a, [.. a.Select(_ => 70.0)], Few).Doubt);
        Assert.Null(SynchronySignificance.Test(a, gappy, Few).BeyondChance);
        Assert.Throws<ArgumentException>(() => SynchronySignificance.Test(a, b.AsSpan(1..), Few));
    }

    [Fact]
    public void ARecordingBesideItselfIsRecognised()
    {
        var (a, _) = Pair(null);

        var result = SynchronySignificance.Test(a, [.. a[8..], .. a[..8].Select(_ => double.NaN)], Few);

        Assert.Equal(SynchronyDoubt.SameRecording, result.Doubt);
        Assert.Null(result.BeyondChance);
        Assert.True(double.IsNaN(result.P));
    }

    /// <summary>The study in small: bounds that hold for these seeds with room, and not for a test that is too eager or too blind.</summary>
    [Fact]
    public void KeepsItsLevelAndFindsWhatIsThere()
    {
        var strangers = StudyPairs.Many(300, 500_000, 300, _ => null);
        var close = StudyPairs.Many(60, 600_000, 600, i => new() { Strength = 0.5, LagS = (i % 9) - 4 });
        var breathing = StudyPairs.Many(40, 700_000, 600, i => new() { Band = CouplingBand.Breathing, Strength = 0.5, LagS = ((i % 7) - 3) / 2.0 });

        Assert.InRange(BeyondChance(strangers), 3, 27);
        Assert.InRange(BeyondChance(close), 51, 60);
        Assert.InRange(BeyondChance(breathing), 36, 40);
    }

    private static int BeyondChance((double[] A, double[] B)[] pairs) =>
        pairs.Count(pair => SynchronySignificance.Test(pair.A, pair.B, Few).BeyondChance is true);

    private static (double[] A, double[] B) Pair(Coupling? coupling) =>
        StudyPairs.One(Sensors.Simulation.Scenarios.Study(coupling), 7, 600);
}
