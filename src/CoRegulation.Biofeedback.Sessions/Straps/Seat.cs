using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>A place while people choose.</summary>
internal sealed class Seat(string id)
{
    public string Id => id;

    /// <summary>The name as it was given; empty when none was, or only what everybody without a name is called.</summary>
    public string Called { get; set => field = PersonName.IsSame(value, Person.Nameless(id)) ? "" : value; } = "";

    public bool IsCalled => Called.Length > 0;

    public string Name => Called.Length > 0 ? Called : Person.Nameless(id);

    public ChosenStrap? Strap { get; set; }

    /// <summary>What is remembered of who is called so.</summary>
    public RememberedStrap? Remembered { get; set; }

    public Seat MovedTo(string place) => new(place) { Called = Called, Strap = Strap, Remembered = Remembered };
}
