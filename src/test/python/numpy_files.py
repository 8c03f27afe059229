"""Writes the files of src/test/resources/store with NumPy."""
import pathlib

import numpy as np

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "store"
FOLDER.mkdir(exist_ok=True)
tiny = np.finfo(np.float32).smallest_subnormal
np.save(FOLDER / "floats.npy", np.array([[0.5, -1.25, 3], [np.nan, tiny, -0.0]], dtype="<f4"))
np.save(FOLDER / "doubles.npy", np.array([[1 / 3], [1e300], [-np.inf], [-0.0]], dtype="<f8"))
np.save(FOLDER / "flat.npy", np.array([1, 2], dtype="<f4"))
limits = np.iinfo(np.int64)
np.save(FOLDER / "longs.npy", np.array([limits.min, -1, 0, limits.max], dtype="<i8"))
