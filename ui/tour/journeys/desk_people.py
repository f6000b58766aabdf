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
    desk.looks_at("从哪天起")
    desk.shot()


@journey("desk_suspended", who="desk")
def suspended(desk: Drive) -> None:
    """A manager stops an organisation's new bookings; what is booked is listed; back by one touch."""
    sign_in_as(desk, "manager")
    desk.tap("居民")
    desk.tap("单位和社团")
    desk.hit("/")
    desk.write("银龄")
    desk.hit("Return")
    desk.sees("还没用的预约")
    desk.shot()
    desk.tap("更多")
    desk.tap("暂停预约")
    desk.sees("停到哪天")
    desk.tap("用途和说的不一样")
    desk.write("2026-12-31", into="停到哪天")
    desk.shot()
    desk.tap("确定")
    desk.sees("已暂停预约")
    desk.shot()
    desk.tap("恢复预约")
    desk.sees("可以预约了")
    desk.shot()


@journey("desk_guardian", who="desk")
def guardian(desk: Drive) -> None:
    """A guardian is no longer one: refused kindly while one is needed."""
    sign_in_as(desk, "clerk")
    desk.hit("/")
    desk.write("6139704826")
    desk.hit("Return")
    desk.sees("监护人")
    desk.tap("更多")
    desk.tap("解除监护")
    desk.shot()
    desk.tap("确定")
    desk.sees("未满 14 岁要有监护人", "Under 14 a guardian is needed")
    desk.shot()
