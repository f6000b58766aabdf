"""What a person sees when it does not go smoothly: slow, cut off, trouble with the machine, a mistake of ours."""

from kiosk.domain.trouble import KioskError
from ui.tour.journey import Drive, journey


@journey("busy")
def busy(kiosk: Drive) -> None:
    """A slow answer: the ring, then words; help stays live, and a second tap gives no second number."""
    _choose_item(kiosk)
    with kiosk.held():
        kiosk.press("取号")
        kiosk.waits_for("还在办，请稍等")
        kiosk.shot_busy()
        kiosk.press("正在取号…")
        kiosk.press("叫人帮忙")
        kiosk.waits_for("要叫工作人员过来吗？")
        kiosk.press("不用了")
    kiosk.waits_for("取号成功")
    kiosk.tap("完成")


@journey("offline")
def offline(kiosk: Drive) -> None:
    """The line is cut, a number is taken all the same, the line comes back and the hub confirms it."""
    notice = "断网也能办" if kiosk.large else "断网也能办，数据稍后同步"
    kiosk.cut_line()
    kiosk.waits_for(notice)
    kiosk.shot()
    _choose_item(kiosk)
    kiosk.tap("取号")
    kiosk.sees("取号成功")
    kiosk.sees("待确认")
    kiosk.sees(notice)
    kiosk.shot()
    kiosk.tap("叫人帮忙")
    kiosk.tap("叫人过来")
    kiosk.sees("现在断网，联网后柜台才看得到。急事请直接到服务台。")
    kiosk.shot()
    kiosk.tap("知道了")
    kiosk.join_line()
    kiosk.waits_until_gone("待确认")
    if not kiosk.large:
        kiosk.sees("主机已确认")
        kiosk.sees("已联网，数据已同步")
    kiosk.shot()
    kiosk.tap("完成")


@journey("trouble")
def trouble(kiosk: Drive) -> None:
    """The machine cannot store the wish: said at once and on the page, with someone to call."""
    _choose_item(kiosk)
    kiosk.break_down(KioskError("disk_full", store="home.db"))
    kiosk.tap("取号")
    kiosk.sees("机器这会儿记不下来，什么都没改动。请叫人帮忙，或到服务台办。")
    kiosk.shot()
    kiosk.tap("返回")
    kiosk.tap("高龄老人补贴", "Age 80+ allowance")
    kiosk.tap("取号")
    kiosk.sees("取号成功")
    kiosk.tap("完成")


@journey("mistake")
def mistake(kiosk: Drive) -> None:
    """A mistake of ours: where help is, and home by itself."""
    _choose_item(kiosk)
    kiosk.break_down(RuntimeError("a rehearsed mistake"))
    kiosk.tap("取号")
    kiosk.sees("请到服务台")
    kiosk.shot()
    kiosk.waits_until_gone("请到服务台")
    kiosk.sees("办事取号")


def _choose_item(kiosk: Drive) -> None:
    kiosk.tap("办事取号")
    kiosk.tap("养老优待", "Older people and support")
    kiosk.tap("高龄老人补贴", "Age 80+ allowance")
