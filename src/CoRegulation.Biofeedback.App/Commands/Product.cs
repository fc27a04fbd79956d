using System.Reflection;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>The program's own name in what it writes.</summary>
internal static class Product
{
    /// <summary>Name and version: <c>coreg 0.1.0</c>.</summary>
    public static string Name { get; } =
        $"coreg {typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}";
}
