"""German words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
der die das und in den von zu mit dem des ein eine einer einen einem ist im nicht auch auf als an
es sich wird werden sind war aus er hat dass sie nach bei um am wie noch nur oder aber vor zur bis
mehr durch man sein wurde wenn alle ihre unter wir neue neuen System Daten Projekt Arbeit Bericht
für über können könnte könnten müssen müsste müssten dürfen dürfte dürften möchte möchten mögen
möglich mögliche möglichen möglichkeit möglichkeiten
würde würden wäre wären hätte hätten käme gäbe während wählen wählt gewählt Wahl größer größere
größeren größerer größte größten größter
Größe Größen groß große großen großer großes Straße Straßen weiß heiß heißt heißen schließen
schließt schließlich einschließlich
außer außerdem außerhalb außen äußer äußere äußerst äußeren Außenstelle Außenstellen außergewöhnlich
Maß Maße Maßnahme Maßnahmen gemäß mäßig
regelmäßig regelmäßige regelmäßigen Fuß Füße Fußgänger Spaß Gruß Grüße grüßen süß stoßen Stoß Anstoß
fließen fließend
genießen gießen Schloß bloß Lösung Lösungen lösen gelöst Prüfung Prüfungen prüfen geprüft überprüfen
überprüft
Übung Übungen üben Überblick Übersicht Übergabe Übertragung übertragen übernehmen übernimmt
übernommen
überall überhaupt überlegen überwachen Überwachung überarbeiten überarbeitet übersetzen Übersetzung
übrig übrige übrigen übrigens überzeugen gegenüber darüber worüber hierüber herüber vorüber Über
Überprüfung
Überstunden Öffnung öffnen öffnet geöffnet eröffnen Österreich österreichisch
öffentlich öffentliche öffentlichen öffentlicher öffentlichkeit veröffentlichen veröffentlicht öfter
Ökonomie ökologisch Öl örtlich örtliche örtlichen
höher höhere höheren höchste höchsten höchstens Höhe Höhen hören hört gehört gehören zugehörig
Behörde Behörden Störung Störungen
stören gestört Größenordnung Änderung Änderungen ändern ändert geändert verändern verändert Ämter
Ärzte
Ärger ärgern Äpfel ähnlich ähnliche ähnlichen älter ältere älteren älteste Ähnlich Äußerung
ängstlich Ängste
Änderungswunsch ergänzen Ergänzung Ergänzungen ergänzt früh früher frühe frühen frühling spät später
späte späten spätestens nächste nächsten nächster nächstes
nächst zunächst natürlich Gebäude Gerät Geräte Geräten Schüler Länder Städte Stärke Stärken stärker
stärken Kräfte
kräftig Pläne plänen Verträge Anträge Beiträge Vorschläge Schläge Fälle Unfälle Zufälle Plätze
Sätze Gesetze Grundsätze Umsätze Gäste Wände Bänder Bände Hände Stände Zustände Umstände
Gegenstände Abstände Verbände Verständnis ständig ständige ständigen selbständig vollständig
vollständige vollständigen
Zuständigkeit Zuständigkeiten zuständig zuständige zuständigen abhängig unabhängig unabhängige
unabhängigen Abhängigkeit Abhängigkeiten hängen hängt Zusammenhänge
Vorgänge Zugänge Eingänge Ausgänge Gänge Länge Längen länger längere längeren fällig auffällig
gefährlich Gefährdung
ungefähr jährlich jährliche jährlichen Jährige Erklärung Erklärungen erklären erklärt klären klärt
geklärt Aufklärung
täglich tägliche täglichen Tätigkeit Tätigkeiten tätig tatsächlich hauptsächlich sächlich nämlich
Qualität Aktivität Aktivitäten
Kapazität Kapazitäten Priorität Prioritäten Identität Identitäten Realität Universität Universitäten
Mobilität Stabilität Komplexität
Sekretär militär ordnungsgemäß bewährt gewährleisten erwähnt erwähnen Verfügung
verfügbar Verfügbarkeit verfügen genügen genügend gültig gültige gültigen ungültig endgültig
Gültigkeit
Schlüssel Brücke Brücken Lücke Lücken Rücken zurück Rückgabe Rückmeldung Rückmeldungen Rücksicht
Stück Stücke Glück drücken
Drücken Druck Ausdrücke kürzlich kürzen gekürzt künftig künftige künftigen zukünftig zukünftige
zukünftigen vernünftig fünf fünfte
fünfzig zwölf Bücher Tücher Brüder Mütter Türen Tür führen führt geführt Führung Führungen
durchführen
durchgeführt Durchführung einführen Einführung eingeführt ausführlich ausführen Gebühr Gebühren
Gefühl Gefühle
fühlen kühl Kühlung Mühe bemühen Bemühungen Wünsche wünschen Gründe gründen gründlich gründliche
Gründung
begründen Begründung schützen Schutz geschützt unterstützen unterstützt Unterstützung nützlich
nützliche
nutzen jünger jüngere müde Müller Münzen wüsste Wüste Künstler künstlich künstliche würdig Bürger
Bürgermeister
Büro Büros Menü Menüs Küche Küchen Süden südlich Frühjahr Frühstück Hürde Hürden Kürze Schürze
stürzen Nürnberg
Württemberg Thüringen Lübeck Tübingen Zürich München Köln Düsseldorf Göttingen Osnabrück
Saarbrücken Würzburg Mönchengladbach Böhmen Löschen löschen gelöscht Wörter Wörterbuch böse Töne
König Söhne Vögel Körper körperlich völlig gewöhnlich nötig nötige nötigen benötigen benötigt
verzögern
verzögert Verzögerung Verzögerungen möglichst Schön schön schöne schönen fördern gefördert Förderung
Förderungen erfordern
ermöglichen ermöglicht größtenteils Töchter Köpfe Stöcke Blöcke Löcher Röhre tödlich
persönlich persönliche persönlichen Persönlichkeit französisch französische französischen Börse
Dörfer Öfen Möbel Höfe Hölle häufig häufige häufigen
häufen Häuser Bäume Räume geräumig Träume Läufe Abläufe Verläufe Verkäufe läuft abläuft käuflich
Gebäuden säubern bräuchte äußern Schäden beschädigt schädlich Wärme wärmer Bär Mädchen Männer März
Jäger Träger Käse Nähe nähern nähere näheren ernährung zählen zählt Zähler Anzahl erzählen
gezählt wählbar schätzen Schätzung geschätzt zusätzlich zusätzliche zusätzlichen gegensätzlich
ersetzen
Arbeitsplätze Einsätze Einsatzkräfte Einsatzpläne Prozeß Größter Jürgen Jörg Günter Günther Björn
Sören Schröder Götz Käthe Bärbel Übergang Übergänge Präsentation Präsentationen präsentieren
Präsident
präzise Präsenz Prävention
"""
