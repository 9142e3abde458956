"""Czech and Slovak words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
a se v na je že o s z do i to k ve pro za by ale si po jako jsou od která který které jeho jsem tak
jak ze byl byla bylo byly nebo až bude budou jen také při již co aby má mají může mohou už než
když kdy kde však ještě protože proto přes před přede mezi podle kvůli během díky kromě
kteří kterou kterého kterých kterým můžeme můžete musí musíme není nejsou nemá nelze příští přehled
přehledu přehledy řešení řešit řešen říká říci řekl říjen října řada řady řadu řád řídit řidič
řidičů řidiči řízení úřad úřadu úřady účet účtu účty účel účelem účinné účinný účast účastník
účastníci účtování úkol úkoly úkolů Úřad Účet Úkol Úkoly Údaje údaje údajů údržba údržbu údržby
Údržba úroveň úrovně úspěch úspěšně úspěšný úprava úpravy upravit úterý Úterý útok útoky území úzce
únor února žádost žádosti žádostí žádný žádná žádné žádá žádat žije život života životní žena ženy
Žádost Život čas času časy část části částka částečně často častý číslo čísla číst článek člověk
člověka členové členů český česká české čeština Čas Část Česká České Český Číslo Článek činnost
činnosti čtvrtek čtvrtý čtyři červen červenec června Červen čeká čekat čekání čistý školení škola
školy škole školní Škola Školení šest šestý šéf široký šířka šance špatný Šest Šéf změna změny
změně změnu změnit změněno změní zpráva zprávy zprávu správa správy správce správně správný systém
systému systémy výkaz výkazu výsledek výsledky výsledků výběr výběru výhoda výhody význam významný
výzva výzvy vývoj vývoje výše výška výkon výkonu výroba výroční vždy vše všech všechny všechno
všichni všem více víc víme vím vítáme vítěz věc věci věk věřit většina většiny větší větších vědět
ví něco někdo někdy některé některý několik město městě města městská městský městskou měsíc měsíce
měření měl měla mělo měli mít míra míru místo místa místní mírně modré příprava přípravy připravit
připraven příklad příkladů přístup přístupu přístroj příjem příliš přímo případ případě případů
přijat přijata přijde přidat přidán překlad předat předání předložit předseda přesně přesný
přestože přihlásit přinesl přispět příčina přerušit přenos přenosu převod převzít proč první
prvních druhý druhá druhé třetí pátý pátek středa středu neděle neděli sobota pondělí dokončit
dokončíme dokončení dokončen zůstává zůstat zůstane průběh průběhu proběhne proběhlo proběhnou
důvod důvodu důležité důležitý důležitá půl působit způsob způsobem můj tvůj dům domů stůl
vůbec vůči zákon zákona základ základní zákazník zákazníci zákazníků záloha zálohy záznam záznamy
záznamů zápis září závěr závěrem zařízení zájem zástupce zajistit zajištění zjistit zjištění
zabezpečení bezpečnost bezpečnosti bezpečný spolupráce společnost společnosti společně spojení
připojení napájení síť sítě síti sítí služba služby služeb návrh návrhu návrhy nástroj nástroje
náklady nákladů název názvu nákup náhrada náš naše následující nový nová nové nového další dalších
dál dále dálnice dán dávat velký velká velké malý malá malé dobrý dobrá dobré stejný stejně různé
různých rychlý rychlosti rychle krátký dlouhý vysoký nízký hlavní státní veřejný veřejné soukromý
právo práva právě práce práci pracovník pracovníků pracovní podpora podpis podpisu podmínky
podmínek pokračovat pokud povolení požadavek požadavky požadavků použít použití používá používat
potíže potíží pomůže počet počtu počítač počítače počítačů poznámka poznámky poslední posílit
jednání jedná setkání oddělení hodnocení uživatel uživatelé uživatelů vyžaduje vysvětlení vysvětlit
vyřešit vytvořit vytvoření vypnout zapnout rozpočet rozpočtu rozhodnutí rozšířit rozšíření smlouva
smlouvy dodavatel dodavatele dohoda kvalitu ovlivní vláda vládní ministerstvo policií policejní
hasiči záchranáři Příští Přehled Předat Připravit Příprava Při Před Řešení Řízení Říjen Plzeň Ústí
Jiří Tomáš Lukáš Ondřej Matěj Vojtěch Václav Zdeněk František Jaromír Miloš Aleš Luboš Šimon Dvořák
Novák Nováková Svoboda Černý Procházka Kučera Veselý Horák Němec Čapek Kříž Růžička Fiala Beneš
"""
