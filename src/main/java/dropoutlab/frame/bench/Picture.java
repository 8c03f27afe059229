package dropoutlab.frame.bench;

/// What a bench wants drawn: numbers of both sides, with nothing hidden. Each group of benches has records of its own.
public sealed interface Picture
    permits ScalingPicture, EnsemblePicture, RegulariserPicture, FeaturesPicture, UncertaintyPicture, MomentsPicture {}
