"""Writes what the exact sides of the ensemble's benches are compared with: answers of thinned networks, one mask after the
other, and different masks among drawn ones.

Run from the repository's root: python3 src/test/python/claims_ensemble.py (Python 3 and numpy).

It overwrites src/test/resources/claims/ensemble.json:

- units: a logistic unit with dropped inputs; the moments of its answers, the renormalised geometric mean from the
  logarithms of all answers, and the probability that an answer is more than 1/2
- networks: a 2-m-n-1 network with GELU units; the same, with masks on the last hidden layer and on both, and masks off
- masks: the mean and the variance of the number of different masks among N, summed over all masks and all pairs
- errors: the mean of (average of k answers - truth)^2 over all k-tuples of masks
"""

import itertools
import json
import math
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims"
rng = np.random.default_rng(20260714)
erf = np.vectorize(math.erf)


def masks(n, p):
    """All masks, input 0 in the lowest bit, with their factors and probabilities."""
    kept = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    return kept / (1 - p), np.prod(np.where(kept == 1, 1 - p, p), axis=1)


def gelu(x):
    return x * (1 + erf(x / math.sqrt(2))) / 2


def summary(z, chances):
    o = 1 / (1 + np.exp(-z))
    yes, no = np.dot(chances, -np.log1p(np.exp(-z))), np.dot(chances, -np.log1p(np.exp(z)))
    return {"mean": float(np.dot(chances, o)), "square": float(np.dot(chances, o * o)),
            "geometric": 1 / (1 + math.exp(no - yes)), "yes": float(np.dot(chances, o > .5))}


def unit(n, p, size):
    terms, bias = rng.standard_normal(n) * size, float(rng.standard_normal())
    factors, chances = masks(n, p)
    return {"p": p, "bias": bias, "terms": terms.tolist(), **summary(factors @ terms + bias, chances)}


def network(first, last, p):
    w1, b1 = rng.standard_normal((2, first)), rng.standard_normal(first)
    w2, b2 = rng.standard_normal((first, last)) / math.sqrt(first), rng.standard_normal(last)
    w3, b3 = rng.standard_normal((last, 1)), rng.standard_normal(1)
    x = rng.standard_normal(2)
    h1 = gelu(x @ w1 + b1)
    h2 = gelu(h1 @ w2 + b2)
    factors, chances = masks(last, p)
    first_factors, first_chances = masks(first, p)
    deep = gelu((first_factors * h1) @ w2 + b2)
    z = (deep * w3[:, 0]) @ factors.T + b3[0]
    both = summary(z.ravel(), np.outer(first_chances, chances).ravel())
    return {"p": p, "weights": [w.tolist() for w in (w1, w2, w3)], "biases": [b.tolist() for b in (b1, b2, b3)],
            "x": x.tolist(), "off": float(1 / (1 + np.exp(-(h2 @ w3[:, 0] + b3[0])))),
            "last": summary(factors @ (h2 * w3[:, 0]) + b3[0], chances), "both": both}


def different(n, p, draws):
    _, chances = masks(n, p)
    missed = (1 - chances) ** draws
    pairs = np.maximum(0, 1 - chances[:, None] - chances[None, :]) ** draws
    np.fill_diagonal(pairs, missed)
    return {"units": n, "p": p, "draws": draws, "mean": float(np.sum(1 - missed)),
            "variance": float(np.sum(pairs) - np.sum(missed) ** 2)}


def errors(n, p, k):
    terms, bias = rng.standard_normal(n) * 2, float(rng.standard_normal())
    factors, chances = masks(n, p)
    o = 1 / (1 + np.exp(-(factors @ terms + bias)))
    total = 0
    for choice in itertools.product(range(2**n), repeat=k):
        total += np.prod(chances[list(choice)]) * (np.mean(o[list(choice)]) - 1) ** 2
    return {"p": p, "bias": bias, "terms": terms.tolist(), "k": k, "square": float(total)}


OUT.mkdir(parents=True, exist_ok=True)
(OUT / "ensemble.json").write_text(json.dumps({
    "units": [unit(n, p, size) for n, p, size in ((1, .5, 1), (4, .2, 1), (8, .5, 2), (9, .3, 1), (11, .7, 2))],
    "networks": [network(5, 4, .5), network(6, 8, .2), network(4, 10, .7)],
    "masks": [different(n, p, draws) for n, p, draws in ((1, .5, 3), (4, .5, 20), (8, .3, 100), (10, .5, 1000), (10, .8, 500))],
    "errors": [errors(3, .5, 2), errors(2, .3, 4), errors(3, .6, 3)],
}) + "\n")
