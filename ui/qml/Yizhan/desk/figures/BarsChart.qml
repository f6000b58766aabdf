pragma ComponentBehavior: Bound
import QtQuick
import QtGraphs
import Yizhan

// Bars, or pairs of them, with their numbers above and their days below. Qt Graphs draws the bars; its grid and its labels
// are ours, for the software renderer leaves the one out and the other cannot be told to stay apart.
Item {
    id: view
    required property var chart
    required property color color
    readonly property int count: (chart.values ?? []).length
    readonly property bool pairs: (chart.seconds ?? []).length > 0
    readonly property real axis: 66
    readonly property real head: 26
    readonly property real foot: 30
    readonly property real step: count > 0 ? (width - axis) / count : 0

    implicitHeight: 200
    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("图表")

    Repeater {
        model: view.chart.marks ?? []
        Item {
            id: mark
            required property var modelData
            y: view.head + (view.height - view.head - view.foot) * (1 - modelData.at)
            width: view.width
            Rectangle { x: view.axis; width: parent.width - view.axis; height: 1; color: Theme.hairline }
            Words { anchors { right: parent.left; rightMargin: -view.axis + 8; verticalCenter: parent.top } text: mark.modelData.words; color: Theme.muted; wrapMode: Text.NoWrap; font.features: Theme.tabular }
        }
    }
    component Bars: GraphsView {
        marginLeft: 0
        marginRight: 0
        marginTop: 0
        marginBottom: 0
        theme: GraphsTheme {
            theme: GraphsTheme.Theme.UserDefined
            backgroundVisible: false
            plotAreaBackgroundVisible: false
            gridVisible: false
            borderWidth: 0
            seriesColors: [view.color, Theme.usual]
        }
        axisX: BarCategoryAxis { visible: false; gridVisible: false; lineVisible: false; categories: (view.chart.values ?? []).map((value, index) => String(index)) }
        axisY: ValueAxis { visible: false; gridVisible: false; subGridVisible: false; lineVisible: false; min: 0; max: view.chart.top ?? 1 }
    }
    Component {
        id: single
        Bars { BarSeries { barWidth: 0.7; BarSet { values: view.chart.values ?? []; color: view.color; borderWidth: 0 } } }
    }
    Component {
        id: paired
        Bars {
            BarSeries {
                barWidth: 0.7
                BarSet { values: view.chart.values ?? []; color: view.color; borderWidth: 0 }
                BarSet { values: view.chart.seconds ?? []; color: Theme.usual; borderWidth: 0 }
            }
        }
    }
    Loader {
        anchors { fill: parent; leftMargin: view.axis; topMargin: view.head; bottomMargin: view.foot }
        active: view.count > 0
        sourceComponent: view.pairs ? paired : single
    }
    Rectangle { x: view.axis; y: view.height - view.foot; width: view.width - view.axis; height: 1; color: Theme.outline }
    Repeater {
        model: view.chart.numbers ?? []
        Words {
            required property string modelData
            required property int index
            x: view.axis + view.step * index + (view.step - implicitWidth) / 2
            y: view.head + (view.height - view.head - view.foot) * (1 - view.chart.values[index] / view.chart.top) - implicitHeight - 2
            text: modelData
            wrapMode: Text.NoWrap
            font { bold: true; features: Theme.tabular }
        }
    }
    Repeater {
        model: view.chart.labels ?? []
        Words {
            required property string modelData
            required property int index
            x: view.axis + view.step * index + (view.step - implicitWidth) / 2
            y: view.height - view.foot + 5
            text: modelData
            color: Theme.muted
            wrapMode: Text.NoWrap
            font.features: Theme.tabular
        }
    }
}
