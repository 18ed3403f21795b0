// Text that is longer than the server takes in: said before it is sent, and never cut.

/** What to tell the writer, in characters; empty when it fits. */
export function tooLong(text: string, maxChars: number): string {
  const over = text.length - maxChars;
  if (over <= 0) return "";
  const [most, less] = [maxChars, over].map((n) => n.toLocaleString("en-US"));
  return `This is too long to send: ${most} characters is the most. Take ${less} away, or say the rest afterwards.`;
}
