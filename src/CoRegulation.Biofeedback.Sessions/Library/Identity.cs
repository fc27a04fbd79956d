using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>Who a person of a session is across sessions: by <c>personId</c> where the recording has one, else by name.</summary>
/// <remarks>Names are compared without regard to case and to spaces at their ends or in a row. A name is only a name: two people who
/// are both called Ana, or both "Person A", are one here.</remarks>
public static class Identity
{
    private const string ById = "id:";
    private const string ByName = "name:";

    /// <summary>The identity of a person: <c>id:…</c> or <c>name:…</c>.</summary>
    /// <param name="personId">The same human across sessions, where known.</param>
    /// <param name="name">What the person is called.</param>
    public static string Of(string? personId, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.IsNullOrWhiteSpace(personId) ? OfName(name) : ById + personId.Trim();
    }

    /// <summary>Whether somebody who types a word can mean this person: the identity as it stands, the bare <c>personId</c>, or the name.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="identity">The person's identity.</param>
    /// <param name="name">The person's name.</param>
    public static bool IsMeant(string typed, string identity, string name)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(name);
        return typed == identity || ById + typed.Trim() == identity || OfName(typed) == OfName(name);
    }

    /// <summary>Whether a name says nothing of who it is: what stands where no name was given, or only its letter.</summary>
    /// <param name="identity">The identity.</param>
    public static bool IsNameless(string identity) => identity is ByName + "a" or ByName + "b" || identity == OfName(Person.Nameless("A")) || identity == OfName(Person.Nameless("B"));

#pragma warning disable CA1308 // Folded for comparison and shown to people, who read lower case more easily; never turned back.
    private static string OfName(string name) =>
        ByName + string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
#pragma warning restore CA1308
}
