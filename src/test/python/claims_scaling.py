"""Writes the numbers that the benches of the group scaling are compared with, computed by NumPy.

Run from the repository's root:

    apt-get install python3-numpy
    /usr/bin/python3 src/test/python/claims_scaling.py

It overwrites src/test/resources/claims/scaling.json. The committed numbers were made with NumPy 2.4.6.

The microscope's are those of `numpy.random.seed`: 10,000 masks of 4 x 5 cells, `rand > p`, drawn one after another. The
gradients of the small network come by the complex step (Squire and Trapp 1998), `Im L(w + ih) / h`, which has no
truncation error to speak of; what a toggled mode gives comes from the chain rule in matrices.
"""

import json
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims" / "scaling.json"
MASKS = 10_000
SIZES = [3, 6, 6, 1]
TARGET = 1.0


def microscope(seed, p):
    np.random.seed(seed)
    rand = np.random.rand(MASKS, 4, 5)
    x = np.arange(20).reshape(4, 5) / 20
    gradient = np.arange(20).reshape(4, 5) / 50
    w = np.array([.5, -1, 2, 1, -.5])
    m = (rand[0] > p) / (1 - p)
    back = m * gradient
    return {"seed": seed, "p": p, "kept": int((rand[0] > p).sum()), "y": (m * x).ravel().tolist(), "back": back.ravel().tolist(),
            "sums": ((m * x) @ w).tolist(), "off": (x @ w).tolist(),
            "mean": float(((rand[:, 2, 1] > p) * x[2, 1]).mean() / (1 - p)),
            "unscaled": float(((rand[:, 2, 1] > p) * x[2, 1]).mean()),
            "toggled": float(np.linalg.norm(gradient - back) / np.linalg.norm(back)) if back.any() else None}


def split(numbers):
    x, at, layers = numbers[:SIZES[0]], SIZES[0], []
    for a, b in zip(SIZES, SIZES[1:]):
        layers.append((numbers[at:at + a * b].reshape(a, b), numbers[at + a * b:at + a * b + b]))
        at += (a + 1) * b
    return x, layers


def loss(numbers, masks):
    h, layers = split(numbers)
    for (w, b), m in zip(layers, masks):
        h = m * np.tanh(h @ w + b)
    w, b = layers[-1]
    return ((h @ w + b)[0] - TARGET) ** 2


def complex_step(numbers, masks):
    gradient = np.empty(len(numbers))
    for i in range(len(numbers)):
        moved = numbers.astype(complex)
        moved[i] += 1e-30j
        gradient[i] = loss(moved, masks).imag / 1e-30
    return gradient


def chain_rule(numbers, masks, back):
    x, layers = split(numbers)
    tanhs, behind = [], [x]
    for (w, b), m in zip(layers, masks):
        tanhs.append(np.tanh(behind[-1] @ w + b))
        behind.append(m * tanhs[-1])
    w, b = layers[-1]
    d = 2 * (behind[-1] @ w + b - TARGET)
    parts = []
    for i in reversed(range(len(layers))):
        w, _ = layers[i]
        parts = [np.outer(behind[i], d).ravel(), d] + parts
        d = d @ w.T
        if i > 0:
            d = d * back[i - 1] * (1 - tanhs[i - 1] ** 2)
    return np.concatenate([d] + parts)


def network(seed, p):
    rng = np.random.default_rng(seed)
    count = SIZES[0] + sum((a + 1) * b for a, b in zip(SIZES, SIZES[1:]))
    numbers = rng.normal(size=count) * .6
    masks = [(rng.random(n) >= p) / (1 - p) for n in SIZES[1:-1]]
    return {"p": p, "numbers": numbers.tolist(), "masks": [m.tolist() for m in masks], "gradient": complex_step(numbers, masks).tolist(),
            "toggled": chain_rule(numbers, masks, [np.ones_like(m) for m in masks]).tolist()}


if __name__ == "__main__":
    made = {"microscope": [microscope(1, .5), microscope(1, .3), microscope(5, .8)],
            "network": [network(3, .4), network(4, .5), network(5, .9)]}
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(made, indent=1) + "\n")
