package gclink;

/** Bytes that cannot be read at all: one finding, and nothing else can be said. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String requirement;

    Unreadable(String requirement, String message) {
        super(message);
        this.requirement = requirement;
    }

    Finding finding() {
        return Finding.violation(requirement, "", getMessage());
    }
}
