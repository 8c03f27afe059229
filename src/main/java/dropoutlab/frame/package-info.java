/// What the outer floors may look at: immutable records of what the engine is, was asked and has found. No record
/// exposes an array. Start reading at [dropoutlab.frame.Frame].
package dropoutlab.frame;
