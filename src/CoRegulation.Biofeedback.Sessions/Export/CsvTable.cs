namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>A table of the export with its columns explained.</summary>
internal abstract record CsvTable(string File)
{
    /// <summary>Name, unit, meaning of each column.</summary>
    public abstract IEnumerable<(string Name, string Unit, string Meaning)> Dictionary { get; }

    /// <summary>Writes it after RFC 4180: UTF-8 without a byte order mark, CRLF, numbers in full precision with a point, a missing value as an empty field.</summary>
    public abstract void Write(Stream stream);
}
