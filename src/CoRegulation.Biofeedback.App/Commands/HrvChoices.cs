using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Hrv.Norms;
using CoRegulation.Biofeedback.Sessions.Import;
using CoRegulation.Biofeedback.Sessions.Series;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>What of a file of RR intervals is looked at, and how: the options that decide the numbers.</summary>
internal sealed class HrvChoices
{
    private readonly Option<double?> _from = Inputs.Number(
        "--from", "S", "Only intervals that end at this second or later; the first one of the file ends at 0", seconds => seconds >= 0, "a number of seconds from 0");

    private readonly Option<double?> _to = Inputs.Number(
        "--to", "S", "Only intervals that end before this second", seconds => seconds > 0, "a number of seconds above 0");

    private readonly Option<RrPart?> _range = new("--range")
    {
        HelpName = "I:J",
        Description = "Only the intervals from place I, the first is 0, to before place J",
        CustomParser = Range,
    };

    private readonly Option<CorrectionMethod?> _correction = new("--correction")
    {
        HelpName = "METHOD",
        Description = $"How artefacts are corrected: {CorrectionNames()} (default {CorrectionName(default)})",
        CustomParser = Correction,
    };

    private readonly Option<double?> _age = Inputs.Number(
        "--age", "N", "Age in years: moves the bands and the range of breathing for children, and gives reference values", years => years is >= 0 and <= 120, "a number of years from 0 to 120");

    private readonly Option<Sex?> _sex = new("--sex") { HelpName = "female|male", Description = "For reference values that are known by sex; goes with --age", CustomParser = SexOf };

    private readonly Option<bool> _raw = new("--raw")
    {
        Description = "The bare arithmetic: every line is taken as a normal interval, nothing is corrected and nothing is too short",
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        Option[] options = [_from, _to, _range, _age, _sex, _correction, _raw];
        foreach (var option in options)
            command.Add(option);
    }

    /// <summary>Refuses options that contradict each other.</summary>
    /// <exception cref="CommandException">They do.</exception>
    public void Check(ParseResult parsed)
    {
        if (parsed.GetValue(_range) is not null && (parsed.GetValue(_from) is not null || parsed.GetValue(_to) is not null))
            throw HrvCommand.Wrong("--range says which intervals by place, --from and --to by time: give one of the two");
        if (parsed.GetValue(_from) is { } from && parsed.GetValue(_to) is { } to && to <= from)
            throw HrvCommand.Wrong(string.Create(CultureInfo.InvariantCulture, $"--from {from} --to {to}: the end must be after the start"));
        if (parsed.GetValue(_raw) && parsed.GetValue(_correction) is { } method and not CorrectionMethod.None)
            throw HrvCommand.Wrong($"--raw corrects nothing, --correction {CorrectionName(method)} does: give one of the two");
        if (parsed.GetValue(_sex) is not null && parsed.GetValue(_age) is null)
            throw HrvCommand.Wrong("--sex is for reference values, which go by age: give --age, too");
    }

    /// <summary>Whether every number is taken as an interval, whatever heart it may be of.</summary>
    public bool TakesAnyInterval(ParseResult parsed) => parsed.GetValue(_raw);

    /// <summary>Computes what was asked for.</summary>
    public SeriesHrv Compute(ParseResult parsed, RrSeries series)
    {
        var (part, options) = (Part(parsed), new HrvOptions());
        if (Person(parsed) is { } person)
            options = options with { AgeYears = person.AgeYears };
        return parsed.GetValue(_raw)
            ? SeriesHrv.Raw(series, part, options)
            : SeriesHrv.Corrected(series, part, new() { Method = parsed.GetValue(_correction) ?? default }, options);
    }

    /// <summary>Whose intervals they are; null when nothing is known.</summary>
    public PersonOfSeries? Person(ParseResult parsed) =>
        parsed.GetValue(_age) is { } years ? new(years, parsed.GetValue(_sex)) : null;

    private RrPart Part(ParseResult parsed)
    {
        if (parsed.GetValue(_range) is { } places)
            return places;
        var (from, to) = (parsed.GetValue(_from), parsed.GetValue(_to));
        return from is null && to is null ? default : RrPart.Time(from ?? 0, to ?? double.PositiveInfinity);
    }

    private static Sex? SexOf(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text is "female" or "male")
            return text is "female" ? Sex.Female : Sex.Male;
        result.AddError($"--sex {text}: female or male is needed");
        return null;
    }

    private static RrPart? Range(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text.Split(':') is [var first, var last] && TryPlace(first, out var from) && TryPlace(last, out var to) && from < to)
            return RrPart.Places(from, to);
        result.AddError($"--range {text}: two places like 0:300 are needed, the second above the first");
        return null;

        static bool TryPlace(string text, out int place) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out place);
    }

    private static CorrectionMethod? Correction(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        foreach (var method in Enum.GetValues<CorrectionMethod>())
        {
            if (CorrectionName(method) == text)
                return method;
        }

        result.AddError($"--correction {text}: no such method; there are {CorrectionNames()}");
        return null;
    }

    private static string CorrectionNames() => string.Join(", ", Enum.GetValues<CorrectionMethod>().Select(CorrectionName));

    private static string CorrectionName(CorrectionMethod method) => JsonNamingPolicy.KebabCaseLower.ConvertName(method.ToString());
}
