// One request for all parts of a page that ask the same thing at the same time.

/** Whoever asks while an answer is under way gets that one; whoever asks later asks anew. */
export function sharing<T>(load: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  return () => {
    underWay ??= load().finally(() => (underWay = null));
    return underWay;
  };
}
