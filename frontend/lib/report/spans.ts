// A turn's text cut into pieces, so that each piece of evidence can be marked and found. Pure.
// Offsets count code points, as Python does; JavaScript strings count UTF-16 units.

export interface Span {
  id: string;
  start: number;
  end: number;
}

interface Segment {
  text: string;
  marks: string[]; // ids of the spans that cover this piece
  begins: string[]; // ids of the spans that begin here: where a link lands
}

export function segmentsOf(text: string, spans: readonly Span[]): Segment[] {
  const points = Array.from(text);
  const valid = spans.filter((span) => span.start >= 0 && span.start < span.end && span.end <= points.length);
  const cuts = new Set([0, points.length, ...valid.flatMap((span) => [span.start, span.end])]);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? points.length;
    const covering = valid.filter((span) => span.start <= from && span.end >= to);
    return {
      text: points.slice(from, to).join(""),
      marks: covering.map((span) => span.id),
      begins: covering.filter((span) => span.start === from).map((span) => span.id),
    };
  });
}
