using CoRegulation.Biofeedback.Analysis.Returns;
using CoRegulation.Biofeedback.Sessions.Library;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>Trends as documents; what is not a number inside the program is null there.</summary>
internal static class TrendJson
{
    /// <summary>The document of a pair.</summary>
    public static object Of(PairTrend trend, IReadOnlyList<string> notes) => new
    {
        pair = trend.People.Select(person => new { person.Identity, person.Name }),
        notes,
        sessions = trend.Sessions.Select(session => new { session.Name, session.Started, session.Origin, session.DurationS, session.Dyad }),
        verdicts = trend.Verdicts,
        beyondChance = trend.BeyondChance,
        numbers = trend.Numbers.Select(Of),
        people = trend.People.Select(person => Of(person, notes: null)),
    };

    /// <summary>The document of a person.</summary>
    public static object Of(PersonTrend trend, IReadOnlyList<string>? notes) => new
    {
        trend.Identity,
        trend.Name,
        notes,
        trend.Sessions,
        timeToBaseline = new
        {
            all = Of(trend.Returns.All),
            withPartner = Of(trend.Returns.WithPartner),
            alone = Of(trend.Returns.Alone),
            partnerToAlone = Of(trend.Returns.PartnerToAlone),
        },
        numbers = trend.Numbers.Select(Of),
    };

    private static object Of(ReturnGroup group) => new
    {
        group.Sessions,
        group.Times.Episodes,
        group.Times.Seen,
        medianS = Finite(group.Times.MedianS),
        medianLowS = Finite(group.Times.LowS),
        medianHighS = Finite(group.Times.HighS),
        perWeek = Of(group.PerWeek),
    };

    private static object Of(ReturnChange change) => new
    {
        factor = Finite(change.Factor),
        factorLow = Finite(change.Low),
        factorHigh = Finite(change.High),
        change.Missing,
    };

    private static object Of(TrendNumber number) => new
    {
        number.Name,
        number.Unit,
        number.Slope.Sessions,
        median = Finite(number.Slope.Median),
        perWeek = Finite(number.Slope.PerWeek),
        perWeekLow = Finite(number.Slope.Low),
        perWeekHigh = Finite(number.Slope.High),
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
