"""Hungarian words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
a az és hogy nem is egy ez meg volt van de ha csak már mint még el lesz fel ki be vagy azt ezt
pedig után alatt között előtt szerint által amely amelyek ahol amikor majd most minden új régi nagy
kis jó több kevés kérdés kérdések kérdést következő következtetés ülés ülést ülésen ügy ügyek
ügyfél újra újabb úgy út utat útján össze összes összesen összegezzük összegzés őket ők őszig
ősszel őrzés őrség rendőrség rendőr rendőri hálózat hálózati hálózatot költség költségek
költségeket költségvetés határidő határidők határidőket határozat jegyzőkönyv jegyzőkönyvét jegyzet
készítsük készül készült készít készítés lassú lassúbb gyors gyorsabb idő időt időben időpont
működik működés működési szükséges szükség lehetőség lehetőségek elő elől előre előző először
előadás első elsősorban elsőbbség erő erők erős nő nők fő főleg főnök főként felelős felelősség
fejlesztés fejlesztési fejlődés felhasználó felhasználók felhasználói információ információk üzenet
üzenetek üzemeltető üzemeltetés üzemel ünnep ürít őt őszi ötlet öt öv ön önálló önkormányzat
önkormányzati örül ért értesítés érték értékelés értekezlet év évek éves ével én épület építés élet
él éjszaka ég étel érdek érintett érkezik Év Élet Én És Érték kérés kérések kérem kérjük kész
később késés kép képzés képzések képes ként kívül körül közös közben közlekedés
központ központi könyv könnyű külön különböző küld küldés küldött kül Új Újra Úgy Út Ütemterv
Ülés Üzenet Őket Első Így így Ügy Össze Összesen Öt Ő Ők vezető vezetők vezetőség
vezetőségnek vezetés város városi városok várunk várható vár válasz válaszok változás változások
változat változtatás védelem védelmi végén vég végre végrehajtás végül véleménye vizsgálat számára
szám számok száma számítógép szándék szerződés szerződések személy személyes személyzet
szolgáltatás szolgáltatások szükségünk szülő szőlő tárgyalás tárgyalások társaság tábla táblázat
tanár tanácsadó tanács találkozó találkozás találtak támogatás támogatja telepítés terület
területek tűz tűzoltó történik történt többi többség többször tömeg törvény tudás
tízezer bővítés bővítéssel bővíteni biztonság biztonsági biztonságos bevezetés bevezetése belépés
beállítás beállítások beszámoló döntés döntések döntöttünk döntött dátum díj délután délelőtt egyéb
egység egységes együtt együttműködés ellenőrzés ellenőrizni elérhető elkészült eljárás emlékeztető
engedély eredmény eredmények esemény események eszköz eszközök fázis fájl fájlok feladat feltétel
figyelmeztetés folyamat frissítés gép gépek gyűlés gyűjtés hét hétfő hónap hónapok hónapban határ
hiányzik hiba hibák három húsz igény igények ígéret indítás intézkedés intézkedések intézmény
javítás jelentés jelentést jövő jövőre járőr jármű járművek kapcsolat kapcsolódik kamerák költöző
lépés lépések leírás létre levél lévő lista másik más másolat máshol május március meghívó
megbeszélés megoldás megoldások mérés mérték mód módosítás módszer munkatárs múlt műszaki műszer
művelet nélkül néhány név nevek negyedév nyitott nyilvános oktatás óra órák október olvasás összeg
pénz pénteken próba próbák rádió részt rész részletek részére rövid rögzítés rögzíteni sürgős
súlyos
"""
