"""The general vocabulary of news and administration in English, French and Arabic.

A line is a concept: ``English words | French words | Arabic words``. Endings that Snowball takes
off are left to it; irregular and derived forms are listed, in Arabic the broken plural, and of a
verb the past (third person) and the verbal noun, since no stemmer brings these together. A word
may stand in several lines if it has several meanings that news use.
"""

from __future__ import annotations

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
dead death die fatality deceased | mort décès décédé mourir mourut défunt | وفاة توفي موت قتلى
killed | tué tuerie | قتل قتيل قتلى مصرع
injured injury wounded hurt | blessé blessure | جريح جرحى إصابة مصاب
birth born | naissance née naître natal | ولد ولادة ميلاد مولود
population inhabitant resident | population habitant riverain résident | ساكنة سكان
citizen citizenship | citoyen citoyenneté | مواطن مواطنين مواطنة
participant | participant | مشارك مشاركة شارك
attendee audience spectator attendance | spectateur public audience affluence | جمهور متفرج حضور
beneficiary benefit | bénéficiaire bénéficier | مستفيد استفاد استفادة
candidate candidacy applicant | candidat candidature | مرشح مترشح ترشيح
member membership | membre adhérent adhésion | عضو أعضاء عضوية
woman women female | femme féminin | امرأة نساء نسوي
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
driver drive | conducteur chauffeur conduire conduite | سائق سائقين سياقة
age | âge | عمر سن أعمار
name called | nom nommé prénom intitulé | اسم أسماء
life lifetime live alive | vie vivre vivant | حياة عاش معيشة
"""

MONEY = """
price cost expensive | prix coût coûteux tarif cher | ثمن سعر أسعار تكلفة كلفة
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
loss lose lost | perte perdre perdu | خسارة خسائر خسر فقدان
sale sell sold seller | vente vendre vendu vendeur | بيع باع مبيعات
buy bought purchase buyer | acheter achat acheteur acquisition acquérir | شراء اشترى اقتناء
import | importation | استيراد واردات استورد
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
stock exchange shares | bourse action actionnaire | بورصة أسهم سهم
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
win won winner | gagner remporter vainqueur victoire | فاز فوز فائز
victory triumph | victoire triomphe | فوز انتصار
award prize | prix décerner récompense | جائزة جوائز منح
begin began begun start | commencer début démarrer | بدأ بداية انطلق انطلاق
launch | lancer | إطلاق أطلق انطلاق
end finish | fin terminer achever | انتهى نهاية اختتام إنهاء
last duration | durer durée | دام مدة استمر استغرق
continue | continuer poursuivre | استمر واصل استمرار مواصلة
open | ouvrir ouvert ouverture | فتح افتتح افتتاح مفتوح
inauguration | inauguration inaugural | افتتاح تدشين دشن
close closure shut | fermer fermeture clôture clos | أغلق إغلاق اختتام
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
receive reception | recevoir reçu réception accueillir | تلقى استقبل استقبال توصل
sign signature | signer signature | وقع توقيع
agreement agree accord deal | accord convention entente | اتفاق اتفاقية اتفق
increase rise rose risen raise | augmenter hausse accroître | ارتفع ارتفاع زيادة زاد
decrease fall fell fallen drop decline reduce | baisse diminuer chute | انخفض انخفاض تراجع
reduction cut | réduire réduction réduit | تقليص تخفيض خفض
find found | trouver | وجد عثر العثور
found founder | fonder fondateur fondation | أسس تأسيس مؤسس
discover discovery | découvrir découverte | اكتشف اكتشاف
happen occur event | événement survenir produire arriver | وقع حدث حادث أحداث
cause reason | cause raison provoquer | سبب أسباب تسبب
elect electoral | élire élu élection électoral | انتخب انتخاب انتخابات منتخب
appoint | nommer nomination désigner | عين تعيين
choose chose chosen choice select | choisir choix sélectionner sélection | اختار اختيار انتقاء
resign | démissionner démission | استقال استقالة
dismiss sack fired | limoger licencier limogeage | إقالة أقال طرد تسريح
succeed success | réussir réussite succès | نجح نجاح
fail failure | échouer échec | فشل إخفاق رسوب
play player | jouer joueur joueuse jeu | لعب لاعب لاعبين
lead led leader head | diriger chef leader mener | قاد رئيس قائد قيادة ترأس
organise organizer | organiser | نظم تنظيم منظم منظمة
host | accueillir héberger abriter | استضاف استضافة احتضن احتضان
offer | offrir offre offert proposer | قدم عرض عروض
present | présenter | قدم تقديم عرض
give gave given | donner | أعطى قدم منح
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
arrive | arriver arrivée | وصل وصول
leave left departure depart | quitter départ partir | غادر مغادرة رحيل
return | retour retourner revenir | عودة عاد رجوع
send sent | envoyer | أرسل إرسال بعث
deliver delivery | livrer livraison | تسليم سلم
distribute | distribuer | وزع توزيع
collect | collecter | جمع تحصيل
allow permit authorize | autoriser permettre permis | سمح ترخيص رخصة
ban prohibit forbidden | interdire interdit interdiction | منع حظر ممنوع
cancel | annuler | إلغاء ألغى
postpone delay | reporter retard | تأجيل أجل تأخير تأخر
suspend suspension | suspendre suspension suspendu | تعليق علق توقيف
demand request ask claim | demander réclamer revendication | طلب طالب مطالب
protest demonstration | manifestation protester | احتجاج مظاهرة محتج
strike | grève gréviste | إضراب مضرب
meet met | réunion rencontre réunir | اجتماع لقاء اجتمع التقى
join | rejoindre adhérer intégrer | انضم التحق انضمام
celebrate | célébrer fêter | احتفل احتفال احتفاء
honour tribute | honneur honorer hommage | تكريم كرم شرف
"""

LINES = [line for part in (PEOPLE, MONEY, VERBS) for line in part.split("\n") if line]
"""The lines of all sections."""
