/// The exact side, in double precision: closed forms and exact Bayesian regression, with which the engine's answers are
/// compared. Nothing here draws at random or knows the engine. Start reading at [dropoutlab.theory.BayesianLinear].
package dropoutlab.theory;

