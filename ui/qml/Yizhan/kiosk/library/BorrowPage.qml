import Yizhan.Models

// Which books go home with you?
DeskPage {
    name: "library.borrow"
    title: qsTr("借哪本书？")
    sub: Identity.name + " · " + Identity.counter
    digits: Borrowing.digits
    complete: Borrowing.complete
    trouble: Borrowing.trouble
    advice: Borrowing.advice
    tone: Borrowing.tone
    choices: Borrowing.choices
    books: Borrowing.books
    count: Borrowing.done
    working: Borrowing.busy
    hint: Borrowing.hint
    warning: Borrowing.warning
    deed: qsTr("借这本")
    onEntered: Borrowing.take_up()
    onTyped: digits => Borrowing.type(digits)
    onHanded: Borrowing.lend()
    onScanned: code => Borrowing.scan(code)
    onChosen: number => Borrowing.choose(number)
    onFinished: Borrowing.finish()
}
