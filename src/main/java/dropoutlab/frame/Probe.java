package dropoutlab.frame;

/// The T passes at one point under the pointer, in the user's units.
///
/// @param at            the point's inputs (1 x inputs)
/// @param values        (T x 1): the predicted value, or for classes the probability of class `classIndex`
/// @param deterministic the same quantity with masks off
/// @param classIndex    -1 for regression
public record Probe(Matrix at, Matrix values, double deterministic, int classIndex, double mean, double sd) {}
