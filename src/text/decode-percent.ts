/** A part of an address as it is meant; as it stands if its escapes are no text. */
export function decodePercent(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
