"""The general vocabulary of news and administration in English, French and Arabic.

A line is a concept: ``English words | French words | Arabic words``. Endings that Snowball takes
off are left to it; irregular and derived forms are listed, in Arabic the broken plural, and of a
verb the past (third person) and the verbal noun, since no stemmer brings these together. A word
may stand in several lines if it has several meanings that news use.
"""

from __future__ import annotations

from rag.glossary_acronyms import ACRONYMS
from rag.glossary_frequent import FREQUENT

PEOPLE = """
person people individual | personne gens individu | شخص أشخاص فرد أفراد
visitor visit | visiteur visiteuse | زائر زوار زيارة زار
exhibitor | exposant | عارض عارضين
employee staff personnel | employé salarié personnel effectif | موظف أجير أجراء مستخدم
worker labour | ouvrier travailleur | عامل عمال شغيلة
work | travail travailler travaux | عمل أعمال شغل أشغال
job | emploi poste | وظيفة شغل منصب مناصب
unemployment jobless | chômage chômeur | بطالة عاطل
voter elector | électeur électrice votant | ناخب ناخبين مصوت
vote ballot poll | voix vote suffrage | صوت أصوات تصويت اقتراع
victim casualty | victime | ضحية ضحايا
dead death die fatality deceased | mort décès décédé mourir mourut défunt meurt | وفاة توفي موت قتلى
killed | tué tuerie | قتل قتيل قتلى مصرع
injured injury wounded hurt | blessé blessure | جريح جرحى إصابة مصاب
birth born | naissance née naître natal naît | ولد ولادة ميلاد مولود
population inhabitant resident | population habitant riverain résident | ساكنة سكان
citizen citizenship | citoyen citoyenneté | مواطن مواطنين مواطنة
participant | participant | مشارك مشاركة شارك
attendee audience spectator attendance | spectateur public audience affluence | جمهور متفرج حضور
beneficiary benefit | bénéficiaire bénéficier | مستفيد استفاد استفادة
candidate candidacy applicant | candidat candidature | مرشح مترشح ترشيح
member membership | membre adhérent adhésion | عضو أعضاء عضوية
woman women female | femme féminin | امرأة نساء إناث أنثى نسوي
man men male | homme masculin | رجل رجال
child children kid childhood | enfant enfance | طفل أطفال طفولة
girl | fille fillette | فتاة فتيات بنت بنات
boy | garçon | ولد طفل فتى
young youth teenager | jeune jeunesse adolescent | شاب شباب شبان
elderly | âgé vieillard | مسن مسنين شيخوخة
family household | famille familial foyer ménage | أسرة أسر عائلة
father | père paternel | أب والد
mother maternal | mère maternel | أم والدة
son | fils | ابن نجل أبناء
daughter | fille | ابنة بنت
brother | frère fraternel | أخ شقيق إخوة
sister | soeur | أخت شقيقة
wife husband spouse married marriage wedding | mari époux épouse mariage marier | زوج زوجة زواج زفاف
friend friendship | ami amitié | صديق أصدقاء صداقة
expert specialist | expert spécialiste expertise | خبير خبراء متخصص خبرة
official responsible | responsable fonctionnaire | مسؤول مسؤولين
volunteer voluntary | bénévole volontaire bénévolat | متطوع تطوع
refugee asylum | réfugié asile | لاجئ لاجئين لجوء
migrant migration immigration emigrant | migrant migration immigré | مهاجر هجرة
foreigner abroad | étranger étrangère | أجنبي أجانب خارج
owner own | propriétaire posséder propriété | مالك صاحب ملكية أصحاب
boss employer | patron employeur | مشغل رئيس رب
customer client consumer | client clientèle consommateur | زبون زبائن مستهلك
passenger traveller | passager voyageur | مسافر ركاب راكب
driver drive drove | conducteur chauffeur conduire conduite | سائق سائقين سياقة
age | âge | عمر سن أعمار
name called | nom prénom intitulé | اسم أسماء
life lifetime live alive | vie vivre vivant vit | حياة عاش معيشة
"""

MONEY = """
price cost expensive | prix coût coûteux tarif cher | ثمن سعر أسعار تكلفة كلفة كلف
money cash fund finance | argent fonds financement | مال أموال تمويل مول
financial | financier financière finances | مالي مالية
amount sum | montant somme | مبلغ مبالغ قيمة
value worth | valeur valoir vaut | قيمة
budget | budget budgétaire | ميزانية اعتمادات
dirham | dirham | درهم دراهم
currency | monnaie devise monétaire | عملة نقد نقدي
bank | banque bancaire | بنك أبناك بنوك مصرف
loan lend lent borrow credit | prêt emprunt crédit | قرض قروض إعارة استعارة
debt | dette endettement | دين ديون مديونية
tax taxation | impôt taxe fiscal fiscalité | ضريبة ضرائب رسم رسوم جبايات
fee charge | frais redevance | رسوم مصاريف واجبات
fine penalty | amende pénalité | غرامة غرامات
salary wage pay | salaire rémunération paie salarial | أجر أجور راتب رواتب
pay paid payment | payer verser | أدى أداء دفع
spend spent expenditure expense | dépenser | أنفق نفقات إنفاق مصاريف
revenue income receipts | revenu recette | مداخيل دخل إيرادات عائدات
earn gain | gagner gain | كسب ربح
profit | bénéfice profit rentable | ربح أرباح
loss lose lost | perte perdre perdu perd | خسارة خسائر خسر فقدان
sale sell sold seller | vente vendre vendu vendeur vend | بيع باع مبيعات
buy bought purchase buyer | acheter achat acheteur acquisition acquérir | شراء اشترى اقتناء
import imported importing | importation | استيراد واردات استورد
export | exportation | تصدير صادرات صدر
trade commerce commercial | commerce commercial | تجارة تجاري تبادل
trader merchant shopkeeper | commerçant marchand | تاجر تجار
market | marché | سوق أسواق
shop store | magasin boutique | متجر محل محلات دكان
economy economic | économie | اقتصاد اقتصادي
growth grow grew grown | croissance croître | نمو نما
inflation | inflation | تضخم
investment investor | investissement investisseur | استثمار مستثمر استثمر
company firm enterprise business corporate | entreprise société compagnie firme | شركة مقاولة مؤسسة
project | projet | مشروع مشاريع
contract | contrat | عقد عقود
aid help assist support | aide soutien soutenir appui | دعم مساعدة ساعد إعانة
subsidy grant | subvention | دعم منحة إعانة
scholarship | bourse boursier | منحة منح
stock exchange shares | bourse actionnaire | بورصة أسهم سهم
rent lease rental | loyer location louer | كراء إيجار
insurance | assurance | تأمين تأمينات
customs | douane douanier | جمارك جمركي
billion | milliard | مليار ملايير
million | million | مليون ملايين
thousand | millier | ألف آلاف
hundred | centaine | مئات مائة
percentage percent rate ratio proportion share | pourcentage taux proportion part | نسبة معدل حصة
average mean | moyenne | متوسط معدل
number total figure | nombre chiffre total | عدد مجموع رقم
half | moitié demi | نصف
quarter | quart trimestre | ربع فصل
double twice | double | ضعف ضاعف تضاعف
free | gratuit | مجاني مجانا مجانية
poverty poor | pauvreté pauvre précarité | فقر فقراء هشاشة
rich wealth | riche richesse | غني ثروة أغنياء
"""

VERBS = """
win won winner | gagner remporter vainqueur victoire lauréat | فاز فوز فائز
victory triumph | victoire triomphe | فوز انتصار
award prize | prix décerner récompense primer distinguer distinction | جائزة جوائز منح
begin began begun start | commencer début démarrer | بدأ بداية انطلق انطلاق
launch | lancer | إطلاق أطلق انطلاق
end finish | fin terminer achever | انتهى نهاية اختتام إنهاء
last duration | durer durée | دام مدة استمر استغرق
continue | continuer poursuivre | استمر واصل استمرار مواصلة
open | ouvrir ouvert ouverture | فتح افتتح افتتاح مفتوح
inauguration | inauguration inaugural | افتتاح تدشين دشن
close closure shut | fermer fermé fermeture clôture clos | أغلق إغلاق اختتام
announce | annoncer | أعلن إعلان
declare statement | déclarer communiqué | صرح تصريح بيان بلاغ
say said tell told | dire dit affirmer | قال أكد صرح
speak spoke talk speech | parler discours prononcer | تحدث خطاب كلمة
decide decision | décider décision décret | قرر قرار قرارات
approve adopt | approuver adopter approbation | صادق مصادقة اعتمد وافق
accept | accepter | قبل قبول وافق
reject refuse | rejeter refuser | رفض
build built construction builder | construire construit construction bâtir | بناء شيد تشييد بني
renovate restore | rénover restaurer | ترميم تأهيل إصلاح رمم
repair | réparer | إصلاح أصلح
reform | réforme | إصلاح إصلاحات
receive reception | recevoir reçu réception accueillir reçoit | تلقى استقبل استقبال توصل
sign signature | signer signature | وقع توقيع
agreement agree accord deal | accord convention entente | اتفاق اتفاقية اتفق
increase rise rose risen raise | augmenter hausse accroître accru | ارتفع ارتفاع زيادة زاد
decrease fall fell fallen drop decline reduce | baisse diminuer chute | انخفض انخفاض تراجع
reduction cut | réduire réduction réduit | تقليص تخفيض خفض
find found | trouver retrouver repérer | وجد عثر عثور
found founder | fonder fondé fondée | أسس تأسيس مؤسس
discover discovery | découvrir découverte | اكتشف اكتشاف
happen occur event | événement survenir produire arriver | وقع حدث حادث أحداث
cause reason | cause raison provoquer | سبب أسباب تسبب
elect electoral | élire élu élection électoral élit | انتخب انتخاب انتخابات منتخب
appoint | nommer nommé nomination désigner | عين تعيين
choose chose chosen choice select | choisir choix sélectionner sélection | اختار اختيار انتقاء
resign | démissionner démission | استقال استقالة
dismiss sack fired | limoger limogeage licencier licencié renvoyer renvoyé | إقالة أقال طرد تسريح
succeed success | réussir réussite succès | نجح نجاح
fail failure | échouer échec | فشل إخفاق رسوب
play player | jouer joueur joueuse jeu | لعب لاعب لاعبين
lead led leader head chair | diriger chef leader mener présider | قاد رئيس قائد قيادة ترأس يرأس
organise organizer | organiser | نظم تنظيم منظم منظمة
host | accueillir héberger abriter | استضاف استضافة احتضن احتضان
offer | offrir offre offert proposer | قدم عرض عروض
present | présenter | قدم تقديم عرض
give gave given | donner remettre remis remise | أعطى قدم منح سلم
plan | plan prévoir prévu planifier planification | خطة مخطط خطط برمج
want wish | vouloir souhaiter souhait | أراد رغبة رغب
need | besoin nécessaire nécessiter | حاجة حاجيات احتاج
use user | utiliser usage | استعمل استعمال استخدام استخدم
create creation | créer création créateur | إحداث أحدث إنشاء خلق
produce production | produire production producteur | إنتاج أنتج منتج
make made manufacture | fabriquer fabricant | صنع صناعة تصنيع
develop | développer | تنمية تطوير طور
improve | améliorer | تحسين حسن تحسن
change | changer modifier | تغيير غير تغير تعديل
replace | remplacer | عوض تعويض خلف استبدال
move transfer | déplacer transférer transfert | نقل انتقل انتقال
arrive came | arriver arrivée venir venu | وصل وصول
leave left departure depart | quitter départ partir | غادر مغادرة رحيل
return | retour retourner revenir | عودة عاد رجوع
send sent | envoyer | أرسل إرسال بعث
deliver delivery | livrer livraison | تسليم سلم
distribute spread | distribuer | وزع توزيع
collect | collecter | جمع تحصيل
allow permit authorize authorized authorised | autoriser permettre permis | سمح ترخيص رخصة
ban prohibit forbidden | interdire interdit interdiction | منع حظر ممنوع
cancel | annuler | إلغاء ألغى
postpone delay | reporter retard | تأجيل أجل تأخير تأخر
suspend suspension | suspendre suspension suspendu | تعليق علق توقيف
demand request ask claim | demander réclamer revendication | طلب طالب مطالب
protest demonstration | manifestation protester | احتجاج مظاهرة محتج
strike | grève gréviste | إضراب مضرب
meet met | réunion rencontre réunir | اجتماع لقاء اجتمع التقى
join | rejoindre adhérer intégrer | انضم التحق انضمام
celebrate | célébrer célébré fêter | احتفل احتفال احتفاء
honour tribute honor | honneur honorer hommage | تكريم كرم شرف
"""

LAND = """
agriculture farming | agriculture agricole | فلاحة زراعة فلاحي
farmer peasant | agriculteur fermier paysan | فلاح فلاحين مزارع
farm | ferme exploitation | ضيعة ضيعات مزرعة
harvest crop | récolte culture moisson | محصول محاصيل حصاد جني
cereal grain | céréale céréalier grain | حبوب
wheat | blé | قمح
barley | orge | شعير
bread | pain boulanger | خبز مخبزة
flour | farine | دقيق
olive | olive olivier oliveraie | زيتون
oil | huile | زيت زيوت
petroleum crude | pétrole pétrolier | نفط بترول
fruit | fruit fruitier | فواكه فاكهة
vegetable | légume | خضر خضروات
tomato | tomate | طماطم
potato | pomme patate | بطاطس
apple | pomme pommier | تفاح
orange citrus | orange agrumes | برتقال حوامض
dates palm | datte palmier | تمر تمور نخيل
almond | amande amandier | لوز
honey bee | miel abeille | عسل نحل
milk dairy | lait laitier | حليب ألبان
meat | viande | لحم لحوم
sheep ram | mouton bélier ovin | غنم أغنام خروف كبش
cow cattle livestock | vache bovin bétail cheptel | بقر أبقار ماشية قطيع
horse equestrian | cheval équestre | فرس خيول خيل فروسية
chicken poultry | poulet volaille | دجاج دواجن
animal | animal | حيوان حيوانات
dog | chien | كلب كلاب
bird | oiseau | طائر طيور
tree planting | arbre arboriculture | شجرة أشجار غرس
forest forestry woodland | forêt forestier | غابة غابات غابوي
plant planted | plante végétal | نبات نباتات نبتة
seed | semence graine | بذور
fertilizer phosphate | engrais phosphate | أسمدة فوسفاط
irrigation | irrigation irriguer | ري سقي
land | terre terrain foncier | أرض أراضي عقار
hectare | hectare | هكتار هكتارات
ton tonne | tonne | طن أطنان
kilogram | kilogramme kilo | كيلوغرام
litre | litre | لتر
metre meter | mètre | متر أمتار
kilometre kilometer | kilomètre | كيلومتر كيلومترات
fish fishery caught | pêche poisson halieutique | صيد سمك أسماك
fisherman | pêcheur | صياد بحار
sardine | sardine | سردين
octopus | poulpe | أخطبوط
catch landing landed | capture débarquement | مفرغات مصطادات
boat vessel ship | bateau navire barque | سفينة سفن قارب مركب
water hydraulic | eau hydrique hydraulique | ماء مياه مائي
dam reservoir | barrage retenue | سد سدود حقينة
capacity | capacité | سعة طاقة قدرة
filling | remplissage remplir | ملء امتلاء
desalination | dessalement | تحلية
drinking | potable boire boisson | شرب مشروبات
sanitation sewage wastewater | assainissement usées | تطهير صرف
drought | sécheresse | جفاف
rain rainfall precipitation | pluie pluviométrie précipitations | مطر أمطار تساقطات
snow snowfall | neige | ثلج ثلوج
flood | inondation crue | فيضان فيضانات سيول
storm | tempête orage | عاصفة عواصف زوبعة
wind | vent éolien | ريح رياح ريحي
weather meteorology forecast | météo météorologie temps | طقس أرصاد جوية
temperature | température | حرارة
heat hot | chaleur chaud canicule | حر حرارة
cold | froid | برد برودة بارد
climate | climat | مناخ مناخي
earthquake quake seismic | séisme tremblement sismique | زلزال زلازل هزة
environment environmental | environnement environnemental | بيئة بيئي
pollution | pollution polluer | تلوث
waste garbage rubbish | déchet ordures | نفايات أزبال
energy | énergie énergétique | طاقة طاقي
electricity power | électricité électrique | كهرباء كهربائي
solar | solaire | شمسي شمسية
renewable | renouvelable | متجددة متجدد
gas | gaz gazier | غاز
fuel gasoline petrol diesel | carburant essence gasoil | وقود محروقات بنزين غازوال
station | station gare | محطة محطات
"""

TRANSPORT = """
transport | transport | نقل
road | route routier | طريق طرق طرقي
motorway highway | autoroute autoroutier | سيار طريق
street avenue | rue avenue boulevard | شارع شوارع زنقة
bridge | pont viaduc | جسر جسور قنطرة
tunnel | tunnel | نفق أنفاق
train | train | قطار قطارات
railway rail | ferroviaire chemin rail | سكة حديدية سكك
tram tramway | tram tramway | ترام ترامواي طرامواي
bus coach | bus autobus autocar | حافلة حافلات
taxi | taxi | طاكسي أجرة
car vehicle automobile | voiture véhicule automobile | سيارة عربة مركبة
truck lorry | camion | شاحنة شاحنات
motorcycle motorbike | moto motocyclette | دراجة نارية
bicycle bike cycling cyclist | vélo bicyclette cyclisme cycliste | دراجة دراجات هوائية دراج
plane aircraft airplane flight flew fly | avion vol | طائرة طائرات رحلة
airline aviation air | aérien aviation | طيران جوي خطوط
airport | aéroport aéroportuaire | مطار مطارات
port harbour | port portuaire | ميناء موانئ
maritime marine naval sea | maritime marin mer | بحري بحر
container | conteneur | حاوية حاويات
ticket | billet ticket | تذكرة تذاكر
trip journey travel | voyage trajet | رحلة سفر أسفار
line route | ligne | خط خطوط
traffic circulation | trafic circulation | سير مرور حركة
parking | parking stationnement | موقف مواقف ركن
speed fast | vitesse rapide | سرعة سريع
"""

HEALTH = """
health healthy | santé sanitaire | صحة صحي
hospital | hôpital hospitalier | مستشفى مستشفيات استشفائي
doctor physician | médecin docteur | طبيب أطباء دكتور
medical medicine | médical médecine | طب طبي
nurse | infirmier infirmière | ممرض ممرضين تمريض
patient sick ill | patient malade | مريض مرضى
disease illness | maladie | مرض أمراض داء
medication drug pharmaceutical | médicament pharmaceutique | دواء أدوية
pharmacy pharmacist | pharmacie pharmacien | صيدلية صيدلي صيدليات
vaccine | vaccin | لقاح تلقيح لقاحات
treatment treat care | traitement soin soigner | علاج علاجات رعاية
surgery operation | chirurgie chirurgical opération | جراحة عملية عمليات
clinic | clinique | مصحة عيادة مصحات
emergency urgent | urgence urgent | مستعجلات طوارئ استعجال
ambulance | ambulance | إسعاف
cancer | cancer | سرطان
diabetes | diabète | سكري
heart cardiac | coeur cardiaque | قلب قلوب
kidney dialysis | rein dialyse | كلى كلوي
blood | sang sanguin | دم
eye | oeil yeux | عين عيون
infection virus epidemic pandemic | infection virus épidémie pandémie | فيروس وباء عدوى جائحة
test analysis | test analyse dépistage | اختبار تحليل فحص كشف
case | cas | حالة حالات
bed | lit | سرير أسرة
campaign | campagne | حملة حملات
disability | handicap | إعاقة معاق
pregnancy pregnant | grossesse enceinte | حمل حامل
food nutrition feeding | nourriture aliment alimentaire | غذاء أغذية تغذية غذائي
meal dish cuisine | repas plat cuisine | وجبة وجبات طبق مطبخ
restaurant | restaurant | مطعم مطاعم
coffee cafe | café | قهوة مقهى مقاهي
tea | théière théier | شاي
sugar | sucre | سكر
smoking tobacco cigarette | tabac fumer cigarette | تبغ تدخين سجائر
"""

LEARNING = """
education | éducation enseignement | تعليم تربية تربوي
school | école scolaire scolarité | مدرسة مدارس مدرسي دراسي
pupil schoolchild | élève écolier | تلميذ تلاميذ
student | étudiant | طالب طلبة طلاب
teacher | enseignant instituteur | أستاذ أساتذة معلم مدرس
professor | professeur | أستاذ أساتذة بروفيسور
teach taught | enseigner | تدريس تعليم درس
learn learnt | apprendre apprentissage | تعلم تعليم
study | étude étudier | دراسة دراسات درس
university academic | université universitaire | جامعة جامعات جامعي
faculty college | faculté collège | كلية كليات إعدادية
lycee | lycée lycéen | ثانوية ثانويات
secondary | secondaire | ثانوي
primary | primaire | ابتدائي
preschool kindergarten | préscolaire maternelle | أولي روض
classroom class | classe | قسم أقسام فصل
lesson course | cours leçon | درس دروس
curriculum syllabus | programme | برنامج برامج مناهج
exam examination | examen | امتحان امتحانات اختبار
baccalaureate | baccalauréat bac bachelier | باكالوريا بكالوريا
diploma degree graduate | diplôme licence | شهادة دبلوم إجازة خريج
pass passing | admis admission | نجح اجتاز نجاح
mark grade | note mention | نقطة معدل ميزة
training trained trainee | formation formateur former stagiaire stage | تكوين تدريب متدرب
registration enrol register | inscription inscrire inscrit | تسجيل سجل
literacy illiteracy | alphabétisation analphabétisme | أمية محاربة
language linguistic | langue linguistique | لغة لغات لغوي
arabic | arabe | عربية عربي
amazigh berber | amazigh berbère | أمازيغية أمازيغي
translation | traduction traduire traducteur | ترجمة مترجم
research | recherche chercheur | بحث أبحاث باحث باحثين
science scientific scientist | science scientifique | علم علوم علمي
laboratory | laboratoire | مختبر مختبرات
technology | technologie technique | تكنولوجيا تقنية
digital | numérique numérisation digital | رقمي رقمنة رقمية
computer | ordinateur informatique | حاسوب حواسيب معلوميات
internet web online | internet web | إنترنت أنترنت شبكة
website site platform | site plateforme | موقع منصة مواقع
application app | application | تطبيق تطبيقات
telephone phone mobile | téléphone portable mobile | هاتف هواتف محمول
network | réseau | شبكة شبكات
software program | logiciel | برنامج برمجيات
artificial intelligence | artificiel intelligence | اصطناعي ذكاء
robot | robot | روبوت آلي
invention inventor innovation | invention inventeur innovation | اختراع ابتكار مخترع
space satellite | espace spatial satellite | فضاء فضائي قمر
star astronomy | étoile astronomie | نجم نجوم فلك
moon lunar | lune lunaire | قمر هلال
engineer | ingénieur ingénierie | مهندس هندسة مهندسين
mathematics | mathématiques | رياضيات
"""

CULTURE = """
culture | culture culturel | ثقافة ثقافي
art artistic | art artistique | فن فنون فني
masterpiece | œuvre | عمل أعمال تحفة مؤلف
artist | artiste | فنان فنانين
fair exhibition show | salon foire exposition exposer | معرض معارض
festival | festival | مهرجان مهرجانات
edition session | édition session | دورة دورات نسخة طبعة
theme slogan motto | thème slogan | شعار موضوع
stand booth pavilion | stand pavillon | رواق أروقة جناح
guest invited | invité hôte | ضيف ضيوف مدعو دعوة
book | livre ouvrage | كتاب كتب
publisher publication | éditeur publier publication | ناشر نشر دار إصدار
writer author authors | écrivain auteur autrice | كاتب كتاب مؤلف
write wrote written | écrire écrit écriture | كتب كتابة
read reader | lire lecture lecteur | قراءة قارئ قراء
library | bibliothèque médiathèque | مكتبة مكتبات خزانة
bookshop bookstore | librairie | مكتبة كتبي
novel novelist | roman romancier | رواية روائي روايات
story tale | histoire conte récit | قصة حكاية قصص
poem poetry poet | poème poésie poète | شعر قصيدة شاعر شعراء
manuscript | manuscrit | مخطوط مخطوطات
film movie | film | فيلم أفلام شريط
cinema | cinéma cinématographique | سينما سينمائي
director filmmaker | réalisateur cinéaste | مخرج إخراج
actor actress | acteur actrice comédien | ممثل ممثلين
theatre theater play | théâtre théâtral pièce | مسرح مسرحية مسرحي
performance spectacle | spectacle représentation | عرض عروض فرجة
music musician | musique musical musicien | موسيقى موسيقي
song singing singer sang | chanson chanter chanteur chanteuse | أغنية غناء مغني أغاني
concert | concert | حفل سهرة حفلات
dance dancer | danse danseur | رقص رقصة
band group troupe | groupe troupe | فرقة مجموعة
painting painter | peinture peintre tableau | لوحة تشكيلي رسم لوحات
photograph photo | photographie | صورة تصوير صور مصور
heritage | patrimoine patrimonial | تراث تراثي
museum | musée | متحف متاحف
monument landmark | monument | معلمة معالم تاريخي
history historical historian | histoire historique historien | تاريخ تاريخي مؤرخ
archaeology | archéologie archéologue | أثري آثار
excavation dig | fouille | حفريات تنقيب
tomb grave cemetery | tombe cimetière tombeau | قبر مقبرة ضريح
ruins remains | ruines vestige reste | بقايا أطلال آثار
century | siècle | قرن قرون
ancient antiquity | ancien antique antiquité | قديم قدماء عتيق
medina | médina | مدينة عتيقة
palace | palais | قصر قصور
castle fortress fort | château forteresse kasbah | قلعة قصبة حصن
gate door | porte | باب أبواب
wall | mur muraille rempart | سور جدار أسوار
tower | tour | برج صومعة أبراج
round | tour | جولة دور شوط
garden park | jardin parc | حديقة حدائق منتزه
square | place | ساحة ساحات
place | place | مرتبة مركز
craft handicraft craftsman artisan | artisanat artisanal artisan | صناعة تقليدية صانع حرف
carpet rug | tapis | زربية زرابي سجاد
pottery potter ceramic | poterie potier céramique | فخار خزف خزاف
jewellery jewelry jewel | bijou bijouterie joaillerie | حلي مجوهرات
gold golden | doré | ذهب ذهبي ذهبية
silver | argent | فضة فضي فضية
bronze | bronze | نحاس برونز نحاسية
clothing dress costume | vêtement robe costume habit | ملابس لباس زي أزياء
newspaper journal press | journal presse | جريدة صحيفة صحف صحافة
journalist reporter | journaliste | صحفي صحافي صحافيين
magazine review | magazine revue | مجلة مجلات
television channel tv | télévision chaîne télé | تلفزيون تلفزة قناة
radio broadcast | radio diffusion | إذاعة بث راديو
news information | information actualité nouvelle | خبر أخبار معلومات
medal trophy cup | médaille trophée coupe | ميدالية كأس كؤوس
title | titre | لقب عنوان ألقاب
contest competition compete | concours compétition concurrence | مسابقة مباراة منافسة
jury judge | jury | لجنة تحكيم
ceremony | cérémonie | حفل مراسم
conference lecture | conférence | مؤتمر ندوة محاضرة
symposium seminar forum congress | colloque séminaire forum congrès | ندوة منتدى مؤتمر ملتقى
workshop | atelier | ورشة ورشات
"""

SPORT = """
sport | sport sportif | رياضة رياضي
football soccer | football footballeur foot | كرة قدم
match game | match rencontre partie | مباراة مقابلة مباريات لقاء
team squad | équipe | فريق منتخب فرق
club | club | نادي أندية
score goal scorer | but buteur marquer score | هدف أهداف سجل هداف نتيجة
result outcome | résultat | نتيجة نتائج
coach trainer | entraîneur sélectionneur coach | مدرب مدربين
referee | arbitre arbitrage | حكم تحكيم
stadium | stade | ملعب ملاعب
championship champion league | championnat champion ligue | بطولة بطل دوري
tournament | tournoi | دوري بطولة
race runner run ran marathon | course coureur courir marathon court | سباق عداء ماراطون جري
athlete | athlète | عداء ألعاب قوى رياضي
ranking standings | classement classé rang | ترتيب تصنيف مرتبة رتبة
lottery | tirage loterie | قرعة
draw tie | nul égalité | تعادل
defeat beat beaten lost | défaite battre battu | هزيمة انهزم تغلب
final finalist | finale | نهائي نهاية
season | saison | موسم مواسم
qualify qualification | qualifier qualification | تأهل إقصائيات تأهيل
point | point | نقطة نقط نقاط
record | record | رقم قياسي
olympic | olympique olympiades | أولمبي أولمبياد
swimming swimmer swam | natation nageur nager | سباحة سباح
boxing boxer | boxe boxeur | ملاكمة ملاكم
basketball | basketball basket | سلة
handball | handball | يد
tennis | tennis | تنس مضرب
chess | échecs | شطرنج
world worldwide global | monde mondial | عالم عالمي
"""

STATE = """
government governmental | gouvernement gouvernemental | حكومة حكومي
minister ministerial | ministre ministériel | وزير وزراء وزاري
ministry | ministère | وزارة وزارات
president presidential chairman | président présidentiel | رئيس رئاسة ترأس يرأس
secretary | secrétaire secrétariat | كاتب كاتبة أمين سكرتير
director manager manage run | directeur directrice gérer diriger | مدير مديرة أدار يدير تدير
directorate department management | direction département gestion | مديرية إدارة قطاع تدبير
manage | gérer | تدبير دبر سير
administration | administration | إدارة إداري
king | roi | ملك عاهل
royal | royal | ملكي
kingdom monarchy | royaume monarchie | مملكة
majesty | majesté | جلالة
queen | reine | ملكة
prince princess | prince princesse | أمير أميرة
state | état | دولة دول
republic republican | république républicain | جمهورية جمهوري
parliament parliamentary | parlement parlementaire | برلمان برلماني
deputy representative | député représentant | نائب نواب برلماني ممثل
senate councillor councilor | sénat sénateur conseiller | مستشار مستشارين شيوخ
council board | conseil | مجلس مجالس
committee commission | comité commission | لجنة لجان
assembly chamber | assemblée chambre | جمعية غرفة مجلس
mayor | maire | عمدة رئيس
municipality commune communal | municipalité municipal commune communal | جماعة بلدية جماعي جماعات
region | région régional | جهة جهوي جهات منطقة
province provincial | province provincial | إقليم أقاليم إقليمي
prefecture | préfecture préfectoral | عمالة عمالات
governor | gouverneur | عامل والي
wali | wali wilaya | والي ولاية
local | local localité | محلي
territory | territoire territorial | تراب ترابي
majority | majorité majoritaire | أغلبية غالبية
opposition oppose | opposition opposer | معارضة عارض
party | parti partis partisan | حزب أحزاب
political politician policy | politique politicien | سياسة سياسي
list | liste | لائحة لوائح قائمة
seat headquarters | siège | مقعد مقاعد مقر
constituency district | circonscription arrondissement district | دائرة مقاطعة دوائر
referendum | référendum | استفتاء
constitution | constitution constitutionnel | دستور دستوري
democracy democratic | démocratie | ديمقراطية ديمقراطي
right | droit | حق حقوق
human | humain | إنسان بشري
freedom liberty | liberté libre | حرية حريات
law legal legislation bill | loi juridique légal législation | قانون قوانين قانوني
regulation rule | règlement réglementation | نظام قواعد تنظيم
amendment | amendement | تعديل تعديلات
court tribunal | tribunal cour | محكمة محاكم
justice judicial | justice judiciaire | عدالة قضاء قضائي عدل
judge magistrate | juge magistrat | قاضي قضاة حكم
lawyer attorney | avocat barreau | محامي محامين
prosecutor prosecution | procureur parquet | وكيل نيابة عامة
trial lawsuit | procès poursuite poursuivre | محاكمة دعوى متابعة
verdict sentence convicted | verdict condamner jugement | حكم أحكام إدانة
appeal | appel | استئناف
accused suspect defendant | accusé suspect prévenu | متهم مشتبه اتهام
prison jail imprisonment inmate | prison prisonnier détenu détention | سجن سجناء حبس معتقل
arrest detain | arrêter arrestation interpeller | توقيف اعتقال أوقف اعتقل
police policeman officer | police policier | شرطة أمن شرطي
gendarmerie gendarme | gendarmerie gendarme | درك
investigation inquiry | enquête investigation | تحقيق بحث تحقيقات
crime criminal | crime criminel criminalité | جريمة جرائم جنائي إجرامي
murder | meurtre meurtrier assassinat | قتل جريمة اغتيال
theft steal stole stolen robbery thief | vol voleur cambriolage | سرقة لص سرق
fraud scam corruption | fraude escroquerie corruption | احتيال نصب فساد رشوة
drugs narcotics cannabis | drogue stupéfiants cannabis | مخدرات قنب
seize seizure | saisir | حجز ضبط مصادرة
smuggling trafficking | contrebande trafiquant | تهريب اتجار
violence violent | violence violent | عنف عنيف
attack assault struck hit | attaque attentat agression | هجوم اعتداء
terrorism terrorist | terrorisme | إرهاب إرهابي
weapon arms gun shot | arme armement | سلاح أسلحة
security safe safety | sécurité sécuritaire sûreté | أمن سلامة أمني
army military soldier | armée militaire soldat | جيش عسكري جندي جنود
defence defended defense defend | défense défendre | دفاع
war battle conflict | guerre bataille conflit | حرب معركة حروب نزاع
peace | paix pacifique | سلام سلم
accident crash collision | accident collision | حادث حادثة حوادث اصطدام
fire blaze burn | incendie feu brûler | حريق حرائق نار
firefighter | pompier | إطفائي مطافئ وقاية مدنية
rescue save | sauvetage sauver secours | إنقاذ إغاثة أنقذ
explosion explode bomb | explosion bombe | انفجار قنبلة
collapse | effondrement | انهيار انهار
damage destroyed destruction | dégât dommage détruire destruction détruit | أضرار خسائر تدمير
missing disappear | disparu disparaître disparition | مفقود اختفاء اختفى
drown | noyer noyade | غرق غريق
danger risk | danger dangereux risque | خطر مخاطر خطير
crisis | crise | أزمة أزمات
border frontier | frontière frontalier | حدود حدودي
embassy ambassador | ambassade ambassadeur ambassadrice | سفارة سفير سفراء
consulate | consulat consul consulaire | قنصلية قنصل
visa | visa | تأشيرة تأشيرات
passport | passeport | جواز جوازات
diplomacy diplomatic | diplomatie | دبلوماسية دبلوماسي
nation | nation | أمة أمم
international | international | دولي عالمي
national | national | وطني
cooperation | coopération | تعاون
partnership partner | partenariat partenaire | شراكة شريك شركاء
union united | union uni unir | اتحاد متحدة وحدة
independence | indépendance | استقلال مستقل
colonial protectorate | colonial colonie protectorat | استعمار حماية مستعمرة
file document | dossier document | ملف وثيقة وثائق ملفات
certificate | certificat attestation | شهادة شهادات
card | carte | بطاقة بطاقات
map | carte | خريطة خرائط
letter mail post | lettre courrier poste | رسالة بريد رسائل
authority authorities | autorité | سلطة سلطات هيئة
institution establishment | institution établissement institut | مؤسسة معهد مؤسسات
agency | agence | وكالة وكالات
office bureau | office bureau | مكتب مكاتب
center centre | centre | مركز مراكز وسط
service | service | خدمة خدمات مصلحة
mission task | mission tâche | مهمة بعثة مهام
strategy strategic | stratégie | استراتيجية استراتيجي
goal objective aim target | objectif viser cible | هدف أهداف غاية
measure procedure | mesure procédure démarche | إجراء تدبير تدابير إجراءات
census | recensement | إحصاء
survey statistics | sondage statistique | استطلاع إحصائيات
report | rapport | تقرير تقارير
control inspection monitor | contrôle inspection surveillance | مراقبة تفتيش رقابة
"""

SOCIETY = """
society social | société social | مجتمع اجتماعي
association | association | جمعية جمعيات
organization | organisation | منظمة منظمات
foundation | fondation | مؤسسة
cooperative | coopérative | تعاونية تعاونيات
federation | fédération | جامعة فدرالية اتحاد
union unionist | syndicat syndical | نقابة نقابات نقابي
charity charitable humanitarian | caritatif humanitaire bienfaisance | خيري إنساني إحسان
donation donor | don donateur | تبرع هبة متبرع
solidarity | solidarité solidaire | تضامن
community | communauté communautaire | جماعة مجتمع جالية
diaspora expatriate | diaspora expatrié | جالية مغتربين
religion religious | religion religieux | دين ديني
mosque | mosquée | مسجد مساجد جامع
church christian | église chrétien | كنيسة مسيحي كنائس
jewish jew synagogue | juif juive synagogue | يهودي يهود كنيس
islam muslim | islam musulman | إسلام إسلامي مسلم
prayer pray | prière prier | صلاة دعاء
imam preacher | imam prédicateur | إمام خطيب أئمة
koran quran | coran | قرآن قرآني
prophet | prophète | نبي رسول
saint shrine | saint mausolée | ولي ضريح
sufi brotherhood | soufi confrérie soufisme | صوفي زاوية تصوف
pilgrimage pilgrim hajj | pèlerinage pèlerin hajj | حج حجاج
ramadan | ramadan | رمضان
fast | jeûne | صيام صوم
eid feast | aïd fête | عيد أعياد
sacrifice | sacrifice | أضحى أضحية تضحية
throne | trône | عرش
holiday vacation | vacances férié congé | عطلة عطل إجازة
anniversary | anniversaire | ذكرى
god | dieu | الله إله
tradition custom | tradition traditionnel coutume | تقليد تقاليد تقليدي عادات
equality | égalité parité | مساواة مناصفة
divorce | divorce | طلاق
orphan | orphelin | يتيم أيتام
retirement pension | retraite pension | تقاعد معاش متقاعد
recruitment hire | recrutement embauche | توظيف تشغيل
profession career | métier profession professionnel carrière | مهنة مهني مهن
coverage protection | couverture protection protéger | حماية تغطية
housing home dwelling | logement maison habitat habitation | سكن منزل بيت مساكن دار
apartment flat | appartement | شقة شقق
building | immeuble bâtiment édifice | بناية عمارة مبنى
slum shanty | bidonville | صفيح عشوائي
neighbourhood neighborhood | quartier | حي أحياء
neighbour neighbor | voisin voisinage | جار جيران مجاور
tourism tourist | tourisme touriste | سياحة سياحي سائح سياح
hotel | hôtel hôtelier hôtellerie | فندق فنادق
overnight | nuitée | ليلة ليالي مبيت إقامة
beach | plage balnéaire | شاطئ شواطئ
industry | industrie industriel | صناعة صناعي
factory | usine fabrique | مصنع معمل مصانع معامل
mine | mine minier | منجم مناجم معدني
metal iron steel | métal fer acier | حديد معدن معادن صلب
textile | textile | نسيج
cement | ciment | إسمنت
wood timber | bois | خشب
leather | cuir | جلد جلود
paper | papier | ورق أوراق
product | produit | منتوج منتوجات منتج
machine equipment | machine équipement matériel | آلة معدات تجهيزات آليات
infrastructure | infrastructure | بنية تحتية بنيات
site yard worksite | chantier | ورش أوراش
"""

PLACES = """
city town urban | ville urbain | مدينة مدن حضري
village | village douar | قرية دوار قرى
rural countryside | rural campagne | قروي بادية
country | pays | بلد بلدان دولة
capital | capitale | عاصمة
capital | capital | رأسمال
place location venue | lieu endroit emplacement | مكان موقع أماكن
area zone | zone aire | منطقة مناطق
surface | superficie surface | مساحة
north northern | nord | شمال شمالي
south southern | sud | جنوب جنوبي
east eastern | oriental | شرق شرقي
west western | ouest occidental | غرب غربي
coast coastal shore | côte littoral côtier | ساحل ساحلي سواحل
mountain | montagne mont | جبل جبال جبلي
river | fleuve rivière oued | نهر واد أنهار وادي
lake | lac lagune | بحيرة بحيرات
island | île | جزيرة جزر
ocean | océan | محيط
mediterranean | méditerranée méditerranéen | متوسط متوسطي
atlantic | atlantique | أطلسي أطلنتي
desert sahara saharan | désert sahara sahraoui | صحراء صحراوي
oasis | oasis | واحة واحات
valley | vallée | واد وادي سهل
plain | plaine | سهل سهول
cave | grotte caverne | مغارة كهف كهوف
source spring well | source puits | منبع عين بئر آبار
continent | continent | قارة قارات
earth planet | terre planète | أرض كوكب
sky | ciel | سماء
sun | soleil | شمس
distance | distance | مسافة بعد
length long | longueur long | طول طويل
height high altitude | hauteur altitude haut | علو ارتفاع
depth deep | profondeur profond | عمق عميق
weight weigh | poids peser | وزن
volume | volume | حجم
day daily | jour journée quotidien | يوم أيام يومي
week | semaine hebdomadaire | أسبوع أسابيع أسبوعي
weekend | weekend | نهاية أسبوع
month | mois mensuel | شهر أشهر شهري
year annual | année annuel | سنة عام سنوات سنوي
hour time | heure horaire | ساعة ساعات توقيت
minute | minute | دقيقة دقائق
second | seconde | ثانية ثواني
morning | matin matinée | صباح
noon afternoon | midi | زوال ظهر
evening | soir soirée | مساء سهرة
night | nuit nocturne | ليل ليلة
today | aujourd | يوم
tomorrow | demain | غد
yesterday | hier | أمس
decade | décennie | عقد
period era | période époque ère | فترة عهد عصر مدة
deadline term | délai échéance | أجل آجال مهلة
summer | estival | صيف صيفي
winter | hiver hivernal | شتاء
autumn | automne | خريف
spring | printemps printanier | ربيع
future | avenir futur | مستقبل
past | passé | ماضي
monday | lundi | اثنين
tuesday | mardi | ثلاثاء
wednesday | mercredi | أربعاء
thursday | jeudi | خميس
friday | vendredi | جمعة
saturday | samedi | سبت
sunday | dimanche | أحد
january | janvier | يناير
february | février | فبراير
march | mars | مارس
april | avril | أبريل
may | mai | ماي مايو
june | juin | يونيو
july | juillet | يوليوز يوليو
august | août | غشت أغسطس
september | septembre | شتنبر سبتمبر
october | octobre | أكتوبر
november | novembre | نونبر نوفمبر
december | décembre | دجنبر ديسمبر
"""

QUALITIES = """
first | premier première | أول أولى
last final | dernier dernière | أخير أخيرة ماضي
second | deuxième second | ثاني ثانية
third | troisième tiers | ثالث ثالثة ثلث
fourth | quatrième | رابع رابعة
fifth | cinquième | خامس خامسة
sixth | sixième | سادس سادسة
seventh | septième | سابع سابعة
eighth | huitième | ثامن ثامنة
ninth | neuvième | تاسع تاسعة
tenth | dixième | عاشر عاشرة
next following upcoming | prochain suivant | مقبل قادم موالي
previous former | précédent ancien | سابق
new newly | nouveau nouvelle neuf | جديد جديدة جدد
old older | vieux vieille ancien | قديم
big large great bigger largest | grand gros | كبير كبيرة كبرى أكبر
small little smaller | petit | صغير صغيرة صغرى
biggest greatest | majeur | أكبر
best better good | meilleur bon mieux | أفضل أحسن جيد
worst bad | pire mauvais | أسوأ سيئ
high higher highest | élevé | مرتفع عالي أعلى
low lower lowest | bas faible | منخفض ضعيف أدنى
maximum | maximum maximal | أقصى
minimum | minimum minimal | أدنى
main principal chief | principal | رئيسي أساسي
important major | important | مهم هام أهمية
famous known renowned | célèbre connu | مشهور معروف شهير
know knew | connaître savoir connaît | عرف معرفة
public | public | عمومي عام
private | privé | خاص خصوصي
general | général | عام
special | spécial particulier | خاص
central | central | مركزي
joint common | commun conjoint | مشترك
different | différent | مختلف فرق
same similar | même similaire | مماثل نفس
possible | possible possibilité | ممكن إمكانية
difficult difficulty | difficile difficulté | صعب صعوبة صعوبات
easy | facile faciliter | سهل تسهيل
strong strength force | fort force puissant | قوي قوة
rare | rare | نادر
open | ouvert | مفتوح
beautiful | beau belle beauté | جميل جمال
modern contemporary | moderne contemporain | حديث عصري معاصر
white | blanc blanche | أبيض بيضاء
black | noir | أسود سوداء
red | rouge | أحمر حمراء
green | vert | أخضر خضراء
blue | bleu | أزرق زرقاء
yellow | jaune | أصفر صفراء
colour color | couleur | لون ألوان
type kind | type genre sorte | نوع أنواع صنف
part section | partie section | جزء قسم
level | niveau | مستوى مستويات
stage phase | étape phase | مرحلة مراحل
role | rôle | دور أدوار
problem issue | problème question | مشكل مشاكل قضية مسألة
solution solve | solution résoudre | حل حلول
idea | idée | فكرة أفكار
opinion view | avis opinion | رأي آراء
proposal | proposition proposer | اقتراح مقترح
condition | condition | شرط شروط ظروف
quality | qualité | جودة
quantity | quantité | كمية كميات
size | taille dimension | حجم قياس
field domain | domaine | مجال ميدان
sector | secteur | قطاع قطاعات
activity | activité actif | نشاط أنشطة
purpose | but finalité | هدف غاية
system | système | نظام منظومة
method way means | méthode moyen manière | طريقة وسيلة وسائل
experience | expérience | تجربة خبرة
initiative | initiative | مبادرة
action | action | عمل إجراء
relation relationship | relation | علاقة علاقات
position situation | position situation | وضع موقف وضعية
"""

COUNTRIES = """
morocco moroccan | maroc marocain | المغرب مغربي مغاربة
maghreb | maghreb maghrébin | مغاربي المغرب
algeria algerian | algérie algérien | الجزائر جزائري
tunisia tunisian | tunisie tunisien | تونس تونسي
libya libyan | libye libyen | ليبيا ليبي
egypt egyptian | égypte égyptien | مصر مصري
mauritania mauritanian | mauritanie mauritanien | موريتانيا موريتاني
senegal senegalese | sénégal | السنغال سنغالي
cameroon | cameroun | الكاميرون كاميروني
chad | tchad tchadien | تشاد
ivory | ivoire ivoirien | ساحل العاج إيفواري
africa african | afrique africain | إفريقيا أفريقيا إفريقي أفريقي
europe european | europe européen | أوروبا أوربا أوروبي أوربي
asia asian | asie asiatique | آسيا آسيوي
america american | amérique américain | أمريكا أمريكي
states | états | ولايات دول
spain spanish spaniard | espagne espagnol | إسبانيا إسباني إسبان
france french | france | فرنسا فرنسي
germany german | allemagne allemand | ألمانيا ألماني
italy italian | italie italien | إيطاليا إيطالي
portugal portuguese | portugal portugais | البرتغال برتغالي
england english | angleterre anglais | إنجلترا إنجليزي
britain british | britannique bretagne | بريطانيا بريطاني
netherlands dutch holland | bas néerlandais hollande | هولندا هولندي
belgium belgian | belgique belge | بلجيكا بلجيكي
switzerland swiss | suisse | سويسرا سويسري
austria austrian | autriche autrichien | النمسا نمساوي
hungary hungarian | hongrie hongrois | المجر هنغاريا مجري
greece greek | grèce grecque | اليونان يوناني إغريقي
sweden swedish | suède suédois | السويد سويدي
norway norwegian | norvège norvégien | النرويج نرويجي
denmark danish | danemark danois | الدنمارك دنماركي
finland finnish | finlande | فنلندا فنلندي
poland polish | pologne polonais | بولندا بولوني بولندي
croatia croatian | croatie | كرواتيا كرواتي
ukraine ukrainian | ukraine ukrainien | أوكرانيا أوكراني
russia russian | russie | روسيا روسي
turkey turkish turk ottoman | turquie turc ottoman | تركيا تركي عثماني
cyprus | chypre | قبرص
china chinese | chine chinois | الصين صيني
japan japanese | japon | اليابان ياباني
india indian | inde indien | الهند هندي
korea korean | corée coréen | كوريا كوري
saudi | saoudite saoudien | السعودية سعودي
emirates emirati | émirats | الإمارات إماراتي
jordan jordanian | jordanie jordanien | الأردن أردني
lebanon lebanese | liban | لبنان لبناني
syria syrian | syrie syrien | سوريا سوري
iraq iraqi | irak irakien | العراق عراقي
yemen yemeni | yémen yéménite | اليمن يمني
palestine palestinian | palestine palestinien | فلسطين فلسطيني
israel israeli | israël israélien | إسرائيل إسرائيلي
gulf | golfe | خليج خليجي
brazil brazilian | brésil brésilien | البرازيل برازيلي
argentina argentine | argentine | الأرجنتين أرجنتيني
mexico mexican | mexique mexicain | المكسيك مكسيكي
canada canadian | canada canadien | كندا كندي
ethiopia ethiopian | éthiopie éthiopien | إثيوبيا إثيوبي
tangier | tanger tangérois | طنجة
casablanca | casablanca casa | البيضاء
tetouan | tétouan | تطوان
fez | fès | فاس
meknes | meknès | مكناس
marrakesh | marrakech | مراكش
essaouira mogador | essaouira mogador | الصويرة
oujda | oujda | وجدة
ouarzazate | ouarzazate | ورزازات
taroudant | taroudant | تارودانت
laayoune | laayoune | العيون
hoceima | hoceima | الحسيمة
jadida | jadida | الجديدة
rif | rif rifain | الريف ريفي
algiers | alger | الجزائر
cairo | caire | القاهرة
alexandria | alexandrie | الإسكندرية
jerusalem | jérusalem | القدس
damascus | damas | دمشق
beirut | beyrouth | بيروت
aleppo | alep | حلب
mecca | mecque | مكة
medina | médine | المدينة
tripoli | tripoli | طرابلس
paris parisian | paris parisien | باريس
london | londres | لندن
vienna | vienne | فيينا
venice | venise | البندقية
seville | séville | إشبيلية
granada | grenade | غرناطة
cordoba | cordoue | قرطبة
malaga | malaga | مالقة
andalusia andalusian | andalousie andalou | الأندلس أندلسي
ceuta | ceuta | سبتة
melilla | melilla | مليلية
gibraltar | gibraltar | جبل طارق
athens | athènes | أثينا
rome roman | rome romain | روما روماني
constantinople istanbul | constantinople istanbul | إسطنبول القسطنطينية
carthage carthaginian | carthage carthaginois | قرطاج
phoenician | phénicien | فينيقي
nile | nil | النيل
euphrates | euphrate | الفرات
york | york | نيويورك
amazon | amazonie amazone | أمازون
australia australian | australie australien | أستراليا أسترالي
zealand | zélande zélandais | نيوزيلندا نيوزيلندي
scotland scottish | écosse écossais | اسكتلندا إسكتلندا اسكتلندي
ireland irish | irlande irlandais | أيرلندا إيرلندا أيرلندي
wales welsh | galles gallois | ويلز ويلزي
iran iranian | iran iranien | إيران إيراني
pakistan pakistani | pakistan pakistanais | باكستان باكستاني
nigeria nigerian | nigeria nigérian | نيجيريا نيجيري
vietnam vietnamese | vietnam vietnamien | الفيتنام فيتنام فيتنامي
singapore | singapour | سنغافورة
georgia georgian | géorgie géorgien | جورجيا جورجي
soviet | soviétique | سوفياتي سوفييتي
moscow | moscou | موسكو
berlin | berlin | برلين
madrid | madrid | مدريد
washington | washington | واشنطن
hollywood | hollywood | هوليوود هوليود
delhi | delhi | دلهي نيودلهي
angeles | angeles | أنجلوس
columbia colombia colombian | colombie colombien | كولومبيا كولومبي
virginia | virginie | فرجينيا فيرجينيا
philadelphia | philadelphie | فيلادلفيا
california | californie | كاليفورنيا
philippines filipino philippine | philippines philippin | الفلبين فلبيني
tokyo | tokyo | طوكيو
indonesia indonesian | indonésie indonésien | إندونيسيا إندونيسي أندونيسيا
afghanistan afghan | afghanistan afghan | أفغانستان أفغاني أفغان
barcelona | barcelone | برشلونة
thailand thai | thaïlande thaïlandais | تايلاند تايلند تايلاندي
kenya kenyan | kenya kényan | كينيا كيني
caribbean | caraïbes caribéen | الكاريبي كاريبي
dubai | dubaï | دبي
guinea guinean | guinée guinéen | غينيا غيني
taiwan taiwanese | taïwan taïwanais | تايوان تايواني
chile chilean | chili chilien | الشيلي تشيلي شيلي
cuba cuban | cuba cubain | كوبا كوبي
malaysia malaysian | malaisie malaisien | ماليزيا ماليزي
geneva | genève | جنيف
brussels | bruxelles | بروكسل
quebec | québec | كيبيك
bangladesh | bangladesh bangladais | بنغلاديش
florence | florence | فلورنسا
mumbai bombay | mumbai bombay | مومباي بومباي
munich | munich | ميونيخ ميونخ
venezuela venezuelan | venezuela vénézuélien | فنزويلا فنزويلي
jamaica jamaican | jamaïque jamaïcain | جامايكا جامايكي
bulgaria bulgarian | bulgarie bulgare | بلغاريا بلغاري
ghana ghanaian | ghana ghanéen | غانا غاني
nepal nepalese | népal népalais | نيبال نيبالي
"""

GENERAL = """
become became | devenir devenu devient | أصبح صار
call named | appeler nommer surnommer | سمى تسمية لقب أطلق
include including | inclure comprendre compris | شمل تضمن ضم
contain | contenir contient | احتوى تضمن ضم
consist compose composed | composer constituer constitué | تألف تكون تشكل
serve served serving | servir sert | خدمة خدم
show shown showed | montrer démontrer | أظهر كشف بين
represent represented | représenter représenté | مثل تمثيل
believe belief believed | croire croyance foi | اعتقد اعتقاد إيمان
think thought | penser pensée | فكر رأى
consider considered | considérer considéré | اعتبر
describe described description | décrire description décrit | وصف
explain explained explanation | expliquer explication | شرح فسر أوضح
express expressed | exprimer expression | عبر تعبير
call calling urge urged | appeler exhorter | دعا دعوة نداء
warn warned warning | avertir alerter avertissement alerte | حذر تحذير إنذار
criticise criticize criticism critic | critiquer critique | انتقد انتقاد انتقادات
praise praised | saluer louange | أشاد إشادة
answer reply response respond | répondre réponse réagir réaction | أجاب جواب رد
remember memory | souvenir mémoire rappeler | ذاكرة ذكرى تذكر
hold held holding | tenir tenu détenir tient dérouler détient | عقد انعقد جرى
take took taken | prendre pris prise prend | أخذ اتخذ تولى
bring brought fetch | apporter amener | جلب أحضر
put | mettre mis mise met | وضع
keep kept maintain | garder maintenir conserver maintien | حافظ حفظ احتفظ
preserve preservation conserve | préserver préservation sauvegarde | حماية حفاظ محافظة صون
carry carried | porter transporter | حمل نقل
operate operator | fonctionner fonctionnement | تشغيل اشتغل سير
follow followed | suivre suivi | تبع تتبع متابعة
add added addition | ajouter ajout | أضاف إضافة
remove removed removal | enlever retirer retrait suppression supprimer | إزالة أزال سحب حذف
remain remained | rester demeurer | بقي ظل
reach reached | atteindre atteint | بلغ وصل
exceed exceeded | dépasser excéder | تجاوز فاق
affect affected influence impact effect | affecter influence impact effet toucher | أثر تأثير تضرر
compare compared comparison | comparer comparaison | قارن مقارنة
enter entered entry entrance | entrer entrée | دخل دخول مدخل
exit leave | sortir sortie | خرج خروج
attend attended | assister | حضر حضور
cover covered | couvrir couvert | غطى تغطية
attract attracted | attirer attractif attractivité | جذب استقطب استقطاب
supply provide provided | fournir fournisseur approvisionnement | توفير وفر تزويد تموين
equip equipped | équiper équipé | تجهيز جهز
install installed installation | installer installation | تركيب وضع
fight fought fighting combat | lutter lutte combattre combat | محاربة مكافحة قاتل قتال
invade invasion conquer conquest occupy | envahir invasion conquête occuper | غزا غزو احتلال احتل
rule ruled reign | régner règne gouverner | حكم عهد
dynasty | dynastie dynastique | سلالة أسرة دولة
sultan | sultan | سلطان
caliph | calife | خليفة
emperor empire imperial | empereur empire impérial | إمبراطور إمبراطورية
tribe tribal | tribu tribal | قبيلة قبائل
ancestor origin | ancêtre origine originaire | أصل أصول أجداد
slave slavery | esclave esclavage | عبد عبيد رق
revolution revolt rebellion uprising | révolution révolte rébellion insurrection | ثورة تمرد انتفاضة
resistance resist | résistance résister résistant | مقاومة مقاوم
treaty | traité | معاهدة
victory winning | vaincre vaincu | انتصر نصر
surrender | reddition capituler | استسلام استسلم
enemy | ennemi | عدو أعداء
ally alliance | allié alliance | تحالف حليف حلفاء
camp | camp camping | مخيم مخيمات معسكر
walk walking | marcher promenade randonnée | مشي سير
turn | tourner tournage | تصوير دوران
stay | séjourner séjour | إقامة أقام مكث
sleep | dormir sommeil | نوم نام
eat ate eaten | manger mangé | أكل تناول
cook chef | cuisinier | طباخ طبخ
wear wore worn | vêtir | ارتدى لبس
wait | attendre attente | انتظر انتظار
expect expected expectation forecast | prévision attendre attendu prévoir | توقع توقعات منتظر مرتقب
hope hoped | espérer espoir | أمل
fear afraid | peur craindre crainte | خوف خشي مخاوف
love loved like | aimer amour | حب أحب
happy pleasure joy | heureux joie plaisir | سعيد فرح سرور
sad mourning | triste deuil tristesse | حزين حداد حزن
suffer suffered suffering | souffrir souffrance | عانى معاناة
complain complaint | plainte plaindre | شكاية شكوى شكايات
threaten threat | menacer menace | هدد تهديد
prevent prevention | prévenir prévention empêcher | وقاية منع
escape flee fled | fuir fuite évader évasion | فرار هروب فر هرب
search searched sought | chercher rechercher | بحث
try tried attempt | essayer tentative tenter | محاولة حاول
check verify verification | vérifier vérification | تحقق تأكد
confirm confirmed confirmation | confirmer confirmation | أكد تأكيد
deny denied denial | nier démentir démenti | نفى نفي
reveal revealed | révéler révélation dévoiler | كشف كشفت
lie | mentir mensonge | كذب
promise promised commitment commit | promesse promettre engagement engager | وعد تعهد التزام
apply applied implementation implement | appliquer exécution exécuter | تطبيق طبق تنفيذ
application | candidater dépôt déposer | طلب إيداع وضع
compensation compensate | indemnisation indemniser indemnité compensation | تعويض تعويضات
encourage promote promotion | encourager promouvoir promotion | تشجيع شجع النهوض ترويج
strengthen reinforce | renforcer renforcement | تعزيز تقوية عزز
expand expansion extend extension | élargir extension étendre élargissement | توسيع توسعة تمديد
connect connection link linked | relier lier lien liaison connexion | ربط رابط
separate separation | séparer séparation | فصل انفصال
divide divided division | diviser division | قسم تقسيم
gather gathered gathering | rassembler rassemblement | تجمع جمع
welcome | bienvenue accueil | ترحيب استقبال
contribute contribution | contribuer contribution | ساهم مساهمة إسهام
dedicate dedicated devoted | consacrer dédier dédié destiner doter | خصص مخصص تخصيص
allocate allocated earmarked | allouer allocation affectation | خصص تخصيص رصد
supervise supervision oversee | superviser encadrement encadrer | أشرف إشراف تأطير
perform performed | interpréter jouer interprète | أدى أداء عرض
compose composer | compositeur composition | ملحن تلحين
instrument | instrument | آلة آلات
draw drew drawing | dessiner dessin dessinateur | رسم رسوم
sculpture sculptor statue | sculpture sculpteur statue | نحت نحات تمثال
architecture architect | architecture architecte architectural | معماري عمارة هندسة
philosophy philosopher | philosophie philosophe | فلسفة فيلسوف
literature literary | littérature littéraire | أدب أدبي آداب
thesis dissertation | doctorat | أطروحة دكتوراه
theory | théorie théorique | نظرية
model | modèle | نموذج نماذج
example | exemple | مثال أمثلة نموذج
word | mot | كلمة كلمات
page | page | صفحة صفحات
chapter | chapitre | فصل باب
article item | article | مقال مادة مواد
topic subject matter | sujet matière | موضوع مواضيع مادة
question | question interroger interrogation | سؤال أسئلة
content | contenu | محتوى مضمون
text | texte | نص نصوص
sign symbol | signe symbole | رمز علامة رموز
flag | drapeau | علم راية أعلام
logo mark brand | logo marque | علامة شعار
picture image | image | صورة صور
video | vidéo | فيديو شريط
sound voice | son sonore | صوت
light lighting lamp | lumière éclairage lampe | ضوء إنارة
nuclear | nucléaire | نووي
chemical chemistry | chimie chimique | كيمياء كيميائي
physics physical | physique physicien | فيزياء بدني
biology biological | biologie biologique | بيولوجيا أحياء
organic | bio | عضوي بيولوجي
cell | cellule | خلية خلايا
gene genetic | gène génétique | جينات وراثي
species | espèce | نوع أنواع صنف
humanity | humanité | إنسانية بشرية
body corpse | corps cadavre | جسم جثة جسد
head | tête crâne | رأس
hand | main manuel | يد أيدي
foot leg | pied jambe | قدم رجل
bone skeleton | os squelette | عظم عظام
fossil dinosaur | fossile dinosaure | أحفور مستحاثة ديناصور
tool | outil | أداة أدوات
stone rock | pierre rocher roche | حجر أحجار صخر
sand | sable | رمل رمال
salt | sel | ملح
air | air | هواء جو
oxygen | oxygène | أكسجين
carbon | carbone | كربون
atmosphere atmospheric | atmosphère atmosphérique | جو غلاف
pressure | pression | ضغط
power | pouvoir puissance | قوة قدرة سلطة
wave | vague onde | موجة أمواج
waterfall cascade | cascade | شلال شلالات
peak summit | sommet cime | قمة
slope hill | colline pente | تل تلال هضبة
edge | bord rive | ضفة حافة جانب
bay | baie | خليج
strait | détroit | مضيق
peninsula | péninsule | شبه جزيرة
canal channel | canal chenal | قناة
hall room | salle chambre | قاعة غرفة قاعات
floor storey | étage sol | طابق أرضية
roof ceiling | toit plafond | سقف سطح
window | fenêtre vitrine | نافذة
furniture | meuble mobilier ameublement | أثاث
key | clé clef | مفتاح
bag luggage | sac bagage | حقيبة أمتعة كيس
box | boîte caisse | صندوق علبة
fund treasury | caisse trésor trésorerie | صندوق خزينة
treasure | trésor | كنز كنوز
coin | pièce monnaie | قطعة نقدية نقود
piece | pièce morceau | قطعة قطع
auction tender bid | enchère adjudication | مزاد صفقة عروض
transaction | transaction affaire | صفقة معاملة صفقات
affair case | affaire | قضية قضايا ملف
account accounts auditor audit | compte audit comptable | حساب حسابات افتحاص
balance deficit surplus | balance déficit excédent | ميزان عجز فائض
reserve stock | réserve stock | احتياطي مخزون
debtor bankruptcy bankrupt | faillite | إفلاس
competitor rival | concurrent rival | منافس خصم
pioneer | pionnier précurseur | رائد رواد
founder | fondateur fondatrice | مؤسس
successor heir | successeur héritier | خلف وريث
deputy vice | vice adjoint | نائب
spokesman spokesperson | parole | ناطق متحدث كلمة
hero | héros héroïne | بطل أبطال
character | personnage caractère | شخصية
celebrity personality | personnalité célébrité | شخصية شخصيات
delegation envoy | délégation délégué envoyé | وفد مندوب مبعوث
crew | équipage | طاقم
queue crowd | foule file | حشد صف
couple pair | couple paire | زوج زوجان
twin | jumeau jumelle jumelage | توأم توأمة
baby infant newborn | bébé nourrisson | رضيع مولود
grandfather | aïeul | جد أجداد
widow | veuf veuve | أرملة أرامل
date | date | تاريخ
schedule timetable calendar | calendrier horaire agenda | برنامج جدول توقيت
program programme | programme programmation | برنامج برمجة
step | étape | خطوة خطوات
process | processus | عملية عمليات مسلسل
transition | transition mutation | انتقال تحول
progress advance | progrès progression avancement | تقدم
benefit advantage | avantage intérêt | فائدة مصلحة امتياز
interest | intérêt | فائدة فوائد
factor element component | facteur élément composant | عامل عنصر عناصر مكون
most | plupart | معظم أغلب
additional extra | supplémentaire additionnel | إضافي
total overall | global ensemble | إجمالي مجموع
full complete | complet plein intégral | كامل تام
empty | vide | فارغ خال
exact accurate precise | exact précis précision | دقيق دقة محدد
approximate approximately about | environ approximativement | حوالي نحو زهاء
official officially | officiel officiellement | رسمي رسميا
temporary provisional | temporaire provisoire | مؤقت
permanent | permanent | دائم
current present currently | actuel actuellement présent | حالي حاليا
recent recently | récent récemment | حديث مؤخرا
early | tôt précoce anticipé | مبكر سابق
late | tard tardif | متأخر تأخر
middle medium | moyen milieu | متوسط وسط
daily | quotidien | يومية جريدة
junior | junior cadet | شبان فتيان ناشئين
senior adult | adulte senior aîné | بالغ راشد كبار
real true truth | vrai réel réalité vérité | حقيقي حقيقة واقع
false fake | faux fausse | مزيف مزور كاذب
illegal clandestine irregular | illégal clandestin irrégulier | سري غير قانوني
secret | secret confidentiel | سري سر
simple | simple | بسيط
dry | sec sèche | جاف
wet humid | humide humidité | رطب رطوبة
heavy | lourd | ثقيل
light | léger | خفيف
wide broad width | large largeur | عرض واسع
narrow | étroit | ضيق
round circle circular | rond cercle circulaire | دائرة دائري
obtain obtained achieve get got | obtenir obtenu décrocher percevoir perçu | حصل حصول نال
concern concerned relate | concerner relatif | هم تعلق متعلق
realise realised accomplish achievement | réaliser réalisation accomplir | إنجاز أنجز تحقيق حقق
shortage lack | pénurie manque | خصاص نقص
crown crowned | couronner couronne sacre | توج تتويج تاج
establish established based | établir implanter | أقام استقر مقر
eligible eligibility | éligible | مؤهل أهلية
break broke broken | casser rompre briser | كسر حطم
publish appear | paraître paru parution | صدر صدور
"""

EVERYDAY = """
classified classify graded | classé classer classement | مصنف مصنفة تصنيف
registered register registration | enregistrer enregistré inscription | سجل تسجيل مسجل
booking reservation booked | réservation réserver | حجز حجوزات
accommodation lodging | hébergement | إيواء مبيت
priority | priorité prioritaire | أولوية أولويات
breakfast | déjeuner | فطور إفطار
double | double | مزدوج مزدوجة ضعف
professional | professionnel | مهني مهنيون مهنيين
cleaning cleanup cleaned | nettoyage nettoyer propreté | نظافة تنظيف
basin | bassin | حوض أحواض
storage stored stock | stockage stocké réserve | تخزين مخزون
bulletin | bulletin | نشرة
breeder breeding | éleveur élevage | مربي مربو تربية
fodder | fourrage | علف أعلاف
fertiliser fertilizer | engrais | سماد أسمدة
pump pumping | pompe pompage | مضخة مضخات ضخ
panel | panneau | لوح ألواح لوحة لوحات
helmet | casque | خوذة خوذ
pedestrian | piéton | راجل راجلين مشاة
crossing crosswalk passage | passage | ممر ممرات معبر معابر
licence license permit | permis licence | رخصة رخص
violation offence infringement | infraction | مخالفة مخالفات
witness | témoin témoigner témoignage | شاهد شهود
firefighter firefighting | pompier | إطفاء إطفائي مطافئ
caravan convoy | caravane convoi | قافلة قوافل
cataract | cataracte | جلالة إعتام ساد
glasses spectacles | lunettes | نظارة نظارات
boarder dormitory | internat | داخلية
goalkeeper keeper | gardien | حارس حراس
penalty | pénalty | جزاء
decree | décret | مرسوم مراسيم
pardon amnesty | grâce amnistie | عفو
pavement sidewalk | trottoir | رصيف أرصفة
stray | errant | ضال ضالة
egg | oeuf | بيض بيضة
data | donnée | بيانات معطيات
sermon | sermon prêche | خطبة
oldest eldest | doyen aîné | أكبر أسن
youngest | cadet benjamin | أصغر
repaint repainted | peindre repeindre peinture | صباغة صبغ طلاء دهان
shelter refuge | abri refuge | مأوى ملجأ
tent | tente | خيمة خيام
toll | bilan | حصيلة
promise promised pledge | promettre promis promesse | وعد وعود تعهد
planting afforestation | plantation reboisement | تشجير غرس غراسة
copper | cuivre | نحاس نحاسي
vessel ship | navire paquebot | باخرة بواخر سفينة سفن
mushroom | champignon | فطر
quintal | quintal | قنطار قناطير
term terminology | terme terminologie | مصطلح مصطلحات
scientist scholar | scientifique savant | عالم علماء باحث
civilization civilisation | civilisation | حضارة حضارات
spread widespread | propagation répandu diffusion | انتشار منتشر انتشر
appear appearance emergence | apparaître apparition | ظهور ظهر
control dominate domination | contrôle dominer domination | سيطرة سيطر تحكم
develop development evolution evolve | développer développement évolution | تطور تطوير
interpretation interpret explanation | interprétation explication expliquer | تفسير فسر شرح
diagnosis diagnose | diagnostic | تشخيص
device appliance | appareil dispositif | جهاز أجهزة
form shape | forme | شكل أشكال
suitable appropriate | approprié adapté | مناسب ملائم
possible probable likely | possible probable | ممكن محتمل احتمال
marry marriage married | épouser mariage marié | تزوج زواج
source | source | مصدر مصادر
root | racine | جذر جذور
debate discussion discuss | débat discuter discussion | نقاش مناقشة جدل
opportunity chance | opportunité chance occasion | فرصة فرص
census | recensement | إحصاء تعداد
troop army | troupe | قوات جيش
famous renowned | célèbre renommé | مشهور شهير اشتهر
located situated lie | situé trouver | تقع يقع موقع
founded established | fondé fonder | تأسست تأسس أسس تأسيس
recognize recognition recognise | reconnaître reconnaissance | اعتراف اعترف
settler settlement colony | colon colonie | مستوطنة مستوطنات مستعمرة
rank position | rang position | رتبة مرتبة مركز
distribute distribution handed | distribuer distribution remis | وزع توزيع
exempt exemption | exonérer exempté dispense | إعفاء أعفى معفى
replace replacement succeed | remplacer remplaçant succéder | عوض تعويض خلف
resign resignation | démissionner démission | استقالة استقال
recruit recruitment hiring | recruter recrutement embauche | توظيف تشغيل وظف
host guest | hôte invité | ضيف ضيوف استضافة
honour tribute | honneur hommage | شرف تكريم
postpone postponed | reporter report ajourner | تأجيل أجل
suspend suspension | suspendre suspension | تعليق توقيف علق
diver diving | plongeur plongée | غواص غواصين غطس
lifeguard rescuer | sauveteur | منقذ منقذين
roof | toit toiture | سقف سطح
meter counter | compteur | عداد عدادات
watermelon | pastèque | بطيخ دلاح
orchard grove | verger | بستان بساتين
palm | palmier datte | نخيل نخلة تمر تمور
argan | argan arganier | أركان
saffron | safran | زعفران
rose | rose | ورد ورود
weaving weaver | tissage tisserand | نسيج حياكة
leather tannery | cuir tannerie | جلد دباغة
jewel jewellery | bijou bijouterie | حلي مجوهرات
wool | laine | صوف
coin | monnaie pièce | قطعة نقدية عملة
furnace kiln | four fourneau | فرن أفران
inscription | inscription | نقش نقوش
skeleton bone | squelette os | هيكل عظم عظام
crowd | foule | حشد حشود جمهور
queue | file | طابور صف
complaint grievance | plainte réclamation | شكاية شكوى شكايات
petition | pétition | عريضة
boycott | boycott | مقاطعة قاطع
protest | rassemblement | وقفة اعتصام
survey poll questionnaire | sondage enquête | استطلاع استبيان
forecast projection | prévision projection | توقع توقعات
deadline | délai échéance | أجل آجال مهلة
instalment tranche | tranche | شطر أشطر قسط
phase stage | phase étape | مرحلة مراحل
coordinator coordinate | coordinateur coordonner | منسق تنسيق نسق
extend stretch | étendre | امتد امتداد
contain capacity | contenir contenance | اتسع سعة طاقة
fan supporter | supporter | مشجع مشجعين جمهور
"""

NEWS = """
quay dock wharf pier | quai jetée | رصيف أرصفة
fisherman fishermen | pêcheur | صياد صيادين بحار
catch landing | prise capture débarquement | مصطادات مفرغات مفرغة مصيد
trawler | chalutier | سفينة مركب جيابة
cargo freight tonnage | fret cargaison tonnage | شحن شحنة بضائع حمولة
anchor mooring | ancre mouillage | مرسى رسو
smuggler | contrebandier | مهرب مهربين
bail | caution | كفالة
turnout | participation | مشاركة
coalition alliance | coalition alliance | تحالف ائتلاف أغلبية
penalty sentence | peine | عقوبة حكم
startup | startup | ناشئة
dropout | abandon décrochage | هدر انقطاع
canteen | cantine | مطعم مطاعم
screening | projection dépistage | عرض فحص كشف
surgeon | chirurgien | جراح
midwife | accoucheuse | قابلة قابلات مولدة
maternity | maternité | ولادة أمومة
blind visually | aveugle malvoyant | مكفوف مكفوفين ضرير أعمى
deaf | sourd | أصم صم
wheelchair | fauteuil | كرسي كراسي
survivor | survivant rescapé | ناج ناجين
heatwave | canicule | حر حرارة
tremor aftershock | secousse réplique | هزة ارتداد
landslide | glissement éboulement | انهيار انجراف
wildfire | incendie feu | حريق حرائق
yield | rendement | مردود مردودية غلة
groundwater aquifer | nappe phréatique | فرشة جوفية جوفي
goat | chèvre caprin | ماعز معز
greenhouse | serre | دفيئة مغطاة بلاستيكية
pesticide | pesticide | مبيد مبيدات
turbine | turbine éolienne | توربين مراوح
megawatt | mégawatt | ميغاواط
refinery | raffinerie | مصفاة تكرير
cobalt | cobalt | كوبالت
aerospace aeronautics | aéronautique aérospatial | طيران
battery | batterie | بطارية بطاريات
relegation relegated | relégation relégué descente | نزول
rebuilt reconstruction rebuild | reconstruction reconstruit reconstruire | إعمار بناء
sewer sewerage | égout assainissement | صرف تطهير مجاري
landfill dump | décharge | مطرح مطارح
recycling recycle | recyclage recycler | تدوير
plastic | plastique | بلاستيك بلاستيكية
reopening reopen reopened | réouverture rouvrir rouvert | فتح افتتح افتتاح أعاد
resume resumed resumption | reprise reprendre repris | استئناف استأنف
demolish demolished demolition | démolir démoli démolition | هدم
sponsor sponsored | sponsor parrain parrainage | مستشهر راعي رعاية محتضن
memorandum | mémorandum protocole | مذكرة
triple tripled | tripler triplé | أضعاف تضاعف
estimate estimated | estimer estimé estimation | قدر تقدير
exceed exceeded | dépasser dépassé | تجاوز فاق
apprentice | apprenti | متدرج متدربين متدرب
embroidery | broderie | طرز تطريز
weaving weave woven | tissage tisser | نسيج حياكة
fibre fiber | fibre | ألياف
laptop tablet | portable tablette | لوحة لوحات حاسوب
drone | drone | درون مسيرة
camera | caméra | كاميرا كاميرات
guide | guide | مرشد دليل
toll | péage | أداء
gather gathered rally | rassembler rassemblement | تجمع جمع
settle settled settlement | règlement régler | تسوية
crossing border | frontière passage poste | معبر حدود
customs | douane douanier | جمارك
stall stallholder trader merchant | étal marchand commerçant | تاجر تجار بائع باعة
weekly | hebdomadaire | أسبوعي أسبوعية
daily | quotidien | يومي يومية
yearly annual | annuel | سنوي سنوية
monthly | mensuel | شهري شهرية
paving pave | pavage paver bitumage | تبليط تعبيد
lighting | éclairage | إنارة
journey ride trip | trajet voyage | رحلة سفر مسار
scorer scored score | buteur marquer marqué | سجل هداف
coach trainer manager | entraîneur | مدرب
draw tie | nul | تعادل
kick | tir | ضربة ركلة
ban suspended suspension | suspension suspendu | توقيف إيقاف
assist | passe | تمريرة
rank ranked ranking | rang classement classé | رتبة ترتيب صنف
volunteer voluntary | bénévole volontaire | متطوع تطوع
awareness | sensibilisation | تحسيس توعية
hygiene | hygiène propreté | نظافة
lend lending loan | prêter prêt | إعارة أعار
braille | braille | برايل
audio | audio sonore | صوتي سمعي
handmade traditional | artisanal traditionnel | تقليدي تقليدية
keep kept preserve | conserver préserver garder | حافظ حفظ صون
"""

_SECTIONS = (
    PEOPLE,
    MONEY,
    VERBS,
    LAND,
    TRANSPORT,
    HEALTH,
    LEARNING,
    CULTURE,
    SPORT,
    STATE,
    SOCIETY,
    PLACES,
    QUALITIES,
    COUNTRIES,
    GENERAL,
    EVERYDAY,
    NEWS,
    FREQUENT,
    ACRONYMS,
)
LINES = [line for part in _SECTIONS for line in part.split("\n") if line]
"""The lines of all sections."""
