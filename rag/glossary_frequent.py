"""More general vocabulary in English, French and Arabic: lines as in ``rag.glossary_words``, by
their first English word.

Chosen by going down lists of the commonest words of English and French, and through Moroccan
public life, for what the other sections lack.
"""

from __future__ import annotations

FREQUENT = """
abandon renounce | abandonner abandon renoncer | تخل تخلي تخلى تنازل
abandoned deserted derelict | abandonné | مهجور مهجورة
ability capable abilities capability | capacité capable aptitude | قدرة قدرات قادر
abortion abort | avortement avorter | إجهاض
absence absent absenteeism | absence absent absentéisme | غياب غائب تغيب متغيب
absolute | absolu | مطلق
absorbed absorption absorb | absorption absorber | امتصاص امتص
absurd | absurde | عبثي عبث
abundance | abondance | وفرة
abuse abusive arbitrary | abus abusif arbitraire | شطط تعسف تعسفي
abused abuse mistreatment | maltraitance maltraiter | إساءة تعنيف
academy | académie académicien | أكاديمية أكاديميات أكاديمي
accelerate acceleration | accélérer accélération | تسريع سرع تسارع
accent dialect darija vernacular | accent dialecte darija dialectal | لهجة لهجات دارجة عامية
access accessible accessibility | accès accessible accessibilité accéder | ولوج ولوجيات
accessory accessories | accessoire | إكسسوارات أكسسوارات لوازم
accompany mentoring | accompagner | مواكبة واكب مرافقة رافق مصاحبة
accounting accountant bookkeeping | comptabilité comptable | محاسبة محاسب محاسبي
accuracy precision | précision exactitude | دقة
acid acidity acids | acide acidité | حمض أحماض حموضة حمضي
acoustic | acoustique | صوتي سمعي
acquired acquire acquisition takeover | acquérir acquisition rachat | استحواذ استحوذ اقتناء
acre | acre | فدان أفدنة
activist activists militant | militant activiste | ناشط نشطاء ناشطين مناضل مناضلين
acute | aigu | حاد حادة
adapt adaptation adapted | adapter adaptation | تكيف تأقلم تكييف ملاءمة
adaptation | adaptation | اقتباس مقتبس
addiction addict addicted | addiction toxicomanie toxicomane dépendance | إدمان مدمن مدمنين
address | adresse | عنوان عناوين
admiral | amiral amirauté | أميرال أدميرال
admission | admission | قبول
admit confess confession | avouer aveu | اعتراف اعترف أقر اعترافات
adobe | pisé adobe | طابية طين
adoption | adoption | تبني
adoption | adoption | مصادقة اعتماد
adoul notary | adoul adoulaire | عدول عدلي
advancement promotion | avancement promotion | ترقية ترقيات
adventure adventurer | aventure aventurier | مغامرة مغامرات مغامر
advertising advertisement ads advert | publicité publicitaire | إشهار إشهاري إعلانات دعاية
advice tips | astuce | نصيحة نصائح نصح
advisory consultative | consultatif | استشاري استشارية
advocacy advocates pleading plead | plaidoyer plaidoirie plaider | ترافع مرافعة مرافعات
aesthetic | esthétique | جمالي جمالية
affiliate affiliation | affilié affiliation | منخرط انخراط منخرطين
affiliated | affilié affiliation | منتسب انتساب
agency organisation | organisme | هيئة هيئات وكالة
agenda | agenda | أجندة جدول
agent broker intermediary | agent courtier intermédiaire | وكيل وسيط وسطاء سمسار سماسرة وساطة
agent officer | agent | عون أعوان
aggression | agression | عدوان
ahidous | ahidous | أحيدوس
ahwach ahouach | ahwach ahouach | أحواش
aita | aïta | عيطة
alarm | alarme | إنذار
album | album | ألبوم ألبومات
alcohol alcoholic liquor | alcool alcoolique spiritueux alcoolisé | كحول كحولي خمر خمور كحولية
alert vigilance | alerte vigilance | إنذار يقظة تنبيه
alfalfa lucerne | luzerne | فصة برسيم
algorithm | algorithme | خوارزمية خوارزميات
alimony | pension nafaqa | نفقة
allah | allah | الله
allegation allegations allegedly | allégation | مزاعم ادعاء ادعاءات
allegiance loyalty | allégeance | بيعة ولاء
allowance | allocation indemnité | تعويض إعانة تعويضات
alms almsgiving | aumône | صدقة صدقات
alternation rotation | alternance | تناوب تداول
alternative substitute alternatives | alternatif alternative remplaçant | بديل بدائل بدلاء
aluminum aluminium | aluminium | ألومنيوم ألمنيوم
alumni alumnus | diplômé lauréat | خريج خريجين
amateur | amateur | هاوي هواة هاو
amber | ambre | عنبر كهرمان
ambition ambitious | ambition ambitieux | طموح طموحات
ammunition | munition | ذخيرة ذخائر
anaesthesia anesthesia anaesthetist | anesthésie anesthésiste | تخدير بنج
analyst analyze analyse analysts analyzed | analyste analyser | محلل محللين تحليل حلل
anatomy autopsy | anatomie autopsie | تشريح
anchovy | anchois | أنشوبة شطون أنشوجة
angel | ange | ملاك ملائكة
angry anger rage outrage furious fury | colère rage indignation | غضب غاضب استياء سخط
animation entertainer | animation animateur | تنشيط منشط منشطين
ankle | cheville | كاحل
ant | fourmi | نملة نمل
antenna aerial | antenne | هوائي هوائيات
anthem hymn | hymne | نشيد أناشيد
anthology | recueil anthologie | ديوان دواوين أنطولوجيا
antisemitism antisemitic | antisémitisme antisémite | معاداة
anxiety worry anxious | anxiété inquiétude inquiéter angoisse | قلق مقلق مخاوف
appeal remedy | recours | طعن طعون
appetite | appétit | شهية
applause | applaudissement | تصفيق
appointment rendezvous | rendez | موعد مواعيد
appointment | nomination nommer | تعيين تعيينات
approach | approche | مقاربة مقاربات
apricot | abricot abricotier | مشمش
aquaculture fishfarming | aquaculture aquacole pisciculture | استزراع
arab arabs | arabe | عرب عربي عربية
arbitration arbitral | arbitrage arbitral | تحكيم تحكيمي
arc arch bow arcade | arc arcade | قوس أقواس
archipelago | archipel | أرخبيل
archive archives | archive archivage archiver | أرشيف محفوظات أرشفة
arctic | arctique | قطبي متجمد
arena | arène | حلبة حلبات
argument argue arguing | argument argumentation | حجة حجج
arm | bras | ذراع أذرع
armor armored armour | armure blindé | درع دروع مدرع مدرعة مدرعات
aromatic medicinal | aromatique médicinal | عطرية طبية
arrested apprehended | arrêté interpellé | توقيف أوقف اعتقال موقوف
arrow | flèche | سهم سهام
artillery | artillerie | مدفعية
artwork | oeuvre | تحفة تحف
ash ashes | cendre | رماد
ashura achoura | achoura | عاشوراء
aspect | aspect | جانب جوانب
assassination | assassinat assassiner | اغتيال اغتيالات اغتال
assessable | assiette | وعاء أوعية
assessment assess evaluate evaluation assessed evaluated | évaluation évaluer | تقييم تقويم
asset assets | actifs | أصول موجودات ممتلكات
assets belongings | avoirs | أصول ممتلكات أملاك
asthma | asthme | ربو
atomic atom | atomique atome | ذري ذرية ذرة
attached annex appendix branch | annexe joint antenne | مرفق ملحق ملحقات ملحقة ملاحق
attention | attention | انتباه اهتمام
attitude | attitude | موقف مواقف
austerity | austérité | تقشف
authentic authenticity | authentique authenticité | أصيل أصيلة أصالة
autism autistic | autisme autiste autistique | توحد توحدي
auto | auto | سيارة سيارات
automatic automation automatically automated | automatique automatisation | أوتوماتيكي تلقائي أتمتة
automotive | automobile | سيارات سيارة
autonomy autonomous | autonomie autonome | ذاتي استقلالية
available availability | disponible disponibilité | متوفر متاح متاحة
avocado | avocatier | أفوكادو أفوكا
avoid avoiding avoidance | éviter | تفادي تفادى تجنب
awardee | adjudicataire attributaire | نائل
axis component strand | axe volet | محور محاور شق
babouche slipper | babouche | بلغة
bachelor unmarried celibacy | célibataire célibat | عازب أعزب عزوبة عازبة عازبات
bachelor | licence | إجازة بكالوريوس
background | arrière | خلفية خلفيات
bacteria bacterial bacterium germ | bactérie bactérien microbe | بكتيريا بكتيري جراثيم جرثومة
badge | badge insigne | شارة شارات
bailiff | huissier | مفوض
baker bakery baked bake | boulanger boulangerie | خباز مخبزة مخابز
balance | solde | رصيد أرصدة
balcony | balcon | شرفة شرفات
ball | ballon balle | كرة كرات
balloon | montgolfière ballon | منطاد بالون بالونات
banana | banane bananier | موز
banner billboard placard | banderole bannière pancarte | لافتة لافتات
bar pub nightclub | bar cabaret | حانة حانات ملهى
bargain haggle | marchandage marchander | مساومة
barn | écurie grange | إسطبل إسطبلات حظيرة
baron | baron | بارون بارونات
barrel barrels | baril tonneau | برميل براميل
barrier barricade | barrière barricade | حاجز حواجز متاريس
baseball | baseball | بيسبول
basement cellar | cave | قبو أقبية
basic essential fundamental | fondamental essentiel | أساسي جوهري
basis base | base fondement | أساس أسس قاعدة
basket | panier corbeille | سلة سلال قفة قفف
basketry wicker | vannerie | سلال
bat bats | chiroptère | خفاش خفافيش
bat | chauve | خفاش خفافيش وطواط
batch | lot | دفعة دفعات
bath bathroom shower bathhouse hammam | bain hammam douche | حمام حمامات استحمام
bathing bather | baignade baigner baigneur | استحمام سباحة
bean beans | haricot fève | فاصوليا فول لوبيا
bear bears | ours | دب دببة
beard | barbe barbu | لحية لحى
bedroom | chambre | غرفة غرف
beef veal | boeuf veau | بقري عجل عجول
beekeeper beekeeping hive | apiculteur apiculture ruche | نحال نحالين منحل مناحل
beer beers | bière | بيرة جعة
beet | betterave | شمندر
beggar beg begging | mendiant mendicité mendier | تسول متسول متسولين
behavior behaviour conduct behave | comportement conduite attitude | سلوك سلوكيات تصرف سلوكات
beijing | pékin | بكين
bell bells | cloche sonnette | جرس أجراس ناقوس
belly abdomen | ventre abdomen | بطن
belong belonging affiliation | appartenir appartenance | انتماء انتمى منتم انتماءات
belt | ceinture | حزام أحزمة
bet betting gambling bets wager | pari parier parieur | رهان مراهنة مراهنات قمار رهانات
bias prejudice | biais préjugé | تحيز انحياز
bible gospel biblical | bible évangile biblique | إنجيل أناجيل
bibliography | bibliographie | بيبليوغرافيا ببليوغرافيا
bidder tenderer bidding | soumissionnaire soumission soumissionner | متنافس متنافسين متعهد
bin trash litter | poubelle | قمامة سلة حاوية
binary | binaire | ثنائي
biodiversity | biodiversité | بيولوجي تنوع
biography biographer biographical | biographie biographique | سيرة سير
birthday | anniversaire | ميلاد
bishop archbishop | évêque archevêque épiscopal | أسقف أساقفة مطران
bitcoin cryptocurrency | bitcoin cryptomonnaie | بيتكوين مشفرة
bite sting | morsure mordre piqûre | عضة عض لدغة لسعة
blackmail extortion | chantage extorsion | ابتزاز
blacksmith ironwork | forgeron ferronnerie ferronnier | حداد حدادة
blade blades | lame | شفرة شفرات نصل
blame reproach blamed reprimand | blâme reprocher blâmer | لوم لام عتاب توبيخ
blanket | couverture | بطانية بطانيات أغطية غطاء
blast | déflagration | انفجار تفجير
bleeding bleed hemorrhage haemorrhage | saignement hémorragie | نزيف
bless blessed blessing | bénédiction | بركة مبارك مباركة
block blockage obstruct hinder | bloquer blocage entraver entrave | عرقلة عرقل عراقيل
blog blogger blogs | blog blogueur | مدونة مدونات مدون مدونين
bloom blossom | floraison | إزهار تفتح
boar | sanglier | خنزير خنازير حلوف
body instance | instance | هيئة هيئات
bombardment shelling bomber | bombardement bombarder bombardier | قصف قاذفة
bombing bombings | attentat | تفجير تفجيرات انفجار
bond bonds | obligation | سند سندات
bonus allowance reward | prime bonus gratification récompense | مكافأة مكافآت علاوة علاوات كافأ
boredom bored | ennui | ملل
borough | arrondissement | مقاطعة مقاطعات
bottle cylinder | bouteille flacon bonbonne | قنينة قنينات قارورة زجاجة
bounced unpaid arrears | impayé arriéré | متأخرات متخلفات
boundary boundaries | limite | حدود
bourgeoisie bourgeois | bourgeoisie bourgeois | بورجوازية برجوازية بورجوازي
bowl container vessel | bol récipient | وعاء أوعية إناء أواني
brain cerebral | cerveau cérébral | دماغ أدمغة مخ دماغي
brake brakes | frein freinage | فرامل مكابح
branch subsidiary branches affiliate | branche filiale succursale antenne | فرع فروع
brass | laiton dinanderie | نحاس نحاسي نحاسيات
brassware coppersmith | dinanderie dinandier | نحاسيات
brave courage bravery bold | courage courageux bravoure audace | شجاعة شجاع بسالة جرأة
brawl scuffle | bagarre rixe | شجار عراك
breach violate violated violation | violation violer enfreindre | خرق انتهاك انتهاكات
breakdown malfunction | panne | عطل أعطال عطب أعطاب
breast breasts | sein mammaire | ثدي
breastfeeding | allaitement allaiter | رضاعة إرضاع
breath breathing respiratory breathe | souffle respiration respiratoire respirer | تنفس تنفسي
bribery bribe | corruption soudoyer bakchich | رشوة ارتشاء رشاوى
brick | brique briqueterie | آجر طوب ياجور
bride groom | mariée | عروس عروسة عريس عرسان
brief summary abstract | résumé synthèse résumer | ملخص خلاصة موجز تلخيص
brigade | brigade | لواء فرقة
browser | navigateur | متصفح متصفحات
brush | brosse pinceau | فرشاة ريشة
bubble | bulle | فقاعة فقاعات
buddhist buddhism | bouddhiste bouddhisme bouddha | بوذي بوذية بوذيين
buffalo | buffle | جاموس
bull bullfighting bulls | taureau tauromachie | ثور ثيران
bullying bully | intimidation harcèlement | تنمر
bureaucracy paperwork | bureaucratie paperasse | بيروقراطية
buried burial funeral | enterrer inhumer funérailles obsèques | دفن جنازة جنازات تشييع دفين جنائز
burnous cloak selham | burnous selham | سلهام برنس
butter | beurre | زبدة زبد
butterfly | papillon | فراشة فراشات
button buttons | bouton | زر أزرار
bylaw ordinance | arrêté | قرار قرارات
bypass ringroad | rocade contournement | مداري مدارية
cab | taxi | طاكسي أجرة
cabinet | cabinet | ديوان دواوين
cable wire cables | câble câblage | كابل كابلات سلك أسلاك
cactus | cactus | صبار
cadastre cadastral | cadastre cadastral | طبوغرافي مسح
caesarean cesarean | césarienne | قيصرية
caftan kaftan | caftan | قفطان قفاطين
cage | cage | قفص أقفاص
caid caidat | caïd caïdat | قائد قيادة قياد
cake pastry cookie confectionery | gâteau pâtisserie biscuit pâtissier | كعك كعكة حلوى حلويات
calcium | calcium | كالسيوم
calculate calculated calculation calculations | calcul calculer | حساب احتساب احتسب
calf calves | veau veaux | عجل عجول
caliphate | califat | خلافة
calligraphy calligrapher | calligraphie calligraphe | خطاط خطاطين خط
calorie calories | calorie | سعرة سعرات
camel dromedary | chameau chameaux dromadaire camelin | جمل إبل جمال
campus | campus | حرم
candle candles | bougie chandelle | شمعة شموع
cane sugarcane | canne | قصب
cannon gun | canon | مدفع مدافع
canvas | toile | قماش
canyon gorge | canyon gorge | خانق أخدود مضايق مضيق
cap ceiling | plafond plafonner plafonnement | سقف تسقيف
capitol | capitole | كابيتول
captain skipper | capitaine | قبطان ربان
captain | capitaine | عميد كابتن قائد
cardinal | cardinal | كاردينال
caricature cartoonist | caricature caricaturiste | كاريكاتير كاريكاتور كاريكاتوري
carnival | carnaval | كرنفال
carob | caroube caroubier | خروب
carpenter carpentry joiner | menuisier menuiserie charpentier ébéniste | نجار نجارة
carriage | calèche carrosse | كوتشي عربة
carrier haulier | transporteur | ناقل ناقلين
cart | charrette | عربة عربات
cartoon animation animated | animation animé | متحركة كرتون تحريك
carved carving engraving | gravure sculpté graver graveur | نقش نقوش منقوش
casino | casino | كازينو كازينوهات
cassation | cassation | نقض
casting | casting | كاستينغ
cat | chat félin | قط قطط هر
catalog catalogue | catalogue | كتالوج كاتالوج فهرس
category | catégorie catégoriel | فئة فئات صنف أصناف
cathedral | cathédrale | كاتدرائية
catholic catholicism catholics | catholique catholicisme | كاثوليكي كاثوليك كاثوليكية
caution precaution prudence | prudence prudent précaution | حيطة حذر احتياط
cavalry | cavalerie | خيالة فرسان
ceasefire truce armistice | trêve armistice | هدنة
cedar | cèdre cédraie | أرز
celtic | celte celtique | سلتي كلتي
censorship censor | censure censurer | رقابة حجب
cent centime | centime | سنتيم سنتيمات
centimetre centimeter | centimètre | سنتيمتر
certainty | certitude | يقين
certification certified certify | certification certifier | إشهاد تصديق اعتماد
certified | agréé | معتمد معتمدة
chain chains | chaîne | سلسلة سلاسل
chair | chaise chaire | كرسي كراسي
challenge challenging challenged stake | défi enjeu | تحد تحدي تحديات رهان رهانات
chancellor | chancelier | مستشار
chaos | chaos pagaille | فوضى
charge indictment charged | inculpation inculper accusation | تهمة تهم اتهام
chart graph | graphique | مبيان بياني
charter | charte | ميثاق مواثيق
chase pursue pursuit | pourchasser traquer traque | مطاردة طارد ملاحقة
cheap affordable | abordable | رخيص رخص
cheating cheat cheater cheated | tricherie tricher tricheur triche | غش غشاش
cheese | fromage fromagerie | جبن أجبان
cheque check | chèque chéquier | شيك شيكات
cherry | cerise cerisier | كرز ملوك
chest | poitrine thorax | صدري صدرية
chick chicks | poussin | كتكوت كتاكيت
chickpea | chiche | حمص
chin | menton | ذقن
chip semiconductor | puce | رقاقة رقائق شريحة شرائح
chocolate | chocolat chocolatier | شوكولاتة شوكولاطة شكلاطة
cholera | choléra | كوليرا
chorus choir choral | choeur chorale | جوقة كورال
christ jesus | christ jésus | مسيح يسوع عيسى
christianity | christianisme chrétienté | مسيحية نصرانية
christmas | noël | كريسماس
chronic | chronique | مزمن مزمنة
circuit itinerary | circuit itinéraire | مدار مسار مسارات
circuit track racetrack | circuit piste | حلبة مضمار
circular | circulaire | دورية مذكرة منشور
circumstance | circonstance | ظرف ظروف ملابسات
circus | cirque | سيرك
civic | civique civisme | مدني مدنية
civilian civilians civil | civil | مدني مدنيين مدنيون
clan | clan | عشيرة عشائر
clarify clarification | clarification clarifier | توضيح توضيحات
clash clashes confrontation confronted | affrontement heurt | اشتباك اشتباكات مواجهة مواجهات
classical classic | classique | كلاسيكي كلاسيكية
clause | clause | بند بنود
clay mud muddy | argile boue boueux | طين وحل أوحال
clay | argile argileux | طين صلصال طيني
clearance discount | soldes | تخفيضات
clearance | dédouanement dédouaner | تعشير تخليص
clerk registry | greffe greffier | ضبط
cliff | falaise | جرف أجراف
climb climber mountaineering | escalade alpinisme grimpeur ascension | تسلق متسلق متسلقين صعود
clip | clip | كليب كليبات
clock wristwatch | horloge montre | ساعة ساعات
clothes | vêtements habits | ملابس لباس ثياب
cloud cloudy | nuage nuageux | سحابة سحب غيوم غائم غيمة سحاب
cloud | cloud | سحابة سحابي سحابية
cloudseeding | ensemencement | استمطار
clown | clown | مهرج مهرجين بهلوان
clue clues | indice | قرينة قرائن
cluster outbreak | cluster | بؤرة بؤر
coal charcoal | charbon houille | فحم فحمي
coat | manteau | معطف معاطف
cocaine | cocaïne | كوكايين
cochineal | cochenille | قرمزية
cock rooster | coq | ديك ديوك
code cipher | code | شفرة رمز رموز
code coding encryption | codage chiffrement | شفرة تشفير رمز
code | code | مدونة مدونات
coexistence | coexistence | تعايش
cognitive | cognitif | معرفي إدراكي معرفية
coherence convergence | cohérence convergence | التقائية انسجام تناسق
coincidence | coïncidence hasard | صدفة مصادفة
collaboration collaborate | collaboration collaborer | تعاون
colleague | collègue confrère | زميل زملاء زميلة
collection collector | perception recouvrement percepteur | تحصيل استخلاص قابض
collective | collectif collective | جماعي جماعية
collide | percuter heurter | دهس صدم اصطدم
colonel | colonel | عقيد كولونيل
column columns | colonne | عمود أعمدة
comedy comic funny comedian | comédie comique humoriste humour | كوميديا كوميدي فكاهي هزلي فكاهة هزل
comfort comfortable wellbeing | confort confortable | راحة مريح رفاهية رفاه
comics | bd | مصورة كوميكس
commander commanding commands command | commandant commandement | قائد قادة قيادة
commentary commented commentator | commentaire commenter | تعليق تعليقات معلق
commissioner commissariat superintendent | commissaire commissariat | مفوض مفوضية عميد
communication communicate | communication communiquer | تواصل اتصال
communist communism | communiste communisme | شيوعي شيوعية
companion comrade | compagnon camarade | رفيق رفاق
compatible compatibility | compatible compatibilité | توافق متوافق
complex complicated complexity | complexe compliqué complexité | معقد تعقيد تعقيدات معقدة
complex compound | complexe | مركب مركبات مجمع
compliance comply conformity | conformité conforme | امتثال مطابقة مطابق
complications | complication | مضاعفات
complicity accomplice | complicité complice | تواطؤ متواطئ شريك شركاء
comprehensive | exhaustif | شامل شمولي
compromise consensus | compromis consensus | توافق توافقي تراض تسوية
concept notion | concept notion | مفهوم مفاهيم
concession concessionaire | concession concessionnaire | امتياز
concluded conclude | conclure conclusion | إبرام أبرم
conclusion conclusions conclude | conclusion conclure | خلاصة خلاصات استنتاج استنتاجات خاتمة
concrete | béton bétonnage | خرسانة خرساني
condemned denounce | condamner dénoncer dénonciation | ندد تنديد أدان استنكار استنكر
congratulations congratulate | félicitation féliciter | تهنئة هنأ تهاني
congress congressional congressman | congrès | كونغرس
conscience | conscience | ضمير ضمائر
consciousness conscious unconscious awareness | conscience conscient inconscient | وعي واع
consecutive | consécutif | متتالية متتالي متوالية متوالي
consent | consentement consentir | رضا موافقة
consequence repercussion | conséquence répercussion retombée | عواقب تبعات تداعيات انعكاسات
conservation | conservation | حفظ صون محافظة
conservator | conservateur | محافظ محافظة
conservatory | conservatoire | كونسرفتوار معهد
constraint | contrainte contraindre contraint | إكراه إكراهات
consultant adviser advisor counsel | conseiller consultant | مستشار مستشارين
consultation counseling | consultation concertation | تشاور مشاورات استشارة استشارات استشار
consumption consume | consommation consommer | استهلاك استهلك
contact | contact contacter | اتصال تواصل اتصل
contagion contagious contamination | contagion contagieux contamination | عدوى معدي
context | contexte | سياق سياقات ظرفية
continental | continental | قاري قارية
continuity | continuité | استمرارية
contractor entrepreneur | entrepreneur entrepreneuriat entrepreneurial | مقاول مقاولين مقاولاتي
contractual | contractuel contractualisation | متعاقد متعاقدين تعاقد
contributed | contribué contribue | ساهم مساهمة
contribution dues | cotisation cotiser cotisant | اشتراك اشتراكات مساهمات
controversy controversial | controverse polémique controversé | جدل سجال
convention | convention | اتفاقية اتفاقيات
conversation | conversation | محادثة محادثات حوار
conversion convert transformation | conversion convertir reconversion | تحويل تحول تحولات
convinced conviction persuade | convaincre conviction persuader | اقتناع قناعة إقناع أقنع اقتنع
cooling refrigeration | refroidissement réfrigération | تبريد
copy copies photocopy | copie copier exemplaire | نسخة نسخ استنساخ
coral reef | corail récif coraux | مرجان مرجاني مرجانية شعاب
core nucleus | noyau | نواة نوى
cork | liège | فلين
corn maize | maïs | ذرة
corner angle | coin angle corner | زاوية زوايا ركن ركنية
correct correction correctly corrected | corriger correction correct | تصحيح صحح صحيح
correspondence | correspondance | مراسلة مراسلات
correspondent | correspondant | مراسل مراسلين
corridor aisle | couloir corridor | ممر دهليز ممرات رواق
cotton | coton cotonnier | قطن قطني
cough | toux tousser | سعال
counselling guidance orientation guideline guidelines | orientation | توجيه إرشاد توجيهات توجيهي
counting recount | dépouillement | فرز
county counties | comté | مقاطعة مقاطعات
coup putsch | putsch putschiste | انقلاب انقلابيين
coupon voucher | coupon | قسيمة قسائم
couscous | couscous | كسكس
covid coronavirus | covid coronavirus | كوفيد كورونا
crack cracks fissure cracked | fissure fissuré | تشقق تشققات شقوق
crane | grue | رافعة رافعات
cream | crème | قشدة
creative creativity creator | créatif créativité créateur | إبداع إبداعي مبدع مبدعين
creature | créature | مخلوق مخلوقات كائن كائنات
credibility | crédibilité | مصداقية
crescent | croissant | هلال
cricket | cricket | كريكيت
criterion criteria | critère | معيار معايير
crucial decisive | crucial décisif | حاسم حاسمة
cruelty cruel brutal brutality | cruauté cruel brutal brutalité | قسوة وحشية وحشي
cry crying tears weep cried tear | pleurer larme pleurs | بكاء بكى دمع دموع
crystal | cristal | بلور كريستال
cube cubic | cube | مكعب مكعبة
cult sect | secte | طائفة طوائف
cumin | cumin | كمون
curious curiosity | curieux curiosité | فضول فضولي
curtain | rideau | ستار ستارة ستائر
curve curves | courbe | منحنى منحنيات
custody | garde | حراسة
custody | garde | حضانة
cyber cybersecurity | cyber cybersécurité | سيبراني سيبرانية
cycle | cycle | سلك أسلاك دورة
cylinder | cylindre | أسطوانة أسطوانات
czech | tchèque tchéquie | التشيك تشيكي
dahir | dahir | ظهير ظهائر
dark darkness | obscurité sombre ténèbres | ظلام مظلم ظلمات
dawn | aube aurore | فجر
dealer trafficker | trafiquant dealer | مروج مروجين
dean | doyen | عميد عمداء
decent | décent | لائق
decentralization decentralisation | décentralisation décentralisé | لامركزية لامركزي
deconcentration | déconcentration déconcentré | لاتمركز
decorated decoration order | décoré décoration wissam décorer | وسام أوسمة توشيح وشح
decoration decorated decor decorative | décoration décorer décor décoratif | ديكور زخرفة تزيين زينة
dedicated intended | destiné destinée destinés destinées | مخصص مخصصة موجه
deduction levy withholding | prélèvement prélever retenue déduction | اقتطاع اقتطاعات خصم
deer | cerf | أيل أيائل
defamation libel slander | diffamation calomnie diffamatoire | تشهير قذف
defect fault flaw | défaut défaillance anomalie | عيب عيوب خلل اختلالات
define definition definitions defines | définir définition | تعريف تعريفات تعاريف
degradation deterioration | dégradation dégrader détérioration | تدهور
delegate delegation | délégué délégation | مندوب مندوبية مندوبيات
delete deleted deletion | supprimer suppression effacer | حذف محو
deliberate intentional intentionally | intentionnel délibéré | متعمد عمد عمدا
deliberation deliberate | délibération délibérer | مداولة مداولات تداول
delicious | délicieux | لذيذ
delta | delta | دلتا
demographic demography | démographie démographique | ديمغرافي ديموغرافي ديمغرافية ديموغرافيا سكاني
density dense | densité dense | كثافة كثيف
dependency dependence | dépendance | تبعية ارتهان
deployment deploy deployed | déploiement déployer | انتشار
deposit deposits | dépôt | وديعة ودائع إيداع
depression depressive depressed | dépression dépressif | اكتئاب مكتئب
derailment derail derailed | déraillement dérailler | انحراف
derby | derby | ديربي
derivative | dérivé | مشتق مشتقات
descent descendant grandson lineage offspring | descendance lignée | حفيد أحفاد سليل نسل ذرية
desertification | désertification | تصحر
deserve merit deserved | mériter mérite méritant | استحق استحقاق جدارة
design | conception concevoir concepteur design stylisme | تصميم صمم مصمم تصاميم
designated designation | désignation | تعيين
desire willingness | désir désirer volonté | رغبة شهوة إرادة
desk | bureau | مكتب مكاتب
desperate despair | désespoir désespéré | يأس يائس
destination destinations | destination | وجهة وجهات
detail | détail détailler | تفاصيل تفصيل تفصيلي
detailed | détaillé | مفصل مفصلة تفصيل
detection detect detected | détection détecter | كشف رصد
detention | détention | اعتقال احتجاز
determination determined | détermination déterminé | عزم عزيمة إصرار
determine determined determination | déterminer déterminé | تحديد حدد
devastating devastated | dévaster dévastateur dévasté | مدمر مدمرة تدمير دمر
devil demon demons satan | diable démon satan | شيطان شياطين إبليس
dew | rosée | ندى
dialogue dialog | dialogue dialoguer concertation | حوار حوارات تحاور تشاور
diameter | diamètre | قطر
diamond | diamant | ألماس ماس
diary memoir memoirs autobiography | mémoires autobiographie | مذكرات سيرة يوميات
dictatorship dictator tyranny | dictature dictateur tyrannie | دكتاتورية ديكتاتور استبداد
dictionary lexicon | dictionnaire lexique | قاموس قواميس معجم معاجم
diet slimming dietary | régime diététique | حمية
dignity dignified | dignité digne | كرامة
dike dyke embankment | digue | حاجز حواجز
dilapidated derelict | vétuste insalubre délabré | آيل آيلة متهالك
dinghy felucca | felouque flouka | فلوكة فلايك
dinner supper | dîner | عشاء
direction | orientation | اتجاه اتجاهات وجهة
directory | annuaire répertoire | دليل
dirty filth | saleté souillé | قذر قذارة وسخ
disagree disagreement | désaccord | خلاف اختلاف
disappointment disappointing | déception décevant | خيبة
disaster catastrophe calamity | désastre catastrophe catastrophique calamité | كارثة كوارث نكبة
disc disk | disque | قرص أقراص أسطوانة
discipline disciplinary | discipline disciplinaire | انضباط تأديب تأديبي
disclosure disclose | divulgation divulguer | إفصاح إفشاء أفصح
discount rebate | rabais ristourne | تخفيض تخفيضات خصم
discrimination discriminatory | discrimination discriminatoire | تمييز تمييزي
dismantle dismantling | démanteler démantèlement | تفكيك
disorder disturbance disorders unrest | trouble perturbation désordre | اضطراب اضطرابات فوضى
dispensary | dispensaire | مستوصف مستوصفات
display screen | écran afficher | شاشة شاشات
dispute disputes litigation | différend litige contentieux dispute | نزاع نزاعات خلاف خلافات منازعات
dispute quarrel | querelle | شجار مشاجرة خصام
ditch trench moat | fossé tranchée | خندق خنادق
divestment cession transfer | cession céder | تفويت فوت
dividend | dividende | أرباح
divine deity goddess | divin divinité déesse | إلهي إلهية رباني آلهة إلهة
djellaba jellaba | djellaba | جلابة جلباب جلابيب
dna | adn | حمض نووي
doctrine | doctrine | عقيدة مذهب
documentary | documentaire | وثائقي وثائقية
doll puppet | poupée marionnette | دمية دمى
dollar | dollar | دولار دولارات
dolphin dolphins | dauphin | دلفين دلافين
dome vault cupola | coupole dôme voûte | قبة قباب
domestic household | domestique ménager | منزلي
domestic internal inner interior | intérieur interne | داخلي داخلية
donkey | âne ânes | حمار حمير
dope doping | dopage | منشطات تنشيط
dose dosage | dose dosage | جرعة جرعات
doubt doubts | doute douter | شك شكوك شكك تشكيك
dough paste pasta | pâte pâtes | عجين عجينة عجائن معجنات
download downloaded upload uploaded | télécharger téléchargement | تحميل تنزيل
dozen dozens | dizaine douzaine | عشرات
draft conscription | conscription | تجنيد
draft drafted | ébauche brouillon | مسودة مسودات
drafted drafting wording | rédaction rédiger | صياغة صاغ تحرير
dragon | dragon | تنين تنانين
drain drainage | drainage | تصريف
drama dramatic | drame dramatique | دراما درامي
dream dreaming dreamt | rêve rêver | حلم أحلام
dredge dredging | draguer dragage | جرف
drill manoeuvre maneuver | manoeuvre | مناورة مناورات
drilling drill borehole | forage forer | حفر تنقيب ثقب أثقاب
drink drank drunk beverage | boisson boire | شرب مشروب مشروبات
drip droplet | goutte | تنقيط قطرة قطرات
drum drummer drums percussion | tambour percussion | طبل طبول
drunk drunkenness | ivre ivresse | سكران ثمل
duck ducks | canard | بط بطة
duke duchess duchy | duc duchesse duché | دوق دوقة
dune | dune | كثبان كثيب
dust dusty | poussière poussiéreux | غبار أتربة
duty duties obligation | devoir obligation | واجب واجبات
dye dyer dyeing | teinture colorant teinturier | صباغة صبغة صباغ
dynamic dynamism dynamics | dynamique dynamisme | دينامية ديناميكية دينامي
eagle vulture | aigle vautour | نسر نسور عقاب
ear | oreille auriculaire | أذن آذان
easter | pâques | فصح
echo | écho | صدى أصداء
ecology ecological ecologist | écologie écologique écologiste | إيكولوجي بيئي إيكولوجية
economist | économiste | اقتصادي اقتصاديين
editor editorial newsroom | rédacteur rédaction éditorial rédiger | محرر تحرير محررين افتتاحية
effect force | vigueur | سريان نفاذ مفعول
efficient efficiency effectiveness | efficace efficacité efficience | نجاعة ناجع فعالية فعال
effort | effort | جهد جهود مجهود مجهودات
electron electrons | électron | إلكترون إلكترونات
electronic electronics | électronique | إلكتروني إلكترونية إلكترونيات
elegant elegance | élégant élégance | أنيق أناقة
elephant | éléphant | فيل أفيال فيلة
elevated elevation | hauteur altitude | ارتفاع علو
elimination eliminate eliminated | élimination éliminer éliminatoire | إقصاء إقصائيات إقصائي
elite | élite | نخبة نخب
email emails | courriel email mail | إيميل بريد
embezzlement misappropriation | détournement dilapidation malversation | اختلاس تبديد
emerging | émergent | صاعد صاعدة ناشئة
eminent | éminent | سامية سامي
emission emissions | émission rejet | انبعاث انبعاثات
emotion sentiment feeling | émotion émotionnel sentiment | مشاعر عاطفة عواطف عاطفي إحساس أحاسيس
enforce enforcement | exécution | إنفاذ تنفيذ
enforcement enforce | application | إنفاذ تطبيق
engineering | ingénierie | هندسة
enhancement valorisation | valorisation valoriser | تثمين
entertainment leisure recreation | divertissement loisir récréatif | ترفيه تسلية ترفيهي
enthusiasm enthusiastic | enthousiasme enthousiaste | حماس حماسة متحمس
entity entities | entité | كيان كيانات
entrepreneur entrepreneurs entrepreneurship | entrepreneur entrepreneuriat | مقاول مقاولين مقاولة
envelope | enveloppe | غلاف ظرف أظرفة
envy jealousy | jalousie envie | حسد
enzyme | enzyme | إنزيم إنزيمات
episode | épisode | حلقة حلقات
equalisation | compensation péréquation | مقاصة
equation | équation | معادلة معادلات
equilibrium balance balanced | équilibre équilibrer équilibré | توازن متوازن
equity fairness equitable | équité équitable | إنصاف منصف
equivalent equivalence | équivalent équivalence | معادل معادلة معادلات
erosion drift | érosion | تعرية انجراف
estate estates property | immobilier foncier immobilière | عقار عقارات عقاري
ethnic ethnicity | ethnique ethnie | عرقي عرق أعراق إثني
euro | euro | أورو يورو
evacuation evacuate | évacuation évacuer | إجلاء إخلاء أخلى
evaporation | évaporation | تبخر
evidence proof prove proven proved clue | preuve prouver indice | دليل أدلة إثبات أثبت برهان حجة
evil | maléfique | شر شرور أشرار
excellence excellent | excellence excellent | تميز تفوق متفوق
excellent excellence | excellent excellence | ممتاز تميز امتياز
excerpt extract | extrait | مقتطف مقتطفات
excess excessive | excès excessif | إفراط مفرط
exchange | échange échanger | تبادل تبادلات
exclusion excluded elimination | exclusion exclure exclu éliminer | إقصاء استبعاد أقصى
exclusive exclusively | exclusif exclusivité exclusivement | حصري حصريا حصرية
excuse apology apologise apologize apologies | excuse excuser excuses | اعتذار اعتذر عذر أعذار
execution executed execute | exécution exécuter | إعدام أعدم
execution executed | exécution exécuter exécuté | تنفيذ نفذ
execution executed | exécutions | إعدام أعدم
executive executives | exécutif | تنفيذي تنفيذية
executives cadres | cadres | أطر إطار
exercise exercises drill | exercice | تمرين تمارين
exile exiled banished | exil exilé bannissement | منفى نفي
expedition | expédition | بعثة بعثات حملة
expenses charges | charges dépense | تحملات نفقات مصاريف
experimental experiment | expérimental expérimentation expérience | تجريبي تجربة تجارب
exploitation exploit | exploitation exploiter | استغلال استغل
explore | exploration | استكشاف استكشف مستكشف استكشافي مستكشفين
expropriation expropriate | expropriation exproprier | نزع
external outer outside exterior | extérieur externe | خارجي خارجية
extinction endangered extinct | extinction | انقراض منقرض منقرضة انقرض
extract extraction | extraire extraction | استخراج استخلاص استخرج
extract | extrait | مستخرج مستخرجات
extradition extradite | extradition extrader | تسليم
extraordinary exceptional | extraordinaire exceptionnel | استثناء استثنائي استثنائية استثناءات
extreme extremist extremism radicalization | extrême radicalisation | تطرف متطرف متطرفين
fabric cloth | tissu étoffe | ثوب أثواب قماش أقمشة
face facial | visage facial | وجه وجوه ملامح
face facing confront confrontation | affronter confronter confrontation | واجه مواجهة مواجهات
facility facilities | installation | مرفق مرافق منشأة منشآت
faith | foi | إيمان عقيدة
falcon hawk falconry | faucon fauconnerie fauconnier | صقر صقور بيزرة
fame | célébrité renommée | شهرة
fantasia tbourida | fantasia tbourida | تبوريدة فنتازيا فانتازيا
fantasy | fantaisie | خيال
fare tariff | tarif tarification | تعريفة تسعيرة
farewell | adieu | وداع توديع
fashion | mode styliste | موضة أزياء
fat grease | graisse gras lipide | دهن دهون شحم شحوم
fate destiny | destin | مصير أقدار
fatwa | fatwa | فتوى فتاوى إفتاء
fault rift | faille | صدع صدوع فالق
fava | fève | فول
favorite favourite prefer preference | préféré préférer préférence favori | مفضل فضل تفضيل
feather | plume | ريش ريشة
feature characteristic trait | caractéristique trait distinctif | خاصية خصائص سمة سمات مميزات ميزة
feeling emotion | sentiment émotion | شعور إحساس مشاعر
female | femelle | أنثى إناث
feminist feminism | féministe féminisme | نسوية نسائية نسوي نسائي
fence | clôture grillage | سياج أسيجة تسييج
ferry | ferry traversier | عبارة عبارات
ferry | ferry | فيري باخرة بواخر
fertility fertile infertility | fertilité fécondité fertile | خصوبة
fever | fièvre fébrile | حمى
fiction fictional | fiction fictif | خيال خيالي
field | champ | حقل حقول
fifa | fifa | فيفا
fig | figue figuier | تين
filter filters filtration | filtre filtration filtrer | تصفية فلتر ترشيح مرشح
finger toe | doigt orteil | إصبع أصابع
fingerprint imprint footprint | empreinte | بصمة بصمات
fiqh jurist faqih | fiqh fqih jurisconsulte | فقه فقهي فقيه فقهاء
firearm firearms | arme | سلاح أسلحة
fireworks firecracker | artifice pétard | مفرقعات شهب
fiscal | fiscal | جبائي ضريبي
fitness | fitness | لياقة
flame torch | flamme torche flambeau | شعلة لهب
flaw flaws loophole | faille | ثغرة ثغرات
fleet | flotte | أسطول أساطيل
flexible flexibility | flexible flexibilité souplesse | مرن مرنة مرونة
floating float | flottant | عائم عائمة طفا
flow discharge flows influx flux | débit écoulement flux afflux | تدفق صبيب جريان تدفقات
flower floral | fleur floral floraison | زهرة زهور أزهار ورد
flu influenza | grippe grippal | إنفلونزا أنفلونزا زكام
flute | flûte | ناي
focus concentrate concentration focusing concentrated | concentrer focaliser | ركز تركيز تمركز تركز
fog mist | brouillard brume | ضباب
folk folklore | folklore folklorique | فلكلور فولكلور فلكلوري
footbridge walkway | passerelle | ممر ممرات
forehead | front | جبين
forgery counterfeit counterfeiting forged | falsification falsifier contrefaçon | تزوير تزييف
forget forgot forgotten oblivion | oublier oubli | نسي نسيان
forgive forgiveness | pardonner pardon | عفو غفران مسامحة صفح مغفرة
form | formulaire imprimé | استمارة استمارات مطبوع مطبوعات
formula wording | formule formulation | صيغة صيغ صياغة
forty | quarante | أربعون أربعين
foundouk caravanserai | fondouk caravansérail | فندق فنادق
fountain | fontaine | نافورة نافورات سقاية سقايات
fox | renard | ثعلب ثعالب
fragile fragility | fragile fragilité | هش هشة هشاشة
fragment fragments shrapnel | fragment | شظية شظايا
frame framework | cadre | إطار أطر
francophone francophonie | francophone francophonie | فرنكوفونية فرانكفونية فرنكفوني
freeze frozen freezing freezer | geler congeler gel congelé congélation congélateur | تجميد مجمد جمد
frequency | fréquence | تردد ترددات تواتر وتيرة
fresh | fraîche fraîcheur | طازج طازجة طري
fridge refrigerator | réfrigérateur frigo frigorifique | ثلاجة ثلاجات تبريد
frog | grenouille | ضفدع ضفادع
front | front | جبهة جبهات
frost freezing | gel gelée givre | صقيع تجمد
frustration | frustration | إحباط
function | fonction | وظيفة وظائف
fundraising raise raised | lever levée | جمع تعبئة تمويل
fur | fourrure | فرو فراء
galaxy | galaxie | مجرة مجرات
gallery galleries | galerie | رواق أروقة غاليري
gang mob | gang bande | عصابة عصابات
gap disparity inequality | écart disparité inégalité fossé | فوارق تفاوت تفاوتات فجوة فارق
gap gaps | écart | فجوة فجوات هوة
garage | garage | مرآب كراج
garlic | ail | ثوم
gaza | gaza gazaoui | غزة
gazelle antelope | gazelle antilope | غزال غزلان ظبي
gdp | pib | ناتج
gem gemstone | gemme joyau | جوهرة جواهر
generate generating | générer | توليد
generation | génération | جيل أجيال
generator | générateur | مولد مولدات
generic | générique | جنيس جنيسة
generosity generous | générosité généreux | كرم سخاء سخي
genius | génial | عبقري عبقرية
genocide extermination | génocide extermination | إبادة
geography geographic geographical | géographie géographique géographe | جغرافيا جغرافي جغرافية
geology geological | géologie géologique géologue | جيولوجيا جيولوجي جيولوجية
geometry | géométrie géométrique | هندسة هندسي
gesture | geste | بادرة إيماءة
ghost ghosts | fantôme | شبح أشباح
giant enormous huge | géant énorme immense gigantesque | عملاق عمالقة ضخم ضخمة هائل
gift gifts | cadeau cadeaux | هدية هدايا
ginger | gingembre | زنجبيل
girlfriend | copine | صديقة خليلة عشيقة
glass | verre vitre | زجاج زجاجي
globalization globalisation | mondialisation globalisation | عولمة
glory glorious | gloire glorieux | مجد أمجاد مجيد
glove | gant | قفاز قفازات
gnaoua gnawa | gnaoua gnawa | كناوة كناوي
goddess deity | déesse divinité | إلهة آلهة
goldsmith silversmith jeweller jeweler | orfèvre bijoutier joaillier | صائغ صياغة صاغة
golf golfer | golf golfeur | غولف جولف كولف
gossip | commérage | نميمة
governance | gouvernance | حكامة
grade degree echelon | grade échelon degré | درجة درجات
gram grams gramme | gramme | غرام غرامات
grammar grammatical syntax | grammaire grammatical syntaxe | نحوي نحوية قواعد
grandmother grandma | aïeule mamie | جدة جدات
granite | granite granit | غرانيت جرانيت
grass herb weed herbal | herbe herboriste gazon pelouse phytothérapie | عشب أعشاب عشبة عشاب عشبي
grateful thanks thank gratitude | remercier remerciement gratitude | شكر امتنان
gratitude thankful | gratitude remerciement remercier | امتنان شكر عرفان
gravity | gravité pesanteur | جاذبية
gray grey | gris | رمادي رمادية
grief | chagrin deuil | حزن حداد
grocery grocer | épicerie épicier | بقالة بقال
guarantee guaranteed guarantor guarantees | garantie garantir garant | ضمان ضمانات ضمن ضمانة
guard guarding | garde gardien gardiennage | حارس حراس حراسة حرس
guardian guardianship | tuteur tutelle curatelle | وصي وصاية أوصياء
guembri | guembri | كمبري
guild | corporation guilde | حنطة حناطي
guilt guilty | coupable culpabilité | مذنب ذنب مدان
guitar guitarist | guitare guitariste | قيثارة غيتار جيتار
gunpowder | poudre baroud | بارود
gym gymnastics gymnast | gymnastique gymnase gymnaste | جمباز
habit | habitude habituel | عادة عادات
habitat | habitat | موطن موائل
habous waqf endowment | habous waqf | أوقاف حبوس أحباس وقف
hack hacker pirate piracy | piratage hacker pirate piraterie | قرصنة قراصنة اختراق قرصان
hadith | hadith | حديث أحاديث
hail | grêle grêlon | برد تبروري
hair | cheveu chevelure cheveux | شعر
hairdresser barber salon | coiffeur coiffure coiffeuse barbier | حلاق حلاقة حلاقين
halal | halal licite | حلال
halqa halka | halqa halka | حلقة حلقات
hammer | marteau | مطرقة
hanging hang gallows | pendre pendaison | شنق مشنقة
happiness | bonheur | سعادة
harassment harass | harcèlement harceler | تحرش مضايقة متحرش
harbor | port | ميناء مرفأ
harira | harira | حريرة
harm harmful prejudice | nuire nuisible préjudice tort | ضرر أضرار ضار
harmful | nuisible nocif | ضار ضارة مضر
harmony | harmonie | انسجام تناغم وئام
harraga clandestine | harrag harraga | حراكة
harvester | moissonneuse | حصادة حصادات
hassani hassania | hassani hassania | حسانية حساني
hat hats cap | chapeau casquette bonnet | قبعة قبعات
hate hatred | haine haïr | كراهية كره حقد
hazard hazardous | aléa danger | خطر أخطار مخاطر
headache | migraine céphalée | صداع
headline headlines | manchette | عناوين
healthcare | soins | رعاية صحة صحية
hear heard listen | entendre entendu écouter écoute | سمع استماع سماع أصغى
hearing auditory | ouïe audition auditif | سمع سمعي سماع
hearing | audience | جلسة جلسات
heating heater | chauffage chauffer chauffe | تدفئة تسخين
heaven paradise | paradis | جنة فردوس
hebrew | hébreu hébraïque | عبرية عبري
helicopter | hélicoptère | مروحية مروحيات هليكوبتر
hell | enfer infernal | جحيم جهنم
henna | henné | حناء
herd flock | troupeau troupeaux | قطيع قطعان
heroin | héroïne | هيروين
hide hidden hiding conceal hid | cacher dissimuler caché | إخفاء أخفى مخفي
hierarchy hierarchical | hiérarchie hiérarchique | تراتبية هرمية تسلسل
hiking hike trek | randonnée trekking randonneur | مشي
hiloula hilloula | hiloula hilloula | هيلولة
hindu hinduism | hindou hindouisme | هندوسي هندوس هندوسية
hiv aids | sida vih | سيدا إيدز
hobby | hobby | هواية هوايات
hockey | hockey | هوكي
hole pit dug | trou fosse creuser creusement | حفرة حفر ثقب
holocaust | holocauste shoah | محرقة هولوكوست
holy sacred | sacré saint | مقدس مقدسات مقدسة قداسة
homeland | patrie | وطن أوطان
homeless homelessness | sdf | مشرد مشردين متشرد تشرد
homeless vagrant | vagabond vagabondage | متشرد تشرد مشرد متشردين
homework | devoirs | فروض واجبات
homosexual gay lesbian lgbt | homosexuel homosexualité lesbienne | مثلي مثلية مثليين
honest honesty integrity probity | honnête honnêteté intégrité probité | نزاهة نزيه أمانة
horizontal | horizontal | أفقي أفقية
hormone | hormone hormonal | هرمون هرمونات
horror | horreur épouvante | رعب
horse | cheval | حصان أحصنة خيول
hostage | otage | رهينة رهائن
hostel inn lodge | auberge gîte | نزل مأوى
hostile hostility | hostile hostilité | عدائي عدائية عداوة
hotspot outbreak | foyer | بؤرة بؤر
housefly | mouche | ذبابة ذباب
humble modest | modeste humble | متواضع متواضعة تواضع
hungry hunger famine starvation | faim famine affamé | جوع مجاعة مجاعات جائع جياع
hunt hunter hunting hunters | chasse chasser chasseur cynégétique | قنص صيد قناص قناصين قناصة
hurricane cyclone typhoon | ouragan cyclone typhon | إعصار أعاصير
hut | cabane hutte | كوخ أكواخ
hybrid | hybride | هجين هجينة
hydrogen | hydrogène | هيدروجين
hypothesis assumption assumptions | hypothèse | فرضية فرضيات افتراض
ice frozen glacier frost freezing | glace gelé glacier gelée givre glacial | جليد جليدي متجمد صقيع
icon iconic | icône emblématique | أيقونة أيقوني
identify identification identified | identifier identification | تحديد حدد تعرف
identity identification identify | identité identitaire identification identifier | هوية هويات
ideology ideological | idéologie idéologique | إيديولوجيا إيديولوجية أيديولوجيا إيديولوجي
idiot stupid silly | idiot stupide stupidité | غبي غباء حماقة
idol | idole | صنم أصنام وثن أوثان
iftar | ftour iftar | إفطار
ignorance ignorant | ignorance ignorant | جهل جاهل
ignore ignored | ignorer | تجاهل
illumination gilding | enluminure dorure | تذهيب
illusion | illusion | أوهام
imagine imagination imaginary imagined | imaginer imagination imaginaire | خيال تخيل مخيلة خيالي
immediate instant | immédiat instantané | فوري فورية آني
immune immunity | immunité immunitaire | مناعة مناعي
immunity | immunité | حصانة
implicated | impliqué implication | متورط تورط ضلوع
impose imposed | imposer imposition | فرض
incapacity inability | incapacité | عجز
incense | encens | بخور
incentive incentives | incitation incitatif | حافز حوافز تحفيز
incident | incident | واقعة وقائع حادث حوادث
inclusive inclusion | inclusif inclusion | إدماج دامج دامجة
index indicator indicate indicators | indice indicateur | مؤشر مؤشرات
infantry | infanterie | مشاة
influencer influential | influenceur influent | مؤثر مؤثرة مؤثرين
informal | informel | مهيكل
ingredient | ingrédient | مكون مكونات مقادير
injection | injection seringue | حقن حقنة
ink | encre | حبر مداد
innocent innocence acquittal acquitted acquit | innocent acquittement relaxe | براءة بريء تبرئة برأ
insect | insecte | حشرة حشرات
inspector inspectorate | inspecteur inspection | مفتش مفتشين مفتشية
inspiration inspire inspired inspiring | inspiration inspirer | إلهام استلهام ملهم
inspire inspiration inspired | inspirer inspiration | إلهام ألهم استلهم
inspire inspiration | inspirer inspiration | استلهم استلهام مستوحى
instinct | instinct | غريزة غرائز
instruction instructions directive | instruction consigne directive | تعليمات توجيهات تعليمة
instructor | instructeur moniteur | مدرب مؤطر مؤطرين
insult | insulte injure insulter | إهانة شتم شتيمة سب
insured policyholder | assuré | مؤمن مؤمنين
intangible immaterial | immatériel | لامادي
integrate inclusion insertion | intégration insertion inclusion | إدماج اندماج دمج دامج
intellectual | intellectuel | فكري مثقف مثقفين
intensity intense | intensité intense | شدة حدة
intensive | intensif | مكثف مكثفة
intention intent intentions intend | intention | نية نوايا
interactive | interactif | تفاعلي تفاعلية
interchange flyover | échangeur | مبدل
interface facade front | interface façade | واجهة واجهات
interference interfere | ingérence | تدخل تدخلات
interim | intérim intérimaire | مؤقت
interior | intérieur | داخلية
intersection junction crossroads | intersection carrefour croisement | تقاطع تقاطعات مفترق ملتقى
intervention intervene | intervention intervenir | تدخل تدخلات
interview interviewed | entretien interview entrevue | مقابلة حوار استجواب حوارات مقابلات
introduction preface | introduction préface | مقدمة تقديم
inventory | inventaire | جرد
invoice bill billing | facture facturation facturer | فاتورة فواتير فوترة
irony sarcasm | ironie sarcasme | سخرية
irregularity dysfunction | dysfonctionnement irrégularité | اختلال اختلالات خلل
isis | daech | داعش
jacket vest | veste | سترة
jam congestion | embouteillage congestion encombrement | ازدحام اختناق
jar | jarre amphore | جرة جرار
jaw | mâchoire | فك
jazz | jazz | جاز
jealous jealousy | jaloux jalousie | غيرة غيور
jet | jet | نفاثة نفاثات
joke humor humour | blague humour | نكتة نكت فكاهة دعابة
judgment judgement | jugement | حكم أحكام
judiciary | judiciaire magistrature | قضاء قضائي
juice | jus | عصير عصائر
jump jumping jumped leap jumps | sauter saut | قفز قفزة وثب
jungle | jungle | أدغال
jurisdiction competence powers | juridiction compétence attribution | اختصاص اختصاصات صلاحيات
jurisprudence precedent | jurisprudence | اجتهاد اجتهادات
justify justified justification | justifier justification | تبرير مبرر مبررات برر
kafala fostering | kafala | كفالة تكفل
khettara | khettara | خطارة خطارات
kidnapped abduction | enlèvement kidnapping rapt séquestration | اختطاف خطف اختطف احتجاز
killer assassin killers murderer | tueur assassin meurtrier | قاتل قتلة سفاح
king | roi | ملك ملوك عاهل
kiss | baiser embrasser | قبلة تقبيل
kitchen | cuisine | مطبخ مطابخ
knee | genou genoux | ركبة ركب
knife knives | couteau | سكين سكاكين
knight rider horseman riders | chevalier cavalier | فارس فرسان
knowledge | connaissance savoir | معرفة معارف
korean | coréen | كورية كوري كوريا
ksar ksour | ksar ksour | قصر قصور
labor | travail | شغل عمال
lady ladies mrs madam | dame madame | سيدة سيدات
lamb | agneau | خروف خرفان
lance spear javelin | javelot | رمح رماح
landing | atterrissage atterrir | هبوط
landlord lessor | bailleur | مكري مؤجر
landscape scenery | paysage paysager panorama | منظر مناظر
lane alley | ruelle allée | زقاق أزقة درب دروب
laser | laser | ليزر
latin | latin | لاتيني لاتينية
laugh laughing laughter laughed | rire | ضحك ضحكة
laundering | blanchiment blanchir | غسل تبييض
lawn turf | gazon pelouse | عشب معشوشب عشبي
layer | couche | طبقة طبقات
layout | aménagement aménager | تهيئة هيأ إعداد
lazy laziness | paresse paresseux | كسل كسول
leadership | leadership | زعامة ريادة قيادة
leaf foliage sheet | feuille feuillage | ورقة أوراق
leak leakage leaked leaks spill | fuite déversement | تسرب تسريب تسربات تسريبات سرب
lease tenancy | bail locatif | كراء إيجار
leave | congé | إجازة
legacy inheritance inherit inherited | héritage hériter succession | إرث ميراث ورث مواريث
legalization legalisation legalize | légalisation légaliser | تصحيح مصادقة
legend legendary myth | légende légendaire mythe mythologie | أسطورة أساطير أسطوري خرافة ميثولوجيا
legislative legislature legislator | législatif législature législateur | تشريعي تشريعية تشريع مشرع
legitimate legitimacy | légitime légitimité | شرعية مشروعية شرعي
legume pulses | légumineuse | قطاني بقوليات
lemon lime | citron citronnier | ليمون حامض
lens | lentille | عدسة عدسات
lentil | lentille | عدس
leprosy | lèpre lépreux | جذام
less fewer | moins | أقل
lethal mortal deadly fatal | mortel létal meurtrier | مميت قاتل فتاك
liability responsibility liable | responsabilité | مسؤولية مسؤوليات
liberal liberalism liberalization liberals | libéral libéralisme libéralisation | ليبرالي ليبرالية
liberation liberate | libération libérer | تحرير حرر تحرر
lieutenant | lieutenant | ملازم
lift elevator | ascenseur | مصعد مصاعد
lighthouse | phare | منارة منار فنار
lightning thunderbolt | foudre éclair | برق صاعقة صواعق
lime limestone | chaux calcaire | جير جيري كلس كلسي
limited limit | limite limité limiter | محدود تحديد
lineup | composition | تشكيلة
lion | lion lionne | أسد أسود
lip lips | lèvre | شفة شفاه
liquid fluid | liquide fluide | سائل سوائل
liquidation | liquidation | تصفية
liquidity | liquidité liquide | سيولة
listen listened listening listener | écouter écoute auditeur | استماع استمع إنصات مستمع
liver hepatic hepatitis | foie hépatique hépatite | كبد كبدي
load burden | charge fardeau | عبء أعباء
load loading loaded | charge chargement cargaison | حمولة شحن حمولات
lobby lobbying | lobby lobbying | لوبي لوبيات
lock locks | serrure verrou cadenas | قفل أقفال
locust grasshopper | criquet sauterelle acridien | جراد
logic logical | logique | منطق منطقي
logistics logistic | logistique | لوجستيك لوجستي لوجستية لوجيستيك لوجستيكي
lonely loneliness isolation | solitude isolement enclavement désenclavement | عزلة معزول عزل
loser losers | perdant | خاسر خاسرين
lover | amoureux amant | عاشق عشاق
loyalty loyal faithful fidelity | fidélité fidèle loyauté loyal | وفاء أوفياء إخلاص مخلص
luck lucky | chance chanceux | حظ محظوظ
lunch | déjeuner | غداء
lung pneumonia pulmonary lungs | poumon pulmonaire pneumonie | رئة رئوي رئتين
lute oud | luth oud | عود أعواد
luxury luxurious | luxe luxueux | فاخر فخامة ترف
mackerel | maquereau | إسقمري
mad insane crazy madness | fou folie aliéné | جنون مجنون حمق
mafia | mafia | مافيا
magic magician witchcraft | magie magique magicien sorcellerie | سحر سحري ساحر شعوذة سحرة مشعوذ
magnetic magnet | magnétique | مغناطيس مغناطيسي
magnitude | magnitude | شدة قوة
maid domestic | domestique | خادمة خادمات
maintenance upkeep | entretien maintenance | صيانة
makeup cosmetic cosmetics | maquillage cosmétique esthétique | تجميل مكياج تجميلي
makhzen | makhzen | مخزن مخزني
malaise fainting | malaise | وعكة إغماء
malaria | paludisme | ملاريا
male | mâle masculin | ذكر ذكور
malhun melhoun | melhoun malhoun | ملحون
manager | gestionnaire | مسير مدبر مسيرين
mandate term | mandat mandature | ولاية انتداب عهدة
manga | manga | مانغا
manipulation manipulate | manipulation manipuler | تلاعب
mankind | humanité | بشرية
manual handbook | manuel | دليل كتيب كتيبات
marble | marbre | رخام رخامي
margin | marge marginal marginalisation | هامش هوامش هامشي تهميش
marijuana hashish | haschich marijuana chira | حشيش ماريجوانا شيرا
marketing commercialization | commercialisation commercialiser | تسويق
mars martian | martien | المريخ مريخ
marsh swamp wetland | marais marécage | مستنقع مستنقعات
marshal | maréchal | مارشال مشير ماريشال
martial | martiaux martial | قتالية
mask masks | masque | قناع أقنعة كمامة كمامات
mass | masse | كتلة كتل
mass | messe | قداس
mason bricklayer | maçon maçonnerie | بناء بنائين
massacre | massacre | مجزرة مجازر مذبحة
massage | massage | تدليك مساج
master | master mastère | ماستر ماجستير
mat matting | natte | حصير حصائر
material | matériau matière matériaux | مادة مواد
mature maturity ripe ripening | maturité mûr maturation | نضج ناضج
mawlid mouloud | mouloud mawlid | مولد
measles | rougeole | حصبة بوحمرون
mechanical mechanic mechanics | mécanique mécanicien | ميكانيكي ميكانيك ميكانيكا
mechanism | mécanisme | آلية آليات
medersa | médersa medersa | مدرسة مدارس
media | média médiatique médias | إعلام إعلامي إعلامية
medieval | médiéval | وسيط وسطى
meditation | méditation | تأمل
mellah | mellah | ملاح
melody tune | mélodie | لحن ألحان
melt melting thaw | fondre fonte dégel | ذوبان انصهار ذاب
memorization memorize | mémorisation mémoriser | حفظ تحفيظ
meningitis | méningite | سحايا
mental mentally | mental | عقلي ذهني عقلية
merchandise commodity goods | marchandise denrée | سلعة سلع بضاعة بضائع
mercury | mercure | زئبق
mercy | miséricorde clémence | رحمة
merger merge fusion | fusion fusionner | اندماج دمج انصهار إدماج
message messaging | message messagerie | رسالة رسائل تراسل
methodology | méthodologie méthodologique | منهجية منهج
metro subway | métro | مترو ميترو
metropolis metropolitan | métropole métropolitain | حاضرة حواضر متروبول
mihrab | mihrab | محراب
mile | mille | ميل أميال
militia | milice milicien | ميليشيا ميليشيات مليشيا مليشيات
mill grind grinding milling | moulin minoterie meunier | طاحونة مطحنة مطاحن طواحين معصرة معاصر
minaret | minaret | صومعة صوامع مئذنة مآذن
minbar pulpit | minbar | منبر
mind mental | esprit mental | عقل ذهن عقول أذهان ذهني
mindset mentality | mentalité | عقلية عقليات
miner miners | mineur | منجم مناجم
mining miner miners | minier minière | منجمي منجم مناجم تعدين
minor underage juvenile minors | mineur | قاصر قاصرين قاصرون قاصرة قاصرات
minority minorities | minorité minoritaire | أقلية أقليات
mint | menthe | نعناع
minting mint | frappe monnayage | سك
miracle | miracle | معجزة معجزات
mirror | miroir | مرآة مرايا
misdemeanor misdemeanour offence | délit correctionnel délictuel | جنحة جنح جنحي
misery | misère | بؤس
misleading | trompeur mensonger | مضلل مضللة تضليل
missionary | missionnaire | مبشر مبشرين تبشير
mistake error wrong | erreur faute | خطأ أخطاء غلط
mix mixed mixture mixing | mélange mixte mélanger | خليط مزيج مختلط خلط
mobility | mobilité | تنقل تنقلات حركية
mobilization mobilisation mobilize mobilise | mobilisation mobiliser | تعبئة عبأ
moderate moderation | modéré modération | معتدل اعتدال
modernization modernisation modernize | modernisation moderniser | تحديث عصرنة
modify modified modification modifications | modifier modification | تعديل تغيير تعديلات
module | module | مجزوءة مجزوءات
molecule molecular molecules | molécule moléculaire | جزيء جزيئات جزيئي
moment instant | moment instant | لحظة لحظات
monastery abbey convent | monastère abbaye couvent | دير أديرة
monetary | monétaire | نقدي نقدية
monk monks | moine | راهب رهبان
monkey ape macaque monkeys | singe macaque magot | قرد قردة قرود مكاك
monopoly monopolistic | monopole monopolistique | احتكار احتكاري
monster beast | monstre bête | وحش وحوش
mood | humeur | مزاج
moqaddem mokaddem | moqaddem mokaddem | مقدم مقدمين
moral ethics ethical morality | moral éthique morale déontologie | أخلاق أخلاقي أخلاقيات أخلاقية
mortality | mortalité | وفيات إماتة
mortgage pledge pawn | hypothèque hypothécaire gage nantissement | رهن رهون
mosaic | mosaïque | فسيفساء
mosquito | moustique | بعوض ناموس
motion censure plea | motion censure requête | ملتمس رقابة ملتمسات
motivation motivate motivated incentive stimulate | motivation incitation | تحفيز حافز حوافز تحفيزات
motive | motif | دافع دوافع
motor engine motors | moteur motorisation | محرك محركات
mouflon | mouflon | أروي
mouse mice rat rodent | souris rat rongeur | فأر فئران جرذ جرذان قوارض
moussem | moussem | موسم مواسم
mouth oral | bouche buccal | فم أفواه
movement | mouvement | حركة حركات
msid kuttab | msid koutab | مسيد كتاتيب
muezzin adhan | muezzin adhan | مؤذن أذان
mule | mulet mule | بغل بغال
muscle muscular | muscle musculaire | عضلة عضلات عضلي
mutual mutualist | mutuelle mutualité mutualiste | تعاضدية تعاضديات تعاضد
mutual reciprocal | mutuel réciproque | متبادل متبادلة
mystery mysterious enigma puzzle | mystère mystérieux énigme puzzle | لغز ألغاز غموض غامض أحجية
narrative narration | narratif narration | سرد سردي
nasa | nasa | ناسا
national | nationale nationaux | وطني وطنية
nationalist nationalists | nationalisme nationaliste | قومي قومية قوميين
nationality naturalisation naturalization | nationalité naturalisation | جنسية جنسيات تجنيس
native indigenous aboriginal | autochtone indigène | أصلي أصليين أصليون أصلية أهالي
nato | otan | ناتو
nature natural | nature naturel | طبيعة طبيعي
navigation | navigation | ملاحة إبحار
navy | marine | بحرية
nazi nazism nazis | nazi nazisme | نازي نازية نازيين
necessity | nécessité | ضرورة
neck cervical | cou cervical | عنق رقبة
necklace | collier | قلادة قلائد
needle | aiguille | إبرة إبر
negative | négatif | سلبي
neglect negligence | négligence négliger | إهمال أهمل تهاون
negotiation negotiations negotiate negotiator | négociation | مفاوضات تفاوض مفاوض
nervous nerve neurological | nerveux nerf neurologique neurologie | عصبي عصب أعصاب
nest nesting | nid nidification | عش أعشاش تعشيش
net nets | filet | شبكة شباك
net | net | صاف صافي
neutral neutrality | neutre neutralité | محايد حياد
nickel | nickel | نيكل
nickname | surnom | لقب ألقاب كنية
nightmare | cauchemar | كابوس كوابيس
nobel | nobel | نوبل
noble nobility aristocracy | noble noblesse aristocratie | نبيل نبلاء أرستقراطية
noise noisy | bruit bruyant | ضجيج ضوضاء
nomad nomadic transhumance | nomade nomadisme transhumance | رحل ترحال بدو
nomination nominate nominated | nomination nommer | تعيين
nomination nominee nominations | nominé | ترشيح مرشح ترشيحات
nonprofit | lucratif | ربحي ربحية
noria waterwheel | noria | ناعورة نواعير
nose nasal | nez nasal | أنف
notary notarial | notaire notarial notariat | موثق موثقين توثيق
notice notification notify notified | avis notification notifier préavis | إشعار إشعارات إخطار تبليغ
novelty update | nouveauté | مستجد مستجدات
nude naked | nu nudité | عاري عارية عري
number | numéro | رقم أرقام عدد أعداد
nursery | crèche | حضانة حضانات
nursery | pépinière | مشتل مشاتل
nuts | noix | مكسرات
oak | chêne chênaie | بلوط سنديان
obedience obey | obéissance obéir | طاعة
obesity obese overweight | obésité obèse surpoids | سمنة بدانة
obligation mandatory | obligation obligatoire contraignant | إلزامي إلزامية إجباري إجبارية ملزم
obligation obligations | obligation obligatoire | التزام التزامات إلزامي إلزامية
observatory | observatoire | مرصد مراصد
observe observer observation remark | observer remarque | ملاحظة لاحظ ملاحظ ملاحظين رصد ملاحظات
observer observers | observateur | مراقب مراقبين ملاحظ ملاحظين
obsession | obsession obsessionnel | هوس وسواس
obstacle hurdle obstacles hindrance impediment | obstacle entrave | عائق عوائق عراقيل عقبة عقبات
occasion | occasion | مناسبة مناسبات
offensive | offensive offensif | هجوم هجومي
officer | officier | ضابط ضباط
oilseed | oléagineux | زيتية
onion | oignon | بصل
opera | opéra | أوبرا
operator | opérateur opératrice | متعهد فاعل مشغل
opponent dissident | opposant dissident | معارض معارضين
opponent opponents adversary | adversaire | خصم خصوم منافس
optical optics optician | optique opticien | بصري بصريات
optimistic | optimiste optimisme | تفاؤل متفائل
option options | option | خيار خيارات
optional | facultatif optionnel | اختياري
orbit orbital | orbite orbital | مدار مدارات مداري
orchestra | orchestre orchestral | أوركسترا جوق أجواق
order command | ordre ordonner | أوامر
order orders | commande commander | طلبية طلبيات
ordinary | ordinaire | عادي
ore mineral minerals | minéral minerai | معدن معادن معدني معدنية
organ organs | organe | عضو أعضاء
organic | organique | تنظيمي تنظيمية
organic | organique | عضوي عضوية
organism | organisme | كائن كائنات
organize organized organizing organizes organise organised | organiser organisateur | نظم تنظيم
oriental | oriental orient | شرق شرقي شرقية
orthodox | orthodoxe | أرثوذكسي أرثوذكس أرثوذكسية
oscar | oscar | أوسكار
outage interrupted interruption | coupure interruption interrompre | انقطاع انقطاعات
outreach influence | rayonnement | إشعاع
oval | ovale | بيضوي
oven stove | four fourneau | فرن أفران
overcome surmount | surmonter | تخطى تجاوز تغلب
overcrowding overcrowded | surpopulation surpeuplement | اكتظاظ مكتظ
overtaking | dépassement | تجاوز
overturn overturned rollover | renversement renverser retournement | انقلاب انقلب
owl | hibou chouette | بومة
ownership | propriété | ملكية تملك
oyster | huître | محار
pace rhythm | rythme cadence | وتيرة إيقاع إيقاعات
pacific | pacifique | هادئ
package parcel packages | colis paquet | طرد طرود رزمة
packaging pack packing | emballage emballer conditionnement | تعبئة تغليف تلفيف تعليب
pain painful ache pains | douleur douloureux | ألم آلام وجع أوجاع
panic | panique | ذعر هلع
pants trousers | pantalon | سروال سراويل بنطلون
parade | défilé parade procession | استعراض موكب استعراضات
paragraph | paragraphe alinéa | فقرة فقرات
parallel | parallèle | مواز موازي موازية
parents parent | parent | والدين آباء أولياء
parish diocese | paroisse diocèse | أبرشية
partial partially | partiel partiellement | جزئي جزئيا جزئية
particle | particule | جسيم جسيمات
pasha pachalik | pacha pachalik | باشا باشوية باشوات
passion passionate | passion passionné | شغف ولع عشق شغوف
pasta | pâtes macaroni | معكرونة عجائن
pastilla | pastilla bastella | بسطيلة
pastry candy sweets confectionery | pâtisserie confiserie bonbon friandise | حلوى حلويات
pasture rangeland grazing pastoral | pâturage pastoral | مرعى مراعي رعي رعوي
patent | brevet breveter | براءة براءات
path course | parcours cursus itinéraire | مسار مسارات
patience patient | patience | صبر
patio courtyard | patio | فناء صحن
patriot patriots patriotic homeland patriotism | patriote patrie | وطني وطنية وطن أوطان
patrol | patrouille | دورية دوريات
pavement asphalt | asphalte bitume goudron | زفت إسفلت
peach nectarine | nectarine | خوخ
peanut | arachide cacahuète | كاوكاو
pearl | perle | لؤلؤ لؤلؤة لآلئ
pedagogy pedagogical | pédagogie pédagogique | بيداغوجيا بيداغوجي تربوي
peer peers | pair | نظير نظراء أقران
pelagic | pélagique | سطحي سطحية سطحيات
penal | pénal pénale | جنائي زجري جنائية
pencil pen | crayon stylo plume | قلم أقلام
pepper | poivre poivron piment | فلفل
perfume fragrance | parfum parfumerie | عطر عطور
perimeter | périmètre | مدار مدارات محيط
permit | agrément | مأذونية مأذونيات
persian persia | perse persan | فارسي فارسية
perspective prospect outlook prospects horizon perspectives | perspective horizon | آفاق أفق منظور
pet pets | domestique | أليف أليفة
phd doctorate | doctorat doctorant | دكتوراه
phenomenon phenomena | phénomène | ظاهرة ظواهر
photography photographer | photographie photographe | تصوير مصور فوتوغرافي
phrase phrases | phrase locution | جملة جمل عبارة عبارات
piano pianist | piano pianiste | بيانو
pig pork ham pigs | porc cochon jambon porcin | خنزير خنازير
pill | pilule comprimé | قرص أقراص حبوب
pilot | pilote piloter pilotage | طيار طيارين ربان
pilot | pilote | نموذجي تجريبي
pine fir | pin sapin | صنوبر
pink | rose | وردي وردية
pirate pirates piracy | pirate piraterie | قرصان قراصنة قرصنة
pistol handgun revolver | pistolet revolver | مسدس مسدسات
pitch | terrain pelouse | ملعب ملاعب
pizza | pizza pizzeria | بيتزا
plague | peste | طاعون
plaintiff complainant claimant | plaignant requérant | مشتكي مشتكين مدعي
plaster stucco gypsum | plâtre gypse stuc | جبس جص
plate dish | assiette | صحن صحون طبق
plate numberplate | plaque immatriculation | لوحة لوحات ترقيم
plateau tableland | plateau | هضبة هضاب
platinum | platine | بلاتين
playoff playoffs | repêchage | ملحق فاصلة
plot conspiracy | complot conspiration | مؤامرة مؤامرات تآمر
plot parcel lot | parcelle lot | قطعة بقعة بقع
ploughing plough tillage plow | labour labourer | حرث محراث
pocket | poche | جيب جيوب
podcast | podcast | بودكاست
pole polar poles hub | pôle polaire | قطب أقطاب قطبي قطبية
polling ballot | scrutin | اقتراع
pomegranate | grenadier | رمان
pond | étang | بركة برك
pool pools | piscine | مسبح مسابح
pope papal vatican pontiff | pape papal vatican papauté pontife | بابا فاتيكان بابوية
popularity popular peoples | popularité populaire peuple | شعبية شعبي شعب شعوب
portal gateway | portail | بوابة بوابات
portrait portraits | portrait portraitiste | بورتريه بورتريهات
possession possess possessed | possession détention posséder | حيازة حاز
postal | postal | بريدي بريدية بريد
poster posters | affiche affichage | ملصق ملصقات
posting reassignment | mutation affectation | تنقيل انتقال
pot saucepan cookware | marmite casserole | طنجرة طناجر
potential | potentiel potentialité | إمكانات مؤهلات
pound sterling | sterling | جنيه إسترليني
powder | poudre | مسحوق مساحيق
practice practise | pratique pratiquer exercer | ممارسة مارس ممارسات مزاولة زاول
precious | précieux | ثمين نفيس نفيسة
predator | prédateur | مفترس مفترسة
predict prediction predicted | prédire prédiction | تنبؤ تنبأ توقع
prediction predictions predict | prédiction prédire | تنبؤ تنبؤات توقعات
preference preferential | préférence préférentiel | تفضيل تفضيلي أفضلية
preliminary | préliminaire | تمهيدي تمهيدية
prepare preparation preparatory | préparer préparatoire | تحضير إعداد استعداد تحضيري
prepare preparation prepared preparations | préparer | إعداد أعد تحضير استعداد استعدادات تحضيرات
prescription prescribed | ordonnance prescription | وصفة وصفات
presence | présence | حضور تواجد
presenter animator | animateur animatrice animation | منشط تنشيط نشط
prestigious prestige | prestigieux prestige | مرموق مرموقة
preventive | préventif préventive | وقائي وقائية
prey | proie | فريسة فرائس
priest pastor priests clergy | prêtre pasteur curé clergé | قس كاهن قسيس كهنة قساوسة
principle principles | principe | مبدأ مبادئ
print printer | imprimer impression imprimerie imprimeur | طباعة طبع مطبعة مطابع طابعة مطبوع
privacy | confidentialité intimité | خصوصية
privilege privileged | privilège privilégié | امتياز امتيازات
probe | sonde | مسبار
problematic | problématique | إشكالية إشكاليات
processor | processeur | معالج
procurement contract | marché | صفقة صفقات
procurement | commande commander | طلبية طلبيات
productivity productive | productivité productif | إنتاجية
profitability profitable | rentabilité rentable | مردودية ربحية
programme | émission | برنامج برامج
prolong extend extension | prolonger prolongation prorogation | تمديد مدد
pronunciation pronounce pronounced | prononciation prononcer | نطق
propaganda | propagande | دعاية بروباغندا
property properties | propriété | ملكية ممتلكات أملاك
prospecting exploration | prospection | تنقيب
prosthesis prosthetic | prothèse prothésiste | اصطناعية اصطناعي
protein | protéine protéique | بروتين بروتينات
protocol | protocole | بروتوكول بروتوكولات
prototype | prototype | نموذج
proud pride | fier fierté | فخر افتخار فخور اعتزاز
proverb adage | proverbe adage dicton | أمثال مثل
provisions | disposition | مقتضيات مقتضى
proximity | proximité | قرب
psychiatry psychiatrist psychiatric | psychiatrie psychiatre psychiatrique | عقلي عقلية
psychology psychiatric psychiatry | psychologie psychologue psychique | نفسي نفسية نفساني سيكولوجي
public | publique | عمومي عام
pumpkin | citrouille courge | يقطين
punishment sanction penalty | punition punir châtiment sanction | عقاب معاقبة عاقب عقوبة عقوبات جزاء
puppet marionette | marionnette | كراكيز دمى عرائس
puppy | chiot | جرو جراء
pure purity | pur pureté | خالص نقي نقاء
purple violet | violet pourpre | بنفسجي أرجواني بنفسج
pursue pursuit chase chasing | poursuite | مطاردة طارد ملاحقة لاحق
pylon pole | poteau poteaux pylône | عمود أعمدة
qualifier qualifiers | éliminatoire qualification | إقصائيات تصفيات
qualifiers playoffs | éliminatoires | تصفيات إقصائيات
quantum | quantique | كمومي كمومية كوانتي
quarantine lockdown confinement | quarantaine confinement | حجر
quick rapid | rapide | سريع سرعة
quiet calm | calme tranquille calmer apaisement | هدوء هادئ تهدئة
quota | quota contingent | حصة حصص كوطا
quote quotation cite cited quotes citation | citer citation | اقتباس اقتبس استشهد اقتباسات استشهاد
rabbi rabbinical | rabbin rabbinique | حاخام حاخامات
rabbit hare | lapin lièvre | أرنب أرانب
rabies rabid | rage antirabique enragé | سعار
racist racism racial | raciste racisme racial | عنصرية عنصري
radar | radar | رادار رادارات
radiation radioactive ray | radiation rayonnement radioactif rayon | إشعاع إشعاعات إشعاعي أشعة
radical | radical | راديكالي جذري
radiology rays scan scanner | radiologie rayon radiographie scanner échographie | أشعة سكانير
raid airstrike raids | raid | غارة غارات
raid raids | perquisition perquisitionner | مداهمة مداهمات
raid | descente | مداهمة مداهمات
raid | perquisition fouille | تفتيش
railroad | ferroviaire | سكة سكك حديدية
random haphazard | aléatoire anarchique | عشوائي عشوائية
rap rapper | rap rappeur | راب رابور
rape rapist raped | viol violer violeur | اغتصاب اغتصب مغتصب
rapeseed canola | colza | سلجم
rat rodent | rat rongeur | جرذ جرذان
rationing | rationnement | تقنين ترشيد
raw | brut | خام
reaction interaction react | réaction interaction interagir réagir | تفاعل تفاعلات تجاوب ردود
reactor | réacteur | مفاعل مفاعلات
realistic realism | réaliste réalisme | واقعي واقعية
rebel rebels insurgent | rebelle rébellion insurgé | متمرد متمردين تمرد ثوار
receipt | quittance reçu récépissé | إيصال توصيل وصولات
recession depression | récession dépression | ركود كساد انكماش
recipe recipes | recette | وصفة وصفات
recitation recite psalmody tajwid | récitation psalmodie psalmodier tajwid | تجويد ترتيل تلاوة
recommend recommendation recommended | recommander recommandation préconiser | توصية توصيات أوصى
recover recovered retrieve recovery | récupérer recouvrer | استرجاع استرجع استرداد استعاد استعادة
recovery cure heal | rétablissement guérison guérir convalescence | شفاء تعافي تعاف تعافى شفي
recovery revival upturn relaunch stimulus | relance reprise redressement | انتعاش إنعاش تعافي
reentry | rentrée | دخول
reference | référence référer | مرجع مراجع مرجعية
reflection thinking | réflexion réfléchir | تفكير تأمل
refund reimbursement reimburse | remboursement rembourser | استرداد استرجاع إرجاع تعويض
regime | régime | نظام أنظمة
regiment battalion | bataillon régiment | كتيبة كتائب فوج أفواج
regionalization regionalisation | régionalisation | جهوية
regret | regret regretter | أسف ندم
regular | régulier régularité | منتظم انتظام
regularization regularisation regularize | régularisation régulariser | تسوية
regulator regulatory regulation | régulateur régulation réguler | ضبط تقنين تنظيمي
reintegration | réinsertion | إدماج
relax relaxation | relaxation détente | استرخاء
release released liberation releasing freed | libérer relaxe relâcher | إفراج أفرج تحرير سراح
release released | parution | إصدار صدور صدر
reliable reliability | fiable fiabilité | موثوق موثوقة موثوقية
relief terrain topography | relief topographie | تضاريس طبوغرافيا
relief | secours | إغاثة
relocation rehousing | relogement recasement | إيواء ترحيل
remand pretrial | préventif préventive | احتياطي
renaissance revival renewal | renaissance renouveau | نهضة انبعاث
repeal | abrogation abroger | إلغاء نسخ
repeat repetition | répéter répétition | تكرار كرر
repetition repeating repeater | redoublement redoubler redoublant | تكرار
reportage feature | reportage | روبورتاج
representation | représentation représentativité | تمثيل تمثيلية
repression crackdown repress | répression réprimer | قمع زجر
reputation | réputation notoriété renommée | سمعة صيت شهرة
require requirement required requiring | exiger exigence requis | اشترط اشتراط متطلبات
residential residence | résidentiel résidence domicile | سكني إقامة إقامات
resolution | résolution | قرار قرارات
resort | villégiature | منتجع منتجعات
resource | ressource | مورد موارد
respect respected | respect respecter | احترام احترم
rest | repos | راحة استراحة
restriction restrict restricted limit | restriction restreindre limiter limitation | قيود تقييد حصر
resuscitation intensive | réanimation intensif | إنعاش
retail retailer retailers | détaillant | تقسيط تجزئة
retail | détail | تقسيط
revenge vengeance | vengeance venger revanche | انتقام انتقم ثأر
revise revised revision | révision réviser | مراجعة تنقيح
revolutionary | révolutionnaire | ثوري ثورية ثوار ثورة
rhetoric | rhétorique | بلاغة بلاغي
riad ryad | riad ryad | رياض
rice | riz rizière | أرز
riddle | devinette énigme | ألغاز لغز أحجية
rifle shotgun rifles | fusil carabine | بندقية بنادق
ring | bague anneau | خاتم خواتم
riot hooliganism riots rioting hooligan | émeute hooliganisme émeutier hooligan | شغب اضطرابات
rite ritual | rite rituel | طقوس طقوسي شعيرة شعائر
roadway carriageway | chaussée | قارعة
roast grill grilled barbecue | grillade rôti barbecue | شواء مشوي
robbed robber | braquage braqueur dévaliser | سطو
rocket missile rockets missiles | fusée missile roquette | صاروخ صواريخ
romantic romance | romantique romantisme | رومانسي رومانسية
rope cord | corde cordage | حبل حبال
rosemary | romarin | إكليل أزير
rouais rwais | rouaïs rways | روايس رايس
rubber | caoutchouc | مطاط مطاطي
ruby | rubis | ياقوت
rugby | rugby | ريكبي رغبي
ruler rulers | gouvernant | حاكم حكام
rumors rumours | rumeur | إشاعة إشاعات شائعة شائعات
rumour rumor | rumeur | إشاعة إشاعات شائعة شائعات
runway | piste | مدرج مدرجات مدارج
rupture severance | rupture | قطيعة فسخ
sail sailing yacht | voilier voile | شراع شراعي شراعية أشرعة
sailor mariner seafarer | marin matelot | بحار بحارة
salmon | saumon | سلمون
sample sampling | échantillon prélèvement | عينة عينات
sanction sanctions | sanction sanctionner | عقوبة عقوبات
sandwich | sandwich | سندويش ساندويتش
sanitize disinfection disinfect | désinfection désinfecter stérilisation | تعقيم تطهير
sapling seedling | plant plants arbuste | شتلة شتلات أغراس
satisfaction satisfied | satisfaction satisfait | رضا ارتياح
saturnism | plomb saturnisme | رصاص
sauce | sauce | صلصة
savings saving | épargne épargner épargnant | ادخار مدخرات
scale | échelle | سلم سلالم
scale | échelle | مقياس
scandal | scandale | فضيحة فضائح
scanner scan | scanner | سكانير
scene | scène | مشهد مشاهد
schoolbag satchel | cartable | محفظة
schooling | scolarisation scolarité | تمدرس
scientific | scientifique | علمية علمي علم علوم
scooter | scooter trottinette | سكوتر
scorpion | scorpion | عقرب عقارب
scout scouting | scout scoutisme | كشافة كشفي كشفية
scrap | ferraille | خردة متلاشيات
scream shout yelling | cri crier | صراخ صرخة صرخ
script screenplay screenwriter scenario | scénario scénariste | سيناريو سيناريوهات سيناريست
seal seals | phoque | فقمة فقمات
seal stamp sealed seals | sceau cachet tampon | ختم أختام خاتم
seasonal | saisonnier | موسمي موسمية
seaweed algae | algue | طحالب طحلب
secular secularism | laïc laïcité laïque sécularisme | علماني علمانية لائكية
segment | tronçon | مقطع مقاطع شطر
seguia | séguia seguia | ساقية سواقي
seine | seine | السين
semester | semestre semestriel | أسدس سداسي فصل
sensitive sensitivity | sensible sensibilité | حساس حساسية
sensor sensors | capteur | مستشعر مستشعرات
sensory | sensoriel | حاسة حواس حسي
sergeant | sergent | رقيب رقباء
series serial soap | série feuilleton | مسلسل مسلسلات سلسلة سلاسل
serious severe gravity | grave gravité sévère | خطير خطورة وخيم
servant maid | serviteur | خادم خدم خادمة
servant | fonctionnaire | موظف موظفين
server servers | serveur | خادم خوادم
service | prestation prestataire | خدمة خدمات
severe harsh strict rigorous | sévère rigoureux strict | صارم صرامة شديد صارمة
sewing tailor dressmaker | couture couturier tailleur | خياطة خياط خياطين
sexual sex gender sexuality | sexuel sexe genre sexualité | جنس جنسي جندر
shadow shade shadows shades | ombre | ظلال ظل
shame disgrace | honte honteux | عار خزي خجل
share sharing | partage partager partagé | تقاسم اقتسام
sharecropper | métayer khammès | خماس
shareholder shareholders | actionnaire actionnariat | مساهم مساهمين
sharia | charia | شريعة
shark sharks | requin | قرش قروش
sheikh elder | cheikh | شيخ شيوخ أشياخ
shell seashell | coquille coquillage | صدف أصداف صدفيات
shell shells | obus | قذيفة قذائف
shellfish mollusc | coquillage mollusque | صدفيات محار
shepherd herder | berger | راعي راع رعاة
sherif sharifian cherifian | chérifien chérif | شريف شرفاء شريفي
shield shields | bouclier | درع دروع
shipowner | armateur armement | مجهز مجهزين
shipyard shipbuilding | naval | سفن
shirt jersey | chemise maillot | قميص أقمصة قمصان
shock shocked shocking | choc choquer | صدمة صدمات صدم صادم
shoe shoes boot footwear cobbler | chaussure soulier cordonnier | حذاء أحذية
shooting bullet gunfire gunshot | fusillade balle tir cartouche | رصاص رصاصة رصاصات خرطوش خراطيش
shooting shooter | tir tireur | رماية رام رماة
shoulder | épaule | كتف أكتاف
showers | averse | زخات
shrimp prawn | crevette | قمرون روبيان جمبري
shuttle | navette | مكوك مكوكي
sibling siblings | fratrie | إخوة أشقاء
siege blockade besieged | blocus assiéger | حصار حاصر محاصر
sight eyesight visual | vue vision visuel | بصر إبصار بصري
signage signalling signposting | signalisation | تشوير
signal | signal signalisation | إشارة إشارات تشوير
silence silent | silence silencieux | صمت صامت سكوت
silicon | silicium | سيليكون سيليسيوم
silk | soie soierie | حرير حريري
siltation silting | envasement | توحل
simple | simple | بسيطة بسيط
simplify simplification | simplifier simplification | تبسيط بسط
simulation | simulation | محاكاة
sin sins | péché | ذنب ذنوب خطيئة خطايا
sin | peccamineux | ذنب ذنوب خطيئة معصية
sink sank sunk shipwreck sinking | naufrage | غرق غرقى
sixty | soixante | ستون ستين
ski skiing skier skating | ski skieur patinage | تزلج متزلج تزحلق
skill competence skills skilled | compétence compétent | مهارة مهارات كفاءة كفاءات
skin dermatology | peau cutané dermatologie | جلد بشرة جلدي
skirt | jupe | تنورة
skull | crâne crânien | جمجمة جماجم
slap | gifle | صفعة صفع
slaughter slaughterhouse abattoir slaughtered | abattage abattoir abattre | ذبح ذبيحة مجزرة مجازر
slow slowness | lent lenteur | بطيء بطء تباطؤ
smart clever intelligent | intelligent | ذكي ذكية ذكاء
smell odor odour | odeur malodorant | رائحة روائح
smile | sourire | ابتسامة ابتسم
snake serpent snakes viper | serpent vipère | أفعى أفاعي ثعبان ثعابين
soap | savon savonnerie | صابون
social socially | social sociale sociaux sociales | اجتماعي اجتماعية
socialist | socialiste socialisme | اشتراكي اشتراكية
sociology sociologist sociological | sociologie sociologue sociologique | سوسيولوجيا سوسيولوجي
sodium | sodium | صوديوم
soil dirt | sol | تربة
solid | solide | صلب متين
soul spirit | âme esprit | روح أرواح نفوس
soulaliyate soulaliyat | soulaliyate soulaliyat | سلالية سلالي سلاليات
soup | soupe harira | حساء شوربة حريرة
sovereign monarch | souverain monarque | عاهل
sovereign sovereignty | souverain souveraineté | سيادة سيادي
sowing sow sown | semis semer semailles emblavement | بذر بذور
spa hydrotherapy | thermalisme | حامة حامات
spa thermal | spa thermal thermes | حامة حامات
spare | rechange | غيار
spark | étincelle | شرارة
speaker lecturer | conférencier intervenant orateur | محاضر محاضرين متدخل متدخلين متحدث
specialty specialization speciality specialisation | spécialisation spécialité | تخصص تخصصات اختصاص
specifications notebook booklet | cahier carnet livret | دفتر دفاتر كناش
spectrum | spectre | طيف أطياف
speculation speculator | spéculation spéculateur | مضاربة مضاربات مضارب مضاربين
spelling dictation | orthographe dictée | إملاء إملائي
spice | épice épices | توابل بهارات
spider | araignée | عنكبوت عناكب
spine spinal | vertébral épinière rachis | فقري فقرات شوكي
spirit spiritual spirituality | esprit spirituel spiritualité | روح روحي روحاني روحية
split schism | scission | انشقاق انقسام
spoken oral verbal | oral verbal | شفوي شفهي شفاهي شفوية لفظي
spoon | cuillère | ملعقة ملاعق
spy espionage intelligence | espion espionnage renseignement | جاسوس جواسيس تجسس استخبارات مخابرات
square | carré | مربع مربعة
squid cuttlefish | calmar seiche | حبار كلمار سيبيا
stabbed stabbing | poignarder | طعن طعنة
stable stability | stable stabilité | استقرار مستقر
stage | scène | خشبة ركح
stairs staircase | escalier | درج أدراج سلالم
stamp stamps | timbre philatélie cachet tampon | طابع طوابع تنبر
stance | position | موقف مواقف
stand grandstand tribune | tribune gradin | مدرج مدرجات منصة
standard norm | norme standard normalisation | معيار معايير مواصفات
station precinct | commissariat | مفوضية مخفر
stationery | fourniture | لوازم أدوات
statute | statut | نظام
steam vapor vapour | vapeur | بخار بخاري
stomach gastric belly | estomac gastrique ventre | معدة بطن
stork | cigogne | لقلق لقالق
storming assault | assaut | اقتحام اقتحم
storyteller narrator | conteur narrateur | حكواتي راوي رواة
stranded trapped | bloqué coincé | عالق عالقين
strange weird odd bizarre | étrange bizarre insolite | غريب غرابة
straw hay | paille foin | تبن قش
strawberry | fraise fraisier | فراولة
stream creek brook | ruisseau | جدول جداول ساقية سواقي
streaming stream broadcast | streaming diffusion | بث
strength asset | atout | مؤهلات مؤهل
stress tension stressed stressful | stress tension stressant tendu | توتر إجهاد توترات
stricken | sinistré | منكوب متضرر متضررين منكوبين
striker | attaquant | مهاجم مهاجمين
stroke | avc | سكتة جلطة
structure structural | structure structurel | بنية بنيات هيكل هيكلة هيكلي
struggle struggled | lutte combat | كفاح نضال صراع
studio | studio | استوديو استديو استوديوهات ستوديو
style | style stylistique | أسلوب أساليب
subdivision | lotissement lotisseur | تجزئة تجزئات
submit submitted submission | déposer dépôt soumettre | إيداع أودع
subscription subscribe subscriber subscribers | abonnement | اشتراك اشتراكات مشترك مشتركين
substance substances | substance | مادة مواد
suburb suburbs suburban | banlieue périphérie | ضاحية ضواحي
sudden abrupt | soudain brusque | مفاجئ مباغت فجائي
sue sued prosecute | poursuivre | مقاضاة قاضى
sufficient sufficiency | suffisant suffisance autosuffisance | كاف اكتفاء
suggestion suggest suggested | suggestion suggérer | اقتراح اقترح مقترح مقترحات
suicide | suicide suicider | انتحار انتحر
suit | costume | بذلة بدلة
sunflower | tournesol | نوار
sunny sunshine | ensoleillé ensoleillement | مشمس مشمسة
sunset | crépuscule | غروب مغيب
superintendent | commissaire | عميد
supernatural | surnaturel | خارق خوارق
supervisor | superviseur | مشرف مشرفين
supplement supplements | complément | مكمل مكملات
supplier suppliers | fournisseur | مورد موردين ممون ممونين
supreme | suprême | أعلى عليا
surf surfing surfer | surf surfeur | سورف أمواج
surgical | chirurgical | جراحي جراحية
surprise unexpected | surprise surprendre inattendu surprenant | مفاجأة مفاجآت فاجأ مفاجئ
surveillance | surveillance vidéosurveillance | مراقبة
survive survival | survie survivre | بقاء نجاة نجا
suspended probation | sursis | موقوفة موقوف
suspicion suspicious | soupçon suspicion | شبهة شبهات اشتباه شكوك
sustainable sustainability sustain | durable durabilité | مستدام مستدامة استدامة
swear oath sworn | serment jurer assermenté | يمين أقسم محلف قسم
sword sabre | épée sabre | سيف سيوف
swordfish | espadon | أبوسيف
sympathy empathy | sympathie compassion | تعاطف شفقة رأفة
symptom | symptôme | أعراض عرض
syndrome | syndrome | متلازمة
synthetic | synthétique | اصطناعي تركيبي
table | table | طاولة مائدة موائد
table | tableau | جدول جداول
tactic tactics tactical | tactique | تكتيك تكتيكي
tag label sticker | étiquette étiquetage autocollant | ملصق ملصقات
tail | queue | ذيل ذيول
tajine tagine | tajine tagine | طاجين طواجن
takeoff | décollage décoller | إقلاع أقلع
talent talented talents gifted | talent talentueux surdoué | موهبة مواهب موهوب موهوبين
tank armored armoured | char blindé | دبابة دبابات مدرعة مدرعات
tank cistern reservoir | citerne réservoir | صهريج صهاريج خزان خزانات مطفية مطفيات
tap faucet | robinet | صنبور صنابير
tape strip | bande ruban | شريط أشرطة
taste flavor flavour | goût saveur dégustation | ذوق مذاق طعم أذواق
tattoo tattoos | tatouage tatoueur | وشم أوشام وشوم
taxpayer taxpayers | contribuable | ملزم ملزمين
technical technique | technique technicien | تقني تقنية تقنيات فني
technician | technicien | تقني تقنيين
teen adolescent adolescence teens teenage | adolescent adolescence | مراهق مراهقين مراهقة
teeth tooth dental dentist | dent dentaire dentiste | أسنان
telecommunication telecom communications | télécommunication télécom | اتصالات مواصلات
telegraph telegram dispatch | télégraphe télégramme dépêche | برقية برقيات تلغراف قصاصة
temple | temple | معبد معابد
tenant tenants lessee | locataire | مكتري مكترين مستأجر
tendency trend | tendance | توجه اتجاه ميل
tenure tenured | titulaire titulariser titularisation | ترسيم مرسم مرسمين
terrace | terrasse | شرفة شرفات
test | épreuve | اختبار اختبارات
testimony testify | témoignage témoigner | شهادة شهادات إفادة
textbook | manuel | مقرر مقررات
theology theologian | théologie théologien | لاهوت لاهوتي
theoretical | théorique | نظري
therapy therapist therapeutic | thérapie thérapeute thérapeutique | علاج علاجي معالج
thermal thermic | thermique thermal | حراري حرارية
thieves | voleur | لص لصوص سارق
thirst thirsty | soif assoiffé | عطش
thread threads | fil | خيط خيوط
threshold | seuil | عتبة عتبات
throat larynx | gorge larynx | حلق حنجرة
throw thrown threw | lancer jeter | رمي رمى ألقى إلقاء
thumb | pouce | إبهام
thunder thunderstorm | tonnerre orage orageux | رعد رعدية
thuya thuja | thuya marqueterie | عرعار
thyme oregano | thym origan | زعتر
tide tidal | marée | مد
tifinagh | tifinagh | تيفيناغ
tiger leopard panther | tigre léopard panthère | نمر نمور
tinned cannery canning | conserverie | مصبرات تصبير معلبات
tired fatigue exhausted exhaustion | fatigué fatigue épuisement | تعب إرهاق متعب إعياء إنهاك عياء
tissue tissues | tissu | نسيج أنسجة
titling | immatriculation | تحفيظ
toilet latrine | toilettes latrine | مراحيض مرحاض
tolerance tolerant tolerate coexistence | tolérance coexistence | تسامح متسامح تعايش
tongue | langue | لسان ألسنة
torah | torah | توراة
torture | torture torturer | تعذيب
tory conservative | conservateur conservatisme | محافظ محافظين
touch | toucher | لمس لمسة
tour touring | tournée tour | جولة جولات
towel | serviette | منشفة مناشف
toxic poison toxin | toxique poison toxine empoisonnement intoxication | سام سامة سموم تسمم تسميم سم
toy toys | jouet | لعبة لعب ألعاب
track trail path trails | piste sentier chemin | مسلك مسالك مسار مسارات
tracking traceability | traçage traçabilité | تتبع تعقب
tractor | tracteur | جرار جرارات
trademark | marque | علامة علامات
tragedy tragic | tragédie tragique drame dramatique | مأساة مأساوي فاجعة مآسي
transcript | verbal | محضر محاضر
transformation transform transformed | transformation transformer | تحول تحولات تحويل
transfusion | transfusion | تحاقن
transmission transmit | transmission transmettre | نقل انتقال
transparent transparency | transparent transparence | شفافية شفاف
transplant transplantation graft | greffe transplantation greffer | زرع زراعة
trap ambush | piège embuscade | فخ فخاخ مصيدة كمين
trauma | traumatisme | صدمة صدمات
treason betrayal traitor | trahison traître trahir | خيانة خائن خان
trend tendency | tendance | اتجاه نزعة منحى توجه
triangle | triangle | مثلث مثلثات
trick deceive deception | tromper ruse tromperie | خدعة خداع حيلة
trinity | trinité | ثالوث
trisomy | trisomie trisomique | تثلث
tropical | tropical | استوائي استوائية مداري
trust confidence trusted | confiance | ثقة
tube pipe pipeline pipes tubes | tube tuyau canalisation gazoduc oléoduc pipeline | أنبوب أنابيب
tuberculosis | tuberculose tuberculeux | سل
tumor | tumeur | ورم أورام
tuna | thon thonier | تونة طون
turban | turban | عمامة
turtle tortoise | tortue | سلحفاة سلاحف
tutoring remedial | soutien tutorat | تقوية
tweet tweeted tweets | tweet tweeter | تغريدة تغريدات غرد
ugly ugliness | laid laideur | قبح قبيح
ulema ulama | ouléma oulémas | علماء
umbrella | parapluie parasol | مظلة مظلات شمسية
umrah omra | omra | عمرة معتمر معتمرين
unanimity unanimous | unanimité unanime | إجماع
uncle | oncle | عم أعمام أخوال
underground subterranean | souterrain | باطن باطني جوفي
unfair injustice unjust | injustice injuste | ظلم جور
unified unify unification | unifier unification unifié | توحيد موحد موحدة
uniform uniforms | uniforme | زي أزياء
unique | unique | فريد وحيد
unit | unité unitaire | وحدة وحدات
unity | unité | وحدة
universal | universel | كوني عالمي
universe cosmic cosmos | univers cosmique cosmos | كون كوني
unknown anonymous unidentified | inconnu anonyme | مجهول مجهولين مجهولة
update updated | actualiser actualisation | تحديث تحيين
upgrade upgrading rehabilitation | réhabilitation rééducation | تأهيل ترويض
uranium | uranium | يورانيوم أورانيوم
urbanism urbanist | urbanisme urbaniste | تعمير عمراني
usage | usage | استعمال استخدام
user users | usager utilisateur | مرتفق مرتفقين مستعمل مستخدم
variable variables | variable | متغير متغيرات
variation vary | variation varier | تباين تغير
variety varied diverse | variété varié divers diversité diversification | تنوع متنوع تنويع متنوعة
variety varieties | variété | صنف أصناف
vegan vegetarian | végétalien végétarien | نباتي نباتيين
vegetation flora | végétation flore végétal | نباتات نباتي
veil hijab headscarf | voile foulard hijab | حجاب محجبة
verse | verset | آية آيات
version | version | نسخة نسخ
vet veterinary veterinarian | vétérinaire | بيطري بيطرة بياطرة
veteran veterans | vétéran | قدامى محاربين محارب
viewer viewers | téléspectateur | مشاهد مشاهدين
viking vikings | viking | فايكنغ فايكينغ
villa | villa | فيلا فيلات
vine vineyard grape | vigne vignoble viticole raisin | عنب كروم أعناب
vinyl | vinyle disque | أسطوانة أسطوانات
violin violinist | violon violoniste | كمان كمنجة
virtual virtually | virtuel virtuelle | افتراضي افتراضية
virtue | vertu | فضيلة فضائل
vision | vision | رؤية رؤى
vital | vital | حيوي حيوية
vitamin | vitamine | فيتامين فيتامينات
void nullity | nullité | بطلان باطل
volleyball | volley volleyball | طائرة
voltage volt | tension voltage volt | توتر فولت
vulnerable vulnerability | vulnérable vulnérabilité | هش هشة هشاشة
wagon carriage | wagon | عربة عربات مقطورة
waiter waitress | serveur serveuse | نادل نادلة
wallet portfolio purse | portefeuille | محفظة حقيبة
walnut nut | noix noyer | جوز
warehouse depot | entrepôt dépôt | مستودع مستودعات مخزن مخازن
warfare | guerre | حرب حروب
warming | réchauffement réchauffer | احترار احتباس
warrant | mandat | مذكرة مذكرات
warrior fighter combatant | guerrier combattant | محارب محاربين مقاتل مقاتلين
wash laundry washing | laver lavage lessive linge | غسل غسيل تصبين
wax | cire | شمع
weak fragility vulnerability | faible faiblesse fragilité fragile vulnérabilité | ضعف ضعيف هشاشة هش
wealthy affluent | fortuné | ثري أثرياء
weightlifting | haltérophilie | أثقال
welfare wellbeing prosperity prosperous | prospérité prospère | رفاه رفاهية رخاء ازدهار
whale | baleine cétacé | حوت حيتان
wheel tyre tire tires | roue pneu pneumatique | عجلة عجلات إطارات إطار
whip | fouet | سوط سياط
whistleblowing whistleblower | signalement signaler dénonciateur | تبليغ تبليغات مبلغين
wholesale wholesaler | grossiste | جملة
wikipedia | wikipédia | ويكيبيديا
wild savage | sauvage | بري برية متوحش
wildlife fauna | faune | وحيش حيوانات
wine | vin viticole | نبيذ خمر خمور
wing wings | aile | جناح أجنحة
wire wires | fil | سلك أسلاك
wireless | wifi | لاسلكي لاسلكية
wisdom wise | sagesse sage | حكمة حكيم حكماء
withdraw withdrawal withdrew retreat withdrawn | retrait retirer repli | انسحاب انسحب سحب
wives | épouses | زوجة زوجات
wolf wolves | loup | ذئب ذئاب
woman women | femme | امرأة مرأة نساء
wonder marvel wonders | merveille | عجائب عجيبة أعجوبة
wooden | bois | خشب خشبي
worry concern anxiety | souci préoccupation inquiétude inquiéter angoisse | قلق انشغال انشغالات
worship cult | culte adoration | عبادة عبادات تعبد شعائر
worshipper believer faithful | fidèle croyant | مصلين مصلون مؤمن مؤمنين
wreck wreckage debris rubble | épave débris décombres gravats | حطام أنقاض ركام
wrestling wrestler | lutte lutteur | مصارعة مصارع مصارعين
wrist | poignet | معصم
yoga | yoga | يوغا
zakat | zakat | زكاة
zawiya zaouia | zaouïa zaouia zawiya | زاوية زوايا
zellige tile | zellige carrelage | زليج
zero | zéro | صفر
zoo zoological | zoo zoologique | حيوانات
"""
