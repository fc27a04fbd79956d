namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>A column: its name, its unit, what it means and how it comes out of a row.</summary>
internal sealed record CsvColumn<TRow>(string Name, string Unit, string Meaning, Func<TRow, object?> Value);
