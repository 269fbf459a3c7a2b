"""Words that state nothing of their own: they report, link, or say that something is or was.

A closed list in Arabic, French and English. A sentence may have them though its source has not;
no name, no negation and no word that turns a meaning round is among them.
"""

from __future__ import annotations

import re

from rag.arabic import STOPWORDS, fold

_ATTACHED = re.compile(r"^(?:[وف]?[بكل]?ال|[وف]?لل|[وفبلكس])(?=..)")
_PRONOUN = re.compile(r"(?<=...)(?:ه|ها|هم|هما|هن|نا)$")

LINKING = frozenset(
    fold(
        # being, amounting, happening
        "كان كانت كانوا يكون تكون كائن بلغ بلغت يبلغ تبلغ بلوغ وصل وصلت يصل تصل ناهز ناهزت يناهز "
        "تناهز قدر قدرت يقدر تقدر تم تمت يتم تتم جرى جرت يجري تجري حصل حدث وقع يقع تقع يوجد توجد "
        "يعد تعد يعتبر تعتبر اعتبر أصبح أصبحت يسمى تسمى سمي سميت يدعى تدعى يعني يمثل تمثل شكل يشكل "
        "تشكل شملت تشمل يشمل شمل تضم يضم ضم ضمت تضمن تتضمن يتضمن تضمنت سجل سجلت يسجل تسجل عرف عرفت "
        "يعرف تعرف شهد شهدت يشهد تشهد يتعلق تتعلق تمثلت يتمثل تتمثل تراوح تراوحت يتراوح تتراوح "
        "استغرق استغرقت يستغرق تستغرق دام دامت يدوم امتد امتدت يمتد تمتد "
        # reporting
        "قال قالت يقول تقول ذكر ذكرت يذكر تذكر أعلن أعلنت يعلن أوضح أوضحت يوضح أضاف أضافت أشار "
        "أشارت يشير تشير أفاد أفادت يفيد تفيد صرح صرحت أبرز أبرزت ورد وردت جاء جاءت يرد حسب بحسب "
        "حسبما وفق وفقا طبقا استنادا نقلا بناء اعتمادا مقطع المقطع المقاطع مقاطع النص نص المصدر "
        "مصدر المصادر معطيات المعطيات المعلومات معلومات المذكور المذكورة المقدمة المتوفرة الوارد "
        "الواردة السؤال الجواب الإجابة الخبر التقرير المقال "
        # more or less, so much
        "حوالي نحو قرابة زهاء تقريبا ما مجموعه مجموع إجمالي إجمالا بلغة مقدار بمقدار بلغ يقارب "
        "عدد عددهم عددها أعداد نسبة نسبته قيمة مبلغ قيمته سعر ثمن ثمنه تاريخ تاريخها وقت مدة حجم "
        "معدل قدره قدرها رقم اسم اسمه اسمها يوم سنة عام شهر تاريخ ساعة الموافق "
        # linking
        "أيضا كذلك كما حيث إذ ذلك وذلك هذا هذه تلك أي مثل بينما أما فيما لكن عند عندما إثر خلال "
        "أثناء بعد قبل منذ حتى حول بشأن بخصوص عبر ضمن داخل أمام بين نفس كل جميع بعض عدة حين ابتداء "
        "انطلاقا إضافة بالإضافة فضلا علاوة إلا بل ثم قد لقد سوف سيتم ستتم لأن بسبب نتيجة وهو وهي "
        "هو هي هم كونه باعتباره بصفته بذلك لذلك التالي بالتالي التالية الآتي هناك هنا فقط "
        "عليه عليها إليه إليها به بها لها له منه منها عنه عنها فيه فيها "
        # French
        "est sont etait etaient fut furent sera seront etre ete avoir avait avaient eu ont aura "
        "s'est compte compter comptait atteint atteignait atteindre eleve elevait elever establit "
        "etabli etablit s'etablit represente represente selon d'apres indique indiquee precise "
        "annonce ajoute rapporte souligne declare dit extrait extraits source document texte "
        "environ pres quelque quelques total nombre montant prix taux date annee jour mois an ans "
        "cours lors pendant ainsi aussi egalement dont alors donc car tandis puis apres avant "
        "article chaque tout toute tous toutes leur leurs son sa ses lui eux celui celle ceux cela "
        "lieu eu eut tient tenu tenue tenir trouve situe se nomme appelle nommee fait faite "
        "premier notamment afin comme vers entre depuis jusqu selon reponse question "
        # English
        "is are was were be been being has have had will would could can may amounted amounts "
        "reached reach totalled total stood stands number amount price rate date year day month "
        "according to reported reports said says stated states announced added noted excerpt "
        "excerpts source document text article about around nearly approximately roughly some "
        "also then thus so while during after before within each all both their his her its they "
        "he she it there here which that who whom whose this these those as because into than "
        "took takes place held located called named known made given provided mentioned following "
        "answer question namely such just as-well"
    ).split()
)


def is_linking(form: str) -> bool:
    """Whether a folded word states nothing: a function word or one of the list, with what Arabic
    attaches to it."""
    if form in STOPWORDS or form in LINKING:
        return True
    rest = _ATTACHED.sub("", form)
    return any(word in LINKING for word in (rest, _PRONOUN.sub("", form), _PRONOUN.sub("", rest)))
