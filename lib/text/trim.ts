/** What a page or a document leaves around copied text: white space of any kind, and what cannot be seen. */
const AROUND = /[\s\u200B\u2060\uFEFF]/

/** Longer text than any value; it is refused as it stands. */
const LONGEST = 4096

/** A single value without what copying put around it. What is inside stays. Not for keys, where all counts. */
export function trimEnds(text: string): string {
  if (text.length > LONGEST) return text
  let from = 0
  let to = text.length
  while (from < to && AROUND.test(text.charAt(from))) from += 1
  while (to > from && AROUND.test(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}
