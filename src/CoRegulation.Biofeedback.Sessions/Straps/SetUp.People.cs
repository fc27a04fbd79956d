using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <content>Who sits at the places, and what is remembered of them.</content>
public sealed partial class SetUp
{
    /// <summary>The two people change places with their straps.</summary>
    public void ChangeSeats()
    {
        lock (_lock)
            (_seats["A"], _seats["B"]) = (_seats["B"].MovedTo("A"), _seats["A"].MovedTo("B"));
        _versions.Count();
    }

    /// <summary>Says who sits at a place.</summary>
    /// <param name="place">A or B.</param>
    /// <param name="name">The name; empty for none.</param>
    /// <exception cref="ChoiceRefusedException">The name cannot be shown, or is the other's.</exception>
    public void Rename(string place, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var called = PersonName.Checked(name);
        lock (_lock)
        {
            if (_seats.Values.Any(seat => seat.Id != place && (PersonName.IsSame(seat.Name, called) || PersonName.IsSame(Person.Nameless(seat.Id), called))))
                throw new ChoiceRefusedException($"{called} is the other person's name. Give each a name of their own, with a letter more for instance.");
            Call(At(place), called);
        }

        _versions.Count();
    }

    /// <summary>Says who sits at a place, with a name that a recording or the command line has already: it may be of any length.</summary>
    internal void TakeName(string place, string name)
    {
        lock (_lock)
            Call(At(place), name.Trim());
        _versions.Count();
    }

    /// <summary>Remembers the straps of those who have a name, for the next time; simulated people have none, and take nobody's name away.</summary>
    public void Remember()
    {
        lock (_lock)
        {
            foreach (var seat in _seats.Values.Where(seat => seat.IsCalled && seat.Strap is { } strap && !StrapIdentity.IsSimulated(strap.Id)))
            {
                seat.Remembered = new RememberedStrap(seat.Strap!.Id, seat.Strap.Name);
                _remembered.Remember(seat.Name, seat.Remembered);
            }
        }

        _versions.Count();
    }

    /// <summary>Forgets which strap the person at a place had.</summary>
    public void Forget(string place)
    {
        lock (_lock)
        {
            var seat = At(place);
            seat.Remembered = null;
            _remembered.Forget(seat.Name);
        }

        _versions.Count();
    }

    private void Call(Seat seat, string name)
    {
        seat.Called = name;
        seat.Remembered = seat.IsCalled ? _remembered.Find(seat.Name) : null;
    }
}
