"""People at the desk: found by a part of the name, opened on record, registered; organisations."""

from ui.tour.journey import Drive, journey
from ui.tour.journeys.desk import sign_in_as


@journey("desk_person", who="desk")
def person(desk: Drive) -> None:
    """One action and typing finds somebody; masked until opened."""
    sign_in_as(desk, "clerk")
    desk.hit("/")
    desk.write("王")
    desk.hit("Return")
    desk.sees("卡")
    desk.shot()
    desk.hit("O")
    desk.sees("已打开，有记录")
    desk.shot()
    desk.looks_at("身份证号从来不存。")
    desk.shot()
    desk.tap("更多")
    desk.shot()
    desk.tap("登记居民")
    desk.write("买买提·吐尔逊", into="姓名")
    desk.shot()


@journey("desk_organisations", who="desk")
def organisations(desk: Drive) -> None:
    """Entered once; members with what they are good at."""
    sign_in_as(desk, "clerk")
    desk.tap("居民")
    desk.tap("单位和社团")
    desk.hit("/")
    desk.hit("Down")
    desk.sees("种类")
    desk.shot()
    desk.tap("加成员")
    desk.tap("急救")
    desk.tap("水电维修")
    desk.shot()
