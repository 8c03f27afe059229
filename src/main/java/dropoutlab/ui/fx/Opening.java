package dropoutlab.ui.fx;

import dropoutlab.spec.Experiment;

/// That an experiment was opened. Going back to it by undo is the same opening again.
///
/// @param number     counts the openings from 1
/// @param experiment as it was then
public record Opening(int number, Experiment experiment) {}
