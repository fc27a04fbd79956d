using System.Xml.Linq;

namespace CoRegulation.Biofeedback.App.Tests.Architecture;

/// <summary>A project of the repository as its file declares it.</summary>
internal sealed record ProjectFile(string Path, string Name, IReadOnlySet<string> Projects, IReadOnlySet<string> Packages)
{
    public static IReadOnlyList<ProjectFile> All { get; } =
    [
        .. new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(
                System.IO.Path.Combine(RepositoryFolder.Path, folder), "*.csproj", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    public static ProjectFile Named(string name) => All.Single(project => project.Name == "CoRegulation.Biofeedback." + name);

    private static ProjectFile Read(string path)
    {
        var xml = XDocument.Load(path);
        return new(
            System.IO.Path.GetRelativePath(RepositoryFolder.Path, path).Replace('\\', '/'),
            System.IO.Path.GetFileNameWithoutExtension(path),
            Included("ProjectReference").Select(file => System.IO.Path.GetFileNameWithoutExtension(file)).ToHashSet(),
            Included("PackageReference").ToHashSet());

        IEnumerable<string> Included(string element) => xml.Descendants(element).Select(item => (string)item.Attribute("Include")!);
    }
}
