"""The codes of countries (ISO 3166-1 alpha-2), each with the usual name that `countries` has."""

from __future__ import annotations

from newsreader.languages.english.words.countries import COUNTRY_OF_NAME

_CODES = """
af Afghanistan; al Albania; dz Algeria; ad Andorra; ao Angola; ag Antigua and Barbuda; ar Argentina; am Armenia;
au Australia; at Austria; az Azerbaijan; bs Bahamas; bh Bahrain; bd Bangladesh; bb Barbados; by Belarus; be Belgium;
bz Belize; bj Benin; bt Bhutan; bo Bolivia; ba Bosnia and Herzegovina; bw Botswana; br Brazil; bn Brunei; bg Bulgaria;
bf Burkina Faso; bi Burundi; kh Cambodia; cm Cameroon; ca Canada; cv Cape Verde; cf Central African Republic; td Chad;
cl Chile; cn China; co Colombia; km Comoros; cd Democratic Republic of the Congo; cg Republic of the Congo;
cr Costa Rica; hr Croatia; cu Cuba; cy Cyprus; cz Czech Republic; dk Denmark; dj Djibouti; dm Dominica;
do Dominican Republic; tl East Timor; ec Ecuador; eg Egypt; sv El Salvador; gq Equatorial Guinea; er Eritrea;
ee Estonia; sz Eswatini; et Ethiopia; fj Fiji; fi Finland; fr France; ga Gabon; gm Gambia; ge Georgia; de Germany;
gh Ghana; gr Greece; gl Greenland; gd Grenada; gt Guatemala; gn Guinea; gw Guinea-Bissau; gy Guyana; ht Haiti;
hn Honduras; hk Hong Kong; hu Hungary; is Iceland; in India; id Indonesia; ir Iran; iq Iraq; ie Ireland; il Israel;
it Italy; ci Ivory Coast; jm Jamaica; jp Japan; jo Jordan; kz Kazakhstan; ke Kenya; ki Kiribati; xk Kosovo; kw Kuwait;
kg Kyrgyzstan; la Laos; lv Latvia; lb Lebanon; ls Lesotho; lr Liberia; ly Libya; li Liechtenstein; lt Lithuania;
lu Luxembourg; mo Macau; mg Madagascar; mw Malawi; my Malaysia; mv Maldives; ml Mali; mt Malta; mh Marshall Islands;
mr Mauritania; mu Mauritius; mx Mexico; fm Micronesia; md Moldova; mc Monaco; mn Mongolia; me Montenegro; ma Morocco;
mz Mozambique; mm Myanmar; na Namibia; nr Nauru; np Nepal; nl Netherlands; nz New Zealand; ni Nicaragua; ne Niger;
ng Nigeria; kp North Korea; mk North Macedonia; no Norway; om Oman; pk Pakistan; pw Palau; ps Palestine; pa Panama;
pg Papua New Guinea; py Paraguay; pe Peru; ph Philippines; pl Poland; pt Portugal; pr Puerto Rico; qa Qatar;
ro Romania; ru Russia; su Soviet Union; rw Rwanda; ws Samoa; sa Saudi Arabia; sn Senegal; rs Serbia; sc Seychelles;
sl Sierra Leone; sg Singapore; sk Slovakia; si Slovenia; sb Solomon Islands; so Somalia; za South Africa;
kr South Korea; ss South Sudan; es Spain; lk Sri Lanka; sd Sudan; sr Suriname; se Sweden; ch Switzerland; sy Syria;
tw Taiwan; tj Tajikistan; tz Tanzania; th Thailand; tg Togo; to Tonga; tt Trinidad and Tobago; tn Tunisia; tr Turkey;
tm Turkmenistan; tv Tuvalu; ug Uganda; ua Ukraine; ae United Arab Emirates; gb United Kingdom; us United States;
uy Uruguay; uz Uzbekistan; vu Vanuatu; va Vatican City; ve Venezuela; vn Vietnam; ye Yemen; yu Yugoslavia;
zm Zambia; zw Zimbabwe
"""

COUNTRY_OF_CODE: dict[str, str] = {
    code: COUNTRY_OF_NAME[name] for code, _, name in (each.strip().partition(" ") for each in _CODES.split(";"))
}
"""The usual name of each country by its code in lower case; `su` and `yu` are of countries that are gone."""
