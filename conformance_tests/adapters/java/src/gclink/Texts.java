package gclink;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** From bytes to text, and what no schema language can say about texts. */
final class Texts {
    private Texts() {}

    /** Decode strictly: UTF-8 without a byte order mark, and not empty. */
    static String decode(byte[] bytes) throws Unreadable {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException error) {
            throw new Unreadable("GCL-COR-006", "the bytes are not UTF-8");
        }
        if (text.startsWith("\uFEFF")) throw new Unreadable("GCL-COR-006", "a byte order mark stands before the text");
        if (text.isBlank()) throw new Unreadable("GCL-COR-048", "the document is empty");
        return text;
    }

    /** What is wrong with a text as text, or null: no pattern can state normal form C, so code does. */
    static String fault(String text) {
        if (!text.codePoints().allMatch(Texts::isXml)) return "the text holds a character that XML cannot carry";
        return Normalizer.isNormalized(text, Normalizer.Form.NFC) ? null : "the text is not in normal form C";
    }

    private static boolean isXml(int c) {
        return c == 9 || c == 10 || c == 13 || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c > 0xFFFF;
    }

    /** White space as XML Schema collapses it for everything but texts. */
    static String collapsed(String text) {
        return text.replaceAll("[ \t\r\n]+", " ").replaceAll("^ | $", "");
    }
}
