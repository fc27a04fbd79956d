using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CoRegulation.Biofeedback.App.Tests.Architecture;

/// <summary>Many sessions run in one process, so nothing may be shared that can change.</summary>
public class StaticStateTests
{
    [Theory]
    [InlineData("CoRegulation.Biofeedback.Analysis")]
    [InlineData("CoRegulation.Biofeedback.Sensors")]
    [InlineData("CoRegulation.Biofeedback.Sessions")]
    [InlineData("CoRegulation.Biofeedback.Figures")]
    [InlineData("coreg")]
    public void No_static_field_can_change(string assembly) =>
        Assert.Empty(Assembly.Load(assembly).GetTypes()
            .Where(type => !IsGenerated(type))
            .SelectMany(type => type.GetFields(
                BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(CanChange)
            .Select(field => $"{field.DeclaringType}.{field.Name}"));

    private static bool CanChange(FieldInfo field) => !field.IsLiteral && (!field.IsInitOnly || IsGrowing(field.FieldType));

    // Arrays pass: tables of constants are arrays, and spans over them cannot be written.
    private static bool IsGrowing(Type type) =>
        !type.IsArray && typeof(IList).IsAssignableFrom(type) && !type.Name.StartsWith("Immutable", StringComparison.Ordinal)
        || (typeof(IDictionary).IsAssignableFrom(type) && !type.FullName!.Contains("Immutable", StringComparison.Ordinal)
            && !type.FullName.Contains("Frozen", StringComparison.Ordinal));

    // Caches of lambdas, regular expressions and JSON metadata are the compiler's.
    private static bool IsGenerated(Type? type) => type is not null
        && (type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
            || IsGenerated(type.DeclaringType));
}
