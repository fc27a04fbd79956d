using CsvHelper;

namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>A table of rows of one type.</summary>
internal sealed record CsvTableOf<TRow>(string File, IEnumerable<TRow> Rows, IReadOnlyList<CsvColumn<TRow>> Columns)
    : CsvTable(File)
{
    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Unit, string Meaning)> Dictionary =>
        Columns.Select(column => (column.Name, column.Unit, column.Meaning));

    /// <inheritdoc/>
    public override void Write(Stream stream)
    {
        using var csv = CsvWriter.Create(stream, CsvWriterOptions.Default, leaveOpen: true);
        foreach (var column in Columns)
            csv.WriteField(column.Name);
        csv.EndRecord();
        foreach (var row in Rows)
        {
            foreach (var column in Columns)
            {
                // NaN says "no value" inside the program and must not leave it.
                var value = column.Value(row);
                csv.WriteField(value is double.NaN ? null : value);
            }

            csv.EndRecord();
        }
    }
}
