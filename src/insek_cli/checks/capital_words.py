"""Short words and units that stand in capitals now and then and are no abbreviations."""

_COMMON = """
ab aber alle alles als also alt am an ans auch auf aus bald bei beim bis da dabei damit dann das
dass dem den denn der des dich die dies dir doch dort du durch ein eine einem einen einer er es
etwa euch fast für ganz gar gegen gern gibt groß gut hat hier hin hoch ich ihm ihn ihr im immer
in ins ist ja jede jeder jetzt kann kein klein kurz lang laut man mehr mein mich mir mit muss
nach nah nein neu neue neuer nicht nie noch nun nur ob oben oder ohne per rund sehr sein seit
sich sie sind so soll statt tief um und uns unser unten unter viel vom von vor wann war warum was
weg weil weit wenig wenn wer wie wieder wir wird wo zu zum zur zwei drei vier acht stopp halt
and by for from in made new not now of on open or the to with
"""
_UNITS = """
EUR USD CHF GBP TEUR MIO MRD W KW MW GW TW WH KWH MWH GWH TWH KWP MWP VA KVA MVA KV MV
MM CM DM KM HA QM CBM KG MG DB HZ KHZ MHZ GHZ KB MB GB TB UHR PS BAR
"""

COMMON = frozenset(_COMMON.split())
"""Small words of German, and English ones of slogans."""
UNITS = frozenset(_UNITS.split())
"""Units and currencies that may stand in capitals."""
