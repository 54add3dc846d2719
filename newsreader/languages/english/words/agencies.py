"""News agencies and media that sign stories, credit pictures and are quoted."""

from __future__ import annotations

AGENCIES = frozenset(
    """Reuters|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|UPI|United Press International
|dpa|DPA|ANSA|EFE|Xinhua|TASS|Tass|ITAR-TASS|RIA|RIA Novosti|Interfax|Kyodo|Kyodo News|Yonhap|KCNA|PTI
|Press Trust of India|ANI|IANS|Bernama|Antara|Anadolu|Anadolu Agency|IRNA|ISNA|Fars|Fars News Agency
|Tasnim|SANA|MENA|WAM|APA|PA|Press Association|PA Media|AAP|CP|The Canadian Press|Canadian Press
|Bloomberg|Dow Jones|Thomson Reuters|Getty|Getty Images|EPA|NTB|TT|Ritzau|BelTA|Belta|Ukrinform|Unian
|UNIAN|Agerpres|MTI|PAP|CTK|Lusa|LUSA|Belga|ATS|Keystone|CNA|NNA|Wafa|WAFA|Petra|SPA|QNA|KUNA|VOA|RFE/RL
|Ruptly|Sputnik|Wikinews""".replace("\n", "").split("|")
)
"""Agencies as they stand in a dateline or a credit; the short ones count as names only there."""

MEDIA = frozenset(
    """BBC|CNN|NBC|CBS|ABC|NPR|PBS|CNBC|MSNBC|ITV|RTÉ|RTE|CBC|CTV|NHK|ARD|ZDF|RAI|TF1|RT|BBC News|NBC News
|CBS News|ABC News|Fox News|Sky News|Al Jazeera|Al-Jazeera|Al Arabiya|Al-Arabiya|Press TV|Deutsche Welle
|Voice of America|Radio Free Europe|Financial Times|New York Times|Washington Post|Wall Street Journal
|Guardian|Times|Daily Telegraph|Independent|Economist|USA Today|Los Angeles Times|Chicago Tribune
|Boston Globe|Der Spiegel|Die Welt|Bild|Le Monde|Le Figaro|El País|El Pais|El Mundo|La Repubblica
|Corriere della Sera|Haaretz|Jerusalem Post|Times of India|Hindu|Straits Times|South China Morning Post
|Global Times|People's Daily|Asahi Shimbun|Sydney Morning Herald|Age|Globe and Mail|Toronto Star
|Politico|Axios|BuzzFeed|BuzzFeed News|HuffPost|Verge|Wired|Time|Newsweek|Forbes|Kommersant|Izvestia
|Pravda|Novaya Gazeta|Anadolu|Bellingcat|Mail on Sunday|Sunday Times|Sunday Telegraph|Sunday Mirror
|Daily Mail|Daily Mirror|Daily Express|Associated Newspapers|Rolling Stone|National Geographic|Nikkei
|Hurriyet|Rossiya 24""".replace("\n", "").split("|")
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
