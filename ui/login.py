"""The page that asks for name and password."""

from __future__ import annotations

from html import escape

from rag.messages import Text

_TITLE = Text("تسجيل الدخول إلى إسناد", "Connexion à Isnad", "Log in to Isnad")
_NAME = Text("الاسم", "Nom", "Name")
_PASSWORD = Text("كلمة السر", "Mot de passe", "Password")
_ENTER = Text("دخول", "Entrer", "Log in")
_WRONG = Text(
    "الاسم أو كلمة السر غير صحيح.",
    "Nom ou mot de passe incorrect.",
    "The name or the password is wrong.",
)
_PAGE = """<!doctype html>
<html lang="{lang}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1.05rem/1.6 "Noto Sans Arabic", system-ui, sans-serif; margin: 0; padding: 1rem; }}
main {{ max-width: 22rem; margin: 12vh auto 0; }}
h1 {{ font-size: 1.4rem; }}
label {{ display: block; margin-block: 0.8rem; }}
input, button {{ font: inherit; box-sizing: border-box; inline-size: 100%; padding: 0.5rem; }}
[role=alert] {{ color: light-dark(#a40000, #ff9c9c); }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{problem}<form method="post" action="/login">
<label>{name}<input name="username" autocomplete="username" dir="auto" required autofocus></label>
<label>{password}<input name="password" type="password" autocomplete="current-password" dir="auto"
 required></label>
<button>{enter}</button>
</form>
</main>
</body>
</html>
"""


def page(lang: str, wrong: bool = False) -> str:
    """The form, in ``lang`` (ar, fr or en). ``wrong``: what was sent last was not right."""
    problem = f'<p role="alert">{escape(_WRONG.say(lang))}</p>\n' if wrong else ""
    return _PAGE.format(
        lang=lang,
        direction="rtl" if lang == "ar" else "ltr",
        title=_TITLE.say(lang),
        name=_NAME.say(lang),
        password=_PASSWORD.say(lang),
        enter=_ENTER.say(lang),
        problem=problem,
    )
