"""Setting up the station at the desk: rooms, hours, items with their forms, rules, calendar, terminals."""

from ui.tour.journey import Drive, journey


def _open(desk: Drive, section: str) -> None:
    desk.write("manager", into="登录名")
    desk.tap("登录")
    desk.sees("等您决定")
    desk.tap("驿站设置")
    desk.tap(section)


@journey("desk_station_rooms", who="desk")
def rooms(desk: Drive) -> None:
    """More seats by one field, and back; a room added; one retired."""
    _open(desk, "房间和场地")
    desk.shot()
    desk.tap("党建活动区", "Party activity area")
    desk.write("20", into="最多人数")
    desk.shot()
    desk.tap("保存 最多人数", "Save People at most")
    desk.sees("改好了")
    desk.shot()
    desk.tap("加一个场地")
    desk.shot()
    desk.tap("取消")
    desk.tap("停用这个场地")
    desk.shot()
    desk.tap("确定")
    desk.shot()


@journey("desk_station_hours", who="desk")
def hours(desk: Drive) -> None:
    """Two spans that overlap are refused; better ones are kept."""
    _open(desk, "开放时间")
    desk.shot()
    desk.tap("周三")
    desk.hit("Ctrl+A")
    desk.write("08:30-12:00, 11:00-17:30")
    desk.tap("保存 周三", "Save Wed")
    desk.shot()


@journey("desk_station_items", who="desk")
def items(desk: Drive) -> None:
    """A service item, and its form: a question more, seen as the kiosk asks it."""
    _open(desk, "办事事项")
    desk.shot()
    desk.tap("取号时问的表单")
    desk.shot()
    desk.tap("加一问")
    desk.write("要开发票吗？", into="怎么问")
    desk.tap("选一个")
    desk.write("要\n不要", into="选项，每行一个：中文 | 英文")
    desk.tap("要填")
    desk.shot()
    desk.tap("存成第 2 版", "Save as version 2")
    desk.shot()


@journey("desk_station_rules", who="desk")
def rules(desk: Drive) -> None:
    """The station's rules, and a room that has one of its own."""
    _open(desk, "规则")
    desk.shot()
    desk.tap("党群会议室", "Meeting room")
    desk.tap("谁可以约 单位社团", "Who may book Organisations")
    desk.shot()


@journey("desk_station_calendar", who="desk")
def calendar(desk: Drive) -> None:
    """A day that stays shut, with the reason; a month of another year."""
    _open(desk, "日历")
    desk.shot()
    desk.tap("27")
    desk.tap("不开门")
    desk.write("消防演练", into="为什么（屏幕上会写）")
    desk.tap("这样定")
    desk.shot()


@journey("desk_station_terminals", who="desk")
def terminals(desk: Drive) -> None:
    _open(desk, "终端")
    desk.shot()
    for section in ("办事窗口", "分类和颜色", "名称和电话", "告知文本"):
        desk.tap(section)
        desk.shot()
