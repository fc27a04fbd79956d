using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>Marks in a session where both people began to have one strap, and where that ended: whoever reads the recording must know.</summary>
internal static class OneHeartWatch
{
    public const string Begins = "both straps send the same beats: one strap twice?";
    public const string Ends = "the straps send different beats again";

    /// <summary>Watches until the session ends.</summary>
    public static async Task RunAsync(SetUp setUp, StrapSession session)
    {
        var isOne = false;
        while (!session.Completion.IsCompleted)
        {
            var now = setUp.Now;
            var isOneNow = session.Header.People.Length == now.Places.Length && now.Places.All(place => place.SharesHeartWith is not null);
            if (isOneNow != isOne)
                session.Mark(isOneNow ? Begins : Ends);
            isOne = isOneNow;
            await Task.WhenAny(setUp.ChangedSinceAsync(now.Version), session.Completion);
        }
    }
}
