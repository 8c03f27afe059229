package dropoutlab.spec;

/// Who decides about a unit: the random mask, or the user. A pinned unit still draws its random number, so that pinning
/// one unit leaves the masks of all others as they were.
public enum Pin { RANDOM, DROPPED, KEPT }
