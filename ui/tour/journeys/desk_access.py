"""Who may work at the desk: colleagues, volunteers, a forgotten password."""

from ui.tour.journey import Drive, journey
from ui.tour.journeys.desk import sign_in_as
from ui.viewmodels.desk.entrance import Entrance


@journey("desk_first_run", who="desk")
def first_run(desk: Drive) -> None:
    """As in a station where nobody works yet; the demo's has its operators, so that it refuses at the end."""
    Entrance.the().put(step="first")
    desk.sees("先设一位站长")
    desk.shot()
    desk.write("he", into="登录名")
    desk.write("何试工", into="姓名")
    desk.write("12345678", into="新的密码")
    desk.sees("这个太好猜，换一句只有您知道的话")
    desk.shot()
    desk.write("kaimen-0830", into="再填一次")
    desk.tap("设好站长")
    desk.sees("两次密码不一样，请再填一次")
    desk.shot()


@journey("desk_twice", who="desk")
def twice(desk: Drive) -> None:
    """The same operator has somebody at another counter."""
    sign_in_as(desk, "clerk")
    desk.tap("工单")
    desk.tap("2 号窗口", "Counter 2")
    desk.hit("F9")
    desk.tap("1 号窗口", "Counter 1")
    desk.waits_for("您还有号在办：2 号窗口", "You also have somebody at Counter 2")
    desk.shot()


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
    desk.tap("取消")
    desk.tap("换我的恢复码")
    desk.tap("确定")
    desk.sees("恢复码，只显示这一次")
    desk.shot()
    desk.tap("抄好了")
    desk.tap("改我的密码")
    desk.sees("再填一次")
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
