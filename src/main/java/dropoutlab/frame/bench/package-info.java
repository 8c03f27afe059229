/// What a bench of the Theory workspace found: values of both sides, how far apart they may be, and what is to be drawn.
/// Nothing here computes or draws. Start reading at [dropoutlab.frame.bench.Findings].
package dropoutlab.frame.bench;
