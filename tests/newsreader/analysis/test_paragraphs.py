"""The order in which paragraphs are asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis.paragraphs import LARGEST_CHUNK, LARGEST_VISIBLE_CHUNK, Plan, readable
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph, ParagraphKind


def article_of_lengths(lengths: list[int], furniture: frozenset[int] = frozenset()) -> Article:
    paragraphs, start = [], 0
    for index, length in enumerate(lengths):
        kind = ParagraphKind.FURNITURE if index in furniture else ParagraphKind.BODY
        paragraphs.append(Paragraph(start, start + length, kind))
        start += length + 2
    return Article("x" * start, tuple(paragraphs), Metadata(), Origin(OriginKind.STDIN))


def chunks(plan: Plan) -> list[tuple[int, ...]]:
    return list(iter(plan.take, ()))


def test_without_a_look_it_goes_from_the_top_in_a_small_and_then_larger_chunks() -> None:
    taken = chunks(Plan(article_of_lengths([100] * 60)))
    assert [index for chunk in taken for index in chunk] == [*range(60)]
    assert [len(chunk) for chunk in taken] == [8, 16, 16, 16, 4]


def test_furniture_is_left_out() -> None:
    article = article_of_lengths([10] * 5, furniture=frozenset({0, 3}))
    assert readable(article) == [1, 2, 4]
    assert chunks(Plan(article)) == [(1, 2, 4)]


def test_what_is_visible_comes_alone_and_first_and_then_what_is_around_it() -> None:
    article = article_of_lengths([100] * 100)
    plan = Plan(article)
    plan.look_at(article.paragraphs[50].start + 5, article.paragraphs[52].end)
    assert plan.sees_missing
    assert plan.take() == (50, 51, 52)
    assert not plan.sees_missing
    around = plan.take()
    assert {49, 53, 54} <= set(around)
    assert set(around) <= set(range(40, 70))


def test_a_look_into_a_gap_or_beyond_the_end_is_answered() -> None:
    article = article_of_lengths([100] * 10)
    plan = Plan(article)
    plan.look_at(article.paragraphs[4].end, article.paragraphs[4].end + 1)
    assert plan.take()[0] == 5
    plan = Plan(article)
    plan.look_at(10**9, 10**9 + 5)
    assert plan.take()[0] == 9


def test_a_chunk_of_long_paragraphs_is_short() -> None:
    taken = chunks(Plan(article_of_lengths([5_000] * 10 + [50_000] + [10] * 3)))
    assert max(map(len, taken)) <= 4
    assert (10,) in taken


def test_suspects_come_one_at_a_time() -> None:
    plan = Plan(article_of_lengths([10] * 6))
    assert list(iter(lambda: plan.take(alone={1, 2}), ())) == [(0,), (1,), (2,), (3, 4, 5)]


def test_what_is_given_back_is_asked_for_again() -> None:
    plan = Plan(article_of_lengths([10] * 6))
    lost = plan.take()
    plan.give_back(lost[1:3])
    assert chunks(plan) == [lost[1:3]]


@given(
    st.lists(st.integers(1, 15_000), max_size=80),
    st.lists(st.tuples(st.integers(-5, 200_000), st.integers(-5, 200_000)), max_size=20),
)
def test_every_paragraph_is_asked_for_exactly_once(lengths: list[int], looks: list[tuple[int, int]]) -> None:
    plan = Plan(article_of_lengths(lengths))
    taken: list[int] = []
    for look in looks:
        plan.look_at(*look)
        chunk = plan.take()
        assert len(chunk) <= max(LARGEST_CHUNK, LARGEST_VISIBLE_CHUNK)
        taken.extend(chunk)
    taken.extend(index for chunk in chunks(plan) for index in chunk)
    assert sorted(taken) == [*range(len(lengths))]
