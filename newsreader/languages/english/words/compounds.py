"""Places whose names have a small word between their parts."""

from __future__ import annotations

COMPOUND_PLACES = frozenset(
    """Trinidad and Tobago|Antigua and Barbuda|Saint Kitts and Nevis|Saint Vincent and the Grenadines
|São Tomé and Príncipe|Sao Tome and Principe|Bosnia and Herzegovina|Turks and Caicos Islands|Turks and Caicos
|Wallis and Futuna|Saint Pierre and Miquelon|Svalbard and Jan Mayen|Heard Island and McDonald Islands
|South Georgia and the South Sandwich Islands|Newfoundland and Labrador|Jammu and Kashmir
|Andaman and Nicobar Islands|Dadra and Nagar Haveli|Daman and Diu|Serbia and Montenegro|Dumfries and Galloway
|Tyne and Wear|Brighton and Hove|Perth and Kinross|Argyll and Bute|Telford and Wrekin|Hammersmith and Fulham
|Kensington and Chelsea|Barking and Dagenham|Windsor and Maidenhead|Bath and North East Somerset
|Redcar and Cleveland|Hereford and Worcester|Cheshire West and Chester|Devon and Cornwall|Avon and Somerset
|Orkney and Shetland|Ross and Cromarty|Caithness and Sutherland|Highlands and Islands|Yorkshire and the Humber
|Reggio nell’Emilia|Castile and León|Castile and Leon|Castilla y León|Antrim and Newtownabbey
|Armagh City, Banbridge and Craigavon|Newry, Mourne and Down|Ards and North Down|Lisburn and Castlereagh
|Derry and Strabane|Fermanagh and Omagh|Basingstoke and Deane|Tonbridge and Malling|Nuneaton and Bedworth
|Reigate and Banstead|Hinckley and Bosworth|Oadby and Wigston|Epsom and Ewell|Adur and Worthing
|Kingston and Surbiton|Vale of Glamorgan|Isle of Wight|Isle of Man|Isle of Skye|Isle of Lewis
|Lewis and Clark County|King and Queen County|Isle of Wight County|Lake of the Woods|Truth or Consequences
|Fond du Lac|Lac qui Parle""".replace("\n", "").split("|")
)
"""Countries, provinces, counties and districts of two parts, which are one place."""

JOINTS = frozenset(
    """upon on super under le la les sur sous en aux lès lez de du des am an der im ob auf by cum juxta et""".split()
)
"""Small words inside hyphenated places (`Weston-super-Mare`, `Stoke-on-Trent`, `Boulogne-sur-Mer`), lower case."""
