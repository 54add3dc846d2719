"""In which sphere of life somebody stands, by the words that news puts beside the name."""

from __future__ import annotations

_SPHERES = """
politics: president vice-president premier chancellor minister secretary undersecretary senator sen congressman
    congresswoman governor gov mayor councillor councilman councilwoman ambassador envoy mp mep lawmaker legislator
    politician candidate taoiseach assemblyman assemblywoman diplomat speaker
sport: midfielder striker defender goalkeeper forward winger quarterback pitcher batsman bowler rider cyclist swimmer
    sprinter golfer boxer wrestler footballer cricketer player teammate team-mate seed seeded coach skipper jockey
    outfielder shortstop linebacker halfback fullback prop skier skater gymnast rower decathlete hurdler marathoner
arts: singer songwriter musician rapper guitarist drummer actor actress comedian filmmaker author novelist writer poet
    artist painter composer pianist violinist conductor dancer choreographer sculptor screenwriter playwright
science: scientist physicist mathematician economist researcher astronaut professor biologist chemist geologist
    astronomer psychologist virologist epidemiologist historian
business: ceo cfo coo founder co-founder cofounder entrepreneur businessman businesswoman billionaire tycoon investor
    banker analyst strategist
law: judge justice magistrate prosecutor solicitor barrister lawyer attorney
forces: general lieutenant colonel major admiral sergeant corporal brigadier marshal commodore trooper
church: cardinal archbishop bishop reverend pastor rabbi imam pope
police: constable inspector superintendent detective sheriff
"""

SPHERE_OF = {
    word: sphere.strip()
    for block in _SPHERES.replace("\n    ", " ").strip().split("\n")
    for sphere, _, words in [block.partition(":")]
    for word in words.split()
}
"""The sphere of each office, rank and trade, lower case."""
