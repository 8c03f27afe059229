"""Writes the numbers that the engine is compared with: training steps and optimiser steps computed by PyTorch.

Run from the repository's root:

    apt-get install python3-torch libopenblas0-pthread
    /usr/bin/python3 src/test/python/parity.py

It overwrites src/test/resources/parity/*.json. The committed numbers were made with PyTorch 1.13.0a0 (Debian 12,
python3-torch 1.13.1+dfsg-4).

All inputs are single-precision numbers; PyTorch computes with them in double precision, so that the results are right
to the last digit written here and depend neither on the BLAS nor on the processor. Matrices are lists of rows in the
engine's layout: weights are (in x units), y = x W + b. p is the probability to drop; masks hold 0 or 1 / (1 - p).
"""

import json
import pathlib

import torch
import torch.nn.functional as F

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "parity"
torch.set_default_dtype(torch.float64)
torch.manual_seed(20260101)

ACTIVATIONS = {"TANH": torch.tanh, "RELU": F.relu, "GELU": F.gelu, "SELU": F.selu, "SIGMOID": torch.sigmoid,
               "LEAKY_RELU": lambda x: F.leaky_relu(x, 0.01)}
LOSSES = {"MEAN_SQUARED_ERROR": F.mse_loss, "BINARY_CROSS_ENTROPY": F.binary_cross_entropy_with_logits,
          "SOFTMAX_CROSS_ENTROPY": F.cross_entropy}


def singles(*shape, scale=1.0):
    """Normal random numbers that single precision holds exactly."""
    return (scale * torch.randn(*shape)).float().double()


def rounded(tensor):
    """Nine digits tell all single-precision numbers apart."""
    return [[float("%.9g" % v) for v in row] for row in tensor.detach().reshape(-1, tensor.shape[-1]).tolist()]


def masks(batch, widths, p):
    return [(torch.rand(batch, width) >= drop).double() / (1 - drop) for width, drop in zip(widths, p)]


def layer_values(parameters):
    return {"weights": [rounded(w) for w, _ in parameters], "biases": [rounded(b) for _, b in parameters]}


def training_step(name, widths, activations, p, loss, targets, batch=6, l1=0.0, l2=0.0, learning_rate=0.1):
    """One step of SGD; the penalties stand in the loss, on the weights alone. Without targets, they are the inputs."""
    x = singles(batch, widths[0], scale=1.5)
    targets = x if targets is None else targets
    parameters = [(singles(i, o, scale=i ** -0.5).requires_grad_(), singles(1, o, scale=0.3).requires_grad_())
                  for i, o in zip(widths, widths[1:])]
    before = layer_values(parameters)
    drop = masks(batch, widths[:-1], p)
    value = x * drop[0]
    for (w, b), activation, mask in zip(parameters, activations, drop[1:]):
        value = ACTIVATIONS[activation](value @ w + b) * mask
    w, b = parameters[-1]
    output = value @ w + b
    data_loss = LOSSES[loss](output, targets)
    penalty = sum(l1 * w.abs().sum() + l2 / 2 * (w ** 2).sum() for w, _ in parameters)
    (data_loss + penalty).backward()
    gradients = layer_values([(w.grad, b.grad) for w, b in parameters])
    torch.optim.SGD([t for pair in parameters for t in pair], lr=learning_rate).step()
    return {"name": name, "activations": activations, "p": p, "loss": loss, "l1": l1, "l2": l2,
            "learningRate": learning_rate, "x": rounded(x), "target": rounded(targets),
            "masks": [rounded(m) for m in drop], "before": before, "output": rounded(output),
            "value": data_loss.item(), "gradients": gradients, "after": layer_values(parameters)}


def training_steps():
    values = singles(6, 2)
    labels = torch.tensor([[0.0], [1.0], [1.0], [0.0], [1.0], [0.0]])
    classes = F.one_hot(torch.tensor([2, 0, 1, 3, 3, 0]), 4).double()
    soft = 0.9 * classes + 0.025
    ce = "SOFTMAX_CROSS_ENTROPY"
    return [
        training_step("regression, tanh", [3, 7, 5, 2], ["TANH"] * 2, [0.2, 0.5, 0.25], "MEAN_SQUARED_ERROR", values),
        training_step("regression, L1 and L2", [3, 7, 5, 2], ["TANH", "SIGMOID"], [0.0, 0.5, 0.25],
                      "MEAN_SQUARED_ERROR", values, l1=0.01, l2=0.05),
        training_step("two classes, ReLU", [4, 9, 6, 1], ["RELU", "LEAKY_RELU"], [0.1, 0.5, 0.5],
                      "BINARY_CROSS_ENTROPY", labels, l2=0.02),
        training_step("four classes, GELU", [5, 8, 7, 6, 4], ["GELU"] * 3, [0.2, 0.5, 0.3, 0.1], ce, classes),
        training_step("four classes, SELU, smoothed labels", [5, 8, 7, 4], ["SELU"] * 2, [0.2, 0.0, 0.8], ce, soft),
    ]


OPTIMISERS = {
    "sgd": ({"learningRate": 0.1}, lambda g: torch.optim.SGD(g, lr=0.1)),
    "momentum": ({"learningRate": 0.05, "momentum": 0.9}, lambda g: torch.optim.SGD(g, lr=0.05, momentum=0.9)),
    "nesterov": ({"learningRate": 0.05, "momentum": 0.9},
                 lambda g: torch.optim.SGD(g, lr=0.05, momentum=0.9, nesterov=True)),
    "rmsprop": ({"learningRate": 0.01, "smoothing": 0.99, "epsilon": 1e-8},
                lambda g: torch.optim.RMSprop(g, lr=0.01, alpha=0.99, eps=1e-8)),
    "adam": ({"learningRate": 0.05, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
             lambda g: torch.optim.Adam(g, lr=0.05, betas=(0.9, 0.999), eps=1e-8)),
    "adamw": ({"learningRate": 0.05, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weightDecay": 0.1},
              lambda g: torch.optim.AdamW(g, lr=0.05, betas=(0.9, 0.999), eps=1e-8)),
}


def optimiser_steps(name, l2):
    """Five steps with given gradients. Decay reaches the weights and spares the biases, by parameter groups; L2 is
    PyTorch's coupled weight decay, l2 * w on top of the gradient."""
    spec, make = OPTIMISERS[name]
    w, b = singles(3, 4).requires_grad_(), singles(1, 4).requires_grad_()
    before = layer_values([(w, b)])
    decay = spec.get("weightDecay", l2)
    optimiser = make([{"params": [w], "weight_decay": decay}, {"params": [b], "weight_decay": 0.0}])
    gradients, after = [], []
    for step in range(5):
        w.grad, b.grad = singles(3, 4, scale=10.0 ** -step), singles(1, 4)
        w.grad[0, 0] = 0.0
        gradients.append(layer_values([(w.grad, b.grad)]))
        optimiser.step()
        after.append(layer_values([(w, b)]))
    return {"optimiser": {"type": name, **spec}, "l2": l2, "before": before, "gradients": gradients, "after": after}


def write(name, value):
    OUT.mkdir(parents=True, exist_ok=True)
    cases = ",\n".join(json.dumps(case, separators=(",", ":")) for case in value)
    (OUT / name).write_text("[\n" + cases + "\n]\n")


write("training-steps.json", training_steps())
write("optimisers.json", [optimiser_steps(name, l2) for name in OPTIMISERS for l2 in (0.0, 0.03)
                          if not (name == "adamw" and l2)])
write("reconstruction.json", [
    training_step("autoencoder", [5, 8, 5], ["RELU"], [0.0, 0.5], "MEAN_SQUARED_ERROR", None),
    training_step("autoencoder, inputs dropped", [4, 6, 3, 4], ["TANH", "RELU"], [0.2, 0.5, 0.1], "MEAN_SQUARED_ERROR", None)])
