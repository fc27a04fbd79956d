using System.Text.Json;

namespace CoRegulation.Biofeedback.Analysis.Tests;

/// <summary>Reference values of our own; Golden/make_golden.py beside them tells how they were made.</summary>
internal static class GoldenFile
{
    public static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name)));
        return document.RootElement.Clone();
    }
}
