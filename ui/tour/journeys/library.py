"""图书借还: find a book, borrow, return, my loans, a wrong PIN."""

from ui.tour.journey import Drive, journey

_CARD, _PIN = "3709152841", "1234"
_OTHER_CARD = "9164027535"


@journey("library_search")
def library_search(kiosk: Drive) -> None:
    kiosk.tap("图书借还")
    kiosk.shot()
    kiosk.tap("找书")
    kiosk.sees("可借")
    kiosk.shot()
    kiosk.type("sgyy")
    kiosk.sees("三国演义", "三国演义")
    kiosk.shot()
    kiosk.type("qqq")
    kiosk.sees("没有找到这样的书")
    kiosk.shot()
    kiosk.tap("清空")
    kiosk.type("hz")
    kiosk.sees("活着", "活着")
    kiosk.tap("在架")
    kiosk.shot()
    kiosk.tap("活着", "活着")
    kiosk.sees("A 区 1 架 1 层", "Section A, bay 1, shelf 1")
    kiosk.shot()
    kiosk.tap("借这本")
    kiosk.sees("您的卡号？")


@journey("library_borrow")
def library_borrow(kiosk: Drive) -> None:
    kiosk.tap("图书借还")
    kiosk.tap("借书")
    _identify(kiosk, _CARD)
    kiosk.sees("借哪本书？")
    kiosk.shot()
    kiosk.scan("S0000005")
    kiosk.sees("解忧杂货店", "解忧杂货店")
    kiosk.digits("0000004")
    kiosk.shot()
    kiosk.tap("借这本")
    kiosk.sees("白夜行", "白夜行")
    kiosk.shot()
    kiosk.scan("S0000004")
    kiosk.sees("这本书您已经借了。")
    kiosk.shot()
    kiosk.tap("完成")
    kiosk.sees("借好了")
    kiosk.shot()
    kiosk.tap("完成")
    _give_back(kiosk)


def _give_back(kiosk: Drive) -> None:
    """The next journey finds the books on their shelves."""
    kiosk.tap("图书借还")
    kiosk.tap("还书")
    kiosk.scan("S0000005")
    kiosk.scan("S0000004")
    kiosk.sees("已还 2 本", "2 returned")


@journey("library_return")
def library_return(kiosk: Drive) -> None:
    kiosk.tap("图书借还")
    kiosk.tap("借书")
    _identify(kiosk, _CARD)
    kiosk.scan("S0000007")
    kiosk.tap("结束并清除")
    kiosk.tap("图书借还")
    kiosk.tap("还书")
    kiosk.shot()
    kiosk.digits("0000007")
    kiosk.tap("还这本")
    kiosk.sees("请放到还书架")
    kiosk.shot()
    kiosk.scan("S0000007")
    kiosk.shot()
    kiosk.scan("S9999999")
    kiosk.shot()
    kiosk.tap("完成")
    kiosk.sees("还好了")
    kiosk.shot()


@journey("library_loans")
def library_loans(kiosk: Drive) -> None:
    kiosk.tap("图书借还")
    kiosk.tap("我的借阅")
    _identify(kiosk, _OTHER_CARD)
    kiosk.sees("您手上没有借的书")
    kiosk.shot()
    kiosk.tap("返回")
    kiosk.tap("借书")
    kiosk.scan("S0000009")
    kiosk.scan("S0000011")
    kiosk.tap("返回")
    kiosk.tap("我的借阅")
    kiosk.shot()
    kiosk.tap("全部续借")
    kiosk.sees("续借好了")
    kiosk.shot()
    kiosk.tap("返回")
    kiosk.tap("还书")
    kiosk.scan("S0000009")
    kiosk.scan("S0000011")


@journey("library_wrong_pin")
def library_wrong_pin(kiosk: Drive) -> None:
    kiosk.tap("图书借还")
    kiosk.tap("我的借阅")
    kiosk.shot()
    kiosk.digits("3709152842")
    kiosk.tap("下一步")
    kiosk.sees("没有找到这张卡", "We cannot find that card")
    kiosk.shot()
    for _ in range(10):
        kiosk.tap("删除一位")
    kiosk.digits(_CARD)
    kiosk.tap("下一步")
    kiosk.digits("432")
    kiosk.shot()
    kiosk.digits("1")
    kiosk.tap("确定")
    kiosk.sees("密码不对", "Wrong PIN")
    kiosk.shot()
    kiosk.digits(_PIN)
    kiosk.tap("确定")
    kiosk.sees("我的借阅")


def _identify(kiosk: Drive, card: str) -> None:
    kiosk.digits(card)
    kiosk.tap("下一步")
    kiosk.digits(_PIN)
    kiosk.tap("确定")
