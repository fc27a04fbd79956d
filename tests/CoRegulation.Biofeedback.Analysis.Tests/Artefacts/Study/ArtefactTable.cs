using System.Globalization;
using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

/// <summary>Tables of golden/HRV.md, as Markdown.</summary>
internal static class ArtefactTable
{
    /// <summary>Head of a table of <see cref="Row"/>.</summary>
    public static string Head(string first) =>
        $"| {first} | sensitivity | missed | extra | ectopic | false alarms | RMSSD error | SDNN error | HF error | worst RMSSD error | change of time | withheld |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|---|";

    /// <summary>Means over series, in the columns of golden/HRV.md.</summary>
    public static string Row(string name, IReadOnlyCollection<CorrectionScore> scores)
    {
        string Found(Func<InjectedEvent, bool> of)
        {
            var all = scores.Sum(score => score.Events(of).All);
            return all is 0 ? "-" : Text($"{(double)scores.Sum(score => score.Events(of).Found) / all:0.000}");
        }

        return Text($"| {name} | {Found(_ => true)} | {Found(item => item.Kind is ArtefactKind.Missed)}")
            + Text($" | {Found(item => item.Kind is ArtefactKind.Extra)} | {Found(item => item.Kind is ArtefactKind.Ectopic)}")
            + Text($" | {scores.Average(score => score.FalseAlarmShare):0.00 %} | {scores.Average(score => score.RmssdError):0.0 %}")
            + Text($" | {scores.Average(score => score.SdnnError):0.00 %}")
            + Text($" | {scores.Average(score => score.HfError):0.0 %} | {scores.Max(score => score.RmssdError):0.0 %}")
            + Text($" | {scores.Average(score => score.TimeChangeS):0.00} s | {scores.Average(score => (double)score.Withheld):0.0} |");
    }

    /// <summary>Scores of one method over series.</summary>
    public static CorrectionScore[] Scores(IEnumerable<InjectedSeries> series, Func<double[], IReadOnlyCollection<Beat>> correct) =>
        [.. series.Select(one => new CorrectionScore(one, correct(one.RrMs)))];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
