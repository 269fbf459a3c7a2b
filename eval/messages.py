"""What the evaluation says to who runs it, in the three languages of the command line."""

from __future__ import annotations

from rag.messages import Text


def broken_question(file: object, line: int, detail: str) -> Text:
    return Text(
        f"السطر {line} من {file} ليس سؤال تقييم صالحا: {detail}",
        f"Ligne {line} de {file} : pas une question d'évaluation valable : {detail}",
        f"Line {line} of {file} is not a question of an evaluation set: {detail}",
    )


def unknown_dataset(path: object) -> Text:
    formats = (
        "corpus/ + questions/*.jsonl; passages.jsonl + questions.jsonl; "
        "corpus.jsonl + queries.jsonl + qrels/ (BEIR); *.json (SQuAD)"
    )
    return Text(
        f"لا توجد مجموعة أسئلة في {path}. المقبول: {formats}",
        f"Pas de jeu de questions dans {path}. Acceptés : {formats}",
        f"There is no question set in {path}. Taken are: {formats}",
    )


def nothing_asked(name: object) -> Text:
    return Text(
        f"لم يبق سؤال من {name} بعد الاختيار.",
        f"Il ne reste aucune question de {name} après la sélection.",
        f"No question of {name} is left after the selection.",
    )


def not_results(path: object, detail: str) -> Text:
    return Text(
        f"{path} ليس ملف نتائج تقييم: {detail}. أعط ملف .json من rag eval",
        f"{path} n'est pas un fichier de résultats : {detail}. Donnez un .json de rag eval",
        f"{path} is not a file of results: {detail}. Give a .json that rag eval wrote",
    )


def other_settings(part: object) -> Text:
    return Text(
        f"في {part} تقييم لم يكتمل بإعدادات أو شيفرة أخرى. احذفه أو أعط --name آخر.",
        f"{part} contient une évaluation inachevée avec d'autres réglages ou un autre code. "
        "Supprimez-le ou donnez un autre --name.",
        f"{part} holds an unfinished run with other settings or other code. Delete it, or give "
        "another --name.",
    )


def nothing_shared(before: str, after: str) -> Text:
    return Text(
        f"لا سؤال مشترك بين {before} و {after}.",
        f"{before} et {after} n'ont aucune question en commun.",
        f"{before} and {after} have no question in common.",
    )


def reports_written(data: object, page: object) -> Text:
    return Text(
        f"النتائج: {data}\nالصفحة: {page}",
        f"Résultats : {data}\nPage : {page}",
        f"Results: {data}\nPage: {page}",
    )


REGRESSED = Text(
    "الثاني أسوأ من الأول في ما هو مؤشر عليه بـ «worse».",
    "Le second est moins bon que le premier là où il est marqué « worse ».",
    'The second run is worse where it is marked "worse".',
)
NOT_WORSE = Text(
    "لا تراجع يُعتد به.",
    "Aucune régression significative.",
    "No significant regression.",
)


def two_of_a_name(name: str) -> Text:
    return Text(
        f"مجموعتان باسم {name}: قيّم كلا منهما على حدة، أو غيّر اسم أحد المجلدين.",
        f"Deux jeux s'appellent {name} : évaluez-les séparément, ou renommez un des dossiers.",
        f"Two sets are called {name}: evaluate them one by one, or rename a folder.",
    )


def run_goes_on(part: object) -> Text:
    return Text(
        f"تقييم آخر بهذا الاسم يكتب الآن في {part}. انتظره، أو أعط --name آخر.",
        f"Une autre évaluation écrit dans {part}. Attendez-la, ou donnez un autre --name.",
        f"Another run of this name is writing to {part}. Wait for it, or give another --name.",
    )


def broken_part(part: object, line: int) -> Text:
    return Text(
        f"السطر {line} من {part} ليس نتيجة تقييم. احذف الملف لتبدأ من جديد.",
        f"Ligne {line} de {part} : pas un résultat. Supprimez le fichier pour recommencer.",
        f"Line {line} of {part} is not a result. Delete the file to begin anew.",
    )


def unwritable(folder: object, detail: str) -> Text:
    return Text(
        f"لا يمكن الكتابة في {folder}: {detail}. أعط --results مجلدا آخر.",
        f"Impossible d'écrire dans {folder} : {detail}. Donnez un autre dossier à --results.",
        f"Cannot write to {folder}: {detail}. Give --results another folder.",
    )
