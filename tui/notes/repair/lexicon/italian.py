"""Italian words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
di che il la le gli lo un una del della dei delle degli nel nella nei nelle dal dalla con per non
si sono come anche questo questa questi dopo prima ogni tutto tutti nuovo progetto sistema rete
dati è più può già così perché però sarà città qualità attività velocità priorità università
comunità possibilità responsabilità disponibilità modalità funzionalità complessità necessità
capacità opportunità difficoltà novità realtà società libertà verità unità identità autorità entità
quantità metà età civiltà volontà facoltà proprietà povertà varietà mobilità sicurezza utilità
località avrà farà dirà potrà dovrà vorrà verrà andrà darà starà sarò avrò farò potrò sarebbe
lunedì martedì mercoledì giovedì venerdì sì lì là giù su qua né sé ciò cioè caffè tè bebè
È c'è cos'è dov'è finché affinché benché poiché giacché purché anziché nonché fuorché perciò
trentatré ventitré virtù gioventù tribù menù Perù ragù andò mandò restò trovò passò arrivò iniziò
Così Perché Più Può Sarà Già Però Città Cioè Poiché Finché Attività Qualità Priorità Università
"""
