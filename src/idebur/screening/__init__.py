"""A rule over a whole register of organisations, on DuckDB, Polars or Spark.

What a rule answers depends only on the facts that it reads. So the engine finds the *distinct combinations* of them,
each is judged *once*, in Python, by the one evaluator, with its whole explanation, and the engine gives every row the
verdict on its combination. There is one meaning of rules, and no engine has a part in it: an engine only groups, joins,
and says where a number lies between bounds (:mod:`idebur.screening.keys`).

The engines are spoken to in their own languages: what they are asked is little (group, join with NULL equal to NULL),
and the layers over all three have no such join.
"""

from __future__ import annotations

from idebur.screening.mapping import Map, load_map
from idebur.screening.questions import Question
from idebur.screening.running import Screened, screen

__all__ = ["Map", "Question", "Screened", "load_map", "screen"]
