/// What the commands have in common: the arguments that name an experiment, a page or files, progress on a terminal, the
/// way to stop, and what a caller can mend. Start reading at [dropoutlab.cli.parts.ExperimentArguments].
package dropoutlab.cli.parts;
