package dropoutlab.figure.plot;

/// Whose picture a comparison shows: the network trained with dropout, its p = 0 twin, or network minus twin.
public enum Which { NETWORK, TWIN, GAP }
