package dropoutlab.train;

/// Why a run stopped: a sentence on what happened, and one on what to try.
public record Failure(String cause, String advice) {}
