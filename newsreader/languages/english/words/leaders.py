"""People whom news names without saying who they are, like countries: what a newspaper assumes its readers to know."""

from __future__ import annotations

LEADERS = frozenset(
    """Trump Biden Obama Clinton Bush Reagan Nixon Kissinger Putin Yeltsin Gorbachev Medvedev Navalny Zelenskiy
    Zelensky Zelenskyy Merkel Scholz Macron Sarkozy Hollande Chirac Thatcher Blair Sunak Starmer Trudeau Netanyahu
    Arafat Abbas Erdogan Erdoğan Assad Rouhani Khamenei Khomeini Gaddafi Mubarak Saddam Modi Duterte Bolsonaro Lula
    Maduro Chavez Chávez Mandela Ramaphosa Zuma Mugabe Orban Orbán Berlusconi Lukashenko Stalin Lenin Hitler
    Zuckerberg Bezos Musk""".split()
)
"""Surnames that stand for one person."""
