"""Romanian words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
de la a și în cu nu o un care pe din este mai pentru sau ale al cel cea fi au fost ca prin dar sunt
că să se le lui toate după până fără către această acestea aceasta acest aceste așa dacă încă
înainte când cât câte deși fiecare între împreună împotriva înapoi înalt înalte începe
început începutul încât încercare încheiat încheierea încredere îndeplinit înființare îngrijire
înlocui înregistrare înregistrat însă însemna însuși înțelegere înțelegerii înțelege învățământ
învățare întâlnire întâlnirea întâi întârziere întotdeauna întrebare întrebări întreg întreprindere
îl îi îmi își îți îmbunătățire ședință ședinței ședințe școală școli școlar știe știre știri șef
șeful șapte șase șters Șeful Școala țară țări ținut ține țintă ținte țintele țigară Țara Țări
soluție soluția soluții situație situația informație informații informația instituție instituții
atenție acțiune acțiuni funcție funcții relație relații condiții direcție direcția protecție
populație organizație aplicație aplicații operațiune evaluare evaluări modificări modificare
pregătire pregătirea pregătit verificare verificarea verificări primărie primăria primăriei poliție
poliția poliției siguranță siguranța rețea rețele rețeaua cerință cerințe cerințele echipă echipei
echipa lună luni lunii săptămână săptămâni săptămâna zi zile astăzi mâine ieri ora oră român română
românesc România București Iași Brașov Constanța Timișoara Galați Ploiești Încă În Înainte Între
Întâlnire Însă Îmbunătățire răspuns răspunsul răspunsuri așteptăm așteptare așteaptă mașină mașini
mașinile oraș orașe orașul orașului județ județul județului performanță măsură măsuri
măsurile mărime mare mână pâine câine sfârșit sfârșitul rămân rămâne rămas aceleași același aceeași
totuși oricând niciodată numai două doi câțiva puțin puține mulți multă bună bine vârstă apă
casă masă dată datele față legătură legături legătura bază bazele începând următor următoarea
următoarele trebuie făcut face aprobată aprobat stabilit ministerul hotărâre hotărârea vânzare
cumpărare
"""
