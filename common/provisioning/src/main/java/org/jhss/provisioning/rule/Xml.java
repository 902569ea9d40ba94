// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.rule;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** Rules on XML documents. */
public final class Xml {

    /** A well-formed document that reaches for nothing outside itself. */
    public static final Rule DOCUMENT =
            Rule.text("xml", "a well-formed XML document without a document type", Xml::isWellFormed);

    private Xml() {}

    private static boolean isWellFormed(String text) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                if (reader.next() == javax.xml.stream.XMLStreamConstants.DTD) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }
}
