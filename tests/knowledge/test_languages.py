"""The language of a text in many languages, and of pages whose menus are in another one."""

import pytest

from dashboard.knowledge.languages import match_language

SENTENCES = {
    "en": "The two universities signed a memorandum of understanding on Friday.",
    "es": "La universidad firmó un convenio con el ministerio para la cooperación.",
    "fr": "L'université a signé un accord avec le ministère de l'Éducation.",
    "pt": "A universidade assinou um acordo com o ministério da educação.",
    "de": "Die Universität hat mit dem Ministerium eine Vereinbarung unterzeichnet.",
    "it": "L'università ha firmato un accordo con il ministero dell'istruzione.",
    "nl": "De universiteit heeft een overeenkomst met het ministerie ondertekend.",
    "id": "Universitas itu menandatangani nota kesepahaman dengan kementerian pada hari Jumat.",
    "ms": "Universiti itu telah menandatangani memorandum persefahaman dengan kementerian pada hari Jumaat.",
    "vi": "Trường đại học đã ký biên bản ghi nhớ với bộ giáo dục.",
    "ar": "وقعت الجامعة مذكرة تفاهم مع وزارة التعليم في القاهرة",
    "th": "มหาวิทยาลัยลงนามบันทึกความเข้าใจกับกระทรวง",
    "ru": "Университет подписал меморандум с министерством образования и науки.",
    "uk": "Університет підписав меморандум з міністерством освіти і науки України.",
    "tr": "Üniversite, bakanlık ile bir mutabakat zaptı imzaladı ve bu program için çalışacak.",
    "fa": "دانشگاه با وزارت علوم تفاهم نامه امضا کرد و این برنامه را آغاز می‌کند",
}
MENU = "Home News Contact Search About us Share on Facebook Read more of the latest stories\n"


@pytest.mark.parametrize(("language", "text"), SENTENCES.items())
def test_a_sentence_tells_its_language(language, text):
    assert match_language(text) == language


@pytest.mark.parametrize("language", ["es", "fr", "pt", "de", "it", "nl", "id", "vi"])
def test_an_english_menu_does_not_hide_the_language_of_the_article(language):
    assert match_language(MENU * 12 + "\n".join([SENTENCES[language]] * 80)) == language
