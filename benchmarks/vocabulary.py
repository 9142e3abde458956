"""The words invented notes are made of."""

from __future__ import annotations

from typing import NamedTuple


class Verb(NamedTuple):
    """One verb in the three forms the notes use.

    Attributes:
        base: As in a task ("Review the …").
        past: As in an activity ("Reviewed the …").
        noun: As in a nominal task ("Further review of …").
    """

    base: str
    past: str
    noun: str


class Field(NamedTuple):
    """What one kind of project talks about.

    Attributes:
        things: What is worked on.
        settings: Where, or for whom.
        concerns: What it is about, as the end of an enumeration.
        labels: The labels its sessions carry.
    """

    things: tuple[str, ...]
    settings: tuple[str, ...]
    concerns: tuple[str, ...]
    labels: tuple[str, ...]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split("|"))


VERBS = tuple(
    Verb(*words.split("/"))
    for words in _words(
        "develop/developed/development|design/designed/design|review/reviewed/review"
        "|outline/outlined/outlining|draft/drafted/drafting|plan/planned/planning"
        "|evaluate/evaluated/evaluation|implement/implemented/implementation"
        "|refine/refined/refinement|document/documented/documentation"
        "|integrate/integrated/integration|validate/validated/validation"
        "|analyze/analyzed/analysis|explore/explored/exploration|test/tested/testing"
        "|automate/automated/automation|migrate/migrated/migration"
        "|restructure/restructured/restructuring|optimize/optimized/optimization"
        "|define/defined/definition|prepare/prepared/preparation|compare/compared/comparison"
        "|configure/configured/configuration|debug/debugged/debugging"
        "|simplify/simplified/simplification|prototype/prototyped/prototyping"
        "|audit/audited/audit|schedule/scheduled/scheduling|consolidate/consolidated/consolidation"
        "|monitor/monitored/monitoring|translate/translated/translation"
        "|summarize/summarized/summary|standardize/standardized/standardization"
        "|extend/extended/extension|finalize/finalized/finalization"
        "|benchmark/benchmarked/benchmarking|structure/structured/structuring"
        "|assess/assessed/assessment|clarify/clarified/clarification"
        "|reorganize/reorganized/reorganization|estimate/estimated/estimation"
        "|coordinate/coordinated/coordination|revise/revised/revision"
        "|map/mapped/mapping|consider/considered/consideration"
    )
)

QUALITIES = _words(
    "detailed|comprehensive|structured|modular|initial|revised|shared|lightweight|scalable"
    "|practical|multi-stage|incremental|reusable|secure|unified|interactive|automated"
    "|cross-team|data-driven|portable|low-cost|long-term|provincial|weekly|step-by-step"
    "|well-tested|fault-tolerant|bilingual|open|compact"
)

LEADS = _words(
    "Overview|Data Model|Access Policy|Next Phase|Pilot|Open Question|Error Handling|Timeline"
    "|Budget|CCTV Proposal|Hardware|Reporting|Onboarding|Backups|Interfaces|User Feedback"
    "|Legal Review|Risk Register|Test Plan|Roll-out|Training|Performance|Naming|Scope"
)

AIMS = _words(
    "improving efficiency|reducing manual work|raising data quality|meeting the deadline"
    "|preparing the next review|supporting day-to-day operation|keeping costs in view"
    "|making decisions traceable|easing the hand-over|strengthening collaboration"
    "|avoiding duplicate effort|protecting personal data|shortening response times"
    "|getting a reliable baseline|building confidence in the results|enabling later growth"
)

MANNERS = _words(
    "with the team|before the next release|in the coming week|across all departments"
    "|step by step|with sample data|against the current baseline|for the pilot group"
    "|in the staging environment|once access is granted|with a short written summary"
    "|in a follow-up session|under realistic load|together with the operators"
    "|for the provincial offices|on a monthly basis"
)

CODE = _words(
    "read_parquet()|docker compose up|pd.merge|requirements.txt|git rebase -i|SELECT COUNT(*)"
    "|pyproject.toml|--dry-run|__init__.py|async with|chmod 600|Makefile|np.nan|config.yaml"
    "|groupby().agg()|ssh-keygen|crontab -e|HTTP 429"
)

LINKS = _words(
    "Python|Graphviz|Linux|Change Management|SQL|Weekly Review|pandas|Docker|Markdown"
    "|Risk Register|Interoperability|Data Catalogue|Teaching Plan|Running Log"
)

ALIASES = _words("the notes|background|see here|earlier session|the page|summary")

FOREIGN = {
    "spanish": _words(
        "planificación estratégica|señalización digital|Dirección de Informática|año fiscal"
        "|capacitación del personal|reseña técnica|gestión pública|diseño de políticas"
        "|«Plan de Innovación»|evaluación económica|¿qué falta?|Subsecretaría de Datos|Córdoba"
        "|Policía Provincial|módulo de autenticación|comunicación interna"
    ),
    "greek": _words(
        "ανάλυση δεδομένων|διαχείριση αλλαγών|Αθήνα|σχέδιο δράσης|ασφάλεια πληροφοριών|αναφορά"
    ),
    "russian": _words(
        "отчёт за неделю|управление изменениями|план внедрения|безопасность данных|проверка|Москва"
    ),
    "polish": _words(
        "współpraca zespołów|żądanie dostępu|łączność|zarządzanie zmianą|Łódź|wdrożenie systemu"
    ),
    "turkish": _words(
        "güvenlik planı|değişim yönetimi|İstanbul|eğitim içeriği|yazılım sürümü|şifreleme"
    ),
}

QUOTED_DAMAGE = _words("Ã©|â€™|Ã±o|â€œ|Â°|Ð¿|Ã¼ber|ï¿½")

NONE_PROSE = _words(
    "No pending tasks were identified in this session."
    "|None identified."
    "|No pending tasks were identified, as all objectives of the session were met."
    "|There are no pending tasks at this time."
    "|No pending tasks were explicitly mentioned."
    "|None."
)

NONE_BULLETS = _words(
    "None identified."
    "|No pending tasks; all planned work was completed during the session."
    "|None"
    "|No pending tasks were identified."
    "|No pending tasks; all steps for {thing} were completed."
    "|N/A"
)

FOLLOW_UPS = _words(
    "No immediate pending tasks were identified, but further exploration of {thing} could be"
    " beneficial."
    "|No pending tasks were explicitly listed, but a review of {thing} may be needed later."
    "|No immediate tasks remain, although {thing} should be monitored {manner}."
)

SOFTWARE = Field(
    things=_words(
        "data ingestion pipeline|REST client|authentication module|test suite|logging setup"
        "|Docker image|query planner|CSV importer|report generator|job scheduler|cache layer"
        "|command-line tool|schema migration|parsing routine|embedding index|vector search"
        "|dashboard prototype|notebook template|deployment script|error handler|build workflow"
        "|retry policy|JSON validator|file watcher|backup script|message queue|rate limiter"
        "|image classifier|forecasting model|web scraper|text summarizer|regression tests"
        "|configuration loader|permission checks|timeline view|keyboard navigation"
        "|time-series database|geocoding service|audio transcription|plotting helpers"
    ),
    settings=_words(
        "Python packaging|a sales dashboard|the internal API|a Linux server|PostgreSQL"
        "|AI-assisted editing|a Django application|continuous integration|sensor values"
        "|a multi-tenant service|machine learning experiments|a personal knowledge base"
        "|offline use|browser automation|large spreadsheets|academic papers|a chat assistant"
        "|network diagnostics|a terminal application|legacy PHP code"
    ),
    concerns=_words(
        "error handling|type safety|readability|dependency management|test coverage|performance"
        "|data validation|logging|version control|security|concurrency|memory use|naming"
        "|backwards compatibility|documentation|packaging|encoding problems|retries|caching"
    ),
    labels=_words(
        "Python|Automation|Data Analysis|Machine Learning|API|Docker|Debugging|Testing|SQL|Git"
        "|Refactoring|Web Development|Data Visualization|Linux|Security|Error Handling|AI"
        "|Software Development|Code Review|Pandas|NLP|Deployment|Performance|Logging|Pydantic"
    ),
)

MANAGEMENT = Field(
    things=_words(
        "IT governance framework|transition plan|interoperability strategy|procurement dossier"
        "|organizational chart|service catalogue|incident response protocol|training programme"
        "|stakeholder map|budget proposal|digital signature roll-out|records management policy"
        "|CCTV integration proposal|mobile reporting app|risk matrix|performance indicators"
        "|inter-agency agreement|data sharing protocol|help asking procedure|asset inventory"
        "|emergency call workflow|cloud migration roadmap|identity management scheme"
        "|change advisory board|citizen reporting portal|radio network upgrade"
        "|innovation agenda|legal opinion|tender specification|quarterly management report"
    ),
    settings=_words(
        "the Ministry of Security|a provincial police force|the Directorate of Informatics"
        "|the Data Subsecretariat|emergency services|the municipal control centre"
        "|public safety agencies|the procurement office|the regional data centre"
        "|a public security organization|human resources|the technology committee"
        "|field operations|the internal affairs office|community policing"
    ),
    concerns=_words(
        "transparency|compliance|resource allocation|privacy|interoperability|staff training"
        "|continuity planning|communication|accountability|information security|procurement rules"
        "|change management|operational efficiency|citizen trust|legal requirements|costs"
    ),
    labels=_words(
        "It Management|Digital Transformation|Public Security|Innovation|Change Management"
        "|Interoperability|Strategic Planning|Governance|Public Safety|Procurement|Data Security"
        "|Organizational Structure|Collaboration|Risk Management|Policy|Leadership|Budgeting"
    ),
)

CLASSROOM = Field(
    things=_words(
        "lesson plan|grading rubric|lecture slides|exercise sheet|final exam|course syllabus"
        "|peer review activity|group project|literature list|online quiz|laboratory guide"
        "|attendance sheet|feedback form|case study|introductory video|study guide"
        "|thesis outline|seminar schedule|worked examples|assessment criteria"
    ),
    settings=_words(
        "an introductory statistics course|first-year students|the data science seminar"
        "|a blended classroom|the econometrics module|adult learners|the summer school"
        "|a programming workshop|the thesis group|remote students|the methods course"
    ),
    concerns=_words(
        "clarity|student engagement|assessment|pacing|prior knowledge|accessibility|feedback"
        "|practical examples|workload|motivation|academic integrity|group dynamics"
    ),
    labels=_words(
        "Teaching|Education|Course Design|Assessment|Statistics|Econometrics|Student Feedback"
        "|Curriculum|Lecture|Exam|Active Learning|Python|Data Analysis|Pedagogy"
    ),
)

PERSONAL = Field(
    things=_words(
        "weekly routine|meal plan|training schedule|book notes|travel itinerary|sleep log"
        "|household budget|cover letter|curriculum vitae|interview preparation|portfolio page"
        "|running plan|medication list|apartment search|language practice|tax return"
        "|photo archive|note-taking system|moving checklist|insurance comparison|garden layout"
        "|practice log|article draft|volunteer roster|savings plan|bicycle repair"
    ),
    settings=_words(
        "the coming quarter|a new position|long-distance running|everyday life|a job application"
        "|the family archive|a small apartment|the summer trip|better concentration|recovery"
        "|a research post|the neighbourhood group|evening study|a half marathon|the new home"
    ),
    concerns=_words(
        "consistency|motivation|costs|time management|health|progress tracking|priorities"
        "|recovery|preparation|communication|balance|deadlines|paperwork|habits"
    ),
    labels=_words(
        "Planning|Productivity|Health|Job Search|Writing|Personal Finance|Habits|Travel|Fitness"
        "|Interview|Reflection|Time Management|Nutrition|Research|Organization|Communication"
    ),
)

PROJECTS: dict[str, tuple[int, Field]] = {
    "Dev": (1254, SOFTWARE),
    "Business": (386, MANAGEMENT),
    "Teaching": (170, CLASSROOM),
    "Other": (97, PERSONAL),
    "Health": (63, PERSONAL),
    "JobMarket": (58, PERSONAL),
    "Research": (23, CLASSROOM),
    "Writing": (20, PERSONAL),
    "Finance": (16, PERSONAL),
    "Community": (14, MANAGEMENT),
    "Home": (11, PERSONAL),
    "Travel": (8, PERSONAL),
    "Music": (5, PERSONAL),
    "Garden": (3, PERSONAL),
    "Sport": (1, PERSONAL),
}
"""Each project's share, as sessions in 2,129, and what its sessions talk about."""
