"""The little languages in which short values are written: dates, amounts, cadences, citations.

They share one tokenizer, one caret (:mod:`idebur.notation.scanner`) and one law, ``parse(str(x)) == x``
(:class:`idebur.notation.notated.Notated`). The rule language (:mod:`idebur.rules`) is built on the same ground.
"""
