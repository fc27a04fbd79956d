namespace CoRegulation.Biofeedback.App.Tests.Architecture;

public class SolutionTests
{
    private static readonly string Solution =
        File.ReadAllText(Path.Combine(RepositoryFolder.Path, "CoRegulation.Biofeedback.sln")).Replace('\\', '/');

    [Fact]
    public void Every_project_is_in_the_solution() =>
        Assert.All(ProjectFile.All, project => Assert.Contains($"\"{project.Path}\"", Solution, StringComparison.Ordinal));

    // A stand-in for a package is tried by the tests of what calls it.
    [Fact]
    public void Every_source_project_has_its_test_project() =>
        Assert.All(
            ProjectFile.All.Where(project => project.Path.StartsWith("src/", StringComparison.Ordinal) && !project.Path.Contains("/Reference/", StringComparison.Ordinal)),
            project => Assert.Contains(project.Name, ProjectFile.All.Single(tests => tests.Name == project.Name + ".Tests").Projects));

    [Fact]
    public void Every_test_project_tests_with_xunit() =>
        Assert.All(
            ProjectFile.All.Where(project =>
                project.Path.StartsWith("tests/", StringComparison.Ordinal) && !project.Name.EndsWith(".Benchmarks", StringComparison.Ordinal)),
            project => Assert.Contains("xunit.v3", project.Packages));

    [Fact]
    public void Versions_stand_in_one_place_only() =>
        Assert.All(ProjectFile.All, project =>
            Assert.DoesNotContain(" Version=\"", File.ReadAllText(Path.Combine(RepositoryFolder.Path, project.Path)), StringComparison.Ordinal));
}
