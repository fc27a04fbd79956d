namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary>One promise and what was measured of it.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Measured">The number that the limit holds for.</param>
/// <param name="Limit">At most so much, or at least where <paramref name="AtLeast"/>.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Detail">What else is known, such as the median.</param>
/// <param name="AtLeast">Whether more is better.</param>
internal sealed record Budget(string What, double Measured, double Limit, string Unit, string Detail, bool AtLeast = false)
{
    public bool Kept => AtLeast ? Measured >= Limit : Measured <= Limit;
}
