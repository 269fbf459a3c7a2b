"""What one line of a scraped page says about itself: share button, comment form, related news ...

Small lists in Arabic, French and English, compared as words in the search form, so spelling of
hamza, tashkeel, accents and punctuation do not matter. A cue is a hint: ``rag.clean`` decides,
from where the line stands, whether to believe it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from rag.arabic import fold

Cue = Literal["", "hard", "soft", "related", "inline", "comments", "counted", "form", "notice"]
"""What a line looks like.

- hard: furniture wherever it stands, and proof that the text is a page
- soft: furniture only at the edges of a page (a section name, a network's name, «عاجل»)
- related: heads a list of other articles; inline: such a head and a headline on one line
- comments: heads readers' comments; counted: the same with their number («3 تعليقات»)
- form: invites to comment; notice: what stands inside such a form («لن يتم نشر عنوان بريدك»)
"""

MAX_CHARS = 240
"""Longer lines carry no cue."""


def _words_of(folded: str) -> str:
    return " ".join(re.findall(r"\w+", folded))


def _phrases(*lines: str) -> tuple[str, ...]:
    return tuple(_words_of(fold(phrase)) for line in lines for phrase in line.split("|"))


def _openings(*lines: str) -> dict[str, list[str]]:
    """Phrases that open a line, by their first word."""
    found: dict[str, list[str]] = {}
    for phrase in _phrases(*lines):
        found.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return found


_FORM = _openings(
    "اترك تعليق|اترك تعليقا|اترك تعليقك|اترك رد|اترك ردا|أضف تعليق|أضف تعليقا|أضف تعليقك",
    "اكتب تعليق|اكتب تعليقا|اكتب تعليقك|شاركنا رأيك|شاركنا تعليقك|شارك برأيك|leave a comment",
    "leave a reply|post a comment|add a comment|write a comment|join the discussion",
    "laisser un commentaire|laissez un commentaire|laisser une réponse|ajouter un commentaire",
    "poster un commentaire|écrire un commentaire|réagir à cet article",
)
_NOTICE = _openings(
    "لن يتم نشر عنوان بريدك|لن ينشر عنوان بريدك|لن يتم نشر بريدك|الحقول الإلزامية|إلغاء الرد",
    "إرسال التعليق|your email address will not be published|required fields are marked",
    "cancel reply|votre adresse e-mail ne sera pas|votre adresse email ne sera pas",
    "annuler la réponse|votre adresse de messagerie ne sera|les champs obligatoires sont",
    "verify human or spambot",
)
_RELATED = frozenset(
    _phrases(
        "مقالات ذات صلة|مواضيع ذات صلة|أخبار ذات صلة|مواد ذات صلة|محتوى ذو صلة|مقالات مشابهة",
        "مواضيع مشابهة|مقالات مرتبطة|مواضيع مرتبطة|اقرأ أيضا|اقرؤوا أيضا|اقرأ كذلك|اقرأ المزيد",
        "شاهد أيضا|طالع أيضا|طالعوا أيضا|قد يعجبك أيضا|قد يهمك أيضا|قد يهمك|مواضيع قد تهمك",
        "أخبار قد تهمك|مقالات قد تهمك|قد يعجبك|الأكثر قراءة|الأكثر مشاهدة|الأكثر تعليقا",
        "الأكثر تداولا|آخر الأخبار|أحدث الأخبار|أخبار أخرى|مواضيع أخرى|مقالات أخرى|آخر المقالات",
        "أحدث المقالات|المزيد من الأخبار|المزيد من المقالات|à lire aussi|lire aussi",
        "lire également|à lire également|voir aussi|articles similaires|articles liés",
        "articles connexes|sur le même sujet|sur le même thème|dans la même rubrique",
        "les plus lus|articles les plus lus|les plus consultés|vous aimerez aussi",
        "à découvrir aussi|vous pourriez aussi aimer|dernières nouvelles|derniers articles",
        "autres articles|articles récents|related articles|related posts|related stories",
        "related news|read also|also read|read more|see also|you may also like",
        "you might also like|recommended for you|most read|most popular|latest news|recent posts",
        "more stories|more news",
    )
)
_HARD = frozenset(
    _phrases(
        "زر الذهاب إلى الأعلى|الذهاب إلى الأعلى|العودة إلى الأعلى|شارك المقال|شارك هذا المقال",
        "شارك الخبر|شارك هذا الخبر|شارك هذا الموضوع|شارك الموضوع|نسخ الرابط|تم نسخ الرابط",
        "طباعة المقال|أرسل إلى صديق|هل أعجبك الموضوع|المقال السابق|المقال التالي",
        "تخطى إلى المحتوى|انتقل إلى المحتوى|سياسة الخصوصية|شروط الاستخدام|أعلن معنا|تسجيل الدخول",
        "partager cet article|partagez cet article|imprimer cet article|retour en haut",
        "haut de page|aller au contenu|mentions légales|politique de confidentialité",
        "article précédent|article suivant|gérer les cookies|paramètres des cookies",
        "tout accepter|tout refuser|envoyer à un ami|copier le lien|share this",
        "share this article|share this post|skip to content|back to top|exit mobile version",
        "privacy policy|terms of use|terms of service|accept all cookies|reject all cookies",
        "previous article|next article|copy link|print this article|close button",
    )
)
_HARD_STARTS = _openings(
    "site icon|شارك على|شارك عبر|شاركها|تابعونا على|تابعنا على|تابعوا آخر الأخبار",
    "انضم إلى قناتنا|انضموا إلى قناتنا|اشترك في قناتنا|اشترك في النشرة|اشترك في نشرتنا",
    "اشتركوا في النشرة|اشتركوا في نشرتنا|حمل تطبيق|حملوا تطبيق|تحميل تطبيق",
    "الآن يمكنكم تحميل تطبيق|حجم الخط|نستخدم ملفات تعريف الارتباط|نستعمل ملفات تعريف الارتباط",
    "يستخدم هذا الموقع ملفات|يستعمل هذا الموقع ملفات|يستخدم موقعنا ملفات|باستمرارك في تصفح",
    "باستخدامك لهذا الموقع|الآراء الواردة في|التعليقات لا تعبر|التعليقات المنشورة لا تعبر",
    "partager sur|suivez nous sur|rejoignez nous sur|rejoignez notre chaîne",
    "recevez notre newsletter|abonnez vous à notre|abonnez vous à la newsletter",
    "inscrivez vous à notre newsletter|inscrivez vous à la newsletter|nous utilisons des cookies",
    "ce site utilise des cookies|notre site utilise des cookies|en poursuivant votre navigation",
    "téléchargez notre application|share on|click to share|follow us on|subscribe to our",
    "sign up for our|join our whatsapp|download our app|this website uses cookies",
    "this site uses cookies|we use cookies|our website uses cookies|by continuing to browse",
    "by continuing to use this",
)
_RIGHTS = _phrases("جميع الحقوق محفوظة|كافة الحقوق محفوظة|tous droits réservés|all rights reserved")
_SOFT = frozenset(
    _phrases(
        "عاجل|إغلاق|المزيد|ما رأيك|رد|شارك|مشاركة|بحث|ابحث|القائمة|التالي|السابق|إعلان|إعلانات",
        "طباعة|عرض المزيد|إظهار المزيد|تحميل المزيد|اتصل بنا|من نحن|للإشهار|فريق العمل",
        "إعدادات الكوكيز|urgent|fermer|menu|recherche|rechercher|répondre|partager|suivant",
        "précédent|publicité|imprimer|contact|qui sommes nous|s'abonner|se connecter|voir plus",
        "en savoir plus|breaking news|close|search|reply|share|next|previous|advertisement",
        "sponsored|print|about us|contact us|log in|login|sign in|sign up|subscribe|load more",
        "show more|loading|cookie settings|accept|accept all|reject all|accept refuse",
    )
)
_HOME = frozenset(_phrases("الرئيسية|الصفحة الرئيسية|الواجهة|accueil|home|homepage"))
_SECTIONS = _HOME | frozenset(
    _phrases(
        "morocco|economy",
        "سياسة|مجتمع|اقتصاد|رياضة|ثقافة|فن|ثقافة وفن|فن وثقافة|حوادث|دولي|دولية|وطني|وطنية|جهات",
        "جهويات|صحة|تعليم|صوت وصورة|فيديو|رأي|آراء|كتاب وآراء|منوعات|تكنولوجيا|بيئة|دين|المرأة",
        "politique|société|économie|sport|sports|culture|monde|international|régions|opinions",
        "tribune|santé|éducation|faits divers|technologie|vidéo|vidéos|médias|maroc|news",
        "politics|business|world|opinion|health|education|technology|video|videos|lifestyle",
    )
)
_NETWORKS = frozenset(
    _phrases(
        "فيسبوك|فايسبوك|تويتر|إكس|واتساب|واتس|اب|تلغرام|تيليجرام|انستغرام|يوتيوب|تيك|توك|لينكد",
        "إن|بريد|إلكتروني|البريد|الإلكتروني|طباعة|facebook|twitter|x|whatsapp|telegram|instagram",
        "youtube|tiktok|linkedin|pinterest|messenger|reddit|email|e|mail|print|imprimer|rss",
    )
)
_COUNTED = re.compile(
    r"(?:[1-9]\d* (?:تعليق\w*|commentaires?|comments?|replies|reponses?|thoughts?)"
    r"(?: (?:على|on|sur|pour) .+)?"
    r"|تعليق واحد|تعليقان|one comment|un commentaire"
    r"|(?:(?:ال)?(?:تعليقات|تعاليق)(?: (?:الزوار|القراء))?|commentaires?|comments?) [1-9]\d*)"
)
_COMMENTS = frozenset(
    _phrases(
        "التعليقات|تعليقات|تعليقات الزوار|تعليقات القراء|آراء القراء|آراء الزوار|commentaires",
        "التعاليق|تعاليق|تعاليق الزوار|تعاليق القراء|ردود القراء|ردود الزوار|الكومونطيرات",
        "vos commentaires|vos réactions|commentaires des lecteurs|comments|reader comments",
        "readers' comments",
    )
)
_COUNTS = re.compile(
    r"(?:\d+|\d+ (?:vues?|views?|partages?|shares?|مشاهد\w*|قراء\w*|مشارك\w*)"
    r"|0 (?:تعليق\w*|commentaires?|comments?)|(?:لا توجد تعليقات|aucun commentaire|no comments))"
)
_TAGS = re.compile(
    r"\W*(?:الوسوم|وسوم|الكلمات المفتاحيه|كلمات دلاليه|tags|mots[- ]cles|etiquettes|filed under)"
    r"\s*[:|#]"
)
_BOX = re.compile(
    r"\W*(?:مواقيت الصلاه|اوقات الصلاه|مواعيد الافطار|حاله الطقس|احوال الطقس|الطقس اليوم"
    r"|صيدليات الحراسه|meteo|horaires des prieres|pharmacies? de garde|weather|prayer times)"
    r"(?:[^:]{0,40}:.*|\W*)"
)
_BOX_ROW = re.compile(
    r"\W*(?:(?:الفجر|الصبح|الشروق|الظهر|العصر|المغرب|العشاء|fajr|dohr|asr|maghrib|isha|icha)"
    r"\W+\d{1,2}[:h]\d{2}|.{0,25}\d{1,2}\s*°\s*c?)\W*"
)
_SHARE = re.compile(
    r"\W*(?:شارك|شاركوا|مشاركه|انشر|partager|partagez|share)\b[^:]{0,30}:(?P<where>.+)"
)
_HASHTAGS = re.compile(r"#\w+(?:\s*#\w+)*")
_COPYRIGHT = re.compile(r"\W*(?:©|copyright\b\W*(?:©|\(c\)|\d{4}))")
_PATH = re.compile(r"\W*\w+(?: \w+){0,2}(?:\s+[>»›]\s+\w+(?: \w+){0,2}){1,5}\W*")
_PARTS = re.compile(r"\s*[/|»›>،,·•:–—]+\s*|\s+-+\s+")
_HEAD_OF_LIST = re.compile(r"\W*(?P<head>[^:|»>–—]{3,40}?)\s*(?:[:|»>–—]|\s-\s|\.\.+|…)\W{0,4}\w")


def cue(line: str) -> Cue:
    """What ``line`` looks like; "" for anything that says nothing about itself."""
    line = line.strip()
    if not line or len(line) > MAX_CHARS:
        return ""
    folded = fold(line)
    key = _words_of(folded)
    words = key.count(" ") + 1
    if not key:
        return "hard" if _COPYRIGHT.match(folded) else ""
    if words <= 25 and _starts(key, _NOTICE):
        return "notice"
    if words <= 12 and _starts(key, _FORM):
        return "form"
    if key in _RELATED:
        return "related"
    head = _HEAD_OF_LIST.match(folded)
    if head and _words_of(head["head"]) in _RELATED and words <= 40:
        return "inline"
    if _COUNTED.fullmatch(key):
        return "counted"
    if key in _COMMENTS:
        return "comments"
    if key in _HARD or _is_furniture(folded, key, words):
        return "hard"
    parts = [_words_of(part) for part in _PARTS.split(folded)]
    if 2 <= len(parts) <= 12 and not _HOME.isdisjoint(parts):
        if all(part.count(" ") <= 3 for part in parts):
            return "hard"
    if key in _SOFT or all(part in _SECTIONS for part in parts):
        return "soft"
    if _NETWORKS.issuperset(key.split()):
        return "soft"
    if _PATH.fullmatch(folded) or _HASHTAGS.fullmatch(folded):
        return "soft"
    if _COUNTS.fullmatch(key) or _BOX.fullmatch(folded) or _BOX_ROW.fullmatch(folded):
        return "soft"
    return ""


def _starts(key: str, phrases: Mapping[str, list[str]]) -> bool:
    candidates = phrases.get(key.partition(" ")[0], ())
    return any(key == phrase or key.startswith(phrase + " ") for phrase in candidates)


def _is_furniture(folded: str, key: str, words: int) -> bool:
    quoted = folded.startswith(("«", "“", "”", '"'))  # a text about such pages
    if words <= 25 and not quoted and _starts(key, _HARD_STARTS):
        return True
    if words <= 15 and any(phrase in key for phrase in _RIGHTS):
        return True
    share = _SHARE.fullmatch(folded)
    if share and _NETWORKS.issuperset(re.findall(r"\w+", share["where"])):
        return True
    return bool(_TAGS.match(folded) or _COPYRIGHT.match(folded))
