"""One emitter per artefact; each turns the frozen model into files and does no input or output of its own."""
