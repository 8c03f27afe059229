"""Writes what the double-descent bench is compared with: linear regression with dropout on its inputs by numpy.

Run from the repository's root:

    python3 src/test/python/claims_descent.py

It overwrites src/test/resources/claims/descent.json. The committed numbers were made with numpy 2.4.6.

With dropout the weights are the least-squares solution of the data with one more row an input, sqrt(p / (1 - p)) times the
length of its column. Without dropout they are numpy's pseudo-inverse times the targets, which is the shortest solution
where examples are few.
"""

import json
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims"
random = np.random.default_rng(20261)


def case(n, d, p):
    x, y = random.standard_normal((n, d)), random.standard_normal(n)
    if p == 0:
        w = np.linalg.pinv(x) @ y
    else:
        rows = np.vstack([x, np.diag(np.sqrt(p / (1 - p)) * np.linalg.norm(x, axis=0))])
        w = np.linalg.lstsq(rows, np.concatenate([y, np.zeros(d)]), rcond=None)[0]
    return {"p": p, "x": x.tolist(), "y": y.tolist(), "weights": w.tolist()}


CASES = [case(n, d, p) for n, d in ((3, 6), (5, 6), (6, 6), (7, 6), (24, 6)) for p in (0.0, 0.01, 0.1, 0.5, 0.95)]
OUT.mkdir(parents=True, exist_ok=True)
text = ",\n".join(json.dumps(each, separators=(",", ":")) for each in CASES)
(OUT / "descent.json").write_text("[\n" + text + "\n]\n")
