"""All that the page says, in Arabic, French and English, side by side."""

from __future__ import annotations

from rag import messages
from rag.messages import Text

LANGUAGES: dict[str, str] = {"ar": "العربية", "fr": "Français", "en": "English"}
"""The languages of the page, each by its own name."""

# Around the page

NAME = Text("إسناد", "Isnad", "Isnad")
TAGLINE = Text(
    "أجوبة من وثائقك، ولكل قول مصدره.",
    "Des réponses tirées de vos documents, chaque phrase avec sa source.",
    "Answers from your own documents, each statement with its source.",
)
SKIP = Text("انتقل إلى السؤال", "Aller à la question", "Skip to the question")
SHORT: dict[str, str] = {"ar": "ع", "fr": "Fr", "en": "En"}
"""The same on a phone."""
PAGE_LANGUAGE = Text("لغة الواجهة", "Langue de l'interface", "Language of the page")
THEME = Text("فاتح أو داكن", "Clair ou sombre", "Light or dark")
LIBRARY = Text("المحادثات والوثائق", "Conversations et documents", "Conversations and documents")
SOURCES = Text("المصادر", "Sources", "Sources")
CLOSE = Text("إغلاق", "Fermer", "Close")
CANCEL = Text("إلغاء", "Annuler", "Cancel")
OK = Text("موافق", "D'accord", "OK")
UNEXPECTED = Text(
    "وقع خطأ غير متوقع. أعد المحاولة، وإن تكرر فأعد تشغيل rag ui.",
    "Une erreur inattendue s'est produite. Réessayez ; si elle revient, relancez rag ui.",
    "Something unexpected went wrong. Try again; if it comes back, restart rag ui.",
)
BAD_REQUEST = Text(
    "طلب غير مفهوم. حدّث الصفحة ثم أعد المحاولة.",
    "Demande incompréhensible. Rechargez la page, puis réessayez.",
    "The request makes no sense. Reload the page, then try again.",
)
DROP_HERE = Text("أفلت الملفات هنا", "Déposez les fichiers ici", "Drop the files here")

# The question

QUESTION = Text("سؤالك", "Votre question", "Your question")
PLACEHOLDER = Text("اسأل بلغتك أو بلهجتك…", "Posez votre question…", "Ask in your own words…")
ASK = Text("اسأل", "Demander", "Ask")
STOP = Text("أوقف", "Arrêter", "Stop")
WELCOME = Text("اسأل وثائقك", "Interrogez vos documents", "Ask your documents")
WELCOME_EMPTY = Text(
    "لا وثائق بعد. أضف صفحات أو ملفات، ثم اسأل عنها.",
    "Aucun document encore. Ajoutez des pages ou des fichiers, puis interrogez-les.",
    "No documents yet. Add pages or files, then ask about them.",
)
WELCOME_READY = Text(
    "تظهر المقاطع أولا، ثم الجواب، ثم مصدر كل جملة منه بلفظه.",
    "D'abord les passages, puis la réponse, puis la source exacte de chaque phrase.",
    "First the passages, then the answer, then the exact source of each sentence.",
)
BUSY = Text(
    "ما زال الجواب السابق يُكتب. انتظره أو أوقفه.",
    "La réponse précédente s'écrit encore. Attendez-la ou arrêtez-la.",
    "The answer before is still being written. Wait for it or stop it.",
)
SCOPE_ALL = Text(
    "يُبحث في كل الوثائق", "Recherche dans tous les documents", "Searching all documents"
)
SCOPE_RESET = Text("ابحث في الكل", "Chercher dans tout", "Search all")

# An answer while it is made

SEARCHING = Text("أبحث في وثائقك…", "Recherche dans vos documents…", "Searching your documents…")
READING = Text("أقرأ ما وجدت…", "Lecture des passages…", "Reading what was found…")
DRAFT = Text("مسودة لم تُراجَع بعد", "Brouillon, pas encore vérifié", "Draft, not verified yet")
WRITING = Text("أكتب الجواب…", "Rédaction de la réponse…", "Writing the answer…")

# An answer

YOU_ASKED = Text("سؤال", "Question", "Question")
ANSWER = Text("جواب", "Réponse", "Answer")
REFUSAL = Text(
    "لا جواب في وثائقك", "Pas de réponse dans vos documents", "No answer in your documents"
)
PARTIAL = Text("جواب ناقص", "Réponse partielle", "Partial answer")
UNSUPPORTED = Text("غير مسند", "sans source", "unsupported")
SOURCE = Text("المصدر", "Source", "Source")
EVIDENCE_HINT = Text(
    "اضغط لترى ما يسند الجملة",
    "Cliquez pour voir ce qui appuie cette phrase",
    "Click to see what supports this sentence",
)
NEAREST = Text("أقرب ما وجدت", "Le plus proche trouvé", "The nearest I found")
ERASED = Text(
    "حُذف هذا الجواب لأن وثيقة يستشهد بها حُذفت أو تغيرت.",
    "Cette réponse a été effacée : un document qu'elle citait a été retiré ou modifié.",
    "This answer was erased: a document it cited was removed or changed.",
)
REASONS = messages.REASONS | {
    "empty_index": Text(
        "لا وثائق بعد. أضف ملفاتك من عمود الوثائق ثم اسأل.",
        "Aucun document encore. Ajoutez vos fichiers, puis posez votre question.",
        "There are no documents yet. Add your files, then ask.",
    ),
    "filtered_out": Text(
        "لا شيء في الوثائق التي اخترتها. وسّع الاختيار ثم أعد السؤال.",
        "Rien dans les documents choisis. Élargissez le choix, puis redemandez.",
        "Nothing in the documents you chose. Choose more of them, then ask again.",
    ),
}
"""Of each code of ``Answer.reason``, what it means to who sits before the page."""
DETAILS = Text("تفاصيل", "Détails", "Details")
RETRIEVED_IN = Text("البحث", "Recherche", "Search")
FIRST_WORD_AFTER = Text("أول كلمة", "Premier mot", "First word")
TOTAL = Text("المجموع", "Total", "Total")
MODEL = Text("النموذج", "Modèle", "Model")
EXTRACTED = Text(
    "جمل المصادر نفسها، بلا نموذج",
    "phrases des sources, sans modèle",
    "the sources' own sentences, no model",
)
CONFIDENCE = Text("الثقة", "Confiance", "Confidence")
COPY = Text("انسخ مع المراجع", "Copier avec les références", "Copy with references")
COPIED = Text("نُسخ.", "Copié.", "Copied.")
NOT_COPIED = Text(
    "تعذر النسخ: لم يسمح به المتصفح.",
    "Copie impossible : le navigateur la refuse.",
    "Could not copy: the browser did not allow it.",
)
AGAIN = Text("أعد المحاولة", "Réessayer", "Try again")
GOOD = Text("جواب جيد", "Bonne réponse", "Good answer")
BAD = Text("جواب سيئ", "Mauvaise réponse", "Bad answer")
WHY_BAD = Text("ما الخطأ فيه؟", "Qu'est-ce qui ne va pas ?", "What is wrong with it?")
BAD_REASONS = {
    "wrong": Text("معلومة خاطئة", "Information fausse", "Wrong information"),
    "incomplete": Text("ناقص", "Incomplet", "Incomplete"),
    "source": Text(
        "المصدر لا يسنده", "La source ne l'appuie pas", "The source does not support it"
    ),
    "refused": Text(
        "الجواب موجود ولم يُعط", "La réponse existe, non donnée", "The answer is there, not given"
    ),
    "other": Text("غير ذلك", "Autre", "Something else"),
}
NOTE = Text("ملاحظة (اختيارية)", "Remarque (facultative)", "Note (optional)")
SEND = Text("أرسل", "Envoyer", "Send")
THANKS = Text("حُفظ رأيك. شكرا.", "Votre avis est gardé. Merci.", "Your opinion is kept. Thank you.")
NOT_KEPT = Text(
    "هذا الجواب لم يُحفظ في المحادثة",
    "Cette réponse n'a pas été gardée dans la conversation",
    "This answer was not kept in the conversation",
)

# Sources

NO_SOURCES = Text(
    "تظهر هنا المقاطع التي بُني عليها الجواب، ولفظ المصدر معلَّم فيها.",
    "Ici apparaissent les passages dont la réponse est tirée, les mots exacts surlignés.",
    "Here you see the passages an answer was made from, the exact words marked.",
)
FOUND = Text("المقاطع التي قُرئت", "Passages lus", "Passages read")
OTHERS = Text("مقاطع أخرى قُرئت", "Autres passages lus", "Other passages read")
READ_WHOLE = Text("اقرأ الوثيقة كاملة", "Lire tout le document", "Read the whole document")
COMMENT = Text("تعليق قارئ", "commentaire de lecteur", "reader's comment")
LINKS = Text("روابط", "liens", "links")
UNTITLED = Text("بلا عنوان", "Sans titre", "Untitled")
SOURCE_GONE = Text(
    "لم تعد هذه الوثيقة في الفهرس.",
    "Ce document n'est plus dans l'index.",
    "This document is no longer in the index.",
)
SHORTENED = Text(
    "الوثيقة طويلة: يُعرض ما حول الموضع.",
    "Document long : seul ce qui entoure le passage est montré.",
    "A long document: what is around the place is shown.",
)

# Conversations

CONVERSATIONS = Text("المحادثات", "Conversations", "Conversations")
NO_CONVERSATIONS = Text("لا محادثات بعد.", "Aucune conversation.", "No conversations yet.")
NEW = Text("محادثة جديدة", "Nouvelle conversation", "New conversation")
ACTIONS = Text("خيارات", "Options", "Options")
RENAME = Text("غيّر الاسم", "Renommer", "Rename")
NEW_NAME = Text("اسم المحادثة", "Nom de la conversation", "Name of the conversation")
DELETE = Text("احذف", "Supprimer", "Delete")
DELETE_ASK = Text(
    "أتحذف هذه المحادثة؟ لا رجعة في ذلك.",
    "Supprimer cette conversation ? C'est définitif.",
    "Delete this conversation? This cannot be undone.",
)
DELETED = Text("حُذفت.", "Supprimé.", "Deleted.")
EXPORT_MARKDOWN = Text("صدّر Markdown", "Exporter en Markdown", "Export as Markdown")
EXPORT_HTML = Text("صدّر HTML", "Exporter en HTML", "Export as HTML")
OPINIONS_HINT = Text(
    "للتقييم: ضع الملف في questions/ بجانب corpus/ الذي فيه ملفاتك. وما قلت إنه سيئ ينتظر جوابه "
    "الصحيح في answers.",
    "Pour évaluer : mettez le fichier dans questions/, à côté de corpus/ avec vos fichiers. Ce que "
    "vous avez jugé mauvais attend sa bonne réponse dans answers.",
    "To evaluate: put the file in questions/, beside corpus/ with your files. What you called bad "
    "waits for its right answer in answers.",
)

# Documents

DOCUMENTS = Text("الوثائق", "Documents", "Documents")
ADD = Text("أضف وثائق", "Ajouter des documents", "Add documents")
ADD_HINT = Text(
    "أو أفلت الملفات في أي موضع من الصفحة",
    "ou déposez les fichiers n'importe où sur la page",
    "or drop files anywhere on the page",
)
FIND = Text("ابحث في العناوين", "Chercher dans les titres", "Search titles")
NO_DOCUMENTS = Text("لا وثائق بعد.", "Aucun document.", "No documents yet.")
NONE_MATCH = Text(
    "لا عنوان يوافق البحث.", "Aucun titre ne correspond.", "No title matches the search."
)
REMOVE = Text("احذف من الفهرس", "Retirer de l'index", "Remove from the index")
REMOVED = Text(
    "حُذفت الوثيقة من الفهرس.", "Document retiré de l'index.", "Document removed from the index."
)
REMOVING = Text("يُحذف من الفهرس…", "retrait en cours…", "being removed…")
STILL_IN_FILES = Text(
    "حُذف، ويبقى نصه في ملفات الفهرس إلى أن تنتهي عملية أخرى تستعمله.",
    "Supprimé ; son texte reste dans les fichiers de l'index tant qu'un autre processus les lit.",
    "Deleted; its text stays in the index's files until another process is done with them.",
)
CHOOSE = Text(
    "اقتصر على هذه الوثيقة", "Se limiter à ce document", "Limit the search to this document"
)
UPLOADING = Text("إضافة وثائق", "Ajout de documents", "Adding documents")
WAITS = Text("في الانتظار", "en attente", "waiting")
READS = Text("تُفهرس…", "indexation…", "being indexed…")
FAILED = Text("لم تُضف", "non ajouté", "not added")


def half_character(half: str, place: int) -> Text:
    """A text that no file can hold. ``place``: which character, from 1."""
    code = f"U+{ord(half):04X}"
    return Text(
        f"في النص نصف حرف ({code}) في الموضع {place}. احذفه ثم أعد المحاولة.",
        f"Le texte contient une moitié de caractère ({code}) à la place {place}. Enlevez-la, puis "
        "réessayez.",
        f"The text holds half a character ({code}) at place {place}. Take it out, then try again.",
    )


def waiting(ahead: int) -> Text:
    """How many are before this question."""
    return Text(f"بانتظار {ahead}", f"En attente : {ahead}", f"Waiting for {ahead}")


def read_from(passages: int, documents: int) -> Text:
    """How much was found."""
    return Text(
        f"{_ar(passages, 'مقطع واحد', 'مقطعان', 'مقاطع', 'مقطعا')} من "
        f"{_ar(documents, 'وثيقة واحدة', 'وثيقتين', 'وثائق', 'وثيقة')}",
        f"{passages} passage{'s' * (passages > 1)}, {documents} document{'s' * (documents > 1)}",
        f"{passages} passage{'s' * (passages != 1)} from {documents} "
        f"document{'s' * (documents != 1)}",
    )


def passages(count: int) -> Text:
    """How many passages a document has."""
    return Text(
        _ar(count, "مقطع واحد", "مقطعان", "مقاطع", "مقطعا"),
        f"{count} passage{'s' * (count > 1)}",
        f"{count} passage{'s' * (count != 1)}",
    )


def documents(count: int) -> Text:
    """How many documents there are."""
    return Text(
        _ar(count, "وثيقة واحدة", "وثيقتان", "وثائق", "وثيقة"),
        f"{count} document{'s' * (count > 1)}",
        f"{count} document{'s' * (count != 1)}",
    )


def added(count: int) -> Text:
    """What became of a file."""
    return Text(
        f"أُضيفت: {documents(count).ar}",
        f"ajouté : {documents(count).fr}",
        f"added: {documents(count).en}",
    )


def more(count: int) -> Text:
    """How many documents are not shown."""
    return Text(
        f"و{documents(count).ar} غيرها: ابحث لتضييق القائمة.",
        f"et {documents(count).fr} de plus : cherchez pour réduire la liste.",
        f"and {documents(count).en} more: search to narrow the list.",
    )


def scope(count: int) -> Text:
    """How many documents the questions are limited to."""
    return Text(
        f"يُبحث في {_ar(count, 'وثيقة واحدة', 'وثيقتين', 'وثائق', 'وثيقة')} فقط",
        f"Recherche limitée à {documents(count).fr}",
        f"Searching {documents(count).en} only",
    )


def opinions(count: int) -> Text:
    """The button that exports what was said of answers."""
    return Text(
        f"صدّر آراءك في الأجوبة ({count})",
        f"Exporter vos avis ({count})",
        f"Export your opinions ({count})",
    )


def page_of(page: int) -> Text:
    """The page of a document."""
    return Text(f"الصفحة {page}", f"page {page}", f"page {page}")


def remove_ask(title: str) -> Text:
    """Whether a document is really to be removed."""
    return Text(
        f"أتحذف «{title}» من الفهرس؟ تُحذف معها الأجوبة التي تستشهد بها.",
        f"Retirer « {title} » de l'index ? Les réponses qui le citent seront effacées aussi.",
        f"Remove “{title}” from the index? Answers that cite it are erased with it.",
    )


def seconds(milliseconds: float) -> Text:
    """A time as people read it."""
    if milliseconds < 1000:
        whole = round(milliseconds)
        return Text(f"{whole} ملي ثانية", f"{whole} ms", f"{whole} ms")
    value = f"{milliseconds / 1000:.1f}"
    return Text(f"{value.replace('.', ',')} ث", f"{value.replace('.', ',')} s", f"{value} s")


_MONTHS = (
    Text("يناير", "janvier", "January"),
    Text("فبراير", "février", "February"),
    Text("مارس", "mars", "March"),
    Text("أبريل", "avril", "April"),
    Text("ماي", "mai", "May"),
    Text("يونيو", "juin", "June"),
    Text("يوليوز", "juillet", "July"),
    Text("غشت", "août", "August"),
    Text("شتنبر", "septembre", "September"),
    Text("أكتوبر", "octobre", "October"),
    Text("نونبر", "novembre", "November"),
    Text("دجنبر", "décembre", "December"),
)


def date(iso: str, lang: str) -> str:
    """``2021-12-21``, ``2021-12`` or ``2021`` as it is written in Morocco; anything else as it
    is."""
    year, _, rest = iso[:10].partition("-")
    month, _, day = rest.partition("-")
    if not (month.isdecimal() and 1 <= int(month) <= 12):
        return iso
    words = f"{_MONTHS[int(month) - 1].say(lang)} {year}"
    if not day.isdecimal():
        return words
    first = "1er" if lang == "fr" and int(day) == 1 else str(int(day))
    return f"{first} {words}"


def _ar(count: int, one: str, two: str, few: str, many: str) -> str:
    """A count as Arabic counts: one, two, 3 to 10, more."""
    if count in (1, 2):
        return one if count == 1 else two
    return f"{count} {few if 3 <= count % 100 <= 10 else many}"
