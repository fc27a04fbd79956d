using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The body of <c>POST /api/setup/…</c>.</summary>
/// <param name="Place">A or B.</param>
/// <param name="Id">For <c>choose</c>: the strap's identity.</param>
/// <param name="Name">For <c>name</c>: what the person is called.</param>
/// <param name="Record">For <c>record</c>: whether to record.</param>
internal sealed record SetUpRequest(string? Place, string? Id, string? Name, bool? Record)
{
    private const int LongestId = 200;

    /// <summary>What is wrong with the place; null when nothing is.</summary>
    public string? PlaceProblem => Place is "A" or "B" ? null : "A place is missing: send {\"place\":\"A\"} or {\"place\":\"B\"}.";

    /// <summary>What is wrong with the identity; null when nothing is.</summary>
    public string? IdProblem =>
        string.IsNullOrEmpty(Id) ? "A strap is missing: send {\"place\":\"A\",\"id\":\"…\"}."
        : Id.Length > LongestId || !PlainLine.Is(Id) ? "This is no identity of a strap."
        : null;

    /// <summary>What is wrong with the name; null when nothing is.</summary>
    public string? NameProblem => Name is null ? "A name is missing: send {\"place\":\"A\",\"name\":\"…\"}." : null;

    /// <summary>What is wrong with the wish to record; null when nothing is.</summary>
    public string? RecordProblem => Record is null ? "Say whether to record: send {\"record\":true} or {\"record\":false}." : null;
}
