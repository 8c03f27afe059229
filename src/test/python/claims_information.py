"""Writes what the information of the bench "What gets through" is compared with: sums over everything that can happen.

Run from the repository's root:

    python3 src/test/python/claims_information.py

It overwrites src/test/resources/claims/information.json. The committed numbers were made with numpy 2.4.6.

`bits` is the mutual information of message and outcome over all settings of the units and all masks, and `sd` the
standard deviation of its density; for the code "own" both are those of one unit. `plugIn` is the mean of the plug-in
estimate over all masks of all samples.
"""

import collections
import itertools
import json
import math
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims"


def settings(code, n):
    """All settings of the units with their messages."""
    if code == "COPY":
        return [((s,) * n, s) for s in (-1, 1)]
    return [(x, int(np.prod(x)) if code == "PARITY" else x) for x in itertools.product((-1, 1), repeat=n)]


def masks(p, n):
    for mask in itertools.product((0, 1), repeat=n):
        yield mask, math.prod(1 - p if kept else p for kept in mask)


def entropy(shares):
    return -sum(s * math.log2(s) for s in shares if s > 0)


def information(pairs):
    total = sum(pairs.values())
    messages, outcomes = collections.Counter(), collections.Counter()
    for (message, outcome), share in pairs.items():
        messages[message] += share
        outcomes[outcome] += share
    bits = sum(entropy([v / total for v in part.values()]) for part in (messages, outcomes)) - entropy([v / total for v in pairs.values()])
    density = {(m, o): math.log2(s / total / (messages[m] / total) / (outcomes[o] / total)) for (m, o), s in pairs.items() if s > 0}
    return bits, math.sqrt(sum(pairs[k] / total * (d - bits) ** 2 for k, d in density.items()))


def case(code, n, p):
    pairs = collections.Counter()
    for x, message in settings(code, n):
        for mask, chance in masks(p, n):
            pairs[message, tuple(a * b for a, b in zip(x, mask))] += chance
    bits, sd = information(pairs)
    per = n if code == "OWN" else 1
    return {"code": code, "n": n, "p": p, "bits": bits / per, "sd": sd / per}


def plug_in(code, n, p, samples):
    every = settings(code, n)
    mean = 0
    for drawn in itertools.product(list(masks(p, n)), repeat=samples):
        chance = math.prod(c for _, c in drawn)
        pairs = collections.Counter()
        for i, (mask, _) in enumerate(drawn):
            x, message = every[i % len(every)]
            pairs[message, tuple(a * b for a, b in zip(x, mask))] += 1
        mean += chance * information(pairs)[0]
    return {"code": code, "n": n, "p": p, "samples": samples, "mean": mean / (n if code == "OWN" else 1)}


CODES = ("COPY", "PARITY", "OWN")
cases = [case(code, n, p) for code in CODES for n in (1, 2, 3, 4, 5) for p in (.1, .5, .8)]
estimates = [plug_in(code, n, p, samples) for code in CODES for n, samples in ((1, 2), (1, 10), (2, 4), (2, 8)) for p in (.25, .5, .9)]
(OUT / "information.json").write_text(json.dumps({"cases": cases, "plugIn": estimates}) + "\n")
