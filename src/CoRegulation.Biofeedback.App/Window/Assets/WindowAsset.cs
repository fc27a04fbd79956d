namespace CoRegulation.Biofeedback.App.Window.Assets;

/// <summary>A file of the page.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="ETag">A quoted digest of the bytes.</param>
internal sealed record WindowAsset(byte[] Content, string ContentType, string ETag);
