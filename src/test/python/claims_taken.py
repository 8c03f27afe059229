"""Writes what the exact counts of the bench "Units taken away" are compared with, in numpy's double precision.

Run from the repository's root:

    python3 src/test/python/claims_taken.py

It overwrites src/test/resources/claims/taken.json. The committed numbers were made with numpy 2.4.6.

Each network has random weights. `hidden` is what its last hidden layer puts out, `wrong` how many answers are wrong
without the units of each set (bit u of the set's number is unit u), `likeness` the mean |correlation| of two units, without those
whose standard deviation is below 1 % of the largest.
"""

import itertools
import json
import math
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims"
RNG = np.random.default_rng(20260301)
ERF = np.vectorize(math.erf)

ACTIVATIONS = {
    "RELU": lambda x: np.where(x > 0, x, 0),
    "LEAKY_RELU": lambda x: np.where(x > 0, x, .01 * x),
    "TANH": np.tanh,
    "SIGMOID": lambda x: 1 / (1 + np.exp(-x)),
    "SELU": lambda x: 1.0507009873554804934 * np.where(x > 0, x, 1.6732632423543772848 * np.expm1(x)),
    "GELU": lambda x: x * .5 * (1 + ERF(x / math.sqrt(2))),
    "IDENTITY": lambda x: x,
}


def rows(matrix):
    return [[float("%.9g" % v) for v in row] for row in np.atleast_2d(matrix)]


def network(sizes, activations, examples=40):
    weights = [np.float32(RNG.standard_normal((a, b))) for a, b in itertools.pairwise(sizes)]
    biases = [np.float32(RNG.standard_normal((1, b))) for b in sizes[1:]]
    x = np.float32(RNG.standard_normal((examples, sizes[0])))
    classes = max(2, sizes[-1])
    labels = RNG.integers(classes, size=examples)
    h = x.astype(float)
    for w, b, name in zip(weights, biases, activations):
        h = ACTIVATIONS[name](h @ w.astype(float) + b)
    wrong = []
    for taken in range(2 ** sizes[-2]):
        left = np.array([(taken >> u & 1) == 0 for u in range(sizes[-2])])
        out = (h * left) @ weights[-1].astype(float) + biases[-1]
        said = out.argmax(1) if sizes[-1] > 1 else (out[:, 0] > 0).astype(int)
        wrong.append(int((said != labels).sum()))
    varies = h.std(0) > .01 * h.std(0).max()
    r = np.abs(np.corrcoef(h.T))[np.triu_indices(sizes[-2], 1)][np.outer(varies, varies)[np.triu_indices(sizes[-2], 1)]]
    return {"sizes": sizes, "activations": activations, "weights": [rows(w) for w in weights], "biases": [rows(b) for b in biases],
            "x": rows(x), "labels": labels.tolist(), "hidden": h.tolist(), "wrong": wrong, "likeness": float(r.mean())}


networks = [network([2, 3, 4, 1], ["GELU", "GELU"]), network([5, 6, 3], ["RELU"]), network([3, 5, 4], ["TANH"])]
networks += [network([2, 3, 3, 2], [name, name], 12) for name in ("LEAKY_RELU", "SIGMOID", "SELU", "IDENTITY")]
(OUT / "taken.json").write_text(json.dumps({"networks": networks}) + "\n")
