"""Money: how amounts are added, split and rounded. Every document, sheet and check asks here.

The rules are those by which a Kosten- und Finanzierungsübersicht is read (§ 149 BauGB: what is
foreseeable is stated, as far as it is known), and of the project: nothing is invented.
"""
