using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

/// <summary>How well one series was corrected, by the definitions of golden/HRV.md.</summary>
internal sealed class CorrectionScore
{
    private readonly bool[] _found;
    private readonly InjectedSeries _series;

    /// <summary>Compares the rows that a corrector made of <see cref="InjectedSeries.RrMs"/> with the truth.</summary>
    public CorrectionScore(InjectedSeries series, IReadOnlyCollection<Beat> rows)
    {
        _series = series;
        var flagged = rows.Where(row => row.RrMs is not null).Select(row => row.Flag is not BeatFlag.Ok).ToArray();
        if (flagged.Length != series.RrMs.Length)
            throw new ArgumentException($"{series.Name}: {series.RrMs.Length} intervals went in and {flagged.Length} came out.", nameof(rows));

        var near = new bool[flagged.Length];
        _found = Array.ConvertAll(series.Events, item =>
        {
            var (from, to) = (Math.Max(0, item.Index - 1), Math.Min(flagged.Length, item.Index + item.Count + 1));
            near.AsSpan(from, to - from).Fill(true);
            return flagged.AsSpan(from, to - from).Contains(true);
        });
        Clean = near.Count(isNear => !isNear);
        FalseAlarms = flagged.Zip(near).Count(beat => beat is (true, false));

        var truth = new CorrectedSeries(series.CleanRrMs);
        var corrected = new CorrectedSeries(rows);
        RmssdError = Math.Abs(corrected.Rmssd - truth.Rmssd) / truth.Rmssd;
        SdnnError = Math.Abs(corrected.Sdnn - truth.Sdnn) / truth.Sdnn;
        HfError = Math.Abs(corrected.HfMs2() - truth.HfMs2()) / truth.HfMs2();
        TimeChangeS = Math.Abs(corrected.TimeMs - truth.TimeMs) / 1000;
        Withheld = corrected.Withheld;
    }

    /// <summary>Intervals neither made by an event nor next to one.</summary>
    public int Clean { get; }

    /// <summary>Those of <see cref="Clean"/> that were flagged.</summary>
    public int FalseAlarms { get; }

    /// <summary>Share of <see cref="Clean"/> that was flagged.</summary>
    public double FalseAlarmShare => (double)FalseAlarms / Clean;

    /// <summary>Rows that are left without NN.</summary>
    public int Withheld { get; }

    /// <summary>Relative error of RMSSD, absolute value.</summary>
    public double RmssdError { get; }

    /// <summary>Relative error of SDNN, absolute value.</summary>
    public double SdnnError { get; }

    /// <summary>Relative error of HF power, absolute value.</summary>
    public double HfError { get; }

    /// <summary>Change of the total time, s, absolute value.</summary>
    public double TimeChangeS { get; }

    /// <summary>Events found, and how many there are.</summary>
    public (int Found, int All) Events(Func<InjectedEvent, bool> of)
    {
        var which = Enumerable.Range(0, _found.Length).Where(i => of(_series.Events[i])).ToArray();
        return (which.Count(i => _found[i]), which.Length);
    }
}
