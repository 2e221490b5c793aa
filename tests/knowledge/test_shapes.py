"""Names told by their build, in the order of words of many languages: how far each reaches."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.extract.institutions import find_institutions
from dashboard.knowledge.companies import find_companies
from dashboard.knowledge.coordinated import find_coordinated
from dashboard.knowledge.governments import find_cities, find_governments
from dashboard.knowledge.listed import find_listed
from dashboard.knowledge.shapes import find_shapes
from dashboard.knowledge.short_names import find_short_names
from dashboard.knowledge.vietnamese import find_vietnamese
from dashboard.model import Article

# one text a line, its names in square brackets; invented ones ("Zorbal", "Lamet") show that the build alone tells
CASES = """
The [University of Otago] hosted a meeting.
Researchers at [University College London] met.
She visited the [Ministry of Education, Culture, Sports, Science and Technology of Japan].
The [Ministry for Employment, Productivity and Industrial Relations] signed.
The [Ministry of Education, Heritage and Arts] joined.
The [Ministry of Agriculture, Livestock & Fisheries] joined.
The [Ministry of Health], the [Zorbal Institute] and others joined.
The [Institute of Geological and Nuclear Sciences] signed.
The [Zorbal Centre for Child and Family Studies] opened.
The [East African School of Library and Information Science] met.
The College of Arts, Humanities and Social Sciences at [Zorbal University] met.
the [Institution of Professional Engineers New Zealand] met.
The [University of Zorbal Malaysia] opened.
The [Zorbal Council for Science and Technology] and [Lamet University] signed.
In Zorbal, the [Lamet City Council] approved it.
[Lamet Prefectural Government] joined.
La [Universidad Nacional de Zorbal] y el [Instituto Tecnológico de Lamet] firmaron.
El [Ministerio de Ciencia, Tecnología e Innovación] firmó.
La [Secretaría de Medio Ambiente y Recursos Naturales de Zorbal] firmó.
La [Universidad Autónoma Rural Unidad Zorbal] firmó.
El [Instituto nacional de tecnología agropecuaria] participó.
El [Ayuntamiento de Zorbal] y la [Diputación de Lamet] firman.
La [Fundación para el Desarrollo Sostenible de Zorbal] participa.
La [Cámara de Comercio de Zorbal] participa.
La [Universidad de las Lamas Zorbal] participa.
L'[Université de Zorbal] et l'[École normale supérieure de Lamet] ont signé.
Le [Ministère de l'Enseignement supérieur et de la Recherche scientifique] a signé.
L'[Institut national de la recherche agronomique de Zorbal] a signé.
Le [Centre national d'études forestières de Zorbal] a signé.
La [Fondation Zorbal pour la Nature] a signé.
Le [Réseau des universités de Zorbal] a signé.
[Université Cheikh Anta Zorbal] a signé.
L'Agence zorbalaise de développement a signé.
A [Universidade Federal de Zorbal] e o [Instituto Superior Técnico de Lamet] assinaram.
A [Fundação para a Ciência e a Cultura de Zorbal] assinou.
O [Município de Zorbal] e a [Câmara Municipal de Lamet] assinaram.
A [Secretaria de Estado da Educação e do Esporte] assinou.
O [Ministério da Agricultura, Pecuária e Abastecimento] assinou.
A [Escola Superior de Enfermagem de Zorbal] assinou.
Die [Technische Universität Zorbal] und die [Hochschule für Technik und Wirtschaft Berlin] unterzeichneten.
Die [Universität zu Zorbal] lud ein.
Die [Universität Zorbal] lud ein.
Das [Bundesministerium für Bildung, Wissenschaft und Forschung] fördert.
Das [Zorbal-Institut für Klimaforschung] lud ein.
Die [Lamet-Stiftung] fördert.
Die [Pädagogische Hochschule Zorbal] lud ein.
Die [Universität für Bodenkultur Wien] lud ein.
Die [Lamet-Universität zu Zorbal] lud ein.
L'[Università degli Studi di Zorbal] e il [Politecnico di Lamet] hanno firmato.
Il [Ministero dell'Istruzione e del Merito] ha firmato.
Il [Consiglio Nazionale delle Lamette] ha firmato.
La [Scuola Superiore Sant'Zorbal] ha firmato.
L'[Istituto Superiore di Sanità Zorbal] ha firmato.
Il [Comune di Zorbal] ha firmato.
De [Vrije Universiteit Zorbal] en de [Hogeschool van Lamet] tekenden.
De [Technische Universiteit Zorbal] tekende.
Het [Ministerie van Onderwijs, Cultuur en Wetenschap] tekende.
De [Gemeente Zorbal] tekende.
De [Haagse Hogeschool] tekende.
[Universitas Negeri Zorbal] dan [Universitas Islam Lamet] menandatangani MoU.
[Dinas Pendidikan Kota Zorbal] hadir.
[SMA Negeri 3 Zorbal] menang.
[SMAN 1 Zorbal] won.
[SD Muhammadiyah 2 Zorbal] won.
[MTs Persis 282 Zorbal] joined.
[Pondok Pesantren Al-Zorbal Lamet] joined.
[PT Zorbal Lamet Tbk] joined.
[Universiti Teknologi Zorbal] dan [Jabatan Pendidikan Negeri Lamet] hadir.
[Lembaga Penelitian dan Pengabdian Masyarakat Zorbal] hadir.
[Trường Đại học Bách khoa Zorban] đã ký kết.
[Đại học Quốc gia Hà Nam] và [Viện Khoa học Xã hội Lamet] đã ký.
[Bộ Tài nguyên và Môi trường] đã phê duyệt.
[Học viện Nông nghiệp Zorban] tổ chức hội thảo.
[Zorbal Teknik Üniversitesi] ve [Lamet Belediyesi] imzaladı.
[Milli Eğitim Bakanlığı] katıldı.
[Uniwersytet Zorbalski w Lamecie] podpisał.
[Politechnika Zorbalska] podpisała.
[Zorbal universitet] och [Lamets högskola] skrev på.
[Universitetet i Zorbal] skrev på.
[Zorbalova univerzita] podepsala.
[Zorbalin yliopisto] allekirjoitti.
The Universities of [Zorbal], [Lamet] and [Kerbin] signed.
[Zorbal] and [Lamet] Universities signed.
[Zorbal], [Lamet] and [Kerbin] universities signed.
[Acme Zorbal Pty Ltd] and [Lamet & Sons Limited] paid.
[Zorbal Co., Ltd.] and [Lamet GmbH] paid.
[Zorbal Sdn Bhd] paid.
[Zorbal Foods S.A.] paid.
[Lincoln Ventures Limited] paid.
The [New Zealand Government] paid; the [Japanese government] too.
The [Government of the Republic of Korea] paid.
The governments of [Fiji] and [Tonga] signed.
The [Embassy of Japan in Fiji] paid.
The [British High Commission in New Zealand] paid.
The [Embassy of the Republic of Indonesia in Canberra] paid.
The [Indonesian Embassy in Canberra] paid.
[UNIVERSITY OF ZORBAL] SIGNS MOU
[Zorbal University] Signs MoU With [Lamet Institute of Technology]
[Massey Zorbal University]'s School of Design won.
The School of Engineering and the Faculty of Law met.
The [University of Medicine 1, Yangon], met.
[Zorbal State University], Long Beach met.
[Zorbal Women's University] met.
[King Abdul-Zorbal University of Science and Technology] met.
The [African Academy for the Study of Religion] met.
the [Zorbal Action Trust] and the [Lamet Alliance] met
[Hawke’s Zorbal District Health Board] met.
the [Organisation for the Prohibition of Chemical Weapons] met
[Software Zorbal Foundation] and [Massey University Foundation] met.
The Office of the [Civil Service Commission of Zorbal] met.
The [Minister for Education, Heritage and Arts] spoke.
The Minister John Zorbal spoke.
The [Swedish ambassador] Karin Ehnbom spoke.
The [Ambassador of Japan to Fiji] spoke.
[Live and Zorbal International] met.
[Universitas Al-Zorbal Indonesia] met.
"""
TEXTS = [line.translate({ord("["): None, ord("]"): None}) for line in CASES.strip().splitlines()]


@pytest.mark.parametrize("marked", CASES.strip().splitlines())
def test_a_name_reaches_as_far_as_its_words(marked):
    """Each name is found whole, and nothing beside it."""
    text = marked.translate({ord("["): None, ord("]"): None})
    found = find_institutions(Article("a", None, "", None, None, "en", None, text))
    assert [mention.text for mention in found] == re.findall(r"\[(.*?)\]", marked)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Japanese government", "Government of Japan"),
        ("the governments of Fiji and Tonga", "Government of Tonga"),
        ("the government of Trinidad and Tobago", "Government of Trinidad and Tobago"),
        ("Swedish ambassador Karin Ek", "Embassy of Sweden"),
        ("the Ambassador of Japan to Fiji", "Embassy of Japan in Fiji"),
        ("the New Zealand High Commissioner", "New Zealand High Commission"),
        ("the Embassy of the Republic of Korea in Hanoi", "Embassy of South Korea"),
    ],
)
def test_governments_and_missions_are_named_plainly(text, name):
    """However a government is called, its plain name tells the country."""
    assert [found for _, found in find_governments(text)][-1] == name


def test_governments_of_no_country_are_left_alone():
    """Good governments and high commissioners for refugees are of no country."""
    assert not list(find_governments("Good government; the United Nations High Commissioner for Refugees; embassy staff"))


def test_shared_head_words_give_whole_names():
    """Each of the listed names gets the head word that stands once."""
    text = "las universidades de Zorbal y Lamet; Zorbal, Lamet and Kerbin Universities; the University of X"
    names = [one.name for one in find_coordinated(text)]
    assert names == [
        "Universidad de Zorbal", "Universidad de Lamet", "Zorbal University", "Lamet University", "Kerbin University"
    ]  # fmt: skip


def test_limited_is_a_company_only_behind_a_name():
    """ "Limited" by itself, or limited to something, ends no name."""
    assert not list(find_companies("Limited places. Access is Limited to members. A Limited view"))


@given(st.text(alphabet="AaB b.,&'-\n1éĐạ", max_size=80) | st.sampled_from(TEXTS))
def test_whatever_is_found_lies_within_the_text(text):
    """Spans are in order, not empty and within the text; another name may begin within those of an office."""
    shapes = list(find_shapes(text))
    assert all(0 <= one.start < one.end <= len(text) and one.start <= one.head < one.end for one in shapes)
    assert all(a.end <= b.start or a.kind == "part" for a, b in pairwise(shapes))
    for find in (find_companies, find_vietnamese):
        assert all(0 <= start < end <= len(text) for start, end in find(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Harvard and Yale signed.", ["Harvard University", "Yale University"]),
        ("Prof. David Mack of Cambridge spoke.", ["University of Cambridge"]),
        ("They met in Cambridge on Monday.", []),
        ("Leeds University Union in Leeds", []),
        ("Jo Lee (Princeton) spoke.", ["Princeton University"]),
    ],
)
def test_short_names_tell_a_university_only_where_they_must(text, names):
    """A town is a town unless its people teach or study."""
    assert sorted(name for _, name in find_short_names(text)) == names


def test_a_city_acts_through_its_mayor():
    """Mayors stand for their city; a place that is no city is left alone."""
    assert [name for _, name in find_cities("the Mayor of Sydney and the City of Zorbal")] == ["City of Sydney"]


def test_lists_name_what_stands_between_institutions():
    """Between two bodies stands a third, unless it is a person, a place or a role."""
    text = "Alpha University, Busicon, Maria Lopez, Japan, the Dean and Beta University"
    spans = [(0, 16), (text.index("Beta"), len(text))]
    assert [text[start:end] for start, end in find_listed(text, spans)] == ["Busicon"]
