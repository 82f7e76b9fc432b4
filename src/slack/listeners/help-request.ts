const requests = new Set(['', 'help', 'help me', 'hi', 'hi there', 'hello', 'hello there', 'hey', '?'])

/** Whether a person asks what Hallway can do, says nothing, or only greets it. */
export function isHelpRequest(text: string): boolean {
  if (text.trim().length > 30) return false
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ')
  return requests.has(words) || requests.has(words.replace(/[\s!.,:)]+$/, ''))
}
