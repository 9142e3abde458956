"""Polish words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
i w na do z nie to o jest po jak ale za od przez dla oraz przy lub tak czy tego jego aby bez pod ze
co być było były był może mogą nowy nowa nowe system systemu dane danych pracy plan projekt się są
będzie będą będziemy można także również między przed został została zostało zostały zostaną że już
więc który która które którzy którego których którym którą źródło źródła źródeł żaden żadna żadne
żeby życie życia świat świata świecie środa środę środy środki środków środek środowisko środowiska
ścieżka ścieżki ściśle śledztwo śledzić święto święta łatwo łatwy łatwiej łódź łącznie łączny
łączyć łącze łącza łączność łączności Łódź Łukasz Śląsk Śląska Śląskie Źródła Źródło Życie Żółty
Świat Środek Środki Środowisko Łącznie Łączność Świadek Świadkowie Święta Żadne Że Ćwiczenia
ćwiczenia ćwiczeń ósmy Ósmy ów Również wdrożenie wdrożenia wdrożeń wdrożyć wyników wynikami
użytkownik użytkownika użytkowników użytkownicy użytkownikom użycie użycia użyć używać używany
używane usług usługa usługi usługę dostęp dostępu dostępny dostępne dostępność następny następna
następne następnie następnego spotkanie część części częściowo częścią częsty często częściej
miejscowość miejscowości możliwość możliwości możliwe wiadomość wiadomości ilość ilości jakość
jakości wartość wartości zawartość całość całości przyszłość przyszłości przeszłość przyszły
przyszłym społeczność odpowiedzialność odpowiedź odpowiedzi rzeczywistość znajomość umiejętności
działalność ciągłość bezpieczeństwo bezpieczeństwa bezpieczeństwem państwo państwa województwo
województwa województwie kierownictwo wciąż wziąć wziął związek związku związane związany dziękuję
proszę muszę mogę chcę robię myślę wiem zrobię ząb dąb pięć pięćdziesiąt dziesięć dziewięć sześć
tydzień tygodniu dzień dni dziś dzisiaj miesiąc miesiąca miesiące miesięcy rocznie końca końcu
koniec kończyć zakończyć zakończono zakończenie zespół zespołu zespoły współpraca współpracy
współpracować mężczyzna zamówienie zamówienia zgłoszenie zgłoszenia zgłoszeń zgłoszono zgłosić
zgłaszać zgłaszają błąd błędy błędów błędu błędnie drugi druga ręce ręcznie piętro więcej więźniów
większy większa większe większość większości największy mniejszy wyższy niższy niższe dłuższy
dłużej krótszy krótki wcześniej później późniejszy późno rzadziej powyżej poniżej różny
różne różnych różnica różnicę różnice wróżyć mówić mówi mówił główny główna główne głównie ogólny
ogólne szczegół szczegóły szczegółowy szczegółowo wspólny wspólnie sposób sposoby osób osoby
powód powodów półtora południe północ północny góra góry górny dół dołu stół rozwój rozwoju wzór
pokój spójny spójność próba próby próbować róg wójt wójta źle źródłowy łódzki łódzkim łódzkie
łódzkiego małopolskie śląskie dolnośląskie świętokrzyskie wielkopolskie Kraków Krakowa Gdańsk
Gdańska Poznań Poznania Wrocław Wrocławia Białystok Toruń Rzeszów Lublin Częstochowa Małopolska
urządzenie urządzenia urządzeń urząd urzędu urzędem urzędnik urzędy sprzęt sprzętu sprzętem
narzędzie narzędzia narzędzi wewnętrzny wewnątrz zewnętrzny zewnątrz początek początku początkowy
pieniądze porządek porządku względem względu względnie wątpliwości wątek decyzją informacją
sytuację informację współrzędne należy należą zależy zależność zależności złożyć złożony złożona
złożono założyć założenie założenia ułożyć położenie położony przełożony możemy możesz nożem
jeżeli jeśli każdy każda każde każdego kążdy tylko niż aż też dążyć książka książki
ciężko ciężki duży dużo duża duże dużych służba służby służb obsługa obsługi obsługiwać obsługiwane
usłyszeć wysłać wysłano przesłać przesłane wysyłać wysyłka myśl pomysł pomysły umysł przemysł
przemysłu usługodawca biuro szkoła szkoły szkół szkolenie szkolenia szkoleń szkoleniowy
doświadczenie doświadczenia doświadczony świadomość oświadczenie odświeżyć świetny świetne świetnie
uświadomić ponieważ uważać uwagę ważny ważne ważna poważny rozważyć przeważnie sprawdzić sprawdzone
sprawdzają uzgodnić uzgodniono ustalić określić określony określone wyjaśnić wyjaśnienie
wyjaśnienia uprawnień uprawnienia właściwy właściwe właściciel właśnie własny własne władza władze
włączyć włączone wyłączyć przełączyć dołączyć dołączają podłączyć podłączone połączyć połączenie
połączenia połączone połączony wyłącznie płacić zapłacić płatność opłata opłaty kłopot główka
człowiek człowieka członek członkowie słowo słowa słownik słaby słuchać miasto miasta miał miała
miały mógł mogła mogły była robił zrobił zaczął zaczęła zaczęto przyjął przyjęto przyjęcie
podjął podjęto podjęcie zajęcie zajęcia pojęcie objąć osiągnąć osiągnięto wyciągnąć ciągły ciągle
zgodność przygotować przygotowań przyniosła przeprowadzić przegląd przeglądu przegląda wygląda
względy wdrażać wymagań mieszkańców mieszkańcy mieszkaniec sądzić sąd sądu sąsiad sąsiednie
sąsiedni zadań zadanie działanie działania działań działać działa dział działu oddział oddziału
podział udział udziału wydział wydziału wydziałowy całkowicie cały cała całe całego mały mała małe
stały stała stałe pełny pełna pełne pełnić spełnia uzupełnić dopełnić wypełnić zupełnie płynnie
październik października kwiecień wrzesień września styczeń stycznia sierpień grudzień luty
miesiącach marzec komendę komisję dyżurny dyżurnych dyżur zażalenie żądanie żądać pożar pożaru
żołnierz żywność pożyczka wyżej bieżący bieżące bieżących prośba prośby prośbę wersją stacją
komisją funkcją aplikacją organizacją pracą drogą nową starą główną dużą małą całą inną jedną każdą
pierwszą drugą trzecią ostatnią końcową techniczną cyfrową publiczną testową miejską osobą szkołą
grupą siecią bazą mapą policją strażą służbą umową ustawą zgodą wodą Małgorzata Paweł Michał
Stanisław Bolesław Władysław Wałęsa Zdzisław Grażyna Bożena
poniedziałek poniedziałku wtorek wtorku czwartek czwartku piątek piątku sobota sobotę soboty
niedziela niedzielę jutro wczoraj wieczór rano południu lutego marca kwietnia maj maja czerwiec
lipiec sierpnia listopad grudnia księga księgi księgowość księgowości księgowy księgowa książkę
książek chcą chce mają mieć robią zrobią mówią piszą idą będąc następuje spotkania spotkań
spotkaniu wysłane wysłał napisać napisał napisano przeczytać przeczytał kupić kupił kupiono kupować
sprzedaż sprzedaży przygotowano przygotował przygotowanie poprawić poprawiono poprawka poprawki
błędem błędami sprawdzono sprawdził sprawdzenie przenieść przeniesiono przełożyć przełożono
przełożona przesunąć przesunięto odłożyć zadzwonić zapytać zapytano odpowiedział pytanie pytania
pytań umówić umówiono umówione nauczyciel uczeń ucznia uczniowie uczniów szkole lekcja lekcje
lekcję zajęć ćwiczyć ćwiczenie ćwiczeniach rozdział rozdziału rozdziały tabela tabele tabelach
tabelę sprawozdanie sprawozdania sprawozdaniu rachunek rachunki rachunków umowa umowy umowę podróż
podróży zdrowie zdrowia lekarz lekarza dziecko dzieci rodzina rodziny przyjaciel każdej każdym
dobry dobra dobrze najważniejsze łatwe trudny trudne szybko szybciej wolno wszystko wszystkie
wszystkich gdzie kiedy dlaczego jednak zawsze nigdy jeszcze znowu potem teraz zaraz tutaj tam
wniosek wnioski wniosków zmiana zmiany zmian zmienić zmieniono dodać dodano usunąć usunięto zapisać
zapisano wybrać wybrano porównać porównanie porównano opisać opis dokończyć dokończono rozpocząć
rozpoczęto rozpoczęcie zacząć hasło hasła haseł sieć sieci serwer serwera kopia kopie kopii
zapasowa zapasowe klucz klucze zwiększyć zwiększono zmniejszyć wydłużyć skrócić skrócono mieście
ulica ulicy dzielnica okręg gmina gminy służyć sąsiedzi książeczka gałąź gałęzie wąski wąskie
"""
