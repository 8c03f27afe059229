package dropoutlab.spec;

/// The activation functions of hidden layers. Their formulas are in [dropoutlab.nn.layer.Activate].
public enum Activation { RELU, LEAKY_RELU, TANH, SIGMOID, SELU, GELU, IDENTITY }
