package io.tokeneconomy.example.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgChartTest {

    private static Document chart(StoreReport... stores) throws Exception {
        String svg = SvgChart.of(Reports.report(stores));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static double width(Document chart, int bar) {
        return Double.parseDouble(bar(chart, bar).getAttribute("width"));
    }

    /** The first rectangle is the ground. */
    private static Element bar(Document chart, int number) {
        return (Element) chart.getElementsByTagName("rect").item(number + 1);
    }

    @Test
    void barsAreAsLongAsTheirMedians() throws Exception {
        Document chart = chart(Reports.usual());
        assertThat(bar(chart, 0).getAttribute("class")).isEqualTo("ours");
        assertThat(bar(chart, 1).getAttribute("class")).isEqualTo("other");
        assertThat(width(chart, 0) / width(chart, 1)).isBetween(19.8, 20.2);
    }

    @Test
    void nothingReachesOverTheEdge() throws Exception {
        Document chart = chart(Reports.usual(), Reports.usual());
        double height = Double.parseDouble(chart.getDocumentElement().getAttribute("height"));
        NodeList texts = chart.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(12.0, height);
            assertThat(Double.parseDouble(text.getAttribute("x"))).isBetween(0.0, 680.0);
        }
    }

    @Test
    void textsAreEscapedAndBothGroundsHaveColours() throws Exception {
        assertThat(chart(Reports.usual()).getDocumentElement().getTextContent())
                .contains("fsync=on & <durable>", "hot, 64 callers", "22,000", "prefers-color-scheme: dark");
    }

    @Test
    void aStoreThatWasOnlyReadHasNoBars() throws Exception {
        assertThat(chart(Reports.reading(1, 1, 1, 1))
                        .getElementsByTagName("rect")
                        .getLength())
                .isEqualTo(1);
    }

    @Test
    void aContenderThatDidNothingHasABarAsWell() throws Exception {
        assertThat(width(chart(Reports.store(Reports.measured("hot", 64, "single", 0, 0, 0))), 0))
                .isEqualTo(1);
    }
}
