/// The figures of the benches of the group features. Start reading at [dropoutlab.figure.theory.features.FeaturesFigures].
package dropoutlab.figure.theory.features;
