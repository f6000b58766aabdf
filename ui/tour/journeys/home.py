"""The home page: both languages, 长辈版, a call for help, the idle warning, the end."""

from ui.tour.journey import Drive, journey


@journey("home")
def home(kiosk: Drive) -> None:
    kiosk.sees("办事取号")
    kiosk.sees("图书借还")
    kiosk.shot()
    _call_help(kiosk)
    _other_language(kiosk)
    _other_size(kiosk)


def _call_help(kiosk: Drive) -> None:
    kiosk.tap("叫人帮忙")
    kiosk.sees("要叫工作人员过来吗？")
    kiosk.shot()
    kiosk.tap("叫人过来")
    kiosk.sees("已通知工作人员")
    kiosk.shot()
    kiosk.tap("知道了")


def _other_language(kiosk: Drive) -> None:
    was, other = kiosk.language, "en" if kiosk.language == "zh" else "zh"
    kiosk.tap("English" if was == "zh" else "中文", "中文")
    kiosk.use_language(other)
    kiosk.sees("图书借还")
    kiosk.shot()
    kiosk.wait_idle()
    kiosk.sees("您还在吗？")
    kiosk.shot()
    kiosk.tap("我还在")
    kiosk.wait_idle()
    kiosk.tap("结束并清除")
    kiosk.use_language(was)
    kiosk.sees("图书借还")


def _other_size(kiosk: Drive) -> None:
    kiosk.tap("回普通版" if kiosk.large else "长辈版")
    kiosk.sees("图书借还")
    kiosk.shot()
