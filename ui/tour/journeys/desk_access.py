"""Who may work at the desk: colleagues, volunteers, a forgotten password."""

from ui.tour.journey import Drive, journey
from ui.tour.journeys.desk import sign_in_as


@journey("desk_forgot", who="desk")
def forgot(desk: Drive) -> None:
    desk.sees("前台登录")
    desk.tap("忘记密码")
    desk.sees("用恢复码换新的密码")
    desk.shot()
    desk.tap("回去登录")
    desk.sees("前台登录")


@journey("desk_operators", who="desk")
def operators(desk: Drive) -> None:
    """A colleague is taken in and given a password; the last manager stays."""
    sign_in_as(desk, "manager")
    desk.tap("工作人员")
    desk.sees("能登录")
    desk.shot()
    desk.tap("添加同事")
    desk.write("韦小春", into="姓名")
    desk.write("wei", into="登录名")
    desk.shot()
    desk.tap("确定")
    desk.sees("韦小春")
    desk.tap("郑管例")
    desk.tap("停用")
    desk.tap("确定")
    desk.shot()


@journey("desk_volunteer", who="desk")
def volunteer(desk: Drive) -> None:
    """Books come back and people are checked in, and nothing personal is seen."""
    desk.write("volunteer", into="登录名")
    desk.tap("登录")
    desk.sees("还书和签到")
    desk.shot()
    desk.write("S0000001", into="扫码，或输入图书编号、预约号")
    desk.tap("办")
    desk.write("hello", into="扫码，或输入图书编号、预约号")
    desk.tap("办")
    desk.shot()
