package dropoutlab.frame.bench;

/// One side of a comparison.
///
/// @param how by what it was computed, in a few words
public record Side(double value, String how) {}
