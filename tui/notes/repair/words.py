"""Which letters go together: learned from common words of the languages notes are written in.

Only used to choose between letters of which the same bytes are left, such as Á and Í. The lists
hold words in which such letters occur; they are no dictionary.
"""

import math
import re
from collections import Counter
from functools import cache
from typing import Final

_SIGN_INSIDE = re.compile(r"(?<=[a-z])[÷×¤¨¬¯¶±¢£¥§¹´¸¿¡«¦](?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_WORDS: Final = (
    # Spanish
    "así aquí allí ahí sí mí día días país países había podría sería tendría debería todavía "
    "vía vías guía guías línea líneas según difícil fácil útil últimas último última únicos "
    "única único área áreas índice índices ítem ítems árbol árboles ámbito ámbitos ágil ánimo "
    "África Ángel Íntegro íntegra ícono íconos ídolo ídem Álvaro Ávila Ávalos Ínigo Águila "
    "águila ático ácido ártico ángulo ápice álbum ágora álgebra éxito época él éste élite "
    "órgano órganos óptimo óptica órdenes Óscar orden ética étnico política políticas público "
    "pública públicos técnica técnico técnicas técnicos tecnología tecnologías metodología "
    "categoría categorías auditoría mayoría policía policías ciudadanía energía economía "
    "garantía teoría compañía estadística estadísticas logística informática matemática "
    "práctica prácticas crítica crítico críticas básica básico específico específica "
    "específicos científico gráfico gráficos gráfica título títulos capítulo artículo vehículo "
    "vehículos cálculo módulo módulos código códigos método métodos período análisis síntesis "
    "crisis hipótesis dirección información comunicación organización gestión sesión versión "
    "revisión decisión misión visión región acción función operación situación solución "
    "educación evaluación implementación capacitación innovación planificación también además "
    "después través interés inglés mes más menos está están será serán hará mañana año años "
    "niño señor señora diseño español pequeño compañero número números jurídico jurídica "
    "vínculo límite límites dígito físico física físicos química médica médico rápido rápida "
    "índole ínfimo María García Martínez Rodríguez Sánchez Hernández López Pérez Gómez Díaz "
    "Núñez Muñoz Ibáñez México Perú Panamá Bogotá Medellín Córdoba Málaga Cádiz Mónica Andrés "
    "José Jesús Raúl Sofía Lucía Rocío Inés Ramón Martín Agustín Víctor Ángela Íñigo Úrsula "
    "últimamente útiles próximo próxima máximo mínimo mínima anónimo sistemática automático "
    "digitalización río ríos frío oír reír raíz maíz baúl leído creído oído caída salida sabía "
    "hacía tenía venía decía quería "
    # Portuguese
    "não são estão então função ação ações nação relação situação solução informação gestão "
    "reunião decisão versão sessão região opinião união à às já até só é você vocês português "
    "três também além porém através após saída saúde possível disponível nível níveis início "
    "Índia água águas árvore ânimo âmbito ângulo êxito ênfase ético órgão órgãos ótimo óleo "
    "ônibus úteis ícone cães mães mãe irmã manhã amanhã coração orçamento força começo serviço "
    "criança segurança mudança João Antônio Conceição São Luís município municípios relatório "
    "necessário usuário horário calendário "
    # French
    "où là déjà voilà été même être très après près dès élève élèves école écoles équipe "
    "équipes étape étapes étude études état États État École Équipe Étape Étude Évaluer Éviter "
    "Être À Ça ça français façon reçu leçon garçon système systèmes problème problèmes modèle "
    "modèles règle réseau réseaux réunion réunions sécurité qualité activité société université "
    "théorie stratégie énergie général générale généraux développement préparer vérifier "
    "évaluer créer tâche tâches château hôtel hôpital côté coût coûts août île maître connaître "
    "naïf maïs noël œuvre cœur sœur œil bœuf dîner bientôt plutôt contrôle rôle dépôt fête tête "
    "forêt prêt intérêt "
    # German
    "für über können könnte müssen müsste während größer größere Größe groß große Straße "
    "Straßen weiß heißt schließen schließlich außerdem außen Maßnahme Maßnahmen gemäß Fuß Spaß "
    "Gruß grüßen Lösung Prüfung Übung Überblick Übersicht Übergabe Öffnung öffnen Österreich "
    "öffentlich Änderung Änderungen ändern Ämter Ärzte Äpfel ähnlich älter früh später nächste "
    "nächsten natürlich Behörde Gebäude Gerät Geräte Schüler Länder Städte Zürich München Köln "
    "Düsseldorf gehört zurück "
    # Italian
    "è più può già così perché però sarà città qualità attività velocità priorità università "
    "lunedì martedì mercoledì giovedì venerdì È cioè né sé caffè lì giù Già Così Perché Più Può "
    "Sarà "
    # Polish
    "się jest są będzie będą może można także również między przez przed został została zostały "
    "że już więc który które którzy która źródło źródła żaden żadna życie świat środa środę "
    "środki ścieżka śledztwo święto łatwo łódź łącznie Łódź Łukasz Śląsk Źródła Życie Żółty "
    "Świat Środek wdrożenie wyników użytkownik użytkowników użytkownicy usług usługi dostęp "
    "następny następne spotkanie część części częściowo miejscowość możliwość wiadomość "
    "bezpieczeństwo państwo wciąż związek dziękuję proszę ząb dąb pięć dziesięć tydzień dzień "
    "kończyć końcu zespół współpraca mężczyzna zamówienie zgłoszenie zgłoszono błąd błędy "
    "błędów drugi ręce piętro "
    # Czech and Slovak
    "že již který která které může můžeme není bude také příští přehled řešení řízení říká "
    "říjen úřad účet účinné úkol úkoly Úřad Účet Úkol účast žádost žádosti žádný Žádost čas "
    "část částka Část Čas český česká Česká školení škola Škola šest šéf změna změny změně "
    "zpráva zprávy systém výkaz výsledek činnost činnosti věc věci něco někdo měření město "
    "městě před přes při příprava přístup proč první druhý třetí dokončit dokončíme ještě větší "
    "zůstává průběh důvod "
    # Turkish
    "için çok daha değil olarak olduğu ilgili çalışma çalışmalar güvenlik eğitim değişiklik "
    "görüşme görüşler kullanıcı kullanıcılar şehir Şehir şu şimdi işlem işlemler İstanbul İzmir "
    "İş İlk iş ilk yazılım yapılacak yapıldı alındı düşünülüyor önümüzdeki önemli öğrenci üç "
    "ücret çağrı Çağrı doğru doğrultusunda bağlantı sağlık sonuç sonuçlar karşı başarı başka "
    "aşağı açık gün göre "
    # Romanian and Hungarian
    "și că să în într îl îi după până fără către această aceasta așa dacă încă înainte "
    "întâlnire ședință soluție situație informație verificarea înțelegere învățământ țară ținut "
    "București Încă În Șeful Țara răspuns așteptăm primărie cerință és hogy egy nem még már "
    "több kérdés kérdések következő ülés új újra előtt között szerint rendőrség hálózat költség "
    "költségek határidő jegyzőkönyv készítsük lassú volt őket idő időben működik működés "
    "szükséges lehetőség elő első erő nő fő Új Első Őket Így így Ügy ügy össze "
    # Greek
    "και να το η ο τα της του των την τον τις τους με σε από για που δεν θα είναι στο στη στην "
    "στον στις στα ένα μια μία ένας αυτό αυτή αυτά αυτός όπως όταν όμως όλα όλες όλοι Όλα Όλες "
    "Όλοι Όταν Όπως ώστε ώρα ώρες Ώρα έως έχει έχουν έχουμε είχε έγινε έργο έργα έργου Έργο "
    "Έγινε Έχουμε Ένα Ένας ήταν ήδη ή Ήταν Ήδη Ίδια ίδιο ίδια μας σας μέσα μέσω μετά Μετά κατά "
    "Κατά καλά Και Κάθε κάθε κάποια κάποιος κέντρο Κέντρο κόστος Κόστος νέα νέο νέος νέες Νέα "
    "Νέο Νέες Νόμος νόμος Θέμα θέμα θέματα Θα Θέση θέση Μόνο μόνο Μια Μία Με Να Ναι Νομός Ξένα "
    "ξένος ξανά Ξανά Οι Ο Όχι Ομάδα ομάδα ομάδες οδηγός Οδηγός Οδηγίες οργάνωση Οργάνωση όριο "
    "όρια πρέπει Πρέπει πρόβλημα πρόβληματα πρόγραμμα πρώτη πρώτο πρώτα προς πρόσβαση ασφάλεια "
    "ασφαλείας σύστημα συστήματα συστήματος δεδομένα δεδομένων ανάλυση ανάπτυξη χρήστης χρήστες "
    "χρήση χρόνος χρόνο χώρα χωρίς ρόλος ρύθμιση υπηρεσία υπηρεσίες υπεύθυνος υπόλοιπα φάση "
    "φάσεις επόμενη επόμενο ημέρα ημερομηνία διαδικασία επικοινωνία πληροφορίες πληροφορική "
    "τεχνολογία αστυνομία δημόσια δημόσιας αλλαγή αλλαγές κωδικός κώδικας έλεγχος ελέγξουμε "
    "Έλεγχος σχέδιο σχέδια Σχέδιο συνάντηση σύσκεψη έρευνα ερώτηση απάντηση απόφαση αποφάσεις "
    "ψηφιακή ψηφιακός ύστερα Ύστερα ύλη υψηλή τέλος Τέλος τώρα Τώρα δύο τρία τέσσερα πέντε έξι "
    "δέκα Δεν Για Από Το Η Τα Τι Πώς πώς Που ποιος Ποιος ποια γραφείο Πέμπτη Δευτέρα Τρίτη "
    "Τετάρτη Παρασκευή Ιανουάριος Μάρτιος Μάιος Ιούνιος Ιούλιος εβδομάδα ολοκληρωθεί ζήτησε "
    "ζητήματα Ζητήματα μεγάλη μεγάλο μικρή κύρια Κύρια περισσότερο λειτουργία λειτουργούν "
    "γίνεται γίνει μπορεί μπορούν μπορούμε πολύ Πολύ ευθύνη Ευθύνη Άρα Άλλα άλλα άλλη Άδεια "
    # Russian and Ukrainian
    "и в не на я что он с как это по но они мы из у за то для от все так же вы бы до при если "
    "уже или ни быть был была было были его её их чтобы только ещё также после через между "
    "перед со об Это Этот Эта Эти Этап этап этапы экран Экран эксперт Эксперты экипаж Экипажи "
    "эффект электронный Из Или Итог Итоги Информация информация Идея идея Изменить изменения "
    "История имя Имя инструкции Инструкция использовать Использовать исправить Исправить "
    "интерфейс Интеграция инженер Испытания проект проекты проекта Проект Проверить проверить "
    "проверка проверки План план планы планшеты Подготовить подготовить Необходимо необходимо "
    "Нужно нужно новые новый новых Новый Обновить обучение Обучение отчёт отчёты отчётов "
    "решение решения Решение разработка Разработка работа система системы систему Система "
    "совещание совещания срок сроки Срок сбой сбоя связь связи часть данные данных анализ "
    "Анализ архив Архив бюджет Бюджет безопасность вызов вызовы две недели неделя неделю месяц "
    "четыре учётные записи доступ доступа настроить получили получить завершён завершил "
    "утверждён третий другой раньше третьих округ Южный министерство министерством согласовать "
    "повторить пришлось требует дополнительной внедрение внедрении пятница пятнице вторник "
    "среда четверг суббота работу участники вопрос вопросы ответ ответы город полиция полиции "
    "задача задачи управление управления общество служба службы человек людей очень який яка "
    "які його її їх що це також або між після Рік рік року роки звіт звіти перевірити "
    "підготувати всі дані комісія вимоги Європейська європейський їхня Їхня мережа навчання "
    "відповідь відповіді наступний Наступний етап центр місто міста лише України "
)


@cache
def _model() -> Counter[str]:
    """Count the pairs and triples of letters; ^ and $ are the ends of a word."""
    found: Counter[str] = Counter()
    for word in set(_WORDS.split()):
        padded = f"^{word.lower()}$"
        found.update(padded[at : at + 2] for at in range(len(padded) - 1))
        found.update(padded[at : at + 3] for at in range(len(padded) - 2))
    return found


def sense(text: str) -> float:
    """Return how usual the letters above U+007F are where they stand in `text`, on average.

    A sign inside a word, as in "inform÷tica", counts as a letter never seen there.
    """
    points = 0.0
    count = len(_SIGN_INSIDE.findall(text))
    for word in _WORD.findall(text):
        for at, char in enumerate(word):
            if char > "\x7f":
                points += habit(word[:at], char, word[at + 1 :] + "$")
                count += 1
    return points / count if count else 0.0


@cache
def _known() -> frozenset[str]:
    return frozenset(_WORDS.split())


def known(word: str) -> bool:
    """Say whether a word is listed, as it is or, at the start of a sentence, in lower case."""
    return word in _known() or (word[:1].isupper() and word.lower() in _known())


def habit(before: str, char: str, after: str) -> float:
    """Return how usual a letter is between others, from 0 (never seen) to about 12.

    Args:
        before: the letters of the word before it, "" at its start.
        char: the letter.
        after: the letters of the word behind it as far as known; "$" where the word ends there,
            "" where that is unknown.
    """
    counts = _model()
    left = ("^" + before.lower())[-2:]
    low = char.lower()
    right = after.lower()[:2]
    points = math.log1p(counts[left[-1:] + low]) + 1.2 * math.log1p(2 * counts[left + low])
    if right:
        points += math.log1p(counts[low + right[0]])
        points += 1.5 * math.log1p(4 * counts[left[-1:] + low + right[0]])
        points += 1.2 * math.log1p(2 * counts[low + right])
    return points
