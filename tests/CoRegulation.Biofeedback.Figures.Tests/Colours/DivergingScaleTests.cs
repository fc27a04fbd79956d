using CoRegulation.Biofeedback.Figures.Colours;

namespace CoRegulation.Biofeedback.Figures.Tests.Colours;

public sealed class DivergingScaleTests
{
    public static TheoryData<string> Names => PaletteTests.Names;

    [Theory, MemberData(nameof(Names))]
    public void No_correlation_has_the_colour_of_paper(string name) =>
        Assert.Equal(PaletteTests.Named(name).Paper, new DivergingScale(PaletteTests.Named(name)).At(0).ToHex());

    // Neither a step that shows an edge where there is none, nor one that hides one.
    [Theory, MemberData(nameof(Names))]
    public void Equal_steps_look_equal_and_lightness_goes_one_way(string name)
    {
        var scale = new DivergingScale(PaletteTests.Named(name));
        foreach (var sign in (double[])[1, -1])
        {
            var labs = Enumerable.Range(0, 11).Select(i => At(scale, sign * i / 10)).ToList();
            var steps = labs.Zip(labs.Skip(1), (p, q) => p.DistanceTo(q)).ToList();
            var rises = labs.Zip(labs.Skip(1), (p, q) => q.L - p.L).ToList();

            // What is rounded to whole channels is off by up to about 0.5.
            Assert.All(steps, step => Assert.InRange(step, steps.Average() - 1, steps.Average() + 1));
            Assert.All(rises, rise => Assert.Equal(Math.Sign(rises[0]), Math.Sign(rise)));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Neither_sign_looks_stronger(string name)
    {
        var scale = new DivergingScale(PaletteTests.Named(name));

        Assert.All([0.25, 0.5, 1.0], r => Assert.Equal(At(scale, r).L, At(scale, -r).L, 0.6));
    }

    [Theory, MemberData(nameof(PaletteTests.NamesAndVisions), MemberType = typeof(PaletteTests))]
    public void The_sign_can_be_told_by_every_eye(string name, string vision)
    {
        var scale = new DivergingScale(PaletteTests.Named(name));

        Assert.True(Eye.Distance(scale.At(0.8).ToHex(), scale.At(-0.8).ToHex(), vision) >= 10, $"{Eye.Distance(scale.At(0.8).ToHex(), scale.At(-0.8).ToHex(), vision):F1}");
    }

    [Fact]
    public void What_lies_beyond_1_is_drawn_as_1()
    {
        var scale = new DivergingScale(Palette.Light);

        Assert.Equal(scale.At(1), scale.At(1.5));
        Assert.Equal(scale.At(-1), scale.GetColor(0));
        Assert.Equal(scale.At(1), scale.GetColor(1));
    }

    private static Lab At(DivergingScale scale, double r) => Lab.From(Rgb.Parse(scale.At(r).ToHex()));
}
