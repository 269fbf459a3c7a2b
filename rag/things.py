"""What numbers count, in three languages: two nouns for one thing, or for two.

Only where both nouns are on the list can they be told apart across scripts; «شخص» is any person.
"""

from __future__ import annotations

from rag.arabic import fold, stem

_LINES = """
percent: % مائة مئة بالمائة بالمئة مئوية cent pourcent percent percentage
dirham: درهم دراهم dh dhs mad dirham dirhams
dollar: $ دولار دولارات dollar dollars usd
euro: € أورو يورو euro euros eur
pound: £ جنيه جنيها sterling pound pounds
dinar: دينار دنانير dinar dinars
riyal: ريال ريالات riyal riyals rial rials
franc: فرنك فرنكا فرنكات franc francs
centime: سنتيم سنتيما centime centimes
metre: متر أمتار مترا m metre metres meter meters
kilometre: كيلومتر كيلومترات كلم كم km kilometre kilometres kilometer kilometers
mile: ميل أميال mile miles
centimetre: سنتيمتر سنتمتر سم cm centimetre centimetres centimeter centimeters
millimetre: ملم مليمتر ميليمتر mm millimetre millimetres millimeter millimeters
hectare: هكتار هكتارات ha hectare hectares
kilogram: كيلوغرام كيلوغراما كلغ كغ كيلو kg kilo kilos kilogramme kilogrammes kilogram kilograms
gram: غرام غراما جرام g gramme grammes gram grams
ton: طن أطنان طنا tonne tonnes ton tons
quintal: قنطار قناطير قنطارا quintal quintaux quintals
litre: لتر لترا لترات litre litres liter liters
watt: واط وات ميغاواط ميجاوات watt watts mw megawatt megawatts
degree: درجة درجات degre degres degree degrees
second: ثانية ثوان ثواني seconde secondes second seconds
minute: دقيقة دقائق minute minutes min
hour: ساعة ساعات heure heures hour hours h
day: يوم أيام يوما jour jours journee journees day days
night: ليلة ليال ليالي nuit nuits nuitee nuitees night nights
week: أسبوع أسابيع semaine semaines week weeks
month: شهر أشهر شهور mois month months
year: سنة سنوات سنين عام أعوام عاما سنه an ans annee annees year years
decade: عقد عقود decennie decennies decade decades
century: قرن قرون siecle siecles century centuries
person: شخص أشخاص شخصا فرد أفراد فردا نفر نسمة ناس الناس
person: personne personnes habitant habitants person persons people individuals inhabitants
country: بلد بلدان بلدا دولة دول pays country countries nations
city: مدينة مدن ville villes city cities town towns
village: قرية قرى دوار دواوير village villages douar douars
region: جهة جهات إقليم أقاليم عمالة region regions province provinces
visitor: زائر زوار زائرا زائرين visiteur visiteurs visitor visitors
tourist: سائح سياح سائحا touriste touristes tourist tourists
participant: مشارك مشاركا مشاركين مشاركة participant participants
volunteer: متطوع متطوعون متطوعين متطوعا متطوعة benevole benevoles volontaire volontaires volunteer
volunteer: volunteers
exhibitor: عارض عارضا عارضين exposant exposants exhibitor exhibitors
student: طالب طلبة طلاب طالبا etudiant etudiants student students
pupil: تلميذ تلاميذ تلميذا eleve eleves pupil pupils
teacher: أستاذ أساتذة معلم معلمين مدرس enseignant enseignants professeur teacher teachers
child: طفل أطفال طفلا enfant enfants child children
woman: امرأة نساء femme femmes woman women
man: رجل رجال homme hommes man men
worker: عامل عمال عاملا عاملة عاملات travailleur travailleurs ouvrier ouvriers worker workers
worker: موظف موظفا موظفة موظفين موظفي employe employes employee employees agent agents staff
worker: fonctionnaire fonctionnaires official officials salarie salaries أجير أجراء
member: عضو عضوا أعضاء عنصر عناصر membre membres member members
member: مستشار مستشارا مستشارين conseiller conseillers councillor councillors
vote: صوت صوتا أصوات voix vote votes
volunteer: متطوع متطوعا متطوعين متطوعة benevole benevoles volontaires volunteer volunteers
researcher: باحث باحثا باحثين chercheur chercheurs researcher researchers
spectator: متفرج متفرجا متفرجين جمهور spectateur spectateurs spectator spectators audience
writer: كاتب كاتبا ecrivain ecrivains auteur auteurs writer writers author authors
patient: مريض مريضا مرضى patient patients malade malades
soldier: جندي جنديا جنود soldat soldats soldier soldiers
policeman: شرطي شرطيا policier policiers policeman policemen
beneficiary: مستفيد مستفيدا مستفيدين مستفيدة beneficiaire beneficiaires beneficiary beneficiaries
candidate: مرشح مرشحا مترشح مترشحا مترشحين candidat candidats candidate candidates
passenger: مسافر مسافرا مسافرين راكب راكبا ركاب passager passagers passenger passengers
prisoner: سجين سجينا سجناء prisonnier prisonniers detenu detenus prisoner prisoners inmate inmates
truck: شاحنة شاحنات camion camions truck trucks lorry lorries
boat: قارب قوارب مركب مراكب زورق زوارق bateau bateaux boat boats ship ships
flight: رحلة رحلات vol vols flight flights
train: قطار قطارات train trains
mosque: مسجد مساجد mosquee mosquees mosque mosques
bed: سرير سريرا lit lits bed beds
shop: محل محلا محلات متجر متاجر دكان magasin magasins boutique boutiques shop shops
farmer: فلاح فلاحين فلاحا مزارع agriculteur agriculteurs farmer farmers
family: أسرة أسر عائلة عائلات famille familles menage menages family families household households
dead: قتيل قتلى قتيلا وفاة وفيات mort morts deces dead deaths killed
injured: جريح جرحى جريحا مصاب مصابين blesse blesses injured wounded
player: لاعب لاعبين لاعبا joueur joueurs player players
goal: هدف أهداف هدفا but buts goal goals
point: نقطة نقط نقاط point points
match: مباراة مباريات match matchs matches game games
team: فريق فرق فريقا equipe equipes team teams
book: كتاب كتب كتابا عنوان عناوين livre livres titre titres book books title titles
film: فيلم أفلام فيلما film films movie movies
publisher: ناشر ناشرين ناشرا editeur editeurs publisher publishers
stand: رواق أروقة رواقا جناح أجنحة stand stands booth booths pavillon
company: شركة شركات مقاولة مقاولات entreprise entreprises societe societes company companies firm
project: مشروع مشاريع مشروعا projet projets project projects
school: مدرسة مدارس ecole ecoles school schools
hospital: مستشفى مستشفيات hopital hopitaux hospital hospitals
house: منزل منازل مسكن مساكن بيت maison maisons logement logements house houses housing
hotel: فندق فنادق hotel hotels
room: غرفة غرف chambre chambres room rooms
seat: مقعد مقاعد siege sieges place places seat seats
job: منصب مناصب وظيفة وظائف poste postes emploi emplois job jobs position positions
bus: حافلة حافلات bus autobus autocar buses
car: سيارة سيارات voiture voitures car cars vehicule vehicules
tree: شجرة أشجار arbre arbres tree trees
time: مرة مرات fois times
floor: طابق طوابق etage etages floor floors
page: صفحة صفحات page pages
"""
_NAMES = {
    fold(name): thing
    for line in _LINES.strip().splitlines()
    for thing, _, names in [line.partition(": ")]
    for name in names.split()
}
_AS_IT_IS = frozenset((fold("جمهور"),))  # «جمهورية» has its stem
_STEMS = {
    stem(name): thing
    for name, thing in _NAMES.items()
    if not name.isascii() and name not in _AS_IT_IS
}
MONEY = frozenset("dirham dollar euro pound dinar riyal franc centime".split())
MEASURES = MONEY | frozenset(
    "percent metre kilometre mile centimetre millimetre hectare kilogram gram ton quintal litre "
    "watt degree".split()
)
"""What is measured by numbers, not counted one by one."""
_PEOPLE = frozenset(
    "visitor tourist participant exhibitor student pupil teacher child woman man worker farmer "
    "dead injured player member volunteer researcher spectator writer patient soldier "
    "policeman beneficiary candidate passenger prisoner".split()
)


def thing(form: str) -> str:
    """The thing that a folded noun names, "" if it is not on the list."""
    return _NAMES.get(form) or _STEMS.get(stem(form)) or ""


def are_two(one: str, other: str) -> bool:
    """Whether two things of the list (or "") are certainly not the same."""
    if not one or not other or one == other:
        return False
    return not ({one, other} <= _PEOPLE | {"person"} and "person" in (one, other))
