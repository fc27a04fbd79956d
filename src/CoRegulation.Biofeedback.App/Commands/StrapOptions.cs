using System.Collections.Immutable;
using System.CommandLine;
using CoRegulation.Biofeedback.App.Sensors;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>What the commands that record have in common: whose strap is which, where to record, what to go on with.</summary>
internal sealed class StrapOptions
{
    private readonly Option<string> _a = Strap("--a", "A");
    private readonly Option<string> _b = Strap("--b", "B");
    private readonly Option<string> _nameA = Name("--name-a", "A");
    private readonly Option<string> _nameB = Name("--name-b", "B");
    private readonly PassphraseInput _passphrase = new();
    private readonly Option<string> _record;
    private readonly Option<string> _resume = new("--resume")
    {
        HelpName = "FILE",
        Description = "Go on with a recording that broke off, in a new part beside it; of several parts the first",
    };

    private readonly Option<int> _seed = Inputs.PeopleSeed();

    // The user's own data first; the folder for passing files is often in memory and so has room when the disk is full, but only until the next start.
    private static ImmutableArray<string> SpareFolders =>
    [
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "coreg", "recordings"),
        Path.GetTempPath(),
    ];

    /// <summary>The options.</summary>
    /// <param name="record">What <c>--record</c> is for.</param>
    public StrapOptions(string record) => _record = new Option<string>("--record") { HelpName = "DIR|FILE", Description = record };

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _a, _b, _nameA, _nameB, _record, _resume, _seed })
            command.Add(option);
        _passphrase.AddToWriter(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_record) is not null && result.GetValue(_resume) is not null)
                result.AddError("--record and --resume cannot be given together: a recording that is resumed goes on beside its first part");
            if (result.GetValue(_a) is { } a && result.GetValue(_b) is { } b && StrapIdentity.Normal(a) == StrapIdentity.Normal(b) && !StrapIdentity.IsSimulated(a))
                result.AddError($"--a and --b are the same strap, {a}: each person wears their own");
            if (result.GetValue(_nameA) is { } nameA && string.Equals(nameA, result.GetValue(_nameB), StringComparison.OrdinalIgnoreCase))
                result.AddError($"--name-a and --name-b are both '{nameA}': give each a name of their own");
            if (result.GetValue(_a) is null && result.GetValue(_b) is not null && result.GetValue(_resume) is null)
                result.AddError("--b is given without --a: one person alone is A");
        });
    }

    /// <summary>The clock that stamps what arrives and the ways to straps, as the command line wants them.</summary>
    public Backends OpenBackends(ParseResult parsed, TimeProvider time) => Backends.OfThisMachine(time, parsed.GetValue(_seed));

    /// <summary>Who takes part and which strap they wear. Of a recording that goes on, those who took part with the straps that they had, where no other is named.</summary>
    /// <exception cref="RecordingException">The recording to go on with cannot be read.</exception>
    /// <exception cref="CommandException">Two have one strap, nobody has one, somebody is called otherwise in the recording, or it cannot be
    /// encrypted any more.</exception>
    public ImmutableArray<Wearer> Chosen(ParseResult parsed)
    {
        var simulated = new SimulatedStraps(parsed.GetValue(_seed));
        var wearers = Recorded(parsed).ToDictionary(wearer => wearer.Person.Id);
        foreach (var (person, strap, name) in new[] { ("A", _a, _nameA), ("B", _b, _nameB) })
        {
            var (id, called) = (parsed.GetValue(strap) is { } typed ? StrapIdentity.Normal(typed) : null, parsed.GetValue(name));
            if (wearers.TryGetValue(person, out var recorded) && called is not null && called != recorded.Person.Name)
                throw new CommandException(ExitStatus.WrongInput, $"{name.Name} {called}: in the recording {person} is called {recorded.Person.Name}, and that stays; leave {name.Name} out");
            if (recorded is not null && id is not null)
                wearers[person] = recorded with { StrapId = id, StrapName = id == recorded.StrapId ? recorded.StrapName : null };
            else if (recorded is null && (id ?? called) is not null)
                wearers[person] = new(new Person { Id = person, Name = called ?? (id is not null && StrapIdentity.IsSimulated(id) ? simulated.NameOf(id, person) : Person.Nameless(person)) }, id);
        }

        ImmutableArray<Wearer> chosen = [.. wearers.Values.OrderBy(wearer => wearer.Person.Id, StringComparer.Ordinal)];
        if (chosen.Where(wearer => wearer.StrapId is { } id && !StrapIdentity.IsSimulated(id)).GroupBy(wearer => wearer.StrapId).FirstOrDefault(strap => strap.Count() > 1) is { } shared)
            throw new CommandException(ExitStatus.WrongInput, $"{string.Join(" and ", shared.Select(wearer => wearer.Person.Name))} have the same strap, {shared.Key}: each person wears their own");
        return chosen;
    }

    /// <summary>What to begin, given who wears what.</summary>
    public SessionStart Start(ParseResult parsed, ImmutableArray<Wearer> chosen)
    {
        string[] straps = [.. chosen.Select(wearer => wearer.StrapId).OfType<string>()];
        var isSimulated = straps.Any(StrapIdentity.IsSimulated);
        return new SessionStart
        {
            Program = Product.Name,
            Origin = isSimulated ? Origin.Simulated : Origin.Live,
            People = [.. chosen.Select(wearer => wearer.Person)],
            RecordTo = parsed.GetValue(_record),
            Resume = Resumed(parsed),
            SpareFolders = SpareFolders,
            Passphrase = Resumed(parsed) is null ? _passphrase.ToWrite(parsed) : _passphrase.ToRead(parsed),
            // What the people of a scenario do is told like in 'simulate'; with a real strap beside them nobody follows it.
            Plan = isSimulated && Resumed(parsed) is null && straps.Distinct().Count() == 1 ? new SimulatedStraps(parsed.GetValue(_seed)).Plan(straps[0]) : [],
        };
    }

    /// <summary>The recording to go on with; null for a new session.</summary>
    public string? Resumed(ParseResult parsed) => parsed.GetValue(_resume);

    private IEnumerable<Wearer> Recorded(ParseResult parsed)
    {
        if (Resumed(parsed) is not { } file)
            return [];
        var recording = RecordingReader.Read(file, _passphrase.ToRead(parsed));
        if (!recording.Encrypted && _passphrase.IsToEncrypt(parsed))
            throw new CommandException(ExitStatus.WrongInput, $"--encrypt: '{file}' is recorded in the clear, and would go on so: leave --encrypt out, or begin a new session with --record and --encrypt");
        return Wearer.Of(recording.Header, recording.Facts);
    }

    private static Option<string> Strap(string name, string person) => new(name)
    {
        HelpName = "ID",
        Description = $"The strap of {person} as 'coreg sensors' prints it, or sim:SCENARIO for a simulated person",
    };

    private static Option<string> Name(string name, string person) => new(name) { HelpName = "NAME", Description = $"What {person} is called on the screen" };
}
