using System.Text.Json;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>A recording with all that a row of <c>batch.csv</c> tells.</summary>
/// <param name="Item">The recording.</param>
/// <param name="Summary">Its summary; undefined where there is none.</param>
/// <param name="Strangers">How many pseudo-dyads it was compared with.</param>
/// <param name="P">Share of them that reach as much, (k + 1)/(n + 1); NaN without a comparison.</param>
/// <param name="Warnings">What to bear in mind.</param>
internal sealed record BatchRow(BatchItem Item, JsonElement Summary, int Strangers, double P, string Warnings);
