package dropoutlab.run;

import dropoutlab.frame.RunState;

/// Why an experiment was not opened: its settings do not fit its data. What ran before goes on, and so all that was
/// sent in between was refused as well.
///
/// @param run    the number that the refused run was to have
/// @param goesOn the number of the run that goes on; 0 where nothing has run yet
public record Refusal(long run, long goesOn, RunState.Failed why) {}
