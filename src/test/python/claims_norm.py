"""Writes what the batch-norm bench is compared with: moments of rectified normal units, and variances of sums of them under
dropout, by integration with numpy.

Run from the repository's root:

    python3 src/test/python/claims_norm.py

It overwrites src/test/resources/claims/norm.json. The committed numbers were made with numpy 2.4.6.

The plane of two normal inputs of correlation r is integrated in polar coordinates: where both are positive the product of
two ReLUs is a constant times the square of the radius, so that the radial integral is exact and the angle goes over an
interval on which the function is smooth.
"""

import json
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "claims"
NODES, WEIGHTS = np.polynomial.legendre.leggauss(60)


def integral(function, low, high):
    half = (high - low) / 2
    return half * np.sum(WEIGHTS * function(low + half * (NODES + 1)))


def density(z):
    return np.exp(-z * z / 2) / np.sqrt(2 * np.pi)


MEAN = integral(lambda z: z * density(z), 0, 12)
SQUARE = integral(lambda z: z * z * density(z), 0, 12)


def product(r):
    """z1 = R cos a, z2 = R cos(a - t) with cos t = r; E R^2 = 2, and a is uniform."""
    t = np.arccos(r)
    return 2 * integral(lambda a: np.cos(a) * np.cos(a - t), t - np.pi / 2, np.pi / 2) / (2 * np.pi)


def case(p, r, width):
    variance, covariance = SQUARE - MEAN ** 2, product(r) - MEAN ** 2
    shared = (width - 1) * covariance
    training = SQUARE / (1 - p) - MEAN ** 2 + shared
    return {"p": p, "alike": r, "width": width, "correlation": covariance / variance, "training": training,
            "inference": variance + shared}


CASES = [case(p, r, width) for p in (0.1, 0.5, 0.9) for r in (0.0, 0.3, 0.5, 0.9) for width in (1, 2, 16, 64)]
OUT.mkdir(parents=True, exist_ok=True)
(OUT / "norm.json").write_text(json.dumps({"mean": MEAN, "variance": SQUARE - MEAN ** 2, "cases": CASES}, indent=0) + "\n")
