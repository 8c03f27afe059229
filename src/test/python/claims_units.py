"""Writes what removed units are compared with: a small ReLU network and every way to take its units away.

Run from the repository's root: python3 src/test/python/claims_units.py (Python 3 and numpy).

It overwrites src/test/resources/claims/units.json: single-precision weights and examples, and what numpy makes of them in
double precision: means and zeros of the units, their correlations, the wrong answers of each class for every set of units
that are gone (bit u is set for a unit u that is), and the wrong answers as units are removed one after the other.
"""

import json
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims"
rng = np.random.default_rng(20260708)
INPUTS, UNITS, CLASSES, EXAMPLES = 4, 5, 3, 30


def single(*shape):
    """Numbers of single precision."""
    return rng.standard_normal(shape).astype(np.float32).astype(np.float64)


w1, b1, w2, b2, x = single(INPUTS, UNITS), single(1, UNITS), single(UNITS, CLASSES), single(1, CLASSES), single(EXAMPLES, INPUTS)
b1[0, 4] = -20
# The last unit is dead.
labels = rng.integers(0, CLASSES, EXAMPLES)
hidden = np.maximum(0, x @ w1 + b1)


def wrong(kept):
    said = np.argmax((hidden * kept) @ w2 + b2, axis=1)
    return [int(np.sum((said != labels) & (labels == c))) for c in range(CLASSES)]


def rows(values):
    return [[float("%.9g" % v) for v in row] for row in values]


order = [2, 0, 4, 1, 3]
along = []
for k in range(UNITS + 1):
    kept = np.ones(UNITS)
    kept[order[:k]] = 0
    along.append(sum(wrong(kept)))
r = np.corrcoef(hidden[:, :4].T)
DATA = {"w1": rows(w1), "b1": rows(b1), "w2": rows(w2), "b2": rows(b2), "x": rows(x), "labels": labels.tolist(),
        "means": hidden.mean(axis=0).tolist(), "zeros": (hidden == 0).mean(axis=0).tolist(), "r": r.tolist(),
        "meanR": float(np.mean(np.abs(r[np.triu_indices(4, 1)]))),
        "wrong": [wrong(np.array([1 - (s >> u & 1) for u in range(UNITS)])) for s in range(2**UNITS)],
        "order": order, "along": along}
OUT.mkdir(parents=True, exist_ok=True)
(OUT / "units.json").write_text("{\n" + ",\n".join('"%s": %s' % (k, json.dumps(v)) for k, v in DATA.items()) + "\n}\n")
