/// The exact side, in double precision: closed forms and exact Bayesian regression, to hold the engine's answers
/// against. Nothing here draws at random or knows the engine. Start reading at [dropoutlab.theory.BayesianLinear].
package dropoutlab.theory;
