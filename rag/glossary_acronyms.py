"""What acronyms and short names of institutions stand for: lines as in ``rag.glossary_words``.

Behind how Arabic writes the short name, if it does, the word that tells the institution from others
in its full Arabic name: «DGSN» meets «المديرية العامة للأمن الوطني» by «أمن», and «البسيج» «المكتب
المركزي للأبحاث القضائية» by «أبحاث».
"""

from __future__ import annotations

ACRONYMS = """
dgsn | dgsn sûreté | أمن
dgst | dgst | ديستي تراب
bcij | bcij | بسيج أبحاث
onu | onu | أمم متحدة
unesco | unesco | يونسكو
unicef | unicef | يونيسف يونيسيف
unhcr | hcr | مفوضية لاجئين
imf | fmi | نقد
oms | oms | صحة
fao | fao | فاو أغذية
ilo | oit | عمل
eu | ue | أوروبي أوروبا
ecowas | cedeao | إيكواس سيدياو
opec | opep | أوبك
nato | otan | ناتو أطلسي
isis isil daesh | daech | داعش
usa | usa | أمريكا أمريكي ولايات
interpol | interpol | أنتربول إنتربول
uefa | uefa | يويفا
caf | caf | كاف
afcon | afcon | أمم
frmf | frmf | جامعة
oncf | oncf | سكك قطارات
onda | onda | مطارات
onee | onee | كهرباء ماء
onssa | onssa | سلامة أونسا
onhym | onhym | هيدروكاربورات
ocp | ocp | فوسفاط
cnss | cnss | ضمان
cnops | cnops | كنوبس احتياط
cmr | cmr | تقاعد معاشات
cdg | cdg | إيداع تدبير
hcp | hcp | تخطيط مندوبية
cndh | cndh | حقوق إنسان
cese | cese | اقتصادي بيئي
amdh | amdh | حقوق إنسان
ofppt | ofppt | تكوين إنعاش
amo | amo | تأمين إجباري
ramed | ramed | راميد مساعدة
anapec | anapec | أنابيك تشغيل
aref | aref | أكاديمية
chu | chu | استشفائي جامعي
indh | indh | تنمية بشرية
rsu | rsu | سجل اجتماعي
cnie | cin cnie | بطاقة تعريف
vat | tva | ضريبة قيمة
gdp | pib | ناتج خام
pjd | pjd | عدالة تنمية
pam | pam | أصالة معاصرة بام
rni | rni | أحرار
usfp | usfp | اشتراكي
pps | pps | تقدم اشتراكية
umt | umt | نقابة شغل
cdt | cdt | كونفدرالية نقابة
snrt | snrt | إذاعة تلفزة
haca | haca | هاكا سمعي
anrt | anrt | تقنين مواصلات
cndp | cndp | معطيات
ammc | ammc | رساميل
tgv lgv | tgv lgv | براق قطار
mre | mre | جالية
rgph | rgph | إحصاء
ancfcc | ancfcc | محافظة عقارية
"""
