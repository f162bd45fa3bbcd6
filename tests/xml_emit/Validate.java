import java.io.File;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Prints, for each document after the schema, whether the JDK's own XML Schema validator accepts it. */
public class Validate {
    public static void main(String[] arguments) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema");
        Schema schema = factory.newSchema(new File(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            try {
                schema.newValidator().validate(new StreamSource(new File(arguments[i])));
                System.out.println("valid");
            } catch (SAXException refused) {
                System.out.println("invalid");
            }
        }
    }
}
