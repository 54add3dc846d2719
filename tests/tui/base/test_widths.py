"""Text is as wide as terminals make it; tmux, where there is one, is asked."""

from __future__ import annotations

import json
import sys
from itertools import pairwise

import pytest
from rich.segment import Segment
from textual.strip import Strip
from tmux import Tmux

from tui.base.clusters import clusters
from tui.base.widths import cell_len, character_width

NEWS = {
    "Tamil": "கோவை மாநகராட்சி மேயர் கூட்டத்தில் கலந்து கொண்டார் என்று அதிகாரிகள் தெரிவித்தனர்",
    "Hindi": "सरकार की नई योजना से करोड़ों किसानों को लाभ होगा और अर्थव्यवस्था मजबूत होगी",
    "Bengali": "বিরোধী দল এই দাবি প্রত্যাখ্যান করেছে বলে প্রধানমন্ত্রী ঢাকায় জানিয়েছেন",
    "Telugu": "రెండు రాష్ట్రాల మధ్య నీటి వివాదాలను పరిష్కరించుకోవాలని ముఖ్యమంత్రులు నిర్ణయించారు",
    "Kannada": "ಮುಖ್ಯಮಂತ್ರಿ ಕ್ಷೇತ್ರದ ಅಭಿವೃದ್ಧಿಗೆ ಹೊಸ ಯೋಜನೆ ಘೋಷಿಸಿದರು",
    "Malayalam": "മുഖ്യമന്ത്രി പുതിയ പാലം ഉദ്ഘാടനം ചെയ്തു",
    "Gujarati": "મુખ્યમંત્રીએ નવા પુલનું ઉદ્ઘાટન કર્યું",
    "Punjabi": "ਮੁੱਖ ਮੰਤਰੀ ਨੇ ਨਵੇਂ ਪੁਲ ਦਾ ਉਦਘਾਟਨ ਕੀਤਾ",
    "Odia": "ମୁଖ୍ୟମନ୍ତ୍ରୀ ନୂତନ ସେତୁର ଉଦଘାଟନ କରିଛନ୍ତି",
    "Sinhala": "ජනාධිපතිවරයා කොළඹදී නව පාලම විවෘත කළේය",
    "Thai": "รัฐบาลจะเดินหน้าช่วยเหลือผู้มีรายได้น้อย น้ำท่วมในภาคเหนือเริ่มลดลงแล้ว",
    "Lao": "ເສດຖະກິດຂອງລາວກຳລັງຂະຫຍາຍຕົວຢ່າງຕໍ່ເນື່ອງ ແລະ ນ້ຳຖ້ວມເລີ່ມຫຼຸດລົງ",
    "Khmer": "នាយករដ្ឋមន្ត្រីបាននិយាយថា ប្រជាជនទាំងអស់នឹងទទួលបានផលប្រយោជន៍",
    "Burmese": "ရန်ကုန်မြို့တွင် ပြောကြားရာတွင် စီးပွားရေး တိုးတက်နေကြောင်း",
    "Tibetan": "བོད་ཡིག་གི་གསར་འགྱུར།",
    "Arabic": "العَرَبِيَّة أعلن الوزير",
    "Hebrew": "עִבְרִית ראש הממשלה",
    "Korean, decomposed": "\u1112\u1161\u11ab\u1100\u116e\u11a8",
    "Chinese": "市長宣布新橋通車",
    "French, decomposed": "e\u0301te\u0301 a\u0300 Gene\u0300ve",
}

ASK = """
import json, os, re, sys, termios, tty
tty.setraw(0)
def column():
    answer = b""
    while not answer.endswith(b"R"):
        answer += os.read(0, 64)
    return int(re.search(rb";(\\d+)R", answer)[1]) - 1
def width(text):
    os.write(1, f"\\r\\x1b[K{text}\\x1b[6n".encode())
    return column()
with open(sys.argv[1], encoding="utf-8") as file:
    texts = json.load(file)
with open(sys.argv[2] + ".part", "w", encoding="utf-8") as file:
    json.dump([width(text) for text in texts], file)
os.rename(sys.argv[2] + ".part", sys.argv[2])
"""
"""Writes each text at the start of a line and asks the terminal where its cursor is."""


@pytest.fixture(scope="module")
def tmux(tmp_path_factory: pytest.TempPathFactory) -> list[int]:
    """How wide tmux makes each of the texts."""
    folder = tmp_path_factory.mktemp("tmux")
    texts, widths, program = folder / "texts", folder / "widths", folder / "ask.py"
    texts.write_text(json.dumps(list(NEWS.values())), encoding="utf-8")
    program.write_text(ASK, encoding="utf-8")
    with Tmux([sys.executable, str(program), str(texts), str(widths)], folder, columns=200, lines=5) as terminal:
        terminal.until(widths.exists)
    found: list[int] = json.loads(widths.read_text("utf-8"))
    return found


def test_text_is_as_wide_as_tmux_makes_it(tmux: list[int]) -> None:
    assert {name: cell_len(text) for name, text in NEWS.items()} == dict(zip(NEWS, tmux, strict=True))


@pytest.mark.parametrize("name", NEWS)
def test_clusters_are_together_as_wide_as_their_text(name: str) -> None:
    assert sum(clusters(NEWS[name])[1]) == cell_len(NEWS[name])


@pytest.mark.parametrize(
    ("text", "cells"),
    [("கா", 2), ("கோ", 2), ("கீ", 1), ("की", 2), ("কো", 2), ("កា", 2), ("မာ", 2), ("కా", 1), ("ಕಾ", 2), ("കാ", 2)],
)
def test_a_sign_beside_its_letter_takes_a_cell_and_one_above_or_below_none(text: str, cells: int) -> None:
    assert cell_len(text) == cells == sum(map(character_width, text))


@pytest.mark.parametrize("name", NEWS)
def test_the_libraries_that_draw_measure_alike(name: str) -> None:
    """Wherever they had their functions from, and whenever."""
    text = NEWS[name]
    assert Segment(text).cell_length == Strip([Segment(text)]).cell_length == cell_len(text)
    for width in range(1, cell_len(text)):
        assert Strip([Segment(text)]).crop(0, width).cell_length == width
    starts, widths = clusters(text)
    assert [cell_len(text[begin:end]) for begin, end in pairwise(starts)] == widths[:-1]
