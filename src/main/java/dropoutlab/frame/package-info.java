/// What the outer floors may look at: immutable records of the engine's state, of the questions that it was asked and
/// of its results. No record exposes an array. Start reading at [dropoutlab.frame.Frame].
package dropoutlab.frame;
