"""All sentences the command line says, in Arabic, French and English, side by side."""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    """One message in the three languages of the interface."""

    ar: str
    fr: str
    en: str

    def say(self, lang: str) -> str:
        """The message in ``lang`` (ar, fr or en)."""
        return {"ar": self.ar, "fr": self.fr, "en": self.en}[lang]


def model_missing(name: str) -> Text:
    command = f"rag models pull {name}"
    return Text(
        f"النموذج {name} غير موجود على هذا الجهاز. لجلبه: {command}",
        f"Le modèle {name} n'est pas sur cette machine. Pour l'obtenir : {command}",
        f"The model {name} is not on this machine. To get it: {command}",
    )


# the index


def index_missing(folder: object) -> Text:
    return Text(
        f"لا يوجد فهرس في {folder}. لإنشائه: rag index مجلد_وثائقك",
        f"Il n'y a pas d'index dans {folder}. Pour en créer un : rag index VOTRE_DOSSIER",
        f"There is no index in {folder}. To make one: rag index YOUR_FOLDER",
    )


def index_damaged(folder: object, detail: str) -> Text:
    return Text(
        f"الفهرس في {folder} معطوب ({detail}). جرّب: rag repair، أو احذف المجلد وأعد الفهرسة.",
        f"L'index dans {folder} est endommagé ({detail}). Essayez : rag repair, ou supprimez le "
        "dossier et réindexez.",
        f"The index in {folder} is damaged ({detail}). Try: rag repair, or delete the folder and "
        "index again.",
    )


def index_format(folder: object) -> Text:
    return Text(
        f"الفهرس في {folder} بصيغة إصدار آخر من إسناد. أعد الفهرسة في مجلد آخر: --index مجلد",
        f"L'index dans {folder} vient d'une autre version d'Isnad. Réindexez ailleurs : "
        "--index DOSSIER",
        f"The index in {folder} was made by another version of Isnad. Index again into another "
        "folder: --index DIR",
    )


def index_locked(folder: object) -> Text:
    return Text(
        f"عملية أخرى تكتب الآن في الفهرس {folder}. انتظر حتى تنتهي ثم أعد المحاولة.",
        f"Un autre processus écrit dans l'index {folder}. Attendez qu'il finisse, puis réessayez.",
        f"Another process is writing to the index {folder}. Wait until it ends, then try again.",
    )


def other_encoder(folder: object, built: str, given: str) -> Text:
    return Text(
        f"بُني الفهرس {folder} بالمشفّر {built} لا بـ {given}. استعمل المشفّر نفسه، "
        "أو أعد الفهرسة في مجلد آخر: --index مجلد",
        f"L'index {folder} a été construit avec {built}, pas {given}. Gardez le même encodeur, "
        "ou réindexez ailleurs : --index DOSSIER",
        f"The index {folder} was built with {built}, not {given}. Keep to that encoder, or index "
        "again into another folder: --index DIR",
    )


def index_repaired(reason: str) -> Text:
    return Text(
        f"أعيد بناء فهرسي البحث من قاعدة البيانات ({reason}).",
        f"Les index de recherche ont été reconstruits depuis la base ({reason}).",
        f"The search indexes were rebuilt from the database ({reason}).",
    )


def duplicate_id(doc_id: str, first: str, second: str) -> Text:
    return Text(
        f"المعرّف {doc_id} لوثيقة من {first}؛ فلم تُقبل وثيقة {second} بالمعرّف نفسه. غيّر أحدهما.",
        f"L'identifiant {doc_id} appartient à un document de {first} ; celui de {second} est "
        "refusé. Changez l'un des deux.",
        f"The id {doc_id} belongs to a document from {first}; the one from {second} is refused. "
        "Change one of them.",
    )


# models and the generator


def unknown_model(name: str) -> Text:
    return Text(
        f"لا يوجد نموذج باسم {name} في القائمة. لعرضها: rag models list "
        "(ويُجلب غيرها بمعرّفه: منظمة/اسم أو منظمة/اسم:ملف.gguf).",
        f"Le catalogue n'a pas de modèle {name}. Pour le voir : rag models list "
        "(un autre se demande par son identifiant : ORG/NOM ou ORG/NOM:FICHIER.gguf).",
        f"The catalogue has no model {name}. To see it: rag models list "
        "(any other is asked for by its hub id: ORG/NAME or ORG/NAME:FILE.gguf).",
    )


def model_not_found(name: str) -> Text:
    return Text(
        f"{name} ليس ملفا ولا مجلدا هنا، ولا نموذجا مجلوبا. لعرض النماذج: rag models list",
        f"{name} n'est ni un fichier ni un dossier d'ici, ni un modèle déjà obtenu. Pour voir les "
        "modèles : rag models list",
        f"{name} is neither a file or folder here nor a model that was pulled. To see the models: "
        "rag models list",
    )


def model_file_missing(path: object) -> Text:
    return Text(
        f"لا يوجد ملف نموذج في {path}. لعرض النماذج: rag models list",
        f"Il n'y a pas de fichier de modèle à {path}. Pour voir les modèles : rag models list",
        f"There is no model file at {path}. To see the models: rag models list",
    )


def model_fetch_failed(name: str, detail: str) -> Text:
    command = f"rag models pull {name}"
    return Text(
        f"تعذّر جلب {name}: {detail}. ما اكتمل منه محفوظ؛ للمتابعة: {command}",
        f"Impossible d'obtenir {name} : {detail}. Les parties finies sont gardées ; pour "
        f"continuer : {command}",
        f"Could not fetch {name}: {detail}. Finished parts are kept; to go on: {command}",
    )


def model_fetch_offline(name: str) -> Text:
    command = f"rag models pull {name}"
    return Text(
        f"لا اتصال بفهرس الحزم، فلم يكتمل جلب {name}. ما اكتمل منه محفوظ؛ للمتابعة عند عودة "
        f"الاتصال: {command}",
        f"Pas de connexion à l'index des paquets pour obtenir {name}. Les parties finies sont "
        f"gardées ; pour continuer une fois connecté : {command}",
        f"No connection to the package index, so {name} was not fetched. Finished parts are kept; "
        f"to go on when connected: {command}",
    )


def model_damaged(name: str) -> Text:
    command = f"rag models pull {name}"
    return Text(
        f"ملف النموذج {name} ناقص أو معطوب. لجلبه من جديد: {command}",
        f"Le fichier du modèle {name} est incomplet ou endommagé. Pour le reprendre : {command}",
        f"The file of the model {name} is incomplete or damaged. To get it again: {command}",
    )


def model_fetch_mismatch(name: str) -> Text:
    command = f"rag models pull {name}"
    return Text(
        f"ما وصل من {name} ليس الملف المنتظر (بصمة sha256 مختلفة) فحُذف. للبدء من جديد: {command}",
        f"Ce qui est arrivé pour {name} n'est pas le fichier attendu (sha256 différent) et a été "
        f"supprimé. Pour recommencer : {command}",
        f"What came for {name} is not the expected file (its sha256 differs) and was removed. "
        f"To start again: {command}",
    )


def model_disk_full(name: str, folder: object, needed: int, free: int) -> Text:
    need, have = f"{needed / 1e9:.1f}", f"{free / 1e9:.1f}"
    return Text(
        f"يحتاج جلب {name} إلى {need} غيغابايت في {folder} والمتاح {have}. "
        "أفرغ مكانا، أو اختر مجلدا آخر في ISNAD_HOME.",
        f"Pour {name} il faut {need} Go dans {folder}, il y en a {have}. Libérez de la place ou "
        "choisissez un autre dossier avec ISNAD_HOME.",
        f"{name} needs {need} GB in {folder}, where {have} GB are free. Make room, or name "
        "another folder in ISNAD_HOME.",
    )


def model_being_pulled(name: str) -> Text:
    return Text(
        f"عملية أخرى تجلب الآن {name}. انتظر حتى تنتهي.",
        f"Un autre processus est en train d'obtenir {name}. Attendez qu'il finisse.",
        f"Another process is fetching {name} now. Wait until it ends.",
    )


def model_not_loadable(name: str, path: object) -> Text:
    return Text(
        f"تعذّر تحميل النموذج {name} من {path}: الملف معطوب، أو ليس GGUF، أو الذاكرة لا تكفي. "
        "إن كان من القائمة فأعد جلبه: rag models pull",
        f"Le modèle {name} ne se charge pas depuis {path} : fichier endommagé, pas un GGUF, ou "
        "mémoire insuffisante. S'il est du catalogue, reprenez-le : rag models pull",
        f"The model {name} does not load from {path}: the file is damaged, is not GGUF, or memory "
        "is short. If it is in the catalogue, fetch it again: rag models pull",
    )


def prompt_too_long(tokens: int, context: int) -> Text:
    return Text(
        f"طول السؤال مع المقاطع {tokens} وحدة، وسعة النموذج {context}. اختصر السؤال.",
        f"La question et ses passages font {tokens} jetons, le modèle en lit {context}. "
        "Abrégez la question.",
        f"The question and its passages are {tokens} tokens, the model reads {context}. "
        "Shorten the question.",
    )


def generation_failed(name: str, detail: str) -> Text:
    return Text(
        f"فشل النموذج {name} أثناء الكتابة ({detail}). أعد المحاولة، أو أجب بلا نموذج: --no-llm",
        f"Le modèle {name} a échoué en écrivant ({detail}). Réessayez, ou sans modèle : --no-llm",
        f"The model {name} failed while writing ({detail}). Try again, or without it: --no-llm",
    )


def generation_broken_off(name: str) -> Text:
    return Text(
        f"انقطعت إجابة النموذج {name} قبل نهايتها. أعد المحاولة، أو أجب بلا نموذج: --no-llm",
        f"La réponse du modèle {name} s'est interrompue. Réessayez, ou sans modèle : --no-llm",
        f"The answer of the model {name} broke off. Try again, or without it: --no-llm",
    )


def generator_closed(name: str) -> Text:
    return Text(
        f"أُغلق النموذج {name} ولم يعد يكتب. افتحه من جديد.",
        f"Le modèle {name} a été fermé. Ouvrez-le de nouveau.",
        f"The model {name} was closed. Open it again.",
    )


def model_folder_not_loadable(folder: object, detail: str) -> Text:
    return Text(
        f"تعذّر فتح النموذج في {folder} ({detail}). أعد جلبه: rag models pull، أو اختر نموذجا آخر "
        "تعرفه مكتبة transformers دون شيفرة خاصة به.",
        f"Le modèle de {folder} ne s'ouvre pas ({detail}). Reprenez-le : rag models pull, ou "
        "choisissez-en un que transformers connaît sans code propre au modèle.",
        f"The model in {folder} does not open ({detail}). Fetch it again: rag models pull, or "
        "choose one that transformers knows without code of the model's own.",
    )


def endpoint_address() -> Text:
    example = "http://127.0.0.1:8080/v1#MODEL"
    return Text(
        f"عنوان الخادم في --model غير صالح. مثال صالح: {example}، بلا كلمة سر ولا علامة استفهام؛ "
        "والمفتاح يوضع في ISNAD_API_KEY.",
        f"L'adresse donnée à --model n'est pas valable. Exemple : {example}, sans mot de passe ni "
        "point d'interrogation ; une clé se met dans ISNAD_API_KEY.",
        f"The address given to --model is not usable. Example: {example}, without a password or "
        "a question mark; a key goes into ISNAD_API_KEY.",
    )


def endpoint_bad_key() -> Text:
    return Text(
        "مفتاح الخادم (ISNAD_API_KEY أو OPENAI_API_KEY) فيه فراغ أو حرف لا يُرسل. انسخه من جديد.",
        "La clé du serveur (ISNAD_API_KEY, sinon OPENAI_API_KEY) contient une espace ou un "
        "caractère qui ne s'envoie pas. Copiez-la de nouveau.",
        "The server's key (ISNAD_API_KEY, or else OPENAI_API_KEY) holds a space or a character "
        "that cannot be sent. Copy it again.",
    )


def leaves_machine(where: str) -> Text:
    return Text(
        f"تنبيه: مع هذا النموذج يخرج سؤالك ومقاطع من وثائقك من هذا الجهاز إلى {where}.",
        f"Attention : avec ce modèle, vos questions et des passages de vos documents quittent "
        f"cette machine pour {where}.",
        f"Note: with this model your questions and passages of your documents leave this machine "
        f"for {where}.",
    )


def endpoint_unreachable(where: str, detail: str) -> Text:
    return Text(
        f"لا اتصال بالخادم {where} ({detail}). تحقق من أنه يعمل ومن العنوان، أو استعمل --no-llm.",
        f"Pas de connexion à {where} ({detail}). Vérifiez qu'il tourne et son adresse, ou utilisez "
        "--no-llm.",
        f"No connection to {where} ({detail}). Check that it runs and its address, or use "
        "--no-llm.",
    )


def endpoint_timeout(where: str) -> Text:
    return Text(
        f"لم يجب الخادم {where} في الوقت المحدد. أعد المحاولة، أو استعمل --no-llm.",
        f"Le serveur {where} n'a pas répondu à temps. Réessayez, ou utilisez --no-llm.",
        f"The server {where} did not answer in time. Try again, or use --no-llm.",
    )


def endpoint_key_refused(where: str) -> Text:
    return Text(
        f"رفض الخادم {where} المفتاح. ضع المفتاح الصحيح في ISNAD_API_KEY.",
        f"Le serveur {where} refuse la clé. Mettez la bonne dans ISNAD_API_KEY.",
        f"The server {where} refuses the key. Put the right one into ISNAD_API_KEY.",
    )


def endpoint_no_model(where: str, model: str, offered: str) -> Text:
    return Text(
        f"ليس على الخادم {where} نموذج باسم {model}. نماذجه: {offered}. اكتب أحدها بعد # في "
        "--model.",
        f"Le serveur {where} n'a pas de modèle {model}. Il offre : {offered}. Écrivez l'un d'eux "
        "après le # de --model.",
        f"The server {where} has no model {model}. It offers: {offered}. Write one of them after "
        "the # of --model.",
    )


def endpoint_not_chat(where: str, detail: str) -> Text:
    return Text(
        f"ما يرسله {where} ليس محادثة ({detail}). تحقق من العنوان في --model: ينتهي عادة بـ ‎/v1.",
        f"Ce qu'envoie {where} n'est pas une conversation ({detail}). Vérifiez l'adresse de "
        "--model : elle finit d'ordinaire par /v1.",
        f"What {where} sends is no chat ({detail}). Check the address of --model: it usually ends "
        "in /v1.",
    )


# answers on the terminal

SOURCES = Text("المصادر", "Sources", "Sources")
FOUND = Text("وجدت هذه المقاطع", "Passages trouvés", "Passages found")
NEAREST = Text("أقرب ما وجدت", "Le plus proche trouvé", "The nearest I found")
NOTHING_FOUND = Text("لا توجد مقاطع.", "Aucun passage.", "No passages.")
DRAFT = Text("مسودة قيد التحقق…", "Brouillon en cours de vérification…", "Draft, being verified…")
REASONS = {
    "empty_index": Text(
        "الفهرس فارغ: أضف وثائق بالأمر rag index.",
        "L'index est vide : ajoutez des documents avec rag index.",
        "The index is empty: add documents with rag index.",
    ),
    "filtered_out": Text(
        "لا توجد وثيقة توافق --filter المطلوب.",
        "Aucun document ne répond au --filter demandé.",
        "No document meets the --filter asked for.",
    ),
    "not_found": Text(
        "لا مقطع فيها يغطي ما سألت عنه بما يكفي.",
        "Aucun passage ne couvre assez ce que vous demandez.",
        "No passage covers enough of what you ask.",
    ),
    "other_place": Text(
        "ما وجدته لا يذكر المكان الذي سألت عنه.",
        "Rien de ce que j'ai trouvé ne nomme le lieu demandé.",
        "Nothing that I found names the place you ask about.",
    ),
    "only_comment": Text(
        "تنبيه: لا يسنده إلا تعليق لأحد القراء، لا المقال نفسه.",
        "Attention : seul un commentaire de lecteur l'appuie, pas l'article.",
        "Note: only a reader's comment supports this, not the article.",
    ),
    "other_time": Text(
        "تنبيه: المصادر عن سنة أو دورة غير التي سألت عنها.",
        "Attention : les sources sont d'une autre année ou édition que celle demandée.",
        "Note: the sources are of another year or edition than asked about.",
    ),
    "other_amount": Text(
        "تنبيه: المبالغ المذكورة غير المبلغ الذي سألت عنه.",
        "Attention : les montants cités ne sont pas celui que vous demandez.",
        "Note: the amounts given are not the one you ask for.",
    ),
    "contradicted": Text(
        "تنبيه: في السؤال ما يخالف المصدر.",
        "Attention : la source contredit ce que suppose la question.",
        "Note: the source contradicts what the question supposes.",
    ),
    "no_reason": Text(
        "تنبيه: لا سبب صريحا في هذه المقاطع.",
        "Attention : ces passages ne donnent pas de raison explicite.",
        "Note: these passages state no reason.",
    ),
    "part_missing": Text(
        "تنبيه: لا جواب فيها عن جزء من السؤال.",
        "Attention : une partie de la question y reste sans réponse.",
        "Note: a part of the question has no answer in them.",
    ),
    "interrupted": Text(
        "أُوقفت الكتابة: لا يُعرض إلا ما تُحقِّق منه.",
        "Écriture interrompue : seul ce qui a pu être vérifié est montré.",
        "The writing was interrupted: only what could be verified is shown.",
    ),
}
"""The codes of ``reason`` and what they mean."""


# conversations

CHAT_WELCOME = Text(
    "اكتب سؤالك. /مساعدة للأوامر، و/خروج أو Ctrl-D للانتهاء، وCtrl-C يوقف جوابا.",
    "Écrivez votre question. /aide : les commandes ; /quitter ou Ctrl-D : finir ; Ctrl-C : arrêter "
    "une réponse.",
    "Type your question. /help: the commands; /quit or Ctrl-D: end; Ctrl-C: stop an answer.",
)
CHAT_HELP = Text(
    "/مصادر  مصادر الجواب الأخير كاملةً\n/جديد  محادثة جديدة\n/حذف  محو هذه المحادثة\n"
    "/مساعدة  هذه القائمة\n/خروج  الانتهاء",
    "/sources  les sources de la dernière réponse, avec leurs mots\n"
    "/nouveau  une nouvelle conversation\n/effacer  effacer cette conversation\n"
    "/aide  cette liste\n/quitter  finir",
    "/sources  the sources of the last answer, with their words\n/new  a new conversation\n"
    "/delete  erase this conversation\n/help  this list\n/quit  end",
)
CHAT_NEW = Text("محادثة جديدة.", "Nouvelle conversation.", "A new conversation.")
CHAT_DELETED = Text("مُحيت المحادثة.", "Conversation effacée.", "The conversation is erased.")
CHAT_NO_SOURCES = Text(
    "لا مصادر لتُعرض: لا جواب قبل هذا، أو لا مصدر له.",
    "Pas de sources : aucune réponse avant ceci, ou elle n'en a pas.",
    "No sources to show: there is no answer before this, or it has none.",
)
CHAT_NOTHING_VERIFIED = Text(
    "أُوقف الجواب قبل أن يُتحقَّق من شيء منه، ولم يُحفظ.",
    "Réponse interrompue avant toute vérification ; elle n'est pas gardée.",
    "The answer was interrupted before anything was verified; it is not kept.",
)
CHAT_NOTHING_TO_CONTINUE = Text(
    "لا توجد محادثة سابقة تتابَع؛ هذه محادثة جديدة.",
    "Aucune conversation à continuer ; celle-ci est nouvelle.",
    "There is no conversation to go on with; this is a new one.",
)
SOURCE_REMOVED = Text(
    "حُذف مصدر هذا الجواب.",
    "La source de cette réponse a été retirée.",
    "The source of this answer was removed.",
)


def chat_continued(title: str, turns: int) -> Text:
    return Text(
        f"متابعة «{title}» (أسئلة سابقة: {turns}).",
        f"Suite de « {title} » (questions déjà posées : {turns}).",
        f'Going on with "{title}" (questions asked so far: {turns}).',
    )


def chat_unknown_command(command: str) -> Text:
    return Text(
        f"أمر غير معروف: {command}؛ لم يُسأل عنه. الأوامر: /مساعدة",
        f"Commande inconnue : {command} ; rien n'a été demandé. Les commandes : /aide",
        f"Unknown command: {command}; it was not asked. The commands: /help",
    )


def chat_not_kept(detail: str) -> Text:
    return Text(
        f"لم يُحفظ هذا الجواب في المحادثة ({detail}). يبقى معروضا أعلاه، والحوار مستمر.",
        f"Cette réponse n'a pas été gardée dans la conversation ({detail}). Elle reste affichée "
        "ci-dessus, et le dialogue continue.",
        f"This answer was not kept in the conversation ({detail}). It stays on the screen above, "
        "and the dialogue goes on.",
    )


def conversation_missing(conversation: str) -> Text:
    return Text(
        f"لا توجد محادثة بالمعرّف {conversation} في هذا الفهرس؛ لعلها مُحيت. ابدأ محادثة جديدة.",
        f"L'index n'a pas de conversation {conversation} ; elle a pu être effacée. Commencez-en "
        "une nouvelle.",
        f"The index has no conversation {conversation}; it may have been erased. Begin a new one.",
    )


# the command line


def question_empty() -> Text:
    return Text(
        'السؤال فارغ. اكتبه بين علامتي تنصيص: rag ask "سؤالك"',
        'La question est vide. Écrivez-la entre guillemets : rag ask "VOTRE QUESTION"',
        'The question is empty. Write it in quotes: rag ask "YOUR QUESTION"',
    )


def question_too_long(length: int, most: int) -> Text:
    return Text(
        f"السؤال من {length} حرف، والحد {most}. اختصره، وأضف النص الطويل وثيقةً بالأمر rag index.",
        f"La question a {length} caractères, la limite est {most}. Abrégez-la ; un long texte "
        "s'ajoute comme document avec rag index.",
        f"The question has {length} characters, the limit is {most}. Shorten it; add a long text "
        "as a document with rag index.",
    )


def bad_filter(given: str, keys: str) -> Text:
    return Text(
        f"مرشّح غير مفهوم: {given}. اكتب KEY=VALUE، والمفاتيح: {keys}؛ والتاريخ 2024-05-31.",
        f"Filtre incompris : {given}. Écrivez CLÉ=VALEUR ; clés : {keys} ; dates 2024-05-31.",
        f"Filter not understood: {given}. Write KEY=VALUE; keys: {keys}; dates 2024-05-31.",
    )


def bad_question_line(path: object, number: int, detail: str) -> Text:
    return Text(
        f"السطر {number} من {path} ليس سؤالا صالحا ({detail}). المطلوب: "
        '{"id": "1", "question": "..."}',
        f"La ligne {number} de {path} n'est pas une question valable ({detail}). Attendu : "
        '{"id": "1", "question": "..."}',
        f"Line {number} of {path} is not a valid question ({detail}). Expected: "
        '{"id": "1", "question": "..."}',
    )


def bad_command(detail: str) -> Text:
    return Text(
        f"أمر غير مفهوم ({detail}). للمساعدة: rag --help، أو rag COMMAND --help",
        f"Commande incomprise ({detail}). Aide : rag --help, ou rag COMMAND --help",
        f"Command not understood ({detail}). Help: rag --help, or rag COMMAND --help",
    )


def cannot_read(path: object, detail: str) -> Text:
    return Text(
        f"تعذرت قراءة {path} ({detail}). تحقق من المسار والصلاحيات.",
        f"Impossible de lire {path} ({detail}). Vérifiez le chemin et les droits.",
        f"Cannot read {path} ({detail}). Check the path and the permissions.",
    )


def cannot_write(path: object, detail: str) -> Text:
    return Text(
        f"تعذرت الكتابة في {path} ({detail}). اختر مجلدا آخر: --index مجلد",
        f"Impossible d'écrire dans {path} ({detail}). Choisissez un autre dossier : "
        "--index DOSSIER",
        f"Cannot write to {path} ({detail}). Choose another folder: --index DIR",
    )


def not_a_language_model(name: str) -> Text:
    return Text(
        f"{name} ليس نموذجا لغويا: لا ملف ‎.gguf فيه ولا config.json. أعط --model واحدا منهما، أو "
        "اسما من rag models list، أو استعمل --no-llm.",
        f"{name} n'est pas un modèle de langue : ni fichier .gguf, ni dossier avec config.json. "
        "Donnez l'un d'eux à --model, ou un nom de rag models list, ou utilisez --no-llm.",
        f"{name} is no language model: neither a .gguf file nor a folder with config.json. Give "
        "--model one of these or a name of rag models list, or use --no-llm.",
    )


def without_llm(command: str) -> Text:
    return Text(
        f"لا يوجد نموذج لغوي على هذا الجهاز، فالجواب جملة من المصدر كما هي. لجلبه: {command}",
        "Pas de modèle de langue sur cette machine : la réponse est une phrase de la source. "
        f"Pour l'obtenir : {command}",
        "No language model on this machine: the answer is a sentence of the source. "
        f"To get one: {command}",
    )


def indexed(added: int, updated: int, unchanged: int, removed: int, embedded: int) -> Text:
    return Text(
        f"وثائق جديدة: {added}، محدَّثة: {updated}، كما هي: {unchanged}، محذوفة: {removed}. "
        f"مقاطع مشفَّرة: {embedded}.",
        f"Documents nouveaux : {added}, mis à jour : {updated}, inchangés : {unchanged}, "
        f"retirés : {removed}. Passages encodés : {embedded}.",
        f"Documents new: {added}, updated: {updated}, unchanged: {unchanged}, removed: {removed}. "
        f"Passages embedded: {embedded}.",
    )


NOTHING_CHANGED = Text(
    "لم يتغير شيء: لم يُشفَّر أي مقطع.",
    "Rien n'a changé : aucun passage encodé.",
    "Nothing has changed: no passage was embedded.",
)


def nothing_indexed(count: int) -> Text:
    return Text(
        f"لم يُقرأ شيء؛ مداخل تعذرت قراءتها: {count} (مذكورة أعلاه).",
        f"Rien n'a pu être lu ; entrées illisibles : {count} (nommées ci-dessus).",
        f"Nothing could be read; inputs that failed: {count} (named above).",
    )


def inputs_failed(count: int) -> Text:
    return Text(
        f"مداخل تعذرت قراءتها: {count} (مذكورة أعلاه)؛ وفُهرس الباقي.",
        f"Entrées illisibles : {count} (nommées ci-dessus) ; le reste est indexé.",
        f"Inputs that could not be read: {count} (named above); the rest is indexed.",
    )


def skipped(count: int, kinds: str) -> Text:
    return Text(
        f"ملفات من أنواع أخرى تُركت: {count} ({kinds}).",
        f"Fichiers d'autres types laissés de côté : {count} ({kinds}).",
        f"Files of other kinds left out: {count} ({kinds}).",
    )


INTERRUPTED = Text("أُوقِف العمل.", "Interrompu.", "Interrupted.")
INTERRUPTED_INDEX = Text(
    "أُوقِف العمل. الوثائق التي اكتملت محفوظة؛ أعد الأمر نفسه للمتابعة.",
    "Interrompu. Les documents terminés sont gardés ; relancez la commande pour continuer.",
    "Interrupted. Finished documents are kept; run the same command again to go on.",
)
INTERRUPTED_EVAL = Text(
    "توقف التقييم. الأمر نفسه يتابع من حيث توقف.",
    "Évaluation interrompue. La même commande reprendra où elle s'est arrêtée.",
    "Interrupted. The same command goes on where it stopped.",
)


def removed(documents: int, passages: int) -> Text:
    return Text(
        f"حُذفت {documents} وثيقة ({passages} مقطعا) من الفهرس ومن فهرسي البحث.",
        f"{documents} document(s) et {passages} passage(s) retirés de l'index et de la recherche.",
        f"Removed {documents} document(s), {passages} passage(s), from the index and the search.",
    )


def still_in_log(folder: object) -> Text:
    return Text(
        f"برنامج آخر يقرأ الفهرس {folder}؛ يبقى النص المحذوف في ملف isnad.db-wal حتى يُغلق.",
        f"Un autre programme lit l'index {folder} : le texte effacé reste dans isnad.db-wal "
        "jusqu'à ce qu'il soit fermé.",
        f"Another program is reading the index {folder}: the erased text stays in isnad.db-wal "
        "until it is closed.",
    )


def not_in_index(names: str) -> Text:
    return Text(
        f"ليس في الفهرس: {names}. لعرض المعرّفات: rag status --documents",
        f"Pas dans l'index : {names}. Pour voir les identifiants : rag status --documents",
        f"Not in the index: {names}. To see the ids: rag status --documents",
    )


def check_passed(documents: int, passages: int) -> Text:
    return Text(
        f"الفهرس سليم: {documents} وثيقة، {passages} مقطعا.",
        f"L'index est sain : {documents} documents, {passages} passages.",
        f"The index is sound: {documents} documents, {passages} passages.",
    )


def check_failed(count: int) -> Text:
    return Text(
        f"مشاكل: {count}. جرّب: rag repair",
        f"Problèmes : {count}. Essayez : rag repair",
        f"Problems: {count}. Try: rag repair",
    )


def repaired(dropped: int) -> Text:
    return Text(
        f"أعيد بناء فهرسي البحث. وثائق معطوبة حُذفت: {dropped}.",
        f"Index de recherche reconstruits. Documents endommagés retirés : {dropped}.",
        f"Search indexes rebuilt. Damaged documents dropped: {dropped}.",
    )


def unexpected(detail: str) -> Text:
    return Text(
        f"خطأ غير متوقع: {detail}. أعد الأمر مع --debug لرؤية التفاصيل.",
        f"Erreur inattendue : {detail}. Relancez avec --debug pour les détails.",
        f"Unexpected error: {detail}. Run again with --debug for the details.",
    )


def disk_full(detail: str) -> Text:
    return Text(
        f"تعذر إتمام العمل على القرص ({detail}). أفرغ مساحة ثم أعد الأمر نفسه.",
        f"Le disque n'a pas suivi ({detail}). Libérez de la place, puis relancez la commande.",
        f"The disk did not play along ({detail}). Free some space, then run the command again.",
    )


# reading files


def missing_path(name: str) -> Text:
    return Text(
        f"لا يوجد ملف أو مجلد بهذا الاسم: {name}",
        f"Aucun fichier ni dossier de ce nom : {name}",
        f"There is no file or folder of this name: {name}",
    )


def unsupported_file(name: str, supported: str) -> Text:
    return Text(
        f"نوع الملف {name} غير مدعوم. الأنواع المقروءة: {supported}",
        f"Le fichier {name} est d'un type non pris en charge. Types lus : {supported}",
        f"The file {name} is of a kind that is not supported. Kinds read: {supported}",
    )


def nothing_to_read(name: str, supported: str) -> Text:
    return Text(
        f"لا يحتوي المجلد {name} على أي ملف مقروء ({supported}).",
        f"Le dossier {name} ne contient aucun fichier lisible ({supported}).",
        f"The folder {name} holds no file that can be read ({supported}).",
    )


def unreadable_path(name: str, why: str) -> Text:
    return Text(
        f"تعذرت قراءة {name} ({why}). تحقق من أنه موجود ومن صلاحية القراءة.",
        f"Impossible de lire {name} ({why}). Vérifiez qu'il existe et que vous pouvez le lire.",
        f"{name} cannot be read ({why}). Check that it exists and that you may read it.",
    )


def other_encoding(name: str, encoding: str) -> Text:
    command = f"iconv -f {encoding} -t utf-8 IN > OUT"
    return Text(
        f"الملف {name} ليس بترميز UTF-8، والأرجح أنه {encoding}. لتحويله: {command}",
        f"{name} n'est pas en UTF-8 mais sans doute en {encoding}. Pour le convertir : {command}",
        f"{name} is not UTF-8 but probably {encoding}. To convert it: {command}",
    )


def broken_utf8(name: str, byte: int) -> Text:
    command = "iconv -c -f utf-8 -t utf-8 IN > OUT"
    return Text(
        f"الملف {name} بترميز UTF-8 لكنه معطوب عند البايت {byte}. لحذف المعطوب: {command}",
        f"{name} est en UTF-8 mais abîmé à l'octet {byte}. Pour ôter ce qui l'est : {command}",
        f"{name} is UTF-8 but damaged at byte {byte}. To drop what is damaged: {command}",
    )


def unknown_encoding(name: str) -> Text:
    return Text(
        f"الملف {name} ليس بترميز UTF-8 ولم يتبين ترميزه. احفظه بترميز UTF-8 ثم أعد المحاولة.",
        f"{name} n'est pas en UTF-8 et son encodage est inconnu. Enregistrez-le en UTF-8.",
        f"{name} is not UTF-8 and its encoding is unknown. Save it as UTF-8 and try again.",
    )


def binary_file(name: str) -> Text:
    return Text(
        f"الملف {name} ليس نصا (يحتوي على بيانات ثنائية).",
        f"{name} n'est pas un texte (il contient des données binaires).",
        f"{name} is not text (it holds binary data).",
    )


def no_text(name: str) -> Text:
    return Text(
        f"لا يوجد أي نص في {name}.",
        f"{name} ne contient aucun texte.",
        f"There is no text in {name}.",
    )


def broken_line(name: str, line: int, why: str) -> Text:
    return Text(
        f"السطر {line} من {name} ليس كائن JSON صالحا: {why}",
        f"La ligne {line} de {name} n'est pas un objet JSON valide : {why}",
        f"Line {line} of {name} is not a valid JSON object: {why}",
    )


def wrong_field(name: str, line: int, field: str, wanted: Text) -> Text:
    return Text(
        f"السطر {line} من {name}: الحقل «{field}» يجب أن يكون {wanted.ar}",
        f"Ligne {line} de {name} : le champ « {field} » doit être {wanted.fr}",
        f'Line {line} of {name}: the field "{field}" must be {wanted.en}',
    )


def dropped(doc_id: str) -> Text:
    return Text(
        f"حُذفت الوثيقة المعطوبة {doc_id}؛ أعد فهرسة ملفها.",
        f"Document endommagé retiré : {doc_id} ; réindexez son fichier.",
        f"Dropped the damaged document {doc_id}; index its file again.",
    )


def one_or_many() -> Text:
    return Text(
        "أعط سؤالا أو ملف --questions، لا كليهما.",
        "Donnez une question ou un fichier --questions, pas les deux.",
        "Give a question or a --questions file, not both.",
    )


STATUS_FOLDER = Text("الفهرس", "Index", "Index")
STATUS_DOCUMENTS = Text("الوثائق", "Documents", "Documents")
STATUS_PASSAGES = Text("المقاطع", "Passages", "Passages")
STATUS_ENCODER = Text("المشفّر", "Encodeur", "Encoder")
STATUS_SIZE = Text("الحجم", "Taille", "Size")

COMMENT = Text("تعليق قارئ", "commentaire de lecteur", "reader's comment")

MODEL_STATES = {
    "here": Text("موجود", "présent", "here"),
    "partial": Text("ناقص", "incomplet", "partial"),
    "missing": Text("غير موجود", "absent", "missing"),
}


def model_ready(name: str, path: object) -> Text:
    return Text(f"{name} جاهز في {path}", f"{name} est prêt dans {path}", f"{name} is in {path}")


def demo_index(folder: object) -> Text:
    return Text(
        f"وثائق المثال (متخيَّلة كلها) في {folder}",
        f"Documents d'exemple (tous fictifs) dans {folder}",
        f"Sample documents (all of them fiction) in {folder}",
    )


def demo_next(folder: object) -> Text:
    return Text(
        f'اسأل وثائق المثال: rag ask --index {folder} "سؤالك"\n'
        'أو فهرس وثائقك: rag index مجلد_وثائقك ثم rag ask "سؤالك"',
        f'Interrogez l\'exemple : rag ask --index {folder} "VOTRE QUESTION"\n'
        'ou indexez vos documents : rag index DOSSIER, puis rag ask "VOTRE QUESTION"',
        f'Ask the sample: rag ask --index {folder} "YOUR QUESTION"\n'
        'or index your own: rag index FOLDER, then rag ask "YOUR QUESTION"',
    )


# the page


def page_ready(url: str) -> Text:
    return Text(
        f"الصفحة مفتوحة على {url} (للإيقاف: Ctrl-C)",
        f"La page est ouverte sur {url} (pour arrêter : Ctrl-C)",
        f"The page is open at {url} (to stop: Ctrl-C)",
    )


def page_shared(url: str) -> Text:
    return Text(
        f"والصفحة متاحة من الإنترنت لمن له حساب على {url}",
        f"La page est aussi sur l'internet, pour qui a un compte : {url}",
        f"The page is on the internet too, for who has an account: {url}",
    )


def page_not_shared(detail: str) -> Text:
    return Text(
        f"تعذر فتح رابط عام ({detail}). تحقق من الاتصال، أو شغّل الصفحة دون --share.",
        f"Le lien public n'a pas pu être ouvert ({detail}). Vérifiez la connexion, ou lancez sans "
        "--share.",
        f"The public link could not be opened ({detail}). Check the connection, or start without "
        "--share.",
    )


def port_taken(port: int) -> Text:
    return Text(
        f"المنفذ {port} مشغول. اختر غيره: rag ui --port {port + 1}",
        f"Le port {port} est déjà pris. Choisissez-en un autre : rag ui --port {port + 1}",
        f"The port {port} is taken. Choose another: rag ui --port {port + 1}",
    )


def cannot_bind(host: str, port: int, detail: str) -> Text:
    return Text(
        f"تعذر فتح الصفحة على {host}:{port} ({detail}). جرّب: rag ui --host 127.0.0.1",
        f"La page ne peut pas s'ouvrir sur {host}:{port} ({detail}). Essayez : rag ui --host "
        "127.0.0.1",
        f"The page cannot be opened at {host}:{port} ({detail}). Try: rag ui --host 127.0.0.1",
    )


def auth_needed(what: str) -> Text:
    return Text(
        f"الخيار {what} يفتح الصفحة لغير هذا الجهاز، فلا بد من حسابات: rag ui --hash-password يطبع "
        "سطرا لملف الحسابات؛ ثم --auth FILE، أو ضع name:password في ISNAD_UI_AUTH.",
        f"{what} ouvre la page à d'autres machines : il faut des comptes. rag ui --hash-password "
        "donne une ligne pour un fichier ; puis --auth FICHIER, ou nom:motdepasse dans "
        "ISNAD_UI_AUTH.",
        f"{what} opens the page to other machines: accounts are needed. rag ui --hash-password "
        "prints a line for a file; then --auth FILE, or name:password in ISNAD_UI_AUTH.",
    )


def bad_account(path: object, number: int) -> Text:
    return Text(
        f"السطر {number} من {path} ليس حسابا. لكتابة سطر صالح: rag ui --hash-password",
        f"La ligne {number} de {path} n'est pas un compte. Pour en écrire une : rag ui "
        "--hash-password",
        f"Line {number} of {path} is no account. To make one: rag ui --hash-password",
    )


def no_account(path: object) -> Text:
    return Text(
        f"لا حساب في {path}. لكتابة سطر: rag ui --hash-password",
        f"Il n'y a pas de compte dans {path}. Pour écrire une ligne : rag ui --hash-password",
        f"There is no account in {path}. To make a line: rag ui --hash-password",
    )


def bad_secret() -> Text:
    return Text(
        "قيمة ISNAD_UI_AUTH ليست بالصيغة name:password.",
        "ISNAD_UI_AUTH n'est pas de la forme nom:motdepasse.",
        "ISNAD_UI_AUTH is not of the form name:password.",
    )


def bad_name(name: str) -> Text:
    return Text(
        f"لا يصلح «{name}» اسما لحساب: من 1 إلى 64 حرفا دون «:»، ولا يبدأ بـ # أو فراغ.",
        f"« {name} » ne peut pas nommer un compte : 1 à 64 caractères, sans « : », ne commençant "
        "ni par # ni par une espace.",
        f'"{name}" cannot name an account: 1 to 64 characters, no ":", not beginning with # or a '
        "space.",
    )


def password_too_short(least: int) -> Text:
    return Text(
        f"كلمة السر قصيرة: اكتب {least} حروف على الأقل.",
        f"Le mot de passe est trop court : au moins {least} caractères.",
        f"The password is too short: at least {least} characters.",
    )


def passwords_differ() -> Text:
    return Text(
        "كلمتا السر مختلفتان. أعد المحاولة: rag ui --hash-password",
        "Les deux mots de passe diffèrent. Recommencez : rag ui --hash-password",
        "The two passwords differ. Try again: rag ui --hash-password",
    )


ACCOUNT_NAME = Text("اسم الحساب:", "Nom du compte :", "Name of the account:")
PASSWORD = Text("كلمة السر:", "Mot de passe :", "Password:")
PASSWORD_AGAIN = Text("كلمة السر مرة أخرى:", "Encore une fois :", "Once more:")


def too_many_files(count: int, most: int) -> Text:
    return Text(
        f"عدد الملفات {count}، والحد {most} في المرة. أضفها على دفعات، أو بالأمر rag index.",
        f"{count} fichiers d'un coup, la limite est {most}. Ajoutez-les en plusieurs fois, ou avec "
        "rag index.",
        f"{count} files at once, the limit is {most}. Add them in several goes, or with rag index.",
    )


def file_too_large(name: str, megabytes: int) -> Text:
    return Text(
        f"حجم {name} أكثر من {megabytes} ميغابايت. قسّم الملف، أو أضفه بالأمر rag index.",
        f"{name} fait plus de {megabytes} Mo. Divisez-le, ou ajoutez-le avec rag index.",
        f"{name} has more than {megabytes} MB. Split it, or add it with rag index.",
    )
