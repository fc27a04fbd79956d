using System.CommandLine;
using CoRegulation.Biofeedback.Sessions.Import;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg import</c>: files of RR intervals become a recording.</summary>
internal static class ImportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var a = new Argument<string>("A") { Description = "RR intervals of person A: one a line in ms or s, or a CSV file with a header" };
        var b = new Argument<string?>("B") { Description = "The same of person B", Arity = ArgumentArity.ZeroOrOne };
        var offsetA = Offset("--offset-a", "A");
        var offsetB = Offset("--offset-b", "B");
        var nameA = Name("--name-a", "A");
        var nameB = Name("--name-b", "B");
        var outFile = Inputs.OutFile(required: true);

        var command = new ExampleCommand(
            "import",
            "Make a recording of one or two files of RR intervals",
            "coreg import ana.txt ben.txt --out evening.coreg.jsonl",
            "coreg import ana.txt ben.csv --offset-b 2.5 --name-a Ana --name-b Ben --out evening.coreg.jsonl")
        { a, b, offsetA, offsetB, nameA, nameB, outFile };
        command.Validators.Add(result =>
        {
            if (result.GetValue(b) is null && (result.GetResult(offsetB) ?? result.GetResult(nameB)) is { Implicit: false } ofB)
                result.AddError($"{ofB.IdentifierToken} is of person B, of whom there is no file");
        });
        command.SetAction(parsed => Import(
            Person(parsed.GetRequiredValue(a), parsed.GetValue(nameA)!, parsed.GetValue(offsetA)),
            parsed.GetValue(b) is { } fileB ? Person(fileB, parsed.GetValue(nameB)!, parsed.GetValue(offsetB)) : null,
            parsed.GetRequiredValue(outFile),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Import(ImportedPerson a, ImportedPerson? b, string outFile, TextWriter output)
    {
        // When those hearts beat is not in the files, so the recording starts when it is made.
        var (header, facts) = RecordingImport.Create(a, b, TimeProvider.System.GetLocalNow(), Product.Name, Guid.NewGuid());
        RecordingFile.MustNotBeCalledAPart(outFile);
        RecordingFile.WriteWhole(outFile, header, facts);

        Describe("A", a);
        if (b is not null)
            Describe("B", b);
        output.WriteLine(OneLine.Of($"written   {outFile}"));

        void Describe(string id, ImportedPerson person) => output.WriteLine(OneLine.Of($"person {id}  {person.Name}: {person.Series.Describe()}"));
    }

    private static ImportedPerson Person(string file, string name, double? offsetS) => new(RrImport.Read(file), name, offsetS ?? 0);

    private static Option<double?> Offset(string name, string person) => Inputs.Number(
        name, "S", $"When {person}'s first interval begins, seconds from the start of the recording (default 0)",
        seconds => seconds is >= 0 and <= 86_400, "a number of seconds from 0 to 86400");

    private static Option<string> Name(string name, string person) => new(name)
    {
        HelpName = "NAME",
        Description = $"What {person} is called on the screen",
        DefaultValueFactory = _ => Sessions.Facts.Person.Nameless(person),
    };
}
