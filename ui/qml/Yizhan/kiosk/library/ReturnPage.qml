import Yizhan.Models

// Which books do you bring back? Nobody is asked who they are.
DeskPage {
    name: "library.return"
    title: qsTr("还哪本书？")
    sub: Returning.counter === "" ? qsTr("不用卡，一本一本来") : Returning.counter
    digits: Returning.digits
    complete: Returning.complete
    trouble: Returning.trouble
    advice: Returning.advice
    tone: Returning.tone
    choices: Returning.choices
    books: Returning.books
    count: Returning.done
    working: Returning.busy
    deed: qsTr("还这本")
    onTyped: digits => Returning.type(digits)
    onHanded: Returning.give_back()
    onScanned: code => Returning.scan(code)
    onChosen: number => Returning.choose(number)
    onFinished: Returning.finish()
}
