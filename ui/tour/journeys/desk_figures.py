"""The desk's figures: topics over a period, files of them, who did what when."""

from ui.tour.journey import Drive, journey


@journey("desk_figures", who="desk")
def figures(desk: Drive) -> None:
    """How long people waited, which rooms were used, in the days that were chosen."""
    _open(desk, "manager")
    desk.sees("每天登记和办结")
    desk.shot()
    desk.tap("等候")
    desk.sees("平均等多久")
    desk.shot()
    desk.hit("Right")
    desk.sees("平均星级")
    desk.tap("近 30 天")
    desk.tap("场地使用")
    desk.sees("场地使用率")
    desk.shot()
    desk.tap("未到")
    desk.sees("没来的人")
    desk.tap("借阅")
    desk.sees("每天借出和归还")
    desk.shot()
    desk.tap("自己选")
    desk.tap("上月")
    desk.tap("办件")
    desk.sees("这段时间没有记录")
    desk.shot()


@journey("desk_audit", who="desk")
def audit(desk: Drive) -> None:
    """Who did what when, filtered by who and by what."""
    _open(desk, "manager")
    desk.tap("操作记录")
    desk.sees("办成")
    desk.shot()
    desk.tap("哪种事")
    desk.shot()
    desk.write("取号" if desk.language == "zh" else "opened", into="输入几个字来找")
    desk.tap("取号或登记", "Case opened")
    desk.tap("没办成")
    desk.sees("这段时间没有记录")
    desk.shot()


@journey("desk_library_figures", who="desk")
def library_figures(desk: Drive) -> None:
    """A librarian sees the loans alone."""
    _open(desk, "librarian")
    desk.sees("每天借出和归还")
    assert not desk.can("操作记录") and not desk.can("等候")
    desk.tap("自己选")
    desk.shot()


def _open(desk: Drive, login: str) -> None:
    desk.write(login, into="登录名")
    desk.tap("登录")
    desk.tap("统计")
