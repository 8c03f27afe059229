package dropoutlab.run;

import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Progress;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Experiment;

/// A run as it can be saved: what [Lab#load] needs to go on with it, beside the data.
///
/// @param experiment with the interventions so far
/// @param state      the state in which the run was saved; it is paused when it is loaded
/// @param frame      the present of the run
public record Saved(Experiment experiment, Progress progress, RunState state, Checkpoint checkpoint, Frame frame) {}
