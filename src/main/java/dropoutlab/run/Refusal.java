package dropoutlab.run;

import dropoutlab.frame.RunState;

/// The reason why an experiment was not opened: its settings do not fit its data. The run before it goes on, and
/// therefore all commands to the refused run are dropped as well.
///
/// @param run    the number that the refused run was given
/// @param goesOn the number of the run that goes on; 0 if nothing has run yet
public record Refusal(long run, long goesOn, RunState.Failed why) {}
