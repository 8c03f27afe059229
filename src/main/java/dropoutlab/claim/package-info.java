/// What the program states about dropout: a claim with its controls, its exact side, its engine side, and how far apart
/// they may be. The exact sides come from `theory`, the engine sides from `nn`, `train` and `predict`. No threads, no
/// drawing. Start reading at [dropoutlab.claim.Bench], and then at any bench in the packages below.
package dropoutlab.claim;
