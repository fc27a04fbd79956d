using System.Numerics;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>Length of Welch's segments and of their transforms.</summary>
public sealed record WelchSetting
{
    /// <summary>A setting of one's own.</summary>
    /// <param name="segmentSamples">Samples of a segment at 4 Hz; even, from 16 to 65536.</param>
    /// <param name="transformSamples">Samples of the transform, a power of two, not shorter than a segment; zeros fill it up.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not of that kind.</exception>
    public WelchSetting(int segmentSamples, int transformSamples)
    {
        SegmentSamples = int.IsEvenInteger(Checked.Within(segmentSamples, 16, 65536, nameof(segmentSamples)))
            ? segmentSamples
            : throw new ArgumentOutOfRangeException(nameof(segmentSamples), segmentSamples, "Segments overlap by half, so their length is even.");
        TransformSamples = BitOperations.IsPow2(Checked.Within(transformSamples, segmentSamples, 65536, nameof(transformSamples)))
            ? transformSamples
            : throw new ArgumentOutOfRangeException(nameof(transformSamples), transformSamples, "The transform is a power of two long.");
    }

    /// <summary>Segments of 256 s (1024 samples): for long recordings. Of five minutes it would leave out the last 44 s.</summary>
    public static WelchSetting Segments256S { get; } = new(1024, 1024);

    /// <summary>Segments of 300 s (1200 samples in a transform of 2048): for windows of five minutes, the standard short recording
    /// (Task Force 1996), which it uses to the end.</summary>
    public static WelchSetting Segments300S { get; } = new(1200, 2048);

    /// <summary>Samples of a segment at 4 Hz.</summary>
    public int SegmentSamples { get; }

    /// <summary>Samples of the transform.</summary>
    public int TransformSamples { get; }
}
