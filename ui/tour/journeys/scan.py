"""Home is a scanner: whatever is held to it does what it is for, with no touch; and scanners that are away."""

from datetime import date

from kiosk.commands.tickets import OpenTicket
from kiosk.devices.scanners.simulated import SimulatedScanner
from ui import context
from ui.tour.journey import Drive, journey
from ui.tour.journeys.slip import approved, done_at_counter, on_station
from ui.viewmodels.scanners import Scanners

_CARD, _SHELVED, _ISBN = "5281639400", "S0000005", "9787506365437"


@journey("scan_home")
def scan_home(kiosk: Drive) -> None:
    """From home, one code after the other, not one touch: a booking in time, a number, what is to be rated, a title."""
    code = on_station(lambda station: approved(station, date(2026, 11, 23), "10:00"))
    kiosk.scan(code)
    kiosk.sees("签到成功")
    kiosk.sees("10:00–11:30")
    kiosk.shot()
    kiosk.scan(on_station(lambda station: station.do(OpenTicket(item="gaoling"))))
    kiosk.sees("正在排队")
    kiosk.scan(on_station(done_at_counter))
    kiosk.sees("请您评一评")
    kiosk.scan(_ISBN)
    kiosk.sees("活着", "活着")
    kiosk.shot()
    assert kiosk.touches == 0


@journey("scan_book")
def scan_book(kiosk: Drive) -> None:
    """A book from the shelf asks for the card, and is lent; held to home again, it comes back."""
    kiosk.scan(_SHELVED)
    kiosk.sees("解忧杂货店", "解忧杂货店")
    kiosk.shot()
    kiosk.scan(_CARD)
    kiosk.digits("1234")
    kiosk.tap("确定")
    kiosk.sees("解忧杂货店", "解忧杂货店")
    kiosk.shot()
    kiosk.tap("结束并清除")
    kiosk.scan(_SHELVED)
    kiosk.sees("已还 1 本", "1 returned")
    kiosk.shot()


@journey("scan_card")
def scan_card(kiosk: Drive) -> None:
    kiosk.scan(_CARD)
    kiosk.sees("您的密码？")
    kiosk.shot()
    kiosk.digits("1234")
    kiosk.tap("确定")
    kiosk.sees("看哪一样？")


@journey("scan_foreign")
def scan_foreign(kiosk: Drive) -> None:
    """None of ours: each is told what it is not."""
    for text, words, english in (
        ("https://example.org/pay?x=1", "这是网址", "a web address"),
        ("134567890123456789", "没有扣款", "Nothing was charged"),
        ("9787506365438", "有一位不对", "a wrong digit"),
        ("A001", "请扫小票上的码", "scan the code on your slip"),
        ("YZ1:ABCDEF", "请放平再扫一次", "hold it flat"),
        ("S9999999", "请交给工作人员", "hand it to staff"),
    ):
        kiosk.scan(text)
        kiosk.sees(words, english)
        kiosk.shot()
    kiosk.tap("知道了")
    kiosk.sees("办事取号")


@journey("scan_away")
def scan_away(kiosk: Drive) -> None:
    """The scanner was pulled out: numbers can be typed; plugged in, it works again by itself."""
    scanner = SimulatedScanner("入口扫码器", clock=context.current().clock)
    Scanners.the().use([scanner])
    scanner.unplug()
    kiosk.tap("图书借还")
    kiosk.tap("还书")
    kiosk.waits_for("扫码器没连上，请输入号码")
    kiosk.shot()
    kiosk.tap("返回")
    kiosk.tap("我的借阅")
    kiosk.waits_for("扫码器没连上，请输入卡号")
    kiosk.shot()
    scanner.plug()
    kiosk.waits_for("刷卡，或输入 10 位数字")
    scanner.scan(_CARD)
    kiosk.waits_for("您的密码？")


@journey("desk_scanner", who="desk")
def desk_scanner(desk: Drive) -> None:
    """At the desk what is away is said, with what to do; the own terminal's settings tell of each scanner."""
    desk.write("manager", into="登录名")
    desk.tap("登录")
    left, right = (SimulatedScanner(name, clock=context.current().clock) for name in ("柜台左", "柜台右"))
    Scanners.the().use([left, right])
    left.scan(_CARD)
    right.unplug()
    desk.hit("Ctrl+1")
    desk.waits_for("扫码器没连上")
    desk.shot()
    desk.tap("扫码器没连上")
    desk.shot()
    desk.hit("Escape")
    right.forbid("dialout")
    desk.tap("扫码器没连上")
    desk.sees("dialout", "dialout")
    desk.shot()
    desk.hit("Escape")
    desk.tap("驿站设置")
    desk.tap("终端")
    desk.tap("B · 前台", "B · Desk")
    desk.sees("柜台右", "柜台右")
    desk.shot()
