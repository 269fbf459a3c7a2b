"""Given names: of Morocco and the Arab world, and foreign ones as Arabic news write them.

Names that are common words as well («أمل», «ربيع», «هلال», «أمين») are left out.
"""

from __future__ import annotations

MEN = """
محمد أحمد محمود حمادي حميد حماد علي عثمان حسن حسين الحسن الحسين لحسن لحسين يوسف إبراهيم براهيم
إسماعيل إسحاق يعقوب موسى موحى عيسى داود سليمان أيوب يونس زكرياء زكريا يحيى إدريس ادريس هارون إلياس
نوح آدم ياسين طه حمزة بلال سفيان أنس أسامة أيمن أمجد أنور أكرم إيهاب بشار بشير بسام بوبكر
بوشعيب بوشتى بوجمعة بوزيان توفيق تيمور جاسم جعفر جواد حاتم حازم حسام حفيظ خالد خليل رأفت
راشد رشيد رشاد رضوان رفيق رياض زاهر زهير زياد سالم سامي سامر سعيد سلمان سليم سمير سهيل شادي شعيب
شوقي شكيب صفوان طارق طلال الطاهر الطيب عاصم عباس عبدالله عبدالرحمن عبدالرحيم عبدالعزيز عبدالقادر
عبدالكريم عبدالحق عبدالسلام عبدالحميد عبدالمجيد عبداللطيف عبدالإله عبدالعالي عبدالوهاب عبدالرزاق
عبدالواحد عبدالفتاح عدنان عزالدين عصام عماد عبدو عمار عمرو عياد غسان فؤاد فادي فاروق فهد
فهمي فوزي فيصل قاسم ماجد مازن مأمون مراد مروان مسعود مصطفى المصطفى معاذ معاوية معتز المعطي المختار
المهدي مهدي مولود ميلود ميمون منصف منصور نادر نبيل نجيب نزار نوفل نورالدين هاشم هاني هشام هيثم وائل
وسيم وليد وديع ياسر الحبيب العياشي الجيلالي جيلالي الهاشمي المكي التهامي التيجاني حماني باسو لحبيب
لكبير المحجوب محجوب البشير صهيب قصي لؤي مؤيد معمر مهند نضال همام صدام تميم حمد خلفان نايف نواف
"""
WOMEN = """
فاطمة فاطنة فطيمة فاطمةالزهراء الزهراء عائشة خديجة مريم زينب أميمة أسمهان إلهام إيناس ابتسام إكرام
آسية أروى بثينة بديعة بسمة بهيجة تورية ثريا جليلة جيهان حبيبة حسناء حفصة حفيظة حليمة حنان حورية
خولة رانية رباب رجاء رشيدة رقية رقيه رابحة رنا رندة ريهام زهراء زبيدة سارة ساره سلمى سلوى سعاد سعدية
سميرة سمية سميحة سناء سهيلة سوسن سوسان سوكينة سكينة شادية شيماء شهرزاد صفية صوفيا عفاف عواطف غيثة
غيداء فتيحة فدوى فردوس فريدة فوزية فيروز كوثر كنزة كلثوم لبنى لطيفة لمياء ليلى لينا ليندا ماجدة
ماجدولين مارية مليكة منال منى منية مونية ميمونة مينة نادية نادين ناهد نبيلة نجلاء نجوى نجية نزهة
نسرين نسيمة نعيمة نهاد نهى نوال نورا هالة هدى وداد وسيمة وهيبة ياسمين ياسمينة يسرى يامنة إيمان
حسنية لالة تودة إطو طامو يطو هنية هنو الضاوية الباتول البتول خدوج زليخة
"""
FOREIGN = """
جون جيمس جاك جان جاين جورج جورجيو جوزيف جوليا جولي جيني جينيفر جيري جيف جيفري جوناثان جوردان جيمي
جوش جوشوا جويل جوستاف غوستاف ويليام وليام وليم ويل والتر واين روبرت روبرتو روبن روجر رولان رونالد
ريتشارد ريك ريكي ريان رايان راسل رالف رامون رافائيل روبي روزا تشارلز شارل شارلز كارل كارلوس كارلا
كارول كارولين كاثرين كاترين كاترينا كريستوف كريستوفر كريستيان كريستينا كريس كيفن كيث كلارا كلود
كلاوس كينيث توماس توم تومي توني تيموثي تيري تيريزا تيودور ثيودور هنري هنريك هارولد هاري هانز
هانس هيلين هيلاري هربرت هوارد هوراس إدوارد ادوارد إدوين إدموند إدغار إريك اريك إرنست إيمانويل إيميل
إميل إميلي إيلون إليزابيث إليزابيت إيزابيل إيزابيلا ألبرت ألبرتو ألكسندر ألكسندرا ألكسيس ألفريد
ألفرد آلن ألين أندرو أندريه أندرياس أندريا أنجيلا أنطوان أنطونيو أنتوني أوليفر أوليفييه
أوسكار أوغست أوغسطين أوتو أورسولا أدولف آدم آرثر أرثر أرنولد آرون أليس أليكس آمي برنار برنارد
بنيامين بنجامين برايان براين بروس بيتر بيير بيلي بوريس باتريك باتريشيا باربرا باراك بابلو باولو
باسكال بيدرو بياتريس بريجيت ديفيد دافيد دانيال دانيل دانييل ديانا دوغلاس دونالد دومينيك دينيس ديمتري
دييغو ديريك دوروثي سارا ساندرا سايمون سيمون ستيفن ستيفان ستيف ستيفاني سوزان سوزانا سيرج سيرجيو سيرغي
سيلفيا سيباستيان ستانلي صامويل صموئيل صوفي صوفيا شون شارون غاري غابرييل غريغوري غوردون غراهام جيرالد
جيرار غوتفريد غونزالو فرانك فرانسوا فرانسيس فرانسيسكو فرانز فرانكلين فرناندو فريدريك فريدريش
فلاديمير فيكتور فيكتوريا فيليب فيليبي فنسنت فينسنت فيرونيكا فيديل لويس لويز لويجي لوكاس لورا لوران
لورين لوسي لودفيغ ليون ليوناردو ليونيل ليندا ليندون لاري ماري ماريا ماريو ماريان مارك ماركو ماركوس
مارتن مارتا مارسيل مارغريت مارغريتا ماكس ماكسيميليان مايكل ميخائيل ميشيل ميغيل ميلان ميلتون ميريام
ماثيو ماتيو موريس مانويل نابليون ناتالي ناثان نانسي نيك نيكولا نيكولاس نيكولاي نيلسون نوربرت
كوانتن يوهان يوهانس يورغن يوري إيفان إيفا إينريكي إنريكي خوان خوسيه خافيير خورخي خوليو نغوزي أوباما
بيرت أنغيلا كلوديا تيريز جانيت جوان مادلين سيلفي سيلين إيزا فاليري
"""
LATIN = """
mohamed mohammed muhammad ahmed ali omar hassan hussein youssef ibrahim brahim ismail driss idriss
hamid rachid said karim khalid abdellah abdelilah abdelaziz abdelkader abdelhak mustapha mostafa
mehdi hicham nabil jamal kamal samir fouad jawad yassine ayoub soufiane zakaria reda redouane bilal
anas amine fatima fatna aicha khadija meryem mariam zineb amina ghizlane ghita nadia naima nezha
latifa leila laila loubna samira souad salma sanaa siham hanane houda hind imane karima kaoutar
malika mouna najat nawal rachida saida zohra john james jack jean george joseph julia julie jennifer
jonathan william walter robert roger richard charles carl karl carlos caroline catherine christophe
christopher christian christina kevin claire claude thomas tom tony timothy thierry theodore henry
henri hans helen hélène edward edwin eric erik ernest emmanuel emile emily emma elizabeth isabelle
albert alexander alexandre alfred alan alain andrew andré andreas anna anne antoine antonio anthony
oliver olivier oscar arthur alice bernard benjamin brian bruce peter pierre bill paul patrick
patricia barbara pablo pascal david daniel danielle diana donald dominique denis sarah sandra simon
stephen stéphane steve susan suzanne serge sébastien sam samuel sophie gary gabriel gregory gérard
frank franck françois francis francisco franklin frédéric fred vladimir victor victoria philippe
philip vincent véronique louis louise luc lucas laura laurent lucie léo léon leonardo mary marie
maria mario mark marc martin marta marcel margaret max michael michel miguel matthew mathieu maurice
manuel nathalie nathan nancy nicolas nicholas nikola nick nelson norman ivan yves juan josé javier
jeff jim joe josh
"""
