using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;
using CoRegulation.Biofeedback.Sessions.Engine;

namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>The rows of <c>hrv_spectrum.csv</c>: the spectrum over time of each person, on the same frequencies.</summary>
internal sealed class SpectrumRows(SessionAnalysis analysis)
{
    private readonly ImmutableArray<PersonResult> _people = analysis.People;

    // A little beyond the high frequencies of the person who breathes fastest.
    private readonly TimeVaryingOptions _options = new() { MaxFrequencyHz = analysis.People.Max(person => BandsOf(person).HfToHz) + 0.1 };

    /// <summary>The frequencies, Hz.</summary>
    public ImmutableArray<double> FrequenciesHz
    {
        get
        {
            var spectrum = new TimeVaryingSpectrum(_options);
            return [.. Enumerable.Range(0, spectrum.Bins).Select(bin => bin * spectrum.BinHz)];
        }
    }

    /// <summary>All rows of all people, computed as they are written.</summary>
    public IEnumerable<(string Person, SpectrumColumn Spectrum)> All()
    {
        var finished = new List<SpectrumColumn>();
        foreach (var person in _people)
        {
            var spectrum = new TimeVaryingSpectrum(_options, BandsOf(person));
            foreach (var row in person.Beats)
            {
                spectrum.Add(row, finished);
                foreach (var column in finished)
                    yield return (person.Person.Id, column);
                finished.Clear();
            }
        }
    }

    private static SpectralBands BandsOf(PersonResult person) => SpectralBands.ForAge(person.Options.Hrv.AgeYears);
}
