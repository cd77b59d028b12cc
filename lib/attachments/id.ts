/** An attachment's id as the cloud makes them; anything else cannot exist and is not asked for. */
export const isAttachmentId = (text: string): boolean => /^tr-attach-[a-z0-9]{1,64}$/.test(text)

/** A path segment as the reader typed it; itself when its escapes are broken. */
export function readSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
