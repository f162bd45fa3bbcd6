"""Cases that follow from the model and the sound documents, so that none is forgotten and none has to be typed."""
