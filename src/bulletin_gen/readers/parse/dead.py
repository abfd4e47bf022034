"""A bulletin in; the same without the fields that a wording beside them leaves without effect out.

A field that prints nothing would be changed in vain, and the text would say the old.
"""

from bulletin_gen.composing import wording
from bulletin_gen.spec.model import Bulletin, Contact, Feedback, FeedbackForm, Inspection, Publication


def without_dead_fields(bulletin: Bulletin) -> Bulletin:
    """Return the bulletin with one or the other: the fields of a sentence, or its wording."""
    inspection = bulletin.inspection
    update = {
        "inspection": _inspection(bulletin, inspection) if inspection else None,
        "publication": _publication(bulletin.publication),
        "contact": _contact(bulletin.contact),
    }
    return bulletin.model_copy(update=update)


def _inspection(bulletin: Bulletin, inspection: Inspection) -> Inspection:
    feedback = inspection.feedback
    if inspection.wording is not None:
        is_own = feedback is not None and feedback.form is FeedbackForm.OWN_SENTENCE
        worded = _worded(bulletin, inspection, feedback) if feedback and is_own else None
        return Inspection(kind=inspection.kind, round=inspection.round, wording=inspection.wording, feedback=worded)
    update: dict[str, object] = {"deployed_by": ""} if inspection.deployment else {}
    if feedback is not None and feedback.wording is not None:
        update["feedback"] = _worded(bulletin, inspection, feedback)
    return inspection.model_copy(update=update)


def _worded(bulletin: Bulletin, inspection: Inspection, feedback: Feedback) -> Feedback:
    """Return the feedback as the whole sentence that it says."""
    said = wording.feedback(bulletin, inspection, feedback)
    return Feedback(form=feedback.form, own_paragraph=feedback.own_paragraph, wording=said)


def _publication(publication: Publication) -> Publication:
    if not publication.wording:
        return publication
    return Publication(
        subject=publication.subject, own_paragraph=publication.own_paragraph, wording=publication.wording
    )


def _contact(contact: Contact | None) -> Contact | None:
    if contact is None or contact.wording is None:
        return contact
    return Contact(wording=contact.wording, after_signature=contact.after_signature)
