"""The 22 main classes of the Chinese Library Classification (《中国图书馆分类法》第五版), each a letter that class numbers
begin with.
"""

from typing import NamedTuple


class MainClass(NamedTuple):
    letter: str
    name: str
    name_en: str


MAIN_CLASSES = (
    MainClass("A", "马克思主义、列宁主义、毛泽东思想、邓小平理论", "Marxism, Leninism, Mao Zedong Thought, Deng Xiaoping Theory"),
    MainClass("B", "哲学、宗教", "Philosophy and religion"),
    MainClass("C", "社会科学总论", "Social sciences in general"),
    MainClass("D", "政治、法律", "Politics and law"),
    MainClass("E", "军事", "Military science"),
    MainClass("F", "经济", "Economics"),
    MainClass("G", "文化、科学、教育、体育", "Culture, science, education, sports"),
    MainClass("H", "语言、文字", "Languages and scripts"),
    MainClass("I", "文学", "Literature"),
    MainClass("J", "艺术", "Arts"),
    MainClass("K", "历史、地理", "History and geography"),
    MainClass("N", "自然科学总论", "Natural sciences in general"),
    MainClass("O", "数理科学和化学", "Mathematics, physics, chemistry"),
    MainClass("P", "天文学、地球科学", "Astronomy and earth sciences"),
    MainClass("Q", "生物科学", "Life sciences"),
    MainClass("R", "医药、卫生", "Medicine and health"),
    MainClass("S", "农业科学", "Agricultural sciences"),
    MainClass("T", "工业技术", "Industrial technology"),
    MainClass("U", "交通运输", "Transport"),
    MainClass("V", "航空、航天", "Aviation and space flight"),
    MainClass("X", "环境科学、安全科学", "Environmental and safety sciences"),
    MainClass("Z", "综合性图书", "General works"),
)  # fmt: skip
BY_LETTER = {one.letter: one for one in MAIN_CLASSES}


def main_class(class_number: str) -> MainClass | None:
    """Of `I247.5` or `TP312`; None where the catalogue says none, or what is no class."""
    return BY_LETTER.get(class_number[:1].upper())
