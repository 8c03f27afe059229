/// Layers that carry a state through time, and the dropout that keeps one mask for all steps.
package dropoutlab.nn.recurrent;
