"""Writes what the exact sides of a dropped sum and of descent on masks are compared with.

Run from the repository's root: python3 src/test/python/claims_sums.py (Python 3 and numpy).

It overwrites src/test/resources/claims/sums.json and paths.json. The mean of a function of a dropped sum is the dot
product of all masks' probabilities and the function of all masks times the terms. The mean over a normal sum is a
Gauss-Hermite quadrature of 180 points, or Simpson's rule on 2,000,001 points where the sum is wide. Descent is written
in matrices.
"""

import itertools
import json
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims"
RANDOM = np.random.default_rng(20261127)
FUNCTIONS = {"square": np.square, "relu": lambda z: np.maximum(z, 0), "tanh": np.tanh,
             "sigmoid": lambda z: 1 / (1 + np.exp(-z))}


def digits(value):
    return float("%.14g" % value)


def normal_mean(f, mean, sd):
    if sd < 2:
        points, weights = np.polynomial.hermite_e.hermegauss(180)
        return np.dot(weights, f(mean + sd * points)) / np.sqrt(2 * np.pi)
    t = np.linspace(-12, 12, 2_000_001)
    simpson = np.where(np.arange(t.size) % 2 == 1, 4.0, 2.0)
    simpson[[0, -1]] = 1
    density = np.exp(-t**2 / 2) / np.sqrt(2 * np.pi)
    return np.dot(simpson, density * f(mean + sd * t)) * (t[1] - t[0]) / 3


def sums(terms, bias, p, kept):
    terms = np.asarray(terms, float)
    masks = np.array(list(itertools.product([0, 1], repeat=terms.size)), float)
    probability = np.prod(np.where(masks == 1, 1 - p, p), axis=1)
    z = masks @ (kept * terms) + bias
    mean = np.dot(probability, z)
    variance = np.dot(probability, (z - mean) ** 2)
    return {"terms": terms.tolist(), "bias": bias, "p": p, "kept": kept, "mean": digits(mean), "variance": digits(variance),
            "means": {name: digits(np.dot(probability, f(z))) for name, f in FUNCTIONS.items()},
            "normal": digits(normal_mean(FUNCTIONS["sigmoid"], mean, np.sqrt(variance)))}


def descent(p, scale, rate, steps):
    x, y = np.round(RANDOM.normal(size=(3, 4)), 3), np.round(RANDOM.normal(size=3), 3)
    kept = RANDOM.random((steps, 3, 4)) >= p
    w = np.zeros(4)
    for mask in kept:
        masked = scale * mask * x
        w = w - rate * 2 / 3 * masked.T @ (masked @ w - y)
    return {"x": x.tolist(), "y": y.tolist(), "kept": kept.reshape(steps, -1).tolist(), "scale": scale, "rate": rate,
            "end": [digits(v) for v in w]}


SUMS = [sums([1, -1, 1, 1.5], .1, .5, 1), sums([1, -1, 1, 1.5], .1, .2, 1), sums([2, 4, -4], 0, .3, 1),
        sums([2, 4, -4], 0, .3, 1 / .7), sums([5, -7, 9, 2], -1.5, .4, 1), sums([.3], .2, .6, 2.5)]
SUMS += [sums(np.round(RANDOM.normal(size=n), 2), .25, p, kept)
         for n, p, kept in [(6, .15, 1), (9, .5, 2), (12, .5, 1), (12, .8, 5)]]
DESCENTS = [descent(.5, 1, .05, 30), descent(.5, 2, .0125, 30), descent(.3, 1 / .7, .02, 25)]

OUT.mkdir(parents=True, exist_ok=True)
for name, cases in (("sums", SUMS), ("paths", DESCENTS)):
    (OUT / (name + ".json")).write_text(
        "[\n" + ",\n".join(json.dumps(each, separators=(",", ":")) for each in cases) + "\n]\n")
