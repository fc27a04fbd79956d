using System.Globalization;
using CoRegulation.Biofeedback.Sessions.Import;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Series;

/// <summary>Which intervals of a series are looked at: by time, by place, or, as <c>default</c>, all.</summary>
public readonly record struct RrPart
{
    private readonly (double FromS, double ToS)? _time;
    private readonly (int From, int To)? _place;

    private RrPart((double FromS, double ToS)? time, (int From, int To)? place) => (_time, _place) = (time, place);

    /// <summary>The intervals whose closing beat lies in a stretch of time. The first closing beat of the series stands at 0.</summary>
    /// <param name="fromS">First moment of the stretch, s.</param>
    /// <param name="toS">The moment after its last, s; above <paramref name="fromS"/>.</param>
    public static RrPart Time(double fromS, double toS) => fromS < toS
        ? new((fromS, toS), null)
        : throw new ArgumentOutOfRangeException(nameof(toS), toS, $"A stretch ends after it begins, at {fromS} s.");

    /// <summary>The intervals of a half-open range of places.</summary>
    /// <param name="from">First place, from 0.</param>
    /// <param name="to">The place after the last; above <paramref name="from"/>.</param>
    public static RrPart Places(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        return new(null, (from, to));
    }

    /// <summary>The places in a series, half-open; never none.</summary>
    /// <exception cref="RecordingException">The series has no interval there.</exception>
    public (int From, int To) Of(RrSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var rrMs = series.IntervalsMs.AsSpan();
        if (_place is { } place)
        {
            return place.To <= rrMs.Length ? place : throw new RecordingException(
                RecordingFault.BadImport, $"'{series.Path}' has {rrMs.Length} intervals: the range {place.From}:{place.To} is not within them.");
        }

        return _time is var (fromS, toS) ? Within(series.Path, rrMs, fromS, toS) : (0, rrMs.Length);
    }

    private static (int From, int To) Within(string path, ReadOnlySpan<double> rrMs, double fromS, double toS)
    {
        var (from, to) = (-1, 0);
        var (sumMs, timeS) = (0.0, 0.0);
        for (var i = 0; i < rrMs.Length; i++)
        {
            // The difference is taken in ms and divided then, or rounding would move a beat that closes on a full second.
            sumMs += rrMs[i];
            timeS = (sumMs - rrMs[0]) / 1000;
            if (timeS >= toS)
                break;
            if (timeS >= fromS && from < 0)
                from = i;
            to = i + 1;
        }

        return from >= 0 ? (from, to) : throw new RecordingException(
            RecordingFault.BadImport,
            string.Create(CultureInfo.InvariantCulture, $"'{path}' has no interval that ends {Stretch(fromS, toS)}: {(timeS < fromS ? "its last one" : "the next one")} ends at {timeS:0.###} s."));
    }

    private static string Stretch(double fromS, double toS) => double.IsFinite(toS)
        ? string.Create(CultureInfo.InvariantCulture, $"from {fromS} s to before {toS} s")
        : string.Create(CultureInfo.InvariantCulture, $"at {fromS} s or later");
}
