"""Writes what the exact side of alpha dropout through SELU layers is compared with.

Run from the repository's root: python3 src/test/python/claims_alpha.py (Python 3 and numpy).

It overwrites src/test/resources/claims/alpha.json:

- constants: a, b and the value of a dropped unit, by the formulas of Klambauer et al. 2017
- selu: means of powers 1 to 4 of SELU(z), z normal with mean 0, by the trapezoidal rule on both sides of 0
- deep: the mean square of the units of random networks of a finite width, by Monte Carlo over the law of |x|^2 / width,
  with its standard error
"""

import json
import math
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims"
LAMBDA, ALPHA = 1.0507009873554804934, 1.6732632423543772848
LIMIT = -LAMBDA * ALPHA
rng = np.random.default_rng(20260707)


def selu(z):
    return LAMBDA * np.where(z > 0, z, ALPHA * np.expm1(np.minimum(z, 0)))


def power_mean(power, variance):
    x = np.linspace(0, 14, 400_001)
    total = 0
    for side in (1, -1):
        y = selu(side * math.sqrt(variance) * x) ** power * np.exp(-x**2 / 2) / math.sqrt(2 * math.pi)
        # Simpson's rule.
        total += (x[1] - x[0]) / 3 * (y[0] + y[-1] + 4 * y[1:-1:2].sum() + 2 * y[2:-1:2].sum())
    return float(total)


def constants(p):
    q = 1 - p
    a = (q + LIMIT**2 * q * p) ** -.5
    b = -a * p * LIMIT
    return {"p": p, "a": a, "b": b, "dropped": a * LIMIT + b}


def noise(x, p, alpha):
    kept = rng.random(x.shape) >= p
    if not alpha:
        return np.where(kept, x / (1 - p), 0)
    of = constants(p)
    return np.where(kept, of["a"] * x + of["b"], of["dropped"])


def deep(p, alpha, width, depth, samples):
    """Given |x|^2 / width of one layer, the sums of the next are independent and normal with that variance."""
    square = np.mean(noise(rng.standard_normal((samples, width)), p, alpha) ** 2, axis=1)
    for _ in range(depth):
        z = np.sqrt(square)[:, None] * rng.standard_normal((samples, width))
        square = np.mean(noise(selu(z), p, alpha) ** 2, axis=1)
    return {"p": p, "alpha": alpha, "width": width, "depth": depth, "square": float(square.mean()),
            "se": float(square.std(ddof=1) / math.sqrt(samples))}


DATA = {
    "constants": [constants(p) for p in (.05, .1, .2, .25, .5)],
    "selu": [{"variance": v, "means": [power_mean(k, v) for k in (1, 2, 3, 4)]} for v in (.25, 1, 1.5, 2.25, 9, 64)],
    "deep": [deep(p, alpha, 64, depth, 60_000) for p, alpha, depth in
             [(.1, True, 1), (.1, True, 8), (.1, False, 8), (.5, True, 4), (.5, False, 4)]],
}
OUT.mkdir(parents=True, exist_ok=True)
(OUT / "alpha.json").write_text(json.dumps(DATA, indent=1) + "\n")
