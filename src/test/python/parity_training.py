"""Writes the numbers that training is compared with: ten steps of each optimiser under each schedule, label smoothing,
and the Gaussian likelihood, computed by PyTorch.

Run from the repository's root, as parity.py, whose conventions hold here:

    /usr/bin/python3 src/test/python/parity_training.py

It overwrites src/test/resources/parity/training-*.json.
"""

import json
import pathlib

import torch
import torch.nn.functional as F
from torch.optim import lr_scheduler

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "parity"
STEPS = 10
torch.set_default_dtype(torch.float64)
torch.manual_seed(20260102)

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
              lambda g: torch.optim.AdamW(g, lr=0.05, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.1)),
}

SCHEDULES = {
    "constant": ({}, lambda o, rate: lr_scheduler.ConstantLR(o, factor=1.0)),
    "step": ({"every": 3, "factor": 0.5}, lambda o, rate: lr_scheduler.StepLR(o, step_size=3, gamma=0.5)),
    "exponential": ({"factor": 0.9}, lambda o, rate: lr_scheduler.ExponentialLR(o, gamma=0.9)),
    "cosine": ({"to": 0.1, "epochs": 8},
               lambda o, rate: lr_scheduler.CosineAnnealingLR(o, T_max=8, eta_min=0.1 * rate)),
    "linear": ({"from": 0.2, "to": 1.0, "epochs": 5},
               lambda o, rate: lr_scheduler.LinearLR(o, start_factor=0.2, end_factor=1.0, total_iters=5)),
}


def singles(*shape, scale=1.0):
    """Normal random numbers that single precision holds exactly."""
    return (scale * torch.randn(*shape)).float().double()


def rounded(tensor):
    """Nine digits tell all single-precision numbers apart."""
    return [[float("%.9g" % v) for v in row] for row in tensor.detach().reshape(-1, tensor.shape[-1]).tolist()]


def scheduled_steps(name, kind):
    """A step an epoch. Beyond T PyTorch's cosine turns back, which an engine that holds its last value does not."""
    spec, make = OPTIMISERS[name]
    schedule, schedule_of = SCHEDULES[kind]
    w = singles(2, 3).requires_grad_()
    before = rounded(w)
    optimiser = make([w])
    scheduler = schedule_of(optimiser, spec["learningRate"])
    gradients, after = [], []
    for step in range(9 if kind == "cosine" else STEPS):
        w.grad = singles(2, 3, scale=3.0 ** -step)
        gradients.append(rounded(w.grad))
        optimiser.step()
        scheduler.step()
        after.append(rounded(w))
    return {"optimiser": {"type": name, **spec}, "schedule": {"type": kind, **schedule}, "before": before,
            "gradients": gradients, "after": after}


def label_smoothing(classes, smoothing):
    """For two classes and one logit, the smoothed target of class 1 stands for both."""
    labels = torch.arange(5) % classes
    hard = F.one_hot(labels, classes).double()
    logits = singles(5, 1 if classes == 2 else classes, scale=2.0).requires_grad_()
    if classes == 2:
        both = torch.cat([torch.zeros_like(logits), logits], 1)
        loss = F.cross_entropy(both, labels, label_smoothing=smoothing)
        hard = hard[:, 1:]
    else:
        loss = F.cross_entropy(logits, labels, label_smoothing=smoothing)
    loss.backward()
    return {"smoothing": smoothing, "output": rounded(logits), "labels": rounded(hard), "value": loss.item(),
            "gradient": rounded(logits.grad)}


def gaussian_likelihood(scale):
    output = singles(6, 2, scale=scale).requires_grad_()
    target = singles(6, 1)
    loss = torch.nn.GaussianNLLLoss()(output[:, :1], target, output[:, 1:].exp())
    loss.backward()
    return {"output": rounded(output), "target": rounded(target), "value": loss.item(),
            "gradient": rounded(output.grad)}


def write(name, value):
    cases = ",\n".join(json.dumps(case, separators=(",", ":")) for case in value)
    (OUT / name).write_text("[\n" + cases + "\n]\n")


write("training-schedules.json", [scheduled_steps(name, kind) for name in OPTIMISERS for kind in SCHEDULES])
write("training-smoothing.json", [label_smoothing(k, e) for k in (2, 3, 10) for e in (0.1, 0.4)])
write("training-likelihood.json", [gaussian_likelihood(scale) for scale in (0.5, 1.0, 2.0)])
