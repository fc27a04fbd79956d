using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>Where a session of straps comes from: first straps are chosen, then the session starts, and while it goes on straps are
/// exchanged and a second person joins. For any thread.</summary>
public sealed partial class LiveStage : IAsyncDisposable
{
    private readonly string? _recordInto;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<StrapSession> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SessionStart _start;

    /// <summary>Begins to look for straps.</summary>
    /// <param name="start">What is known beforehand; its people are those whose names are known, of a session that goes on those who took part.</param>
    /// <param name="backends">The radios; who made them disposes of them, after this.</param>
    /// <param name="time">The clock that stamps arrivals.</param>
    /// <param name="rememberIn">The file in which the straps of last time are remembered; null remembers nothing.</param>
    /// <param name="recordInto">The folder for a recording that is wished for only now; null: none can be.</param>
    public LiveStage(SessionStart start, IReadOnlyList<ISensorBackend> backends, TimeProvider time, string? rememberIn = null, string? recordInto = null)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(time);
        (_start, _time) = (start, time);
        _recordInto = start.RecordTo is null && start.Resume is null ? recordInto : null;
        SetUp = new SetUp(backends, time, new RememberedStraps(rememberIn));
        foreach (var person in start.People)
            SetUp.TakeName(person.Id, person.Name);
    }

    /// <summary>The choosing of straps. Change it by the methods of this class, which tell the session, too.</summary>
    public SetUp SetUp { get; }

    /// <summary>The session; null until it starts.</summary>
    public StrapSession? Session => _started.Task.IsCompletedSuccessfully ? _started.Task.Result : null;

    /// <summary>The session, as soon as it starts; cancelled when it never did.</summary>
    public Task<StrapSession> Started => _started.Task;

    /// <summary>Where it is or will be recorded, in words; null when nothing is.</summary>
    public string? RecordTo => _start.RecordTo ?? _start.Resume;

    /// <summary>The folder into which people may still wish to record; null where it was decided beforehand, or the session is recorded.</summary>
    public string? RecordInto => Session?.Recording is null ? _recordInto : null;

    /// <summary>Whether a session that was interrupted goes on.</summary>
    public bool IsResumed => _start.Resume is not null;

    /// <summary>Whether a person takes part in the session that runs.</summary>
    public bool TakesPart(string place) => Session?.Header.People.Any(person => person.Id == place) is true;

    /// <summary>Gives a place a strap. In a session that runs, the person there wears it from now on; who is not in it yet joins by <see cref="Join"/>.</summary>
    /// <param name="place">A or B.</param>
    /// <param name="id">The strap's identity.</param>
    /// <param name="name">What the strap is known by, from a recording say; null where nothing told it.</param>
    /// <exception cref="ChoiceRefusedException">It cannot be chosen; the message says why.</exception>
    public void Choose(string place, string id, string? name = null)
    {
        lock (_lock)
        {
            if (SetUp.Now.Places.Any(one => one.Id == place && one.StrapId == id))
                return;
            MustGoOn();
            SetUp.Choose(place, id, name, () =>
            {
                if (TakesPart(place))
                    Session!.Replace(place, SetUp.Lend(place)!);
            });
        }
    }

    /// <summary>Takes a place's strap away.</summary>
    /// <exception cref="ChoiceRefusedException">The person there takes part in a session that runs.</exception>
    public void Clear(string place)
    {
        lock (_lock)
        {
            if (TakesPart(place))
                throw new ChoiceRefusedException("In a session that runs a strap can be exchanged for another, not taken away.");
            SetUp.Clear(place);
        }
    }

    /// <summary>The two straps change places.</summary>
    /// <exception cref="ChoiceRefusedException">A session runs in which only one of them takes part.</exception>
    public void Swap()
    {
        lock (_lock)
        {
            if (Session is { } session)
            {
                MustGoOn();
                if (session.Header.People.Length < 2)
                    throw new ChoiceRefusedException("One person takes part: there is nobody to swap with. Choose another strap instead.");
                session.Swap();
            }

            SetUp.Swap();
        }
    }

    /// <summary>Says who sits at a place.</summary>
    /// <exception cref="ChoiceRefusedException">The name cannot be shown, or stands in a recording already.</exception>
    public void Rename(string place, string name)
    {
        lock (_lock)
        {
            if (TakesPart(place) || (IsResumed && _start.People.Any(person => person.Id == place)))
                throw new ChoiceRefusedException("The name of who takes part stays as it is while the session runs.");
            SetUp.Rename(place, name);
        }
    }

    /// <summary>Starts the session with those who have chosen a strap, one or two; when it has started already, that one is given.</summary>
    /// <exception cref="ChoiceRefusedException">Nobody has chosen a strap.</exception>
    /// <exception cref="RecordingException">The recording cannot be made.</exception>
    public StrapSession Start()
    {
        lock (_lock)
        {
            MustBeOpen();
            if (Session is { } running)
                return running;
            var places = SetUp.Now.Places;
            if (places.All(place => !place.IsTaken))
                throw new ChoiceRefusedException("Choose a strap first, for one person at least.");
            // A is always there: who is alone sits at A.
            if (!IsResumed && !places[0].IsTaken)
            {
                SetUp.ChangeSeats();
                places = SetUp.Now.Places;
            }

            var taken = places.Where(place => place.IsTaken).ToList();
            var session = (_start with
            {
                // A simulated person among real ones makes the session one that nobody should take for real.
                Origin = taken.Exists(place => StrapIdentity.IsSimulated(place.StrapId!)) ? Origin.Simulated : Origin.Live,
                People = [.. taken.Select(place => new Person { Id = place.Id, Name = place.Name })],
            }).Begin(_ => [.. taken.Select(place => new SessionSensor(place.Id, SetUp.Lend(place.Id)!))], _time);
            SetUp.Remember();
            SetUp.Rest();
            _started.SetResult(session);
            _ = OneHeartWatch.RunAsync(SetUp, session);
            return session;
        }
    }

    /// <summary>Who has chosen a strap at a place takes part from now on.</summary>
    /// <param name="place">A or B.</param>
    /// <exception cref="ChoiceRefusedException">There is no session, no strap, or the person takes part already.</exception>
    public void Join(string place)
    {
        lock (_lock)
        {
            MustGoOn();
            if (Session is not { } session)
                throw new ChoiceRefusedException("The session has not started yet.");
            if (TakesPart(place))
                return;
            var joining = SetUp.Now.Places.FirstOrDefault(one => one.Id == place && one.IsTaken) ?? throw new ChoiceRefusedException("Choose a strap first.");
            session.Join(new Person { Id = place, Name = joining.Name }, SetUp.Lend(place)!);
            SetUp.Remember();
        }
    }

    /// <summary>Says whether to record into <see cref="RecordInto"/>: before the start, or while the session goes on or when it is over, and then the whole of it.</summary>
    /// <exception cref="ChoiceRefusedException">It is decided already.</exception>
    /// <exception cref="RecordingException">The recording cannot be made.</exception>
    public void Record(bool isWanted)
    {
        lock (_lock)
        {
            MustBeOpen();
            if (RecordInto is not { } folder)
                throw new ChoiceRefusedException("It is decided already whether this session is recorded.");
            if (Session is not { } session)
                _start = _start with { RecordTo = isWanted ? folder : null };
            else if (isWanted)
                session.Record(folder, _start.Passphrase, _start.SpareFolders);
        }
    }
}
