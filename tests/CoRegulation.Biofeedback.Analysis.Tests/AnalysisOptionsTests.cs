using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

namespace CoRegulation.Biofeedback.Analysis.Tests;

public class AnalysisOptionsTests
{
    // Those of the live analysis, and of the established measures of synchrony.
    private static readonly Dictionary<string, Type> Topics = typeof(AnalysisOptions).GetProperties().Select(topic => topic.PropertyType)
        .Union(typeof(SynchronyOptions).Assembly.GetExportedTypes().Where(type =>
            type.Namespace!.StartsWith(typeof(SynchronyOptions).Namespace!, StringComparison.Ordinal)
            && type.Name.EndsWith("Options", StringComparison.Ordinal)))
        .ToDictionary(type => type.Name);

    private static readonly ImmutableArray<PlannedLook>[] BadPlans =
    [
        default, [new(double.NaN, 0.01)], [new(150.1, 0.01)], [new(150, double.NaN)], [new(150, 0)], [new(150, 0.3), new(300, 0.3)],
        [new(300, 0.01), new(150, 0.01)], [new(150, 0.01), new(150, 0.01)],
    ];

    public static TheoryData<string, string> Settings
    {
        get
        {
            var settings = new TheoryData<string, string>();
            foreach (var topic in Topics.Values)
            {
                foreach (var setting in topic.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                    settings.Add(topic.Name, setting.Name);
            }

            return settings;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_setting_refuses_nonsense_and_says_its_name(string topic, string setting)
    {
        var property = Topics[topic].GetProperty(setting)!;
        IEnumerable nonsense = property.PropertyType == typeof(double) ? new[] { double.NaN, -1, double.PositiveInfinity, 1e9 }
            : property.PropertyType == typeof(int) ? new[] { -1, int.MaxValue }
            : property.PropertyType == typeof(ImmutableArray<PlannedLook>) ? BadPlans
            : property.PropertyType.IsEnum ? new[] { Enum.ToObject(property.PropertyType, 99) }
            : new[] { "", " " };

        foreach (var value in nonsense)
        {
            var options = Activator.CreateInstance(property.DeclaringType!);
            var wrong = Assert.Throws<TargetInvocationException>(() => property.SetValue(options, value)).InnerException;
            Assert.Contains(setting, Assert.IsType<ArgumentException>(wrong, exactMatch: false).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_default_is_a_value_that_may_be_set(string topic, string setting)
    {
        var property = Topics[topic].GetProperty(setting)!;
        var options = Activator.CreateInstance(property.DeclaringType!);

        property.SetValue(options, property.GetValue(options));
    }

    [Fact]
    public void A_time_off_the_grid_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AnalysisOptions { Synchrony = new() { WindowS = 30.1 } });
}
