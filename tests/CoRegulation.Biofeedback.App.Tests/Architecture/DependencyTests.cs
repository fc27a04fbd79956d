using System.Reflection;

namespace CoRegulation.Biofeedback.App.Tests.Architecture;

public class DependencyTests
{
    private const string Prefix = "CoRegulation.Biofeedback.";

    // What the compiler really used; a project file alone would not show what comes in through another project.
    [Theory]
    [InlineData("Analysis")]
    [InlineData("Sensors")]
    [InlineData("InTheHand", "Sensors", "InTheHand.Reference")]
    [InlineData("Sessions", "Analysis", "Sensors")]
    [InlineData("Figures", "Analysis", "Sessions")]
    public void A_project_uses_only_those_of_ours_that_the_map_allows(string project, params string[] allowed)
    {
        var used = Referenced(project).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) || name == "coreg");

        Assert.Subset(allowed.Select(name => Prefix + name).ToHashSet(), used.ToHashSet());
        Assert.Subset(allowed.Select(name => Prefix + name).ToHashSet(), ProjectFile.Named(project).Projects.ToHashSet());
    }

    [Fact]
    public void Nothing_but_its_own_tests_depends_on_the_program() =>
        Assert.All(
            ProjectFile.All.Where(project => project.Projects.Contains(Prefix + "App")),
            project => Assert.Contains(project.Name, new[] { Prefix + "App.Tests", Prefix + "EndToEnd" }));

    [Fact]
    public void The_analysis_needs_MathNet_and_nothing_else() =>
        Assert.Equal(["MathNet.Numerics"], ProjectFile.Named("Analysis").Packages);

    [Fact]
    public void The_figures_are_drawn_by_ScottPlot() => Assert.Contains("ScottPlot", ProjectFile.Named("Figures").Packages);

    [Fact]
    public void The_sensors_need_no_package() => Assert.Empty(ProjectFile.Named("Sensors").Packages);

    // The stand-in is for tests and for compiling; with the switch the package takes its place.
    [Fact]
    public void The_program_has_InTheHand_with_the_switch_only()
    {
        Assert.DoesNotContain(Referenced("App"), name => name.Contains("InTheHand", StringComparison.Ordinal));
        Assert.Empty(ProjectFile.Named("InTheHand.Reference").Projects);
        Assert.All(
            ProjectFile.All.Where(project => project.Projects.Contains(Prefix + "InTheHand.Reference")),
            project => Assert.StartsWith(Prefix + "InTheHand", project.Name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Analysis", "MathNet.Numerics")]
    [InlineData("Sessions", "CsvHelper")]
    public void What_a_library_does_is_not_done_by_hand(string project, string library) => Assert.Contains(library, Referenced(project));

    private static IEnumerable<string> Referenced(string project) =>
        Assembly.Load(project == "App" ? "coreg" : Prefix + project).GetReferencedAssemblies().Select(name => name.Name!);
}
