using System.Globalization;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>Session time as a clock.</summary>
internal static class TimeWords
{
    /// <summary><c>m:ss</c>, from one hour on <c>h:mm:ss</c>; whole seconds that have passed.</summary>
    public static string Clock(double timeS)
    {
        var time = TimeSpan.FromSeconds(Math.Floor(Math.Max(0, timeS)));
        return time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }
}
