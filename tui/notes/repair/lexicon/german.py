"""German words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
der die das und in den von zu mit dem des ein eine einer einen einem ist im nicht auch auf als an
es sich wird werden sind war aus er hat dass sie nach bei um am wie noch nur oder aber vor zur bis
mehr durch man sein wurde wenn alle ihre unter wir neue neuen System Daten Projekt Arbeit Bericht
für über können könnte/n müssen müsste/n dürfen dürfte/n möchte/n mögen möglich/e/en/keit/keiten
würde/n wäre/n hätte/n käme gäbe während wählen wählt gewählt Wahl größer/e/en/er größte/n/r
Größe/n groß/e/en/er/es Straße/n weiß heiß/t heißen schließen schließt schließlich einschließlich
außer/dem/halb außen äußer/e/st/en Außenstelle/n außergewöhnlich Maß Maße Maßnahme/n gemäß mäßig
regelmäßig/e/en Fuß Füße Fußgänger Spaß Gruß Grüße grüßen süß stoßen Stoß Anstoß fließen fließend
genießen gießen Schloß bloß Lösung/en lösen gelöst Prüfung/en prüfen geprüft überprüfen überprüft
Übung/en üben Überblick Übersicht Übergabe Übertragung übertragen übernehmen übernimmt übernommen
überall überhaupt überlegen überwachen Überwachung überarbeiten überarbeitet übersetzen Übersetzung
übrig/e/en/ens überzeugen gegenüber darüber worüber hierüber herüber vorüber Über Überprüfung
Überstunden Öffnung öffnen öffnet geöffnet eröffnen Österreich österreichisch
öffentlich/e/en/er/keit veröffentlichen veröffentlicht öfter Ökonomie ökologisch Öl örtlich/e/en
höher/e/en höchste/n höchstens Höhe/n hören hört gehört gehören zugehörig Behörde/n Störung/en
stören gestört Größenordnung Änderung/en ändern ändert geändert verändern verändert Ämter Ärzte
Ärger ärgern Äpfel ähnlich/e/en älter/e/en älteste Ähnlich Äußerung ängstlich Ängste
Änderungswunsch ergänzen Ergänzung/en ergänzt früh/er/e/en/ling spät/er/e/en/estens nächste/n/r/s
nächst zunächst natürlich Gebäude Gerät/e/en Schüler Länder Städte Stärke/n stärker stärken Kräfte
kräftig Pläne plänen Verträge Anträge Beiträge Vorschläge Schläge Fälle Unfälle Zufälle Plätze
Sätze Gesetze Grundsätze Umsätze Gäste Wände Bänder Bände Hände Stände Zustände Umstände
Gegenstände Abstände Verbände Verständnis ständig/e/en selbständig vollständig/e/en
Zuständigkeit/en zuständig/e/en abhängig unabhängig/e/en Abhängigkeit/en hängen hängt Zusammenhänge
Vorgänge Zugänge Eingänge Ausgänge Gänge Länge/n länger/e/en fällig auffällig gefährlich Gefährdung
ungefähr jährlich/e/en Jährige Erklärung/en erklären erklärt klären klärt geklärt Aufklärung
täglich/e/en Tätigkeit/en tätig tatsächlich hauptsächlich sächlich nämlich Qualität Aktivität/en
Kapazität/en Priorität/en Identität/en Realität Universität/en Mobilität Stabilität Komplexität
Sekretär militär ordnungsgemäß wäre wären während bewährt gewährleisten erwähnt erwähnen Verfügung
verfügbar Verfügbarkeit verfügen genügen genügend gültig/e/en ungültig endgültig Gültigkeit
Schlüssel Brücke/n Lücke/n Rücken zurück Rückgabe Rückmeldung/en Rücksicht Stück/e Glück drücken
Drücken Druck Ausdrücke kürzlich kürzen gekürzt künftig/e/en zukünftig/e/en vernünftig fünf fünfte
fünfzig zwölf Bücher Tücher Brüder Mütter Türen Tür führen führt geführt Führung/en durchführen
durchgeführt Durchführung einführen Einführung eingeführt ausführlich ausführen Gebühr/en Gefühl/e
fühlen kühl Kühlung Mühe bemühen Bemühungen Wünsche wünschen Gründe gründen gründlich/e Gründung
begründen Begründung schützen Schutz geschützt unterstützen unterstützt Unterstützung nützlich/e
nutzen jünger/e müde Müller Münzen über wüsste Wüste Künstler künstlich/e würdig Bürger/meister
Büro/s Menü/s Küche/n Süden südlich Frühjahr Frühstück Hürde/n Kürze Schürze stürzen Nürnberg
Württemberg Thüringen Lübeck Tübingen Zürich München Köln Düsseldorf Göttingen Osnabrück
Saarbrücken Würzburg Mönchengladbach Böhmen Löschen löschen gelöscht Wörter Wörterbuch böse Töne
König Söhne Vögel Körper körperlich völlig gewöhnlich nötig/e/en benötigen benötigt verzögern
verzögert Verzögerung/en möglichst Schön schön/e/en fördern gefördert Förderung/en erfordern
ermöglichen ermöglicht größtenteils Töchter Köpfe Stöcke Blöcke Löcher Röhre tödlich
persönlich/e/en Persönlichkeit französisch/e/en Börse Dörfer Öfen Möbel Höfe Hölle häufig/e/en
häufen Häuser Bäume Räume geräumig Träume Läufe Abläufe Verläufe Verkäufe läuft abläuft käuflich
Gebäuden säubern bräuchte äußern Schäden beschädigt schädlich Wärme wärmer Bär Mädchen Männer März
Jäger Träger Käse Nähe nähern nähere/n Nähe ernährung später zählen zählt Zähler Anzahl erzählen
gezählt wählbar schätzen Schätzung geschätzt zusätzlich/e/en gegensätzlich Sätze ersetzen
Arbeitsplätze Einsätze Einsatzkräfte Einsatzpläne Prozeß Größter Jürgen Jörg Günter Günther Björn
Sören Schröder Götz Jäger Käthe Bärbel Übergang Übergänge Präsentation/en präsentieren Präsident
präzise Präsenz Prävention
"""
