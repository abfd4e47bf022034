"""A proof as JSON, for programs. The keys stay what they are."""

import json
from dataclasses import asdict

from bulletin_gen.clause import Strength
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.prove import Proof

_COUNTS = {
    "breaks": Verdict.BREAKS,
    "to_check": Verdict.UNMEASURED,
    "conforms": Verdict.CONFORMS,
    "not_applicable": Verdict.ABSENT,
}


def proof_json(proof: Proof, name: str) -> str:
    """Return the proof of the file `name` as an object, ending in a newline.

    `rows` hold id, clause, element, required, found, verdict (by the standard) and strength; lengths are in mm. `house`
    is null unless an office's own format was given: of the proof its name and what it does otherwise than the standard,
    of each row what it asks for and what it makes of the file.
    """
    told = {
        "file": name,
        "kind": proof.source,
        "form": proof.form,
        "format": proof.document_format,
        "conforms": proof.conforms,
        "remarks": list(proof.remarks),
        "summary": {key: proof.count(verdict) for key, verdict in _COUNTS.items()},
        "breaks_by_strength": {strength: proof.broken(strength) for strength in Strength},
        "house": proof.house and {"name": proof.house.name, "departures": list(proof.house.departures)},
        "rows": [asdict(row) for row in proof.rows],
        "places": [asdict(place) for place in proof.places],
        "pages": [asdict(page) for page in proof.pages],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
