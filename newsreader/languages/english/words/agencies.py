"""News agencies and media that sign stories, credit pictures and are quoted, each with what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_AGENCIES = """
    Reuters | Thomson Reuters | Thomson Reuters Foundation | AP = Associated Press, The Associated Press
    AFP = Agence France-Presse | UPI = United Press International | dpa = DPA | EPA | EFE | ANSA | APA | TASS = Tass
    ITAR-TASS | RIA | RIA Novosti | Interfax | Sputnik | Ruptly | Xinhua | Kyodo | Kyodo News | Jiji | Jiji Press
    Yonhap | KCNA | PTI = Press Trust of India | ANI | IANS | Bernama | Antara | AAP | PA = Press Association | PA Media
    The Canadian Press = Canadian Press | CP | Bloomberg | Dow Jones | States Newsroom | Anadolu = Anadolu Agency
    IRNA | ISNA | Fars = Fars News Agency | Tasnim | SANA | MENA | WAM | NNA | WAFA = Wafa | Petra | SPA | QNA | KUNA
    NTB | TT | Ritzau | BelTA = Belta | Ukrinform | UNIAN = Unian | Agerpres | MTI | PAP | CTK | Lusa = LUSA | Belga
    ATS | Keystone | CNA | JTA | VOA | RFE/RL
"""
"""What each is called, and after `=` how else it is written; in running text as in a dateline."""

_IN_DATELINES = "UNI | APP | AA | CNN | BBC"
"""Broadcasters that use datelines, and agencies whose letters mean something else in running text."""

_IN_CREDITS = "Getty | Getty Images | Wikinews"
"""What signs pictures and pages, and no datelines."""


def _written(table: str) -> Iterator[tuple[str, str]]:
    """Every form in which the agencies of a table are written, with what the agency is called."""
    for entry in table.replace("\n", "|").split("|"):
        name, _, others = entry.strip().partition(" = ")
        if name:
            yield name, name
            yield from ((other, name) for other in others.split(", ") if other)


AGENCIES = frozenset(form for form, _ in _written(f"{_AGENCIES}|{_IN_CREDITS}"))
"""Agencies as they stand in a dateline, a credit or a sentence; the short ones count as names only there."""

CALLED = {form.lower(): name for form, name in _written(f"{_AGENCIES}|{_IN_DATELINES}")}
"""What the agencies of datelines are called, by how they are written there, in lower case."""

UNMISTAKABLE = frozenset("Reuters Xinhua TASS ITAR-TASS Interfax Yonhap KCNA AFP Bernama Kyodo Ukrinform BelTA".split())
"""Agencies that need no brackets to be recognised."""

CREDITS = frozenset("reporting writing compiled editing".split())
"""What the writers of an agency's story did, in the credit at its end (`Editing by Jane Roe`)."""

MEDIA = frozenset(
    """BBC|CNN|NBC|CBS|ABC|NPR|PBS|CNBC|MSNBC|ITV|RTÉ|RTE|CBC|CTV|NHK|ARD|ZDF|RAI|TF1|RT|BBC News|NBC News|CBS News
|ABC News|Fox News|Sky News|Al Jazeera|Al-Jazeera|Al Arabiya|Al-Arabiya|Press TV|Deutsche Welle|Voice of America
|Radio Free Europe|Financial Times|New York Times|Washington Post|Wall Street Journal|Guardian|Times|Daily Telegraph
|Independent|Economist|USA Today|Los Angeles Times|Chicago Tribune|Boston Globe|Der Spiegel|Die Welt|Bild|Le Monde
|Le Figaro|El País|El Pais|El Mundo|La Repubblica|Corriere della Sera|Haaretz|Jerusalem Post|Times of India|Hindu
|Straits Times|South China Morning Post|Global Times|People's Daily|Asahi Shimbun|Sydney Morning Herald|Age
|Globe and Mail|Toronto Star|Politico|Axios|BuzzFeed|BuzzFeed News|HuffPost|Verge|Wired|Time|Newsweek|Forbes
|Kommersant|Izvestia|Pravda|Novaya Gazeta|Anadolu|Bellingcat|Mail on Sunday|Sunday Times|Sunday Telegraph
|Sunday Mirror|Daily Mail|Daily Mirror|Daily Express|Associated Newspapers|Rolling Stone|National Geographic|Nikkei
|Hurriyet|Rossiya 24|Dawn|Rappler|Al-Ahram|Al Ahram|Asharq Al-Awsat|Caixin|China Daily|People’s Daily|Xinhuanet
|Yomiuri Shimbun|Mainichi Shimbun|Korea Herald|Korea Times|Chosun Ilbo|JoongAng Ilbo|Bangkok Post|Jakarta Post|Kompas
|Philippine Star|Manila Times|Manila Bulletin|GMA News|ABS-CBN|NDTV|Indian Express|Hindustan Times|Scroll.in|Geo News
|Express Tribune|ARY News|Daily Star|Prothom Alo|Kathmandu Post|TOLOnews|Tolo News|Khaleej Times|Gulf News|Ynet|Maariv
|Yedioth Ahronoth|Times of Israel|Rudaw|Daily Sabah|Cumhuriyet|Milliyet|Kathimerini|Novosti|Vedomosti|Meduza|Kyiv Post
|Kyiv Independent|Ukrainska Pravda|Gazeta Wyborcza|Rzeczpospolita|TVN24|Süddeutsche Zeitung|Handelsblatt
|Frankfurter Allgemeine Zeitung|Die Zeit|Der Standard|Die Presse|Neue Zürcher Zeitung|Tages-Anzeiger|Libération
|Les Echos|Le Parisien|Ouest-France|L’Équipe|BFM TV|BFMTV|France 24|France Info|France 2|Euronews|La Stampa
|Il Sole 24 Ore|Gazzetta dello Sport|La Vanguardia|De Telegraaf|De Volkskrant|NOS|Svenska Dagbladet|Dagens Nyheter
|Aftenposten|Verdens Gang|NRK|SVT|Politiken|Berlingske|Yle|Helsingin Sanomat|Irish Times|Irish Independent
|Irish Examiner|Scotsman|Wales Online|WalesOnline|Manchester Evening News|Evening Standard|Channel 4|Channel 4 News
|Channel 5|STV|Sky Sports|TalkSport|Daily Star Sunday|New Yorker|Vox|Vice News|Mashable|TechCrunch|Gizmodo|Engadget
|Ars Technica|CNET|ZDNet|Recode|Business Insider|Barron’s|Barron's|MarketWatch|Bloomberg News|Bloomberg Businessweek
|Intercept|ProPublica|Mother Jones|Daily Beast|Daily Caller|Breitbart|Breitbart News|InfoWars|Drudge Report|Roll Call
|Vanity Fair|Hollywood Reporter|Billboard|TMZ|Esquire|Vogue|Playboy|Sports Illustrated|ESPN|TNT|HBO|Showtime|Starz
|Univision|Telemundo|C-SPAN|OAN|One America News Network|Newsmax|Fox Business|MTV|Nickelodeon|Comedy Central
|Miami Herald|Dallas Morning News|Houston Chronicle|San Francisco Chronicle|Seattle Times|Denver Post|Arizona Republic
|Philadelphia Inquirer|Detroit Free Press|Star Tribune|Baltimore Sun|Orlando Sentinel|Tampa Bay Times|New York Post
|New York Daily News|Newsday|Oregonian|Mercury News|Kansas City Star|Atlanta Journal-Constitution|Plain Dealer
|Las Vegas Review-Journal|Globo|O Globo|Folha de S.Paulo|Folha de S. Paulo|Estadao|Clarín|Clarin|La Nación|La Nacion
|El Tiempo|El Universal|Telesur|teleSUR|Herald Sun|RNZ|New Zealand Herald|NZ Herald|SBS|Nine News|Seven News
|Mail & Guardian|Daily Maverick|Sowetan|Premium Times|Daily Nation|Daily Monitor|New Vision|Lancet
|New England Journal of Medicine|New Scientist|Scientific American
|PLOS One|Charlie Hebdo""".replace("\n", "").split("|")
)
"""Broadcasters, newspapers and magazines, without a leading `The`."""

WITH_ARTICLE = frozenset(
    """Hague|Guardian|New York Times|Washington Post|Wall Street Journal|Times|Independent|Economist
|Daily Telegraph|Verge|Telegraph|Sun|Hindu|Times of India|Jerusalem Post|Straits Times|Age
|Globe and Mail|Sydney Morning Herald|Boston Globe|Intercept|Atlantic|New Yorker|Lancet|Conversation
|Onion|Hill|Canadian Press|Associated Press|Gambia|Bahamas|Beatles|Rolling Stones|Daily Beast|Daily Mail
|Daily Mirror|Scotsman|Observer|Spectator""".replace("\n", "").split("|")
)
"""Names whose `The`, written with a capital inside a sentence, is a part of them."""

PAPERS_IN_THE = frozenset("Atlantic Hill Nation Sun Hindu Conversation".split())
"""Papers that are known from something else by their `The` alone (`told The Atlantic`)."""
