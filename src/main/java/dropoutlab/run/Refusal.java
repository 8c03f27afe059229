package dropoutlab.run;

import dropoutlab.frame.RunState;
import dropoutlab.spec.Experiment;

/// Why an experiment was not opened: its settings do not fit its data. What ran before goes on.
///
/// @param experiment as it was sent
public record Refusal(Experiment experiment, RunState.Failed why) {}
