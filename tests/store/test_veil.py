"""A veiled text keeps its length, and hides a name however it is written; words that only look like it stay."""

import pytest

from rasad.store.veil import Mask, Veil
from rasad.tokens import fold


def veil(*forms: str) -> Veil:
    return Veil({"page:x": Mask("page:x", "masked:1", "somebody", tuple(fold(form) for form in forms))})


@pytest.mark.parametrize(
    ("form", "text", "shown"),
    [
        ("حسن الغباش", "قال حسن الغباش إنه", "قال ██████████ إنه"),
        ("حسن الغباش", "وحسن الغبّاش", "و███████████"),
        ("حسن الغباش", "حَسَن  الغبــاش", "███████████████"),
        ("علی‌اکبر", "علي اكبر و علی‌اکبر و علیاکبر", "████████ و ████████ و ███████"),
        ("علی", "علی گفت علیه او", "███ گفت علیه او"),
        ("Ali Reza", "ali reza said", "████████ said"),
        ("حسن الغباش", "حسن قال", "حسن قال"),
    ],
)
def test_names_are_blacked_out(form: str, text: str, shown: str) -> None:
    assert veil(form).text(text) == shown
    assert len(shown) == len(text)


def test_places_are_blacked_out_too() -> None:
    assert veil().text("the minister said", [(0, 12)]) == "████████████ said"


def test_words_of_ours_get_the_other_name() -> None:
    assert veil("حسن الغباش").words("likest: حسن الغباش (page:x)") == "likest: somebody (masked:1)"


def test_two_people_named_as_one() -> None:
    both = veil().of("per-a&page:x")
    assert both is not None
    assert both.name == "somebody"
    assert veil().of("per-a&per-b") is None
