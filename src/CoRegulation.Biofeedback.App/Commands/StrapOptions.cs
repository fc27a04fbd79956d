using System.Collections.Immutable;
using System.CommandLine;
using CoRegulation.Biofeedback.App.Sensors;
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
            if (result.GetValue(_a) is { } a && a == result.GetValue(_b) && !SimulatedStraps.IsOne(a))
                result.AddError($"--a and --b are the same strap, {a}: each person wears their own");
            if (result.GetValue(_a) is null && result.GetValue(_b) is not null && result.GetValue(_resume) is null)
                result.AddError("--b is given without --a: one person alone is A");
        });
    }

    /// <summary>The clock that stamps what arrives and the ways to straps, as the command line wants them.</summary>
    public Backends OpenBackends(ParseResult parsed, TimeProvider time) => Backends.OfThisMachine(time, parsed.GetValue(_seed));

    /// <summary>The straps that were named, by person. Of a recording that goes on, those that it was made with, where none is named.</summary>
    /// <exception cref="RecordingException">The recording to go on with cannot be read.</exception>
    public ImmutableSortedDictionary<string, string> Chosen(ParseResult parsed)
    {
        var chosen = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (parsed.GetValue(_resume) is { } file)
        {
            foreach (var fact in RecordingReader.Read(file, _passphrase.ToRead(parsed)).Facts)
            {
                if (fact is SensorFact { Id: { } id } sensor)
                    chosen[sensor.Person] = id;
                else if (fact is AssignFact { Id: { } given } assign)
                    chosen[assign.Person] = given;
            }
        }

        if (parsed.GetValue(_a) is { } a)
            chosen["A"] = a;
        if (parsed.GetValue(_b) is { } b)
            chosen["B"] = b;
        return chosen.ToImmutable();
    }

    /// <summary>What to begin, given who wears what.</summary>
    public SessionStart Start(ParseResult parsed, ImmutableSortedDictionary<string, string> chosen)
    {
        var simulated = new SimulatedStraps(parsed.GetValue(_seed));
        var isSimulated = chosen.Values.Any(SimulatedStraps.IsOne);
        return new SessionStart
        {
            Program = Product.Name,
            Origin = isSimulated ? Origin.Simulated : Origin.Live,
            People = [.. chosen.Select(pair => new Person { Id = pair.Key, Name = Called(pair.Key, pair.Value) })],
            RecordTo = parsed.GetValue(_record),
            Resume = parsed.GetValue(_resume),
            SpareFolders = SpareFolders,
            Passphrase = parsed.GetValue(_resume) is null ? _passphrase.ToWrite(parsed) : _passphrase.ToRead(parsed),
            // What the people of a scenario do is told like in 'simulate'; with a real strap beside them nobody follows it.
            Plan = isSimulated && parsed.GetValue(_resume) is null && chosen.Values.Distinct().Count() == 1 ? simulated.Plan(chosen["A"]) : [],
        };

        string Called(string person, string id) =>
            parsed.GetValue(person == "A" ? _nameA : _nameB)
            ?? (SimulatedStraps.IsOne(id) ? simulated.NameOf(id, person) : person);
    }

    private static Option<string> Strap(string name, string person) => new(name)
    {
        HelpName = "ID",
        Description = $"The strap of {person} as 'coreg sensors' prints it, or sim:SCENARIO for a simulated person",
    };

    private static Option<string> Name(string name, string person) => new(name) { HelpName = "NAME", Description = $"What {person} is called on the screen" };
}
