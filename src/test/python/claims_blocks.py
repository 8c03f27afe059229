"""Writes what the exact side of DropBlock's real rate is compared with.

Run from the repository's root: python3 src/test/python/claims_blocks.py (Python 3 and numpy).

It overwrites src/test/resources/claims/blocks.json. Small maps are enumerated: every set of dropped blocks with its
probability. Large ones are counted: how many places of a block reach each cell, by summing windows of ones.
"""

import itertools
import json
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims"


def nine(values):
    """Twelve digits, row by row."""
    return [float("%.12g" % v) for v in values.ravel()]


def gamma(p, b, s):
    return p / b**2 * s**2 / (s - b + 1)**2


def enumerated(p, b, s):
    """Rates of all cells, variance of the dropped share, and the chance that nothing is dropped, over all 2^places sets."""
    g, places = gamma(p, b, s), [(r, c) for r in range(s - b + 1) for c in range(s - b + 1)]
    rates, shares, weights = np.zeros((s, s)), [], []
    for seeds in itertools.product([0, 1], repeat=len(places)):
        mask = np.zeros((s, s))
        for on, (r, c) in zip(seeds, places):
            if on:
                mask[r:r + b, c:c + b] = 1
        weight = g ** sum(seeds) * (1 - g) ** (len(places) - sum(seeds))
        rates += weight * mask
        shares.append(mask.mean())
        weights.append(weight)
    mean = np.dot(weights, shares)
    return rates, np.dot(weights, np.square(shares)) - mean**2, weights[0]


def counted(p, b, s):
    """Rates of all cells by the number of places that reach them."""
    reach = np.zeros((s, s))
    for r in range(s - b + 1):
        for c in range(s - b + 1):
            reach[r:r + b, c:c + b] += 1
    return 1 - (1 - gamma(p, b, s)) ** reach


CASES = []
for p, b, s in [(.1, 2, 3), (.3, 2, 4), (.5, 3, 5), (.2, 1, 3), (.4, 3, 3)]:
    rates, variance, none = enumerated(p, b, s)
    CASES.append({"p": p, "block": b, "side": s, "gamma": gamma(p, b, s), "rates": nine(rates),
                  "variance": variance, "none": none})
for p, b, s in [(.1, 3, 7), (.1, 7, 14), (.1, 7, 28), (.25, 7, 14), (.5, 7, 28), (.1, 1, 14), (.1, 7, 7)]:
    CASES.append({"p": p, "block": b, "side": s, "gamma": gamma(p, b, s), "rates": nine(counted(p, b, s)),
                  "variance": None, "none": None})

OUT.mkdir(parents=True, exist_ok=True)
(OUT / "blocks.json").write_text("[\n" + ",\n".join(json.dumps(each, separators=(",", ":")) for each in CASES) + "\n]\n")
