import QtQuick
import Yizhan
import Yizhan.Models

// An A4 sheet of labels, drawn small: where each one comes and what it says.
Canvas {
    id: sheet
    readonly property var labels: LabelSheets.sheet
    readonly property string code: LabelSheets.code
    readonly property int columns: LabelSheets.columns
    readonly property int rows: LabelSheets.rows

    renderStrategy: Canvas.Immediate
    onLabelsChanged: requestPaint()
    onCodeChanged: requestPaint()
    onColumnsChanged: requestPaint()
    onRowsChanged: requestPaint()
    onWidthChanged: requestPaint()
    onHeightChanged: requestPaint()
    Accessible.role: Accessible.Graphic
    Accessible.name: LabelSheets.count_words
    onPaint: {
        const pen = getContext("2d")
        pen.fillStyle = Theme.white
        pen.fillRect(0, 0, width, height)
        for (let place = 0; place < columns * rows; place++) drawLabel(pen, place, labels[place])
        pen.strokeStyle = Theme.outline
        pen.strokeRect(0.5, 0.5, width - 1, height - 1)
    }
    function drawLabel(pen: var, place: int, label: var) {
        const wide = width / columns, high = height / rows
        const x = (place % columns) * wide, y = Math.floor(place / columns) * high
        if (label && label.number === "") { pen.fillStyle = Theme.sunk; pen.fillRect(x, y, wide, high) }
        pen.strokeStyle = Theme.hairline
        pen.strokeRect(x + 0.5, y + 0.5, wide, high)
        if (!label || label.number === "") return
        const size = Math.max(8, Math.min(14, high * 0.18))
        pen.save()
        pen.beginPath()
        pen.rect(x + 3, y + 2, wide - 6, high - 4)
        pen.clip()
        pen.fillStyle = Theme.ink
        pen.font = "bold " + Math.round(size) + "px 'Noto Sans SC'"
        pen.fillText(label.title, x + 5, y + size + 3)
        pen.font = Math.round(size * 0.85) + "px 'Noto Sans SC'"
        if (high > 50) pen.fillText(label.place, x + 5, y + size * 2.1 + 2)
        const base = y + high - 6, side = high * 0.4
        pen.fillText(label.number, x + 6, base)
        if (code !== "qr") for (let bar = 0; bar < 30; bar++) pen.fillRect(x + 6 + bar * (wide * 0.5 / 30), base - size - high * 0.2, 1 + bar * 7 % 3 * 0.5, high * 0.2)
        if (code !== "bars") { pen.fillRect(x + wide - side - 5, base - side, side, side); pen.fillStyle = Theme.white; pen.fillRect(x + wide - side * 0.7 - 5, base - side * 0.7, side * 0.4, side * 0.4) }
        pen.restore()
    }
}
